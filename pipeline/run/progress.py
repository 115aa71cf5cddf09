"""How far a run is, and what its stages cost."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable

from pipeline.records import Record
from pipeline.run.units import Done


class Progress(Record):
    """How far a run is.

    Attributes:
        done: input files done, those of earlier runs included; parts of large dumps count as files.
        total: input files.
        resumed: input files that earlier runs had done.
        articles, failures, words: of this run.
        seconds: since this run began to work on files.
    """

    done: int
    total: int
    resumed: int = 0
    articles: int = 0
    failures: int = 0
    words: int = 0
    seconds: float = 0.0

    @property
    def remaining(self) -> float | None:
        """Seconds that the rest will take at this rate; None before anything is done."""
        worked = self.done - self.resumed
        return (self.total - self.done) * self.seconds / worked if worked else None

    @property
    def rate(self) -> float:
        """Words per second."""
        return self.words / self.seconds if self.seconds else 0.0


Report = Callable[[Progress], None]


class Tracker:
    """Adds up what the units come to.

    Attributes:
        stages: seconds by stage, of all workers together.
    """

    def __init__(self, *, resumed: int, total: int, report: Report | None) -> None:
        self._resumed, self._done, self._total = resumed, resumed, total
        self._report = report
        self._began = time.perf_counter()
        self._counts: Counter[str] = Counter()
        self.stages: Counter[str] = Counter()

    def add(self, done: Done) -> None:
        """Count a unit, and tell of it."""
        self._done += len(done.unit.tasks)
        tally = done.tally
        self._counts.update(articles=tally.articles, failures=tally.failures, words=tally.words)
        self.stages.update(tally.seconds)
        if self._report is not None:
            self._report(
                Progress(
                    done=self._done,
                    total=self._total,
                    resumed=self._resumed,
                    seconds=time.perf_counter() - self._began,
                    **self._counts,
                )
            )
