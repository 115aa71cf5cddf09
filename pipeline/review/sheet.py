"""The review sheet as CSV: one event to a row, to be decided and corrected in any spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from pipeline.errors import GoldError
from pipeline.export.comma_separated import harmless, original
from pipeline.review.rows import CELLS, ReviewRow, Verdict

_FIXED = ("key", "verdict", "doubtful", "article_id", "confidence")
_LAST = ("evidence", "context", "note", "start")
COLUMNS = (*_FIXED, *CELLS, *_LAST)
"""Columns of the sheet. ``verdict`` is right, wrong or empty; a row with an empty ``key`` adds an event."""


def write_sheet(path: Path, rows: Iterable[ReviewRow]) -> None:
    """Write the sheet.

    Raises:
        OSError: if it cannot be written.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for row in rows:
            cells = sheet_cells(row)
            writer.writerow([harmless(cells[name]) for name in COLUMNS])


def sheet_cells(row: ReviewRow) -> dict[str, str]:
    """Return the cells of a row of the sheet by column."""
    start = "" if row.start is None else str(row.start)
    told = {"verdict": row.verdict.value, "doubtful": "yes" if row.doubtful else "no", "start": start}
    return {**row.model_dump(include={*_FIXED, *_LAST}), **row.cells, **told}


def read_sheet(path: Path) -> list[ReviewRow]:
    """Read a sheet with its decisions; blanks round a cell do not count.

    Raises:
        GoldError: it is no such sheet, or a row cannot be understood; the message names the row.
        OSError: if it cannot be read.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.DictReader(file, strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise GoldError(f"{path}: is no CSV in UTF-8 ({error}); save it as CSV UTF-8") from error
    missing = [name for name in COLUMNS if lines and name not in lines[0]]
    if missing:
        raise GoldError(f"{path}: column {missing[0]!r} is missing; keep the columns that `review export` wrote")
    return [
        row_of({name: original((line[name] or "").strip()) for name in COLUMNS}, f"{path}, row {number}")
        for number, line in enumerate(lines, start=2)
        if any((line[name] or "").strip() for name in COLUMNS)
    ]


def row_of(cells: dict[str, str], where: str) -> ReviewRow:
    """Return the row of the sheet's cells by column.

    Raises:
        GoldError: naming the place and the cell at fault.
    """
    verdicts = {verdict.value: verdict for verdict in Verdict}
    verdict = verdicts.get(cells["verdict"].lower())
    if verdict is None:
        raise GoldError(f"{where}: verdict {cells['verdict']!r} is not right, wrong or empty")
    if not cells["key"] and verdict is not Verdict.RIGHT:
        raise GoldError(f"{where}: a row without key adds an event; its verdict must be right")
    return ReviewRow(
        verdict=verdict,
        doubtful=cells["doubtful"] != "no",
        cells={name: cells[name] for name in CELLS},
        start=int(cells["start"]) if cells["start"].isdecimal() else None,
        **{name: cells[name] for name in ("key", "article_id", "confidence", "evidence", "context", "note")},
    )
