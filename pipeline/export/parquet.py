"""Parquet: the same tables with typed columns, lists as lists."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.export.base import Exporter, Part
from pipeline.tables import TABLES, Column, Frames, Kind

_TYPES: dict[Kind, Any] = {
    Kind.TEXT: pa.string(),
    Kind.LIST: pa.list_(pa.string()),
    Kind.INT: pa.int64(),
    Kind.FLOAT: pa.float64(),
}


class ParquetExporter(Exporter):
    """Writes ``<table>.parquet`` for every table; a row group per batch of articles."""

    NAME = "parquet"
    TITLE = "Parquet tables"
    FILES: ClassVar[Mapping[str, str]] = {table: f"{table}.parquet" for table in TABLES}

    def __init__(self, folder: Path) -> None:
        self._writers: dict[str, Any] = {}
        super().__init__(folder)

    def open(self, table: str, path: Path) -> Part:
        """Open the file of one table with its schema."""
        self._writers[table] = pq.ParquetWriter(path, arrow_schema(TABLES[table]))
        part: Part = self._writers[table]
        return part

    def feed(self, frames: Frames) -> None:
        """Append the rows of some articles."""
        for table, writer in self._writers.items():
            frame = frames[table]
            if len(frame):
                writer.write_table(pa.Table.from_pandas(frame, schema=writer.schema, preserve_index=False))


def arrow_schema(columns: tuple[Column, ...]) -> Any:
    """Return the Arrow schema of a table's columns."""
    return pa.schema([pa.field(column.name, _TYPES[column.kind]) for column in columns])
