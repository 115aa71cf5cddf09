"""The results of finished units on disk, inside the run folder.

``.work/<unit>.jsonl`` holds the results of the unit's files one after another, ``.work/<unit>.index.json`` where each
file's lines stand. Both are written under another name and renamed, the index last: a unit without index is not done.
``.work/order.txt`` lists the keys of a finished run in input order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from pipeline.errors import RunError
from pipeline.records import ArticleResult, Failure
from pipeline.run.units import Unit

Outcome = ArticleResult | Failure

_ARTICLE, _FAILURE = b"A", b"F"
_INDEX = ".index.json"
_PART = ".part"


class Store:
    """Unit results of one run folder.

    Attributes:
        folder: where they are, ``.work`` of the run folder.
    """

    def __init__(self, run_folder: Path) -> None:
        self._run_folder = run_folder
        self.folder = run_folder / ".work"

    def prepare(self, *, fresh: bool) -> None:
        """Make the folder and clear away what a killed run left half written; with ``fresh``, empty it.

        Raises:
            RunError: if it cannot be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            for path in self.folder.iterdir():
                if fresh or path.suffix == _PART:
                    path.unlink()
        except OSError as error:
            raise self._refusal(error) from error

    def write(self, unit: Unit, results: Iterable[tuple[str, Iterable[Outcome]]]) -> None:
        """Write the outcomes of a unit's files, given as (task key, outcomes), in order.

        Raises:
            RunError: if they cannot be written; nothing half written is left.
        """
        index: dict[str, tuple[int, int]] = {}
        path = self.folder / f"{unit.name}.jsonl"
        part = path.with_name(path.name + _PART)
        try:
            with part.open("wb") as file:
                for key, outcomes in results:
                    start = file.tell()
                    for outcome in outcomes:
                        mark = _FAILURE if isinstance(outcome, Failure) else _ARTICLE
                        file.write(mark + outcome.model_dump_json().encode() + b"\n")
                    index[key] = (start, file.tell() - start)
            part.replace(path)
            self.note(f"{unit.name}{_INDEX}", json.dumps(index))
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise self._refusal(error) from error

    def note(self, name: str, text: str) -> None:
        """Write a small file beside the results, whole or not at all.

        Raises:
            OSError: if it cannot be written.
        """
        part = self.folder / f"{name}{_PART}"
        part.write_text(text, encoding="utf-8")
        part.replace(self.folder / name)

    def done(self) -> Places:
        """Return where the results of all finished files stand; damaged units count as not done."""
        places: dict[str, tuple[Path, int, int]] = {}
        for listing in sorted(self.folder.glob(f"*{_INDEX}")):
            data = listing.with_name(listing.name.removesuffix(_INDEX) + ".jsonl")
            index = _read_index(listing)
            size = data.stat().st_size if data.is_file() else -1
            if max((start + length for start, length in index.values()), default=0) == size:
                places |= {key: (data, start, length) for key, (start, length) in index.items()}
        return Places(places)

    def write_order(self, keys: Iterable[str]) -> None:
        """Note the input order of a finished run's results."""
        self.note("order.txt", "".join(f"{key}\n" for key in keys))

    def order(self) -> Iterator[str]:
        """Yield the keys of a finished run in input order."""
        with (self.folder / "order.txt").open(encoding="utf-8") as file:
            for line in file:
                yield line.rstrip("\n")

    def forget(self, places: Places, keys: Iterable[str]) -> None:
        """Remove the units of which no key is wanted any more."""
        wanted = {places.place(key)[0] for key in keys}
        for data in sorted(self.folder.glob("*.jsonl")):
            if data not in wanted:
                data.with_name(data.name.removesuffix(".jsonl") + _INDEX).unlink(missing_ok=True)
                data.unlink()

    def _refusal(self, error: OSError) -> RunError:
        return RunError(
            f"{self._run_folder}: cannot write here ({error.strerror or error}); free room or choose another --out"
        )


class Places:
    """Where the results of finished files stand, by task key."""

    def __init__(self, places: dict[str, tuple[Path, int, int]]) -> None:
        self._places = places

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def keys(self) -> set[str]:
        """Return the keys of the finished files."""
        return set(self._places)

    def place(self, key: str) -> tuple[Path, int, int]:
        """Return (file, offset, length) of a result."""
        return self._places[key]

    def read(self, key: str) -> Iterator[Outcome]:
        """Yield the outcomes of one finished file."""
        path, start, length = self._places[key]
        with path.open("rb") as file:
            file.seek(start)
            lines = file.read(length).splitlines()
        for line in lines:
            model = Failure if line[:1] == _FAILURE else ArticleResult
            yield model.model_validate_json(line[1:])


def _read_index(path: Path) -> dict[str, tuple[int, int]]:
    try:
        return {str(key): (int(start), int(length)) for key, (start, length) in json.loads(path.read_bytes()).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
