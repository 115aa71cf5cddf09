"""Reads a finished run folder back: tables, article texts and sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from pipeline.errors import RunError
from pipeline.export.comma_separated import CsvExporter, read_csv
from pipeline.export.parquet import ParquetExporter
from pipeline.records import ArticleResult
from pipeline.run.manifest import read_report
from pipeline.run.store import Store
from pipeline.tables import TABLES, Frames, Kind


@dataclass(frozen=True)
class FinishedRun:
    """A run as it stands on disk.

    Attributes:
        tables: every table; list cells are tuples, unknown text is empty.
        texts: article id to text.
        sentences: article id to half-open sentence spans.
    """

    tables: Frames
    texts: dict[str, str]
    sentences: dict[str, list[tuple[int, int]]]


def read_run(folder: Path) -> FinishedRun:
    """Read a finished run from its Parquet tables, or from its CSV where it has no other.

    Raises:
        RunError: if the folder holds no finished run, or one without tables.
    """
    report = read_report(folder)
    written = report.get("files", ())
    whole = [
        name
        for name, kind in (("parquet", ParquetExporter), ("csv", CsvExporter))
        if all(file in written and (folder / file).is_file() for file in kind.FILES.values())
    ]
    if not whole:
        raise RunError(f"{folder}: its tables are missing; run again with --format parquet beside the other formats")
    texts: dict[str, str] = {}
    sentences: dict[str, list[tuple[int, int]]] = {}
    for result in results(folder):
        article_id = result.article.article_id
        texts[article_id] = result.article.text
        sentences[article_id] = [(sentence.start, sentence.end) for sentence in result.sentences]
    if whole[0] == "csv":
        raw = bool(report.get("raw_csv"))
        tables = {table: read_csv(folder, table, raw=raw) for table in TABLES}
    else:
        tables = {table: _table(folder, table) for table in TABLES}
    return FinishedRun(tables, texts, sentences)


def results(folder: Path) -> Iterator[ArticleResult]:
    """Yield the stored results of a finished run, article texts included, in input order."""
    store = Store(folder, storage=str(read_report(folder).get("storage", "")))
    places = store.done()
    for key in store.order():
        yield from (outcome for outcome in places.read(key) if isinstance(outcome, ArticleResult))


def _table(folder: Path, table: str) -> pd.DataFrame:
    frame = pd.read_parquet(folder / ParquetExporter.FILES[table])
    for column in TABLES[table]:
        if column.kind is Kind.LIST:
            frame[column.name] = pd.Series([tuple(cell) for cell in frame[column.name]], dtype="object")
        elif column.kind is Kind.INT:
            frame[column.name] = frame[column.name].astype("Int64")
    return frame
