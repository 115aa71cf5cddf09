"""CSV: UTF-8, RFC 4180, lists joined by " | ", unknown is the empty cell.

A cell of text that a spreadsheet would take for a formula gets an apostrophe before it, as articles are written by
strangers: ``=HYPERLINK(...)`` becomes ``'=HYPERLINK(...)``. ``read_csv`` takes it off again.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

import pandas as pd

from pipeline.export.base import Exporter, Part
from pipeline.tables import JOINER, TABLES, Column, Frames, Kind, cell_text, frame_of

# The signs that open a formula, plain and as East Asian spreadsheets read them; tabs and line ends are skipped by some.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def harmless(text: str) -> str:
    """Return a cell's text as a spreadsheet shows and does not run it; ``original`` gives the text back."""
    return f"'{text}" if _FORMULA.match(text) else text


def original(text: str) -> str:
    """Return the text that ``harmless`` was given."""
    return text[1:] if text[:1] == "'" and _FORMULA.match(text, 1) else text


class CsvExporter(Exporter):
    """Writes ``<table>.csv`` for every table, header row always present."""

    NAME = "csv"
    TITLE = "CSV tables"
    FILES: ClassVar[Mapping[str, str]] = {table: f"{table}.csv" for table in TABLES}

    def __init__(self, folder: Path) -> None:
        self._writers: dict[str, Any] = {}
        super().__init__(folder)

    def open(self, table: str, path: Path) -> Part:
        """Open the file of one table and write its header."""
        file = path.open("w", encoding="utf-8", newline="")
        self._writers[table] = csv.writer(file)
        self._writers[table].writerow([column.name for column in TABLES[table]])
        return file

    def feed(self, frames: Frames) -> None:
        """Append the rows of some articles."""
        for table, writer in self._writers.items():
            frame = frames[table]
            cells = [self._cells(frame[column.name], column) for column in TABLES[table]]
            writer.writerows(zip(*cells, strict=True))

    def _cells(self, values: Any, column: Column) -> list[str]:
        texts = list(map(cell_text, values.tolist()))
        is_text = column.kind in (Kind.TEXT, Kind.LIST)
        return list(map(harmless, texts)) if is_text and not self.raw else texts


def read_csv(folder: Path, table: str, *, raw: bool = False) -> pd.DataFrame:
    """Return a table of a run folder as the frame that it was written from; floats have three places.

    Args:
        folder: the run folder.
        table: name in ``TABLES``.
        raw: whether the run wrote its cells as they are.

    Raises:
        OSError: if it cannot be read.
    """
    with (folder / CsvExporter.FILES[table]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    columns = TABLES[table]
    return frame_of(table, [{column.name: _value(row[column.name], column, raw) for column in columns} for row in rows])


def _value(cell: str, column: Column, raw: bool) -> Any:
    if column.kind is Kind.INT:
        return int(cell) if cell else None
    if column.kind is Kind.FLOAT:
        return float(cell) if cell else float("nan")
    text = cell if raw else original(cell)
    if column.kind is Kind.TEXT:
        return text
    return tuple(text.split(JOINER)) if text else ()
