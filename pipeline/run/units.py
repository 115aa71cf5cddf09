"""Units of work: slices of the sorted input whose results are written whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.stages import Piece, Source


@dataclass(frozen=True, slots=True)
class Task:
    """One input file, or a part of a large dump, and the key its result is known by.

    Attributes:
        key: digest of what the result depends on: the run's fingerprint, the file's place and bytes.
    """

    source: Source
    key: str


@dataclass(frozen=True, slots=True)
class Unit:
    """Some input files that are done together.

    Attributes:
        name: digest of the keys, so that the same files with the same settings have the same name.
    """

    name: str
    tasks: tuple[Task, ...]


Place = tuple[str, int, str]
"""A task's key, the number of the article in it from 0, and what was done there: ``read`` or ``extract``."""


class Order(NamedTuple):
    """A unit as it is given to a worker.

    Attributes:
        careful: note before every article where the worker is, as an earlier one died of the unit.
        avoid: places where earlier workers died, and the faults to tell.
    """

    unit: Unit
    careful: bool = False
    avoid: Mapping[Place, str] = {}


class Tally(NamedTuple):
    """What became of a unit.

    Attributes:
        seconds: by stage.
        memory: bytes that the worker takes afterwards.
    """

    articles: int
    failures: int
    words: int
    seconds: dict[str, float]
    memory: int = 0


class Done(NamedTuple):
    """A unit whose results are stored."""

    unit: Unit
    tally: Tally


def make_tasks(pieces: Iterable[Piece], *, fingerprint: str) -> Iterator[Task]:
    """Yield the tasks of a run in input order."""
    for piece in pieces:
        source = piece.source
        alone = "alone" if source.alone else "among others"
        yield Task(source, _digest((fingerprint, source.article_id, source.path, alone, piece.content)))


def make_units(tasks: Sequence[Task], *, done: Collection[str], size: int) -> list[Unit]:
    """Return units of at most ``size`` files for the tasks whose keys are not done, in input order.

    A part of a dump holds many articles and is a unit of its own.
    """
    units: list[Unit] = []
    batch: list[Task] = []
    for task in tasks:
        if task.key in done:
            continue
        if task.source.part is not None:
            units.append(_unit([task]))
            continue
        batch.append(task)
        if len(batch) == size:
            units.append(_unit(batch))
            batch = []
    return [*units, _unit(batch)] if batch else units


def _unit(tasks: Sequence[Task]) -> Unit:
    return Unit(_digest(task.key for task in tasks), tuple(tasks))


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]
