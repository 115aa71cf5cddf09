"""Writers of the run folder's files, one small module each, and their registry."""

from __future__ import annotations

from pipeline.export.base import Exporter
from pipeline.export.comma_separated import CsvExporter
from pipeline.export.json_lines import JsonLinesExporter
from pipeline.export.parquet import ParquetExporter

EXPORTERS: dict[str, type[Exporter]] = {
    "csv": CsvExporter,
    "parquet": ParquetExporter,
    "jsonl": JsonLinesExporter,
}
"""Every export format by the name that ``--format`` takes."""

__all__ = ["EXPORTERS", "Exporter"]
