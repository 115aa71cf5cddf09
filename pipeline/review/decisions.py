"""Decisions of reviewers, kept beside the gold they lead to, by what they are about and not by run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from pipeline.export.base import temporary
from pipeline.review.rows import ReviewRow, Verdict
from pipeline.review.sheet import read_sheet, write_sheet

FILE = "decisions.csv"


class Decisions:
    """The decisions of a folder of gold.

    Attributes:
        by_key: of events that a run has found.
        added: events that reviewers added, by article.
    """

    def __init__(self, folder: Path) -> None:
        """Read the decisions of a folder; of one without any there are none.

        Raises:
            GoldError: if the file of decisions is damaged.
        """
        self._path = folder / FILE
        self.by_key: dict[str, ReviewRow] = {}
        self.added: dict[str, list[ReviewRow]] = {}
        if self._path.is_file():
            self.take(read_sheet(self._path))

    def take(self, rows: Iterable[ReviewRow]) -> int:
        """Add decided rows, the later one of a key counting, and return their number; open ones are passed over."""
        count = 0
        for row in rows:
            if row.verdict is Verdict.OPEN:
                continue
            count += 1
            if row.key:
                self.by_key[row.key] = row
            elif all(_content(row) != _content(one) for one in self.added.get(row.article_id, ())):
                self.added.setdefault(row.article_id, []).append(row)
        return count

    def rows(self) -> list[ReviewRow]:
        """Return all decisions, by article and key."""
        found = [*self.by_key.values(), *(row for rows in self.added.values() for row in rows)]
        return sorted(found, key=lambda row: (row.article_id, row.start is None, row.start or 0, row.key, row.evidence))

    def write(self) -> None:
        """Write the decisions, whole or not at all.

        Raises:
            OSError: if they cannot be written.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        part = temporary(self._path)
        write_sheet(part, self.rows())
        part.replace(self._path)


def _content(row: ReviewRow) -> tuple[str, Mapping[str, str]]:
    return row.evidence, row.cells
