"""Reads HTML pages as far as their markup; the article is taken out of it by the extractor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.articles.decoding import decode, refuse_binary
from pipeline.articles.files import read_all
from pipeline.articles.options import ReadOptions
from pipeline.articles.source import Draft, Source

# Browsers look for the declaration in the first 1,024 bytes; real pages have it later.
_HEAD = 8_192
_DECLARED = re.compile(
    rb"<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([\w:.-]{2,40})|<\?xml\b[^>]{0,100}?\bencoding\s*=\s*[\"']([\w:.-]{2,40})",
    re.I,
)


def read(source: Source, options: ReadOptions) -> Iterator[Draft]:
    """Yield the page's markup.

    Raises:
        ArticleError: ``binary``, ``encoding``, ``too_large``, ``unreadable``.
    """
    data = read_all(source, limit=options.max_html_bytes)
    refuse_binary(data)
    declared = _DECLARED.search(data[:_HEAD])
    name = (declared[1] or declared[2]).decode("ascii") if declared else None
    decoded = decode(data, encoding=options.encoding, declared=name)
    yield Draft(body=decoded.text, markup=True, remarks=decoded.remarks)
