"""Reads JSON files: one article, a list or mapping of articles, or a document with one somewhere in it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pipeline.articles import json_lines
from pipeline.articles.decoding import decode, refuse_binary
from pipeline.articles.faults import Fault
from pipeline.articles.fields import Held, draft, find_articles
from pipeline.articles.files import read_all
from pipeline.articles.options import ReadOptions
from pipeline.articles.source import Draft, Refused, Source
from pipeline.errors import ArticleError


def read(source: Source, options: ReadOptions) -> Iterator[Draft | Refused]:
    """Yield the articles of a JSON file; records are numbered from 1 unless the file is one article.

    A file of several JSON values is read as JSON Lines.

    Raises:
        ArticleError: ``malformed``, ``no_article``, ``binary``, ``encoding``, ``too_large``, ``unreadable``.
    """
    data = read_all(source, limit=options.max_json_bytes)
    refuse_binary(data)
    decoded = decode(data, encoding=options.encoding)
    if not decoded.text.strip():
        raise ArticleError("the file is empty", kind=Fault.EMPTY)
    try:
        document = json.loads(decoded.text)
    except json.JSONDecodeError as error:
        if error.msg != "Extra data":
            raise ArticleError(f"it is no valid JSON: {error}", kind=Fault.MALFORMED) from error
        yield from json_lines.read(source, options)
        return
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"its JSON cannot be read: {error}", kind=Fault.MALFORMED) from error
    found = find_articles(document, options.fields)
    if found is None:
        raise ArticleError(
            "it holds no record with a text field; name the field with the option 'fields'", kind=Fault.NO_ARTICLE
        )
    if isinstance(found, Held):
        article = draft(found, options.fields, number=None, remarks=decoded.remarks)
        yield from (article,) if article else ()
        return
    for number, item in enumerate(found, start=1):
        yield json_lines.record(item, options, number=number, remarks=decoded.remarks)
