"""Keeps two runs out of one folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pipeline.errors import RunError
from pipeline.run.store import WORK

_LOCK = "lock"


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold a run folder for this process; the system lets go of it however the process ends.

    Raises:
        RunError: if another run holds it, or the folder cannot be made.
    """
    path = out / WORK / _LOCK
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a")
    except OSError as error:
        raise RunError(f"{out}: cannot write here ({error.strerror or error}); choose another --out") from error
    with file:
        _hold(file, out)
        yield


def _hold(file: IO[str], out: Path) -> None:
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise RunError(f"{out}: another run is at work here; wait for it, or choose another --out") from error
    except OSError:
        # Some network file systems have no locks.
        return
