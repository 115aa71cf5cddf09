"""Where units are worked on: in this process, in several processes of this machine, or on a Ray cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pipeline.run.processes import processes
from pipeline.run.ray_cluster import ray_cluster
from pipeline.run.store import Store
from pipeline.run.units import Done, Order, Unit
from pipeline.run.work import Worker
from pipeline.settings import Settings

__all__ = ["Engine", "in_process", "processes", "ray_cluster"]

Engine = Callable[[Sequence[Unit], Settings, Path, int], Iterator[Done]]
"""Works on units and yields each one when its result is stored, in any order."""


def in_process(units: Sequence[Unit], settings: Settings, folder: Path, workers: int) -> Iterator[Done]:
    """Work on the units one after another in this process."""
    if not units:
        return
    with Worker(settings, Store(folder, storage=settings.storage)) as worker:
        for unit in units:
            yield Done(unit, worker.work(Order(unit)))
