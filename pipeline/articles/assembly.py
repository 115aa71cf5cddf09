"""Makes the ``Article``: its text, headline, publication date and status.

The text is the file's own, decoded, without a byte order mark and with every line end (CR LF or CR alone) as one line
feed, nothing else changed. Where the format keeps the title apart, the text is the title (blanks and line ends in
it as single blanks), an empty line and the body; a body that opens with the title already stays as it is.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date

from pipeline.articles.date_lines import DateReader, date_in_name
from pipeline.articles.faults import Fault
from pipeline.articles.head import date_line, head_lines, headline
from pipeline.articles.options import ReadOptions
from pipeline.articles.source import Draft, Source
from pipeline.errors import ArticleError
from pipeline.records import Article, Span
from pipeline.vocabularies import PublishedBasis

_SURROGATE = re.compile("[\ud800-\udfff]")
_ADDRESS = re.compile(r"(?:https?:)?//(?:www\.)?(?P<host>[\w.-]+)", re.IGNORECASE)
_LONGEST_NAME = 80
"""Characters up to which a field's value can be a publisher's name."""


def assemble(draft: Draft, source: Source, *, article_id: str, options: ReadOptions, dates: DateReader) -> Article:
    """Return the article of a draft whose body is text.

    Raises:
        ArticleError: ``empty``, ``too_large``, ``binary``.
    """
    title = " ".join(_lines(draft.title).split())
    body = _lines(draft.body)
    if not any(map(str.isalnum, body)):
        raise ArticleError("it holds no letter or digit", kind=Fault.EMPTY)
    text, span = _titled(title, body)
    remarks = draft.remarks
    if _SURROGATE.search(text):
        # JSON can hold halves of characters, which no file can; each is replaced by one sign, so offsets stay.
        text = _SURROGATE.sub("\ufffd", text)
        remarks = (*remarks, "replaced:surrogates")
    data = _utf8(text, options)
    lines = head_lines(text, dates=dates)
    stated = next((day for value in draft.published if (day := dates.value(value)) is not None), None)
    if stated is None and draft.published:
        remarks = (*remarks, f"date_unread:{' '.join(draft.published[0].split())[:40]}")
    # The name of a dump dates the dump, not its articles.
    named = date_in_name(source.file.name) if draft.number is None else None
    published, basis = _published(stated, date_line(lines), named, options=options)
    return Article(
        article_id=article_id,
        path=source.path if draft.number is None else f"{source.path}#{draft.number}",
        text=text,
        title=_read_again(span, text) if span is not None else headline(text, lines, dates=dates),
        published=published,
        published_basis=basis,
        sha256=hashlib.sha256(data).hexdigest(),
        status=" | ".join(remarks) or "ok",
        source=source_name(draft.source),
    )


def source_name(value: str) -> str:
    """Return who published an article by a field's value: a name as it is, of an address its host without "www."."""
    text = _SURROGATE.sub("\ufffd", value.strip())
    match = _ADDRESS.match(text)
    if match is not None:
        return match["host"].casefold()
    return text if len(text) <= _LONGEST_NAME and len(text.splitlines()) == 1 else ""


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _titled(title: str, body: str) -> tuple[str, Span | None]:
    if not title:
        return body, None
    start = len(body) - len(body.lstrip())
    end = start + len(title)
    if body.startswith(title, start) and body[end : end + 1] in ("", "\n"):
        return body, Span(start=start, end=end, text=title)
    return f"{title}\n\n{body}", Span(start=0, end=len(title), text=title)


def _read_again(span: Span, text: str) -> Span:
    return Span(start=span.start, end=span.end, text=text[span.start : span.end])


def _utf8(text: str, options: ReadOptions) -> bytes:
    data = text.encode()
    if len(data) > options.max_bytes:
        raise ArticleError(f"its text is larger than {options.max_bytes:,} bytes, the cap", kind=Fault.TOO_LARGE)
    if 0 in data:
        raise ArticleError(f"it holds a NUL character at position {text.index(chr(0))}: no text", kind=Fault.BINARY)
    return data


def _published(
    stated: date | None, dated: date | None, named: date | None, *, options: ReadOptions
) -> tuple[date | None, PublishedBasis]:
    """Return the publication date by the strongest evidence, and which that was."""
    if options.published is not None and options.override_published:
        return options.published, PublishedBasis.OPTION
    for day, basis in (
        (stated, PublishedBasis.METADATA),
        (dated, PublishedBasis.DATELINE),
        (named, PublishedBasis.FILENAME),
        (options.published, PublishedBasis.OPTION),
    ):
        if day is not None:
            return day, basis
    return None, PublishedBasis.NONE
