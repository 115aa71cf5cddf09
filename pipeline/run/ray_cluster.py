"""The engine for clusters: Ray actors, one model each, on this machine or on many.

Every machine must see the articles under the same path, and the results' storage. Plain actors are used and not Ray
Data: a unit's result is stored by the worker itself, so that nothing large passes through Ray, and an actor pool of Ray
Data that takes every CPU leaves none for its own reading.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import RunError
from pipeline.run.attempts import Attempts
from pipeline.run.store import Store
from pipeline.run.units import Done, Order, Tally, Unit
from pipeline.run.work import Worker
from pipeline.settings import Settings

if TYPE_CHECKING:
    from types import ModuleType


class _Actor:
    """A worker in the cluster; its model is loaded with the first unit, so that a fault of it is told as such."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self._settings = settings
        self._store = Store(folder, storage=settings.storage)
        self._worker: Worker | None = None

    def work(self, order: Order) -> Tally:
        """Do one unit."""
        self._worker = self._worker or Worker(self._settings, self._store)
        return self._worker.work(order)


def ray_cluster(units: Sequence[Unit], settings: Settings, folder: Path, workers: int) -> Iterator[Done]:
    """Work on the units by actors of the cluster at ``settings.address``, of a new local one without address.

    Args:
        units: the units.
        settings: with ``workers`` 0, one actor for each CPU of the cluster.
        folder: the run folder.
        workers: number of actors at most.

    Raises:
        RunError: if Ray is not installed or no cluster answers, or if actors die again and again.
        PipelineError: what a worker raises that is no fault of an article.
    """
    if not units:
        return
    ray = _ray()
    started = not ray.is_initialized()
    try:
        if started:
            options = {"address": settings.address} if settings.address else {"num_cpus": workers}
            ray.init(**options, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
        cpus = int(ray.cluster_resources().get("CPU", 1))
        yield from _Cluster(ray, units, settings, folder, max(1, min(workers, cpus))).run()
    except (ConnectionError, ray.exceptions.RaySystemError) as error:
        raise RunError(
            f"the Ray cluster cannot be used: {error}; give its --address, or none for a local one"
        ) from error
    finally:
        if started:
            ray.shutdown()


class _Cluster:
    def __init__(self, ray: Any, units: Sequence[Unit], settings: Settings, folder: Path, workers: int) -> None:
        self._ray = ray
        self._waiting = deque(Order(unit) for unit in units)
        self._attempts = Attempts(Store(folder, storage=settings.storage))
        self._kind = ray.remote(num_cpus=1, max_restarts=0)(_Actor)
        self._arguments = settings, folder
        self._workers = workers
        self._running: dict[Any, tuple[Any, Order]] = {}

    def run(self) -> Iterator[Done]:
        """Yield the units as they are done."""
        idle = [self._kind.remote(*self._arguments) for _ in range(min(self._workers, len(self._waiting)))]
        try:
            while self._waiting or self._running:
                while idle and self._waiting:
                    actor, order = idle.pop(), self._waiting.popleft()
                    self._running[actor.work.remote(order)] = actor, order
                (ready, *_), _ = self._ray.wait(list(self._running))
                actor, order = self._running.pop(ready)
                try:
                    tally = self._ray.get(ready)
                except self._ray.exceptions.RayTaskError as error:
                    raise error.cause from error
                except self._ray.exceptions.RayError:
                    # The actor died, or its machine is gone; another takes its place.
                    self._waiting.appendleft(self._attempts.again(order))
                    idle.append(self._kind.remote(*self._arguments))
                    continue
                idle.append(actor)
                yield Done(order.unit, tally)
        finally:
            for actor in (*idle, *(actor for actor, _ in self._running.values())):
                self._ray.kill(actor)


def _ray() -> ModuleType:
    try:
        import ray
    except ImportError as error:
        raise RunError("the engine 'ray' needs Ray: pip install 'sanction-events[ray]'") from error
    module: ModuleType = ray
    return module
