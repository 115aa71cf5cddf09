"""``ledger.csv``: one row for every file of the input, in input order, that says what became of it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.export.base import temporary
from pipeline.export.comma_separated import harmless
from pipeline.records import Failure
from pipeline.run.store import Outcome
from pipeline.stages import NOT_TRIED, Source

LEDGER = "ledger.csv"
COLUMNS = ("path", "state", "articles", "failures", "error", "message")


class Line(NamedTuple):
    """One row.

    Attributes:
        state: ``done``, ``partly`` (some of a dump's records could not be used), ``failed`` or ``skipped``.
        error, message: of its first failure, or why it was skipped.
    """

    path: str
    state: str
    articles: int = 0
    failures: int = 0
    error: str = ""
    message: str = ""


class Ledger:
    """Writes the ledger while the results are merged. Close or abandon it.

    Raises:
        OSError: from every method, if it cannot be written.
    """

    def __init__(self, folder: Path, *, raw: bool = False) -> None:
        self._path = folder / LEDGER
        self._raw = raw
        self._file = temporary(self._path).open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file)
        self._writer.writerow(COLUMNS)
        self._line: Line | None = None
        self.files = 0
        self.skipped = 0

    def skip(self, sources: Iterable[Source]) -> None:
        """Add what is no input."""
        for source in sources:
            self._begin(Line(source.path, "skipped", error="hidden", message=f"{source.path}: {source.skipped}"))

    def watch(self, source: Source, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Yield the outcomes of a file or of one of its parts as they come, and count them."""
        if self._line is None or self._line.path != source.path:
            self._begin(Line(source.path, "done"))
        for outcome in outcomes:
            self._count(outcome)
            yield outcome

    def close(self) -> Path:
        """Finish the file and return its path."""
        self._end()
        self._file.close()
        return temporary(self._path).replace(self._path)

    def abandon(self) -> None:
        """Remove what was written and not closed."""
        self._file.close()
        temporary(self._path).unlink(missing_ok=True)

    def _begin(self, line: Line) -> None:
        self._end()
        self._line = line

    def _count(self, outcome: Outcome) -> None:
        line = self._line
        if line is None:
            return
        if not isinstance(outcome, Failure):
            self._line = line._replace(articles=line.articles + 1)
        elif line.failures:
            self._line = line._replace(failures=line.failures + 1)
        else:
            self._line = line._replace(failures=1, error=outcome.error, message=outcome.message)

    def _end(self) -> None:
        line = self._line
        if line is None:
            return
        if line.failures:
            passed_over = line.error in NOT_TRIED and not line.articles
            line = line._replace(state="partly" if line.articles else "skipped" if passed_over else "failed")
        self.files += 1
        self.skipped += line.state == "skipped"
        self._writer.writerow([cell if self._raw or isinstance(cell, int) else harmless(cell) for cell in line])
        self._line = None
