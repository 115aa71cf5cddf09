"""The local engine: several processes, each with its own model; safe where processes are spawned.

A process that dies, or hangs over one article, costs at most that article (see ``attempts``). One that has grown too
large is replaced after its unit.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

from pipeline.errors import PipelineError, RunError
from pipeline.run.attempts import Attempts
from pipeline.run.store import Store
from pipeline.run.units import Done, Order, Tally, Unit
from pipeline.run.work import Worker
from pipeline.settings import Settings

_LARGEST = 3 << 30
"""Bytes of memory above which a worker process is replaced."""
_PATIENCE, _PER_CHARACTER = 600.0, 0.001
"""Seconds that one article may take, and those added for every character of it: a hundred times the usual."""
_END_SECONDS = 5.0


@dataclass(slots=True)
class _Hand:
    """A worker process and what it is at.

    Attributes:
        deadline: when it is taken to hang; its first article waits for the model.
    """

    process: SpawnProcess
    pipe: Connection
    order: Order | None = None
    deadline: float = float("inf")

    def give(self, order: Order) -> None:
        """Hand a unit over."""
        self.order = order
        self.deadline = time.monotonic() + _PATIENCE
        self.pipe.send(order)

    def end(self, *, seconds: float) -> None:
        """End the process, by force if it does not go by itself in time."""
        with suppress(OSError):
            self.pipe.send(None)
        self.pipe.close()
        self.process.join(seconds)
        if self.process.is_alive():
            self.process.terminate()
            self.process.join(_END_SECONDS)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.process.close()


def processes(units: Sequence[Unit], settings: Settings, folder: Path, workers: int) -> Iterator[Done]:
    """Work on the units in several processes.

    Raises:
        RunError: if processes are killed again and again.
        PipelineError: what a worker raises that is no fault of an article: no model, no room.
    """
    crew = _Crew(units, settings, folder, workers)
    try:
        yield from crew.run()
    except BaseException:
        # Ctrl-C or a fault: units in hand are lost, and done anew by the next run.
        crew.end(seconds=0.0)
        raise
    crew.end(seconds=_END_SECONDS)


class _Crew:
    def __init__(self, units: Sequence[Unit], settings: Settings, folder: Path, workers: int) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._waiting = deque(Order(unit) for unit in units)
        self._settings, self._folder, self._workers = settings, folder, workers
        self._attempts = Attempts(Store(folder, storage=settings.storage))
        self._hands: list[_Hand] = []

    def run(self) -> Iterator[Done]:
        """Yield the units as they are done."""
        while True:
            self._occupy()
            busy = {hand.pipe: hand for hand in self._hands if hand.order is not None}
            if not busy:
                return
            next_deadline = min(hand.deadline for hand in busy.values())
            ready = wait(list(busy), timeout=max(0.0, next_deadline - time.monotonic()))
            for pipe in ready:
                done = self._hear(busy[pipe])  # type: ignore[index]
                if done is not None:
                    yield done
            for hand in busy.values():
                if hand.order is not None and time.monotonic() > hand.deadline:
                    hand.process.kill()
                    self._lost(hand, why="timeout")

    def end(self, *, seconds: float) -> None:
        """End all processes."""
        for hand in self._hands:
            hand.end(seconds=seconds)
        self._hands.clear()

    def _occupy(self) -> None:
        """Give work to every process that has none, starting those that are missing."""
        for hand in self._hands:
            if hand.order is None and self._waiting:
                hand.give(self._waiting.popleft())
        while self._waiting and len(self._hands) < self._workers:
            ours, theirs = self._context.Pipe()
            process = self._context.Process(target=_serve, args=(theirs, self._settings, self._folder), daemon=False)
            process.start()
            theirs.close()
            hand = _Hand(process, ours)
            self._hands.append(hand)
            hand.give(self._waiting.popleft())

    def _hear(self, hand: _Hand) -> Done | None:
        try:
            said: Any = hand.pipe.recv()
        except (EOFError, ConnectionError):
            self._lost(hand, why="died")
            return None
        if isinstance(said, Exception):
            raise said
        if isinstance(said, int):
            hand.deadline = time.monotonic() + _PATIENCE + _PER_CHARACTER * said
            return None
        tally: Tally = said
        unit = hand.order.unit if hand.order is not None else None
        hand.order, hand.deadline = None, float("inf")
        if tally.memory > _LARGEST:
            self._dismiss(hand, seconds=_END_SECONDS)
        return Done(unit, tally) if unit is not None else None

    def _lost(self, hand: _Hand, *, why: str) -> None:
        if hand.order is not None:
            self._waiting.appendleft(self._attempts.again(hand.order, why=why))
        self._dismiss(hand, seconds=0.0)

    def _dismiss(self, hand: _Hand, *, seconds: float) -> None:
        self._hands.remove(hand)
        hand.end(seconds=seconds)


def _serve(pipe: Connection, settings: Settings, folder: Path) -> None:
    """Work on units until told that there are no more, or until nobody is there; the life of a worker process."""
    # Ctrl-C reaches all processes of a terminal: the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    worker: Worker | None = None
    try:
        while True:
            order: Order | None = pipe.recv()
            if order is None:
                return
            try:
                worker = worker or Worker(settings, Store(folder, storage=settings.storage))
                pipe.send(worker.work(order, told=pipe.send))
            except PipelineError as error:
                pipe.send(error)
            except (EOFError, ConnectionError):
                raise
            except Exception as error:  # a fault outside any article is told as such, not as a death
                pipe.send(RunError(f"a worker failed: {type(error).__name__}: {error}; please report it"))
    except (EOFError, ConnectionError):
        # Nobody is there any more to work for.
        return
    finally:
        if worker is not None:
            worker.close()
