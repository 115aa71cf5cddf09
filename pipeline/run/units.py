"""Units of work: slices of the sorted input whose results are written whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence

from pipeline.records import Record
from pipeline.stages import Source


class Task(Record):
    """One input file and the key its result is known by.

    Attributes:
        key: digest of what the result depends on: the run's fingerprint, the file's place and bytes.
    """

    source: Source
    key: str


class Unit(Record):
    """Some input files that are done together.

    Attributes:
        name: digest of the keys, so that the same files with the same settings have the same name.
    """

    name: str
    tasks: tuple[Task, ...]


def make_tasks(sources: Iterable[Source], *, fingerprint: str) -> list[Task]:
    """Return the tasks of a run in input order; a file that cannot be read is keyed by its place alone."""
    return [Task(source=source, key=_key(source, fingerprint)) for source in sources]


def make_units(tasks: Sequence[Task], *, done: Collection[str], size: int) -> list[Unit]:
    """Return units of at most ``size`` files for the tasks whose keys are not done, in input order."""
    pending = [task for task in tasks if task.key not in done]
    batches = [tuple(pending[start : start + size]) for start in range(0, len(pending), size)]
    return [Unit(name=_digest(task.key for task in batch), tasks=batch) for batch in batches]


def _key(source: Source, fingerprint: str) -> str:
    alone = "alone" if source.alone else "among others"
    return _digest((fingerprint, source.article_id, source.path, alone, _content(source)))


def _content(source: Source) -> str:
    if source.failure is not None:
        return f"failure:{source.failure.error}"
    try:
        with source.file.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"unreadable:{error.errno}"


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]
