"""The formats that are read. A new one is a file with a ``read`` function and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from pipeline.articles import csv_tables, html_pages, json_documents, json_lines, plain_text
from pipeline.articles.options import ReadOptions
from pipeline.articles.source import Draft, Refused, Row, Source


class Format(NamedTuple):
    """A format of article files.

    Attributes:
        suffixes: suffixes of its files, in lower case; "" for files without one.
        read: yields what a file holds, in its order; raises ``ArticleError`` where nothing more can be read.
        dump: whether a file may hold many articles.
        rows: yields the records of a file as they stand in it, so that it can be worked on in parts.
    """

    suffixes: tuple[str, ...]
    read: Callable[[Source, ReadOptions], Iterator[Draft | Refused]]
    dump: bool = False
    rows: Callable[[Source, ReadOptions], Iterator[Row]] | None = None


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "plain": Format(("", ".txt", ".text", ".md", ".markdown"), plain_text.read),
        "html": Format((".html", ".htm", ".xhtml"), html_pages.read),
        "json": Format((".json",), json_documents.read, dump=True),
        "jsonl": Format((".jsonl", ".ndjson"), json_lines.read, dump=True, rows=json_lines.rows),
        "csv": Format((".csv",), csv_tables.read, dump=True, rows=csv_tables.rows),
        "tsv": Format((".tsv", ".tab"), csv_tables.read, dump=True, rows=csv_tables.rows),
    }
)
