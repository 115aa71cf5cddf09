"""Reads one file of the input into articles and failures; bad input never raises."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Self

from pipeline.articles.assembly import assemble
from pipeline.articles.date_lines import DateReader
from pipeline.articles.date_words import DateWords
from pipeline.articles.extractor import Extractor, PageExtractor
from pipeline.articles.formats import FORMATS
from pipeline.articles.ids import own_name
from pipeline.articles.options import ReadOptions
from pipeline.articles.source import Draft, Refused, Source, failure
from pipeline.errors import ArticleError
from pipeline.records import Article, Failure

_PAGE = re.compile(r"\s*(?:<\?xml\b[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b", re.I)
_FRAGMENT = re.compile(
    r"\s*<(?:p|div|article|section|span|strong|em|b|i|h[1-6]|ul|figure|img|a|blockquote)\b[^<>]*>", re.I
)


class ArticleReader:
    """Reads the files that ``discover`` lists. Close it, or use it in a ``with`` statement.

    Args:
        words: words of date lines, from the lexicon.
        options: those that the files are discovered with.
        extractor: takes articles out of HTML; by default a child process, started at the first page and kept
            for all files.
    """

    def __init__(self, words: DateWords, *, options: ReadOptions, extractor: Extractor | None = None) -> None:
        self._options = options
        self._dates = DateReader(words, date_order=options.date_order)
        self._own = PageExtractor(seconds=options.html_seconds)
        self._extractor = extractor or self._own

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child process, if one was started."""
        self._own.close()

    def read(self, source: Source) -> Iterator[Article | Failure]:
        """Yield the articles of a file in its order, and a failure for what in it is no article.

        HTML is also read where a plain file or the text field of a dump holds it.
        """
        if source.skipped:
            return
        if source.failure is not None:
            yield source.failure
            return
        name = _namer(source)
        try:
            for found in FORMATS[source.format].read(source, self._options):
                if isinstance(found, Refused):
                    yield failure(source, found.kind, found.message, number=found.number)
                else:
                    yield self._article(found, source, name)
        except ArticleError as error:
            yield failure(source, error.kind, str(error))

    def _article(self, draft: Draft, source: Source, name: Callable[[Draft], str]) -> Article | Failure:
        # A record takes its id whatever becomes of it, so that ids can be given out without working on the records.
        article_id = name(draft)
        try:
            draft = _without_markup(draft, self._extractor)
            return assemble(draft, source, article_id=article_id, options=self._options, dates=self._dates)
        except ArticleError as error:
            return failure(source, error.kind, str(error), number=draft.number)


def _without_markup(draft: Draft, extractor: Extractor) -> Draft:
    whole = draft.markup or _PAGE.match(draft.body) is not None
    if not whole and (draft.number is None or not _FRAGMENT.match(draft.body)):
        return draft
    page = extractor.extract(draft.body, fragment=not whole)
    return draft.model_copy(
        update={
            "title": html.unescape(draft.title) or page.title,
            "body": page.text,
            "published": (*draft.published, *page.published),
        }
    )


def _namer(source: Source) -> Callable[[Draft], str]:
    """Return a function that names a file's articles, each name once.

    A record's own id counts if it is new in its file.
    """
    taken: set[str] = set()

    def name(draft: Draft) -> str:
        if draft.number is None:
            return source.article_id
        own = own_name(source, draft.own_id)
        if source.part is not None:
            fresh = draft.number not in source.part.taken
        else:
            fresh = own not in taken
            taken.add(own)
        return own if own and fresh else f"{source.article_id}-{draft.number}"

    return name
