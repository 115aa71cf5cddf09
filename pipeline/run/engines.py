"""Where units are worked on: in this process, or in several processes of this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from pipeline.errors import RunError
from pipeline.run.store import Store
from pipeline.run.units import Unit
from pipeline.run.work import Worker
from pipeline.settings import Settings

Engine = Callable[[Sequence[Unit], Settings, Path, int], Iterator[Unit]]
"""Works on units and yields each one when its result is stored, in any order."""

_AHEAD = 2
"""Units handed out beyond one per worker, so that none waits."""

_task: tuple[Settings, Path] | None = None
_worker: Worker | None = None


def in_process(units: Sequence[Unit], settings: Settings, folder: Path, workers: int) -> Iterator[Unit]:
    """Work on the units one after another in this process."""
    if not units:
        return
    with Worker(settings, Store(folder)) as worker:
        for unit in units:
            worker.work(unit)
            yield unit


def processes(units: Sequence[Unit], settings: Settings, folder: Path, workers: int) -> Iterator[Unit]:
    """Work on the units in several processes, each with its own model; safe where processes are spawned.

    Raises:
        RunError: if a process was killed.
    """
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(settings, folder))
    waiting = iter(units)
    running: dict[Future[None], Unit] = {}
    try:
        while True:
            while len(running) < workers + _AHEAD and (unit := next(waiting, None)) is not None:
                running[pool.submit(_work, unit)] = unit
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                future.result()
                yield running.pop(future)
    except BrokenProcessPool as error:
        raise RunError(
            "a worker process was killed, perhaps for want of memory; give the same command with fewer --workers, "
            "it goes on from here"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _start(settings: Settings, folder: Path) -> None:
    """Prepare a worker process; its model is loaded with the first unit, so that a fault of it is told as such."""
    global _task
    _task = settings, folder
    # Ctrl-C reaches all processes of a terminal: the first one ends the run, the others finish their unit.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, which otherwise waits for units for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(unit: Unit) -> None:
    global _worker
    if _worker is None:
        if _task is None:
            raise RunError("a worker process was not told what it works for; please report it")
        settings, folder = _task
        _worker = Worker(settings, Store(folder))
    _worker.work(unit)
