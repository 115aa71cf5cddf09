"""CSV: UTF-8, RFC 4180, lists joined by " | ", unknown is the empty cell."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

from pipeline.export.base import Exporter, Part
from pipeline.tables import TABLES, Frames, cell_text


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
            for row in frames[table].itertuples(index=False, name=None):
                writer.writerow([cell_text(value) for value in row])
