"""The results of finished units.

``<unit>.results`` holds the results of the unit's files one after another, each file's as one gzip member of lines;
``<unit>.index.json`` where each file's stand and what they come to. The index is written last: a unit without index is
not done. ``order.txt`` lists the keys of a finished run in input order. All lies in ``.work`` of the run folder, or in
storage that other machines reach.
"""

from __future__ import annotations

import base64
import gzip
import io
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, NamedTuple

from pipeline.errors import RunError
from pipeline.records import ArticleResult, Failure
from pipeline.run.duplicates import marks_of
from pipeline.run.shelf import shelf_at
from pipeline.run.units import Place, Unit
from pipeline.stages import story_marks

Outcome = ArticleResult | Failure

WORK = ".work"
ORDER = "order.txt"
_ARTICLE, _FAILURE = b"A", b"F"
_DATA, _INDEX, _AT = ".results", ".index.json", ".at.json"
_LEVEL = 1
"""Of compression: results shrink to an eighth in hardly any time."""


class Entry(NamedTuple):
    """Where the outcomes of a file stand in the results of its unit, and what they come to.

    Attributes:
        again: whether it may go better another time, as when the file vanished while it was read.
        marks: what duplicates are found by, for all its articles.
        told: what stories are told by, a line for each of its articles.
    """

    start: int
    length: int
    articles: int
    failures: int
    words: int
    again: bool
    marks: bytes
    told: bytes


class Store:
    """Unit results of one run.

    Args:
        run_folder: the run's folder.
        storage: URL or folder for the results, empty for ``.work`` of the run folder.
    """

    def __init__(self, run_folder: Path, *, storage: str = "") -> None:
        self._shelf = shelf_at(storage or str(run_folder / WORK))

    @property
    def place(self) -> str:
        """Where the results lie."""
        return self._shelf.place

    def prepare(self, *, fresh: bool) -> None:
        """Make room for results; with ``fresh``, remove all that is there.

        Raises:
            RunError: if that cannot be done.
        """
        try:
            self._shelf.prepare()
            for name in self._shelf.sizes():
                if name.endswith(_AT) or (fresh and name.endswith((_DATA, _INDEX, ORDER, ".json"))):
                    self._shelf.remove(name)
        except OSError as error:
            raise self._refusal(error) from error

    def write(self, unit: Unit, results: Iterable[tuple[str, Iterable[Outcome]]]) -> dict[str, Entry]:
        """Write the outcomes of a unit's files, given as (task key, outcomes), in order; return what was written.

        Raises:
            RunError: if they cannot be written; nothing half written is left.
        """
        readable = {task.key for task in unit.tasks if task.source.stamp is not None}
        index: dict[str, Entry] = {}
        try:
            with self._shelf.writing(f"{unit.name}{_DATA}") as file:
                for key, outcomes in results:
                    index[key] = _write(file, outcomes, readable=key in readable)
            self._shelf.note(f"{unit.name}{_INDEX}", _index_text(index))
        except OSError as error:
            raise self._refusal(error) from error
        return index

    def note(self, name: str, text: str) -> None:
        """Write a small file beside the results, whole or not at all.

        Raises:
            OSError: if it cannot be written.
        """
        self._shelf.note(name, text.encode())

    def read_note(self, name: str) -> str:
        """Return a small file beside the results, empty where there is none."""
        try:
            return self._shelf.read(name).decode()
        except (OSError, UnicodeDecodeError):
            return ""

    def note_place(self, unit: Unit, place: Place) -> None:
        """Note where in a unit its worker is."""
        self.note(f"{unit.name}{_AT}", json.dumps(place))

    def noted_place(self, unit: Unit) -> Place | None:
        """Return where the last careful worker of a unit was, and forget it."""
        try:
            key, number, doing = json.loads(self.read_note(f"{unit.name}{_AT}"))
        except ValueError:
            return None
        self._shelf.remove(f"{unit.name}{_AT}")
        return str(key), int(number), str(doing)

    def done(self) -> Places:
        """Return where the results of all finished files stand; damaged units count as not done."""
        places: dict[str, tuple[str, Entry]] = {}
        sizes = self._shelf.sizes()
        for name in sizes:
            if not name.endswith(_INDEX):
                continue
            data = name.removesuffix(_INDEX) + _DATA
            index = _read_index(self.read_note(name))
            if index and max(entry.start + entry.length for entry in index.values()) == sizes.get(data):
                for key, entry in index.items():
                    # What was done anew because it might go better stands beside what it was before.
                    if key not in places or places[key][1].again:
                        places[key] = data, entry
        return Places(self, places)

    def outcomes(self, name: str, entry: Entry) -> Iterator[Outcome]:
        """Yield the outcomes of one finished file.

        Raises:
            RunError: if the results are damaged; its unit then counts as not done.
        """
        try:
            packed = io.BytesIO(self._shelf.read(name, entry.start, entry.length))
            with gzip.GzipFile(fileobj=packed) as lines:
                for line in lines:
                    model = Failure if line[:1] == _FAILURE else ArticleResult
                    yield model.model_validate_json(line[1:])
        except (OSError, EOFError, ValueError, zlib.error) as error:
            self._shelf.remove(name.removesuffix(_DATA) + _INDEX)
            raise RunError(
                f"{self.place}: {name} is damaged ({type(error).__name__}); give the same command again, it does that "
                "part anew"
            ) from error

    def write_order(self, keys: Iterable[str]) -> None:
        """Note the input order of a finished run's results."""
        with self._shelf.writing(ORDER) as file:
            file.writelines(f"{key}\n".encode() for key in keys)

    def order(self) -> list[str]:
        """Return the keys of a finished run in input order."""
        return self._shelf.read(ORDER).decode().split()

    def forget(self, places: Places, keys: Iterable[str]) -> None:
        """Remove the units of which no key is wanted any more."""
        wanted = {places.name(key).removesuffix(_DATA) for key in keys}
        for name in self._shelf.sizes():
            for suffix in (_INDEX, _DATA, _AT):
                if name.endswith(suffix) and name.removesuffix(suffix) not in wanted:
                    self._shelf.remove(name)

    def _refusal(self, error: OSError) -> RunError:
        place = self.place.removesuffix(f"/{WORK}")
        return RunError(f"{place}: cannot write here ({error.strerror or error}); free room or choose another --out")


