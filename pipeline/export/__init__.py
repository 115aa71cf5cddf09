"""Writers of the run folder's files, one small module each, and their registry."""

from __future__ import annotations

from pipeline.export.base import Exporter
from pipeline.export.brat import BratExporter
from pipeline.export.comma_separated import CsvExporter
from pipeline.export.doc_bin import DocBinExporter
from pipeline.export.duck_database import DuckDatabaseExporter
from pipeline.export.follow_the_money import FollowTheMoneyExporter
from pipeline.export.json_lines import JsonLinesExporter
from pipeline.export.label_studio import LabelStudioExporter
from pipeline.export.parquet import ParquetExporter
from pipeline.export.polecat import PolecatExporter

EXPORTERS: dict[str, type[Exporter]] = {
    "csv": CsvExporter,
    "parquet": ParquetExporter,
    "jsonl": JsonLinesExporter,
    "duckdb": DuckDatabaseExporter,
    "followthemoney": FollowTheMoneyExporter,
    "brat": BratExporter,
    "labelstudio": LabelStudioExporter,
    "spacy": DocBinExporter,
    "polecat": PolecatExporter,
}
"""Every export format by the name that ``--format`` takes."""

__all__ = ["EXPORTERS", "Exporter"]
