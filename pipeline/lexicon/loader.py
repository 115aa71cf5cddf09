"""Reads the lexicon's TOML files into checked entries.

Input: the package's own ``data`` folder and, laid over it, a user's folder of the same shape: an entry with
a known id replaces ours, a new id is added. Everything is checked once: unknown tables and keys, empty
text, duplicate ids, a strong form claimed twice within one table, dangling references, and the file-name rules
(``laws/<id>.toml`` holds the law of that id, ``parties/<country>.toml`` parties of that country).
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import ValidationError

from pipeline.errors import LexiconError
from pipeline.lexicon.forms import fold
from pipeline.lexicon.schema import TABLES, Entry, Form, Law, Party, Place

DATA = Path(__file__).parent / "data"

EntryT = TypeVar("EntryT", bound=Entry)


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All entries by table, then id, in file order; equal only to itself.

    Attributes:
        digest: SHA-256 over the names and bytes of all files read, for ``run.json``.
    """

    tables: Mapping[str, Mapping[str, Entry]]
    digest: str

    def entries(self, kind: type[EntryT]) -> Mapping[str, EntryT]:
        """Return the entries of one type by id.

        Raises:
            LexiconError: if no table holds that type.
        """
        for table, model in TABLES.items():
            if model is kind:
                return self.tables[table]  # type: ignore[return-value]
        raise LexiconError(f"{kind.__name__} is no entry type of the lexicon")


@dataclass(frozen=True)
class _Source:
    table: str
    entry: Entry
    file: str


def load(overlay: Path | None = None) -> Lexicon:
    """Read and check the package's lexicon, with a user's folder laid over it.

    Raises:
        LexiconError: naming file, entry and remedy, on the first fault found.
    """
    sources = dict(_read_folder(DATA))
    digests = [_digest(DATA)]
    if overlay is not None:
        if not overlay.is_dir():
            raise LexiconError(f"{overlay}: no such folder; --lexicon takes a folder of TOML files")
        sources.update(_read_folder(overlay))
        digests.append(_digest(overlay))
    check(sources.values())
    tables: dict[str, dict[str, Entry]] = {table: {} for table in TABLES}
    for source in sources.values():
        tables[source.table][source.entry.id] = source.entry
    frozen = {table: MappingProxyType(entries) for table, entries in tables.items()}
    return Lexicon(MappingProxyType(frozen), hashlib.sha256("".join(digests).encode()).hexdigest())


def _read_folder(folder: Path) -> Iterator[tuple[tuple[str, str], _Source]]:
    seen: dict[tuple[str, str], str] = {}
    for path in sorted(folder.rglob("*.toml")):
        file = path.relative_to(folder).as_posix()
        for source in _read_file(path, file):
            key = (source.table, source.entry.id)
            if key in seen:
                raise LexiconError(
                    f"{file}: {source.table} {source.entry.id!r} is already in {seen[key]}; rename or merge"
                )
            seen[key] = file
            yield key, source


def _read_file(path: Path, file: str) -> Iterator[_Source]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{file}: not a TOML file in UTF-8: {error}") from error
    except OSError as error:
        raise LexiconError(f"{file}: cannot be read: {error.strerror}; mend it or take it out of the folder") from error
    for table, rows in content.items():
        if table not in TABLES:
            raise LexiconError(f"{file}: unknown table {table!r}; known are {', '.join(TABLES)}")
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise LexiconError(f"{file}: write [[{table}]] with double brackets, one per entry")
        for row in rows:
            yield _Source(table, _read_entry(TABLES[table], row, f"{file}: {table}"), file)


def _read_entry(model: type[Entry], row: Mapping[str, object], where: str) -> Entry:
    try:
        return model.model_validate(row, strict=False)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(str(part) for part in fault["loc"])
        known = ", ".join(model.model_fields)
        raise LexiconError(
            f"{where} {row.get('id', '(no id)')!r}: {field}: {fault['msg']}; its keys are {known}"
        ) from error


def check(sources: Iterable[_Source]) -> None:
    """Check what single entries cannot know: references, shared forms, file names.

    Raises:
        LexiconError: naming file, entry and remedy.
    """
    known = list(sources)
    ids = {(source.table, source.entry.id) for source in known}
    claimed: dict[tuple[str, str], _Source] = {}
    for source in known:
        where = f"{source.file}: {source.table} {source.entry.id!r}"
        for reference in source.entry.refers_to():
            if reference not in ids:
                raise LexiconError(f"{where}: there is no {reference[0]} {reference[1]!r}; add it or correct the id")
        for table, form in _claims(source):
            owner = claimed.setdefault((table, fold(form.text) if form.cased else fold(form.text).casefold()), source)
            if owner is not source:
                raise LexiconError(
                    f"{where}: form {form.text!r} is already one of {owner.entry.id!r} in {owner.file}; "
                    "make it a weak form in both, or drop it in one"
                )
        _check_file_name(source, where)


def _claims(source: _Source) -> Iterator[tuple[str, Form]]:
    """Yield the strong forms with the table in which they must be unique: demonyms stand beside the peoples."""
    for form in source.entry.forms():
        if form.strong:
            yield source.table, form
    if isinstance(source.entry, Place):
        for form in source.entry.peoples():
            if form.strong:
                yield "people", form


def _check_file_name(source: _Source, where: str) -> None:
    stem = Path(source.file).stem
    entry = source.entry
    if isinstance(entry, Law) and stem != entry.id:
        raise LexiconError(f"{where}: a law's file is named by its id; rename the file to {entry.id}.toml")
    if isinstance(entry, Party) and entry.country and stem != entry.country:
        raise LexiconError(f"{where}: a party stands in its country's file; move it to {entry.country}.toml")


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.toml")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
