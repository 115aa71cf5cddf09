"""Reads plain text: the file is the article."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.articles.decoding import decode, refuse_binary
from pipeline.articles.files import read_all
from pipeline.articles.options import ReadOptions
from pipeline.articles.source import Draft, Source


def read(source: Source, options: ReadOptions) -> Iterator[Draft]:
    """Yield the file's text.

    Raises:
        ArticleError: ``binary``, ``encoding``, ``too_large``, ``unreadable``.
    """
    data = read_all(source, limit=options.max_bytes)
    refuse_binary(data)
    decoded = decode(data, encoding=options.encoding)
    yield Draft(body=decoded.text, remarks=decoded.remarks)