class Places:
    """Where the results of finished files stand, by task key."""

    def __init__(self, store: Store, places: dict[str, tuple[str, Entry]]) -> None:
        self._store = store
        self._places = places

    def finished(self) -> set[str]:
        """Return the keys of the files that need not be worked on again."""
        return {key for key, (_, entry) in self._places.items() if not entry.again}

    def name(self, key: str) -> str:
        """Return the name of the file that holds a result."""
        return self._places[key][0]

    def entry(self, key: str) -> Entry:
        """Return what the outcomes of a file come to."""
        return self._places[key][1]

    def read(self, key: str) -> Iterator[Outcome]:
        """Yield the outcomes of one finished file."""
        return self._store.outcomes(*self._places[key])


def _write(file: IO[bytes], outcomes: Iterable[Outcome], *, readable: bool) -> Entry:
    """Append the outcomes of one file."""
    start = file.tell()
    articles = failures = words = 0
    again = False
    marks, told = bytearray(), bytearray()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=_LEVEL, fileobj=file, mtime=0) as packed:
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                failures += 1
                again = again or (readable and outcome.error in _PASSING)
                packed.write(_FAILURE)
            else:
                articles += 1
                words += outcome.words
                marks += marks_of(outcome.article)
                told += story_marks(outcome)
                packed.write(_ARTICLE)
            packed.write(outcome.model_dump_json().encode() + b"\n")
    return Entry(start, file.tell() - start, articles, failures, words, again, bytes(marks), bytes(told))


_PASSING = frozenset({"unreadable", "changed", "timeout", "died"})
"""Faults that may be gone another time."""


def _index_text(index: dict[str, Entry]) -> bytes:
    rows = {
        key: [*entry[:-2], base64.b64encode(entry.marks).decode(), entry.told.decode()] for key, entry in index.items()
    }
    return json.dumps(rows).encode()


def _read_index(text: str) -> dict[str, Entry]:
    try:
        return {str(key): _entry(*row) for key, row in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def _entry(
    start: int, length: int, articles: int, failures: int, words: int, again: bool, marks: str, told: str
) -> Entry:
    if not all(isinstance(number, int) for number in (start, length, articles, failures, words)):
        raise TypeError("an index holds numbers")
    return Entry(start, length, articles, failures, words, again, base64.b64decode(marks), told.encode())
