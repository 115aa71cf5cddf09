"""Reads a finished run folder back: tables, article texts and sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from pipeline.errors import RunError
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
    """Read a finished run from its Parquet tables.

    Raises:
        RunError: if the folder holds no finished run, or one without Parquet.
    """
    written = read_report(folder).get("files", ())
    missing = [name for name in ParquetExporter.FILES.values() if name not in written or not (folder / name).is_file()]
    if missing:
        raise RunError(f"{folder}: {missing[0]} is missing; run again with --format parquet beside the other formats")
    texts: dict[str, str] = {}
    sentences: dict[str, list[tuple[int, int]]] = {}
    for result in results(folder):
        article_id = result.article.article_id
        texts[article_id] = result.article.text
        sentences[article_id] = [(sentence.start, sentence.end) for sentence in result.sentences]
    return FinishedRun({table: _table(folder, table) for table in TABLES}, texts, sentences)


def results(folder: Path) -> Iterator[ArticleResult]:
    """Yield the stored results of a finished run, article texts included, in input order."""
    store = Store(folder)
    places = store.done()
    for key in store.order():
        yield from (outcome for outcome in places.read(key) if isinstance(outcome, ArticleResult))


def _table(folder: Path, table: str) -> pd.DataFrame:
    frame = pd.read_parquet(folder / ParquetExporter.FILES[table])
    for column in TABLES[table]:
        if column.kind is Kind.LIST:
            frame[column.name] = pd.Series([tuple(cell) for cell in frame[column.name]], dtype="object")
    return frame
