"""Reads JSON Lines: one article per line, in a stream; a broken line costs that line only."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO, cast

from pipeline.articles.decoding import decode, marked_encoding, refuse_binary
from pipeline.articles.faults import Fault
from pipeline.articles.fields import Held, draft
from pipeline.articles.files import opened, read_lines, stretch
from pipeline.articles.options import ReadOptions
from pipeline.articles.source import Draft, Refused, Row, Source
from pipeline.errors import ArticleError

# A line also holds escapes and the other fields of the record.
_LINE_CAP = 4
_PROBE = 65_536
_MAX_BROKEN = 100


def read(source: Source, options: ReadOptions) -> Iterator[Draft | Refused]:
    """Yield the article of each line, numbered by line from 1; blank lines count but yield nothing.

    Raises:
        ArticleError: ``malformed`` if the first 100 lines are no JSON, ``empty``, ``binary``, ``unreadable``.
    """
    with opened(source) as stream:
        probe = stream.read(_PROBE)
    refuse_binary(probe)
    marked = marked_encoding(probe)
    broken = good = 0
    first = source.part.first if source.part is not None else 1
    with stretch(source) as stream:
        if marked is not None and first == 1:
            stream.read(marked[1])
            if marked[0] != "utf-8":
                stream = cast(BinaryIO, codecs.EncodedFile(stream, "utf-8", marked[0]))
        for number, line in enumerate(read_lines(stream, limit=_LINE_CAP * options.max_bytes), start=first):
            if line is not None and not line.strip():
                continue
            found = _line(line, options, number)
            broken += isinstance(found, Refused) and found.kind == Fault.MALFORMED
            good += isinstance(found, Draft)
            yield found
            if first == 1 and not good and broken == _MAX_BROKEN:
                raise _no_json_lines(broken)
    if not good and not broken and not probe.strip():
        raise ArticleError("the file is empty", kind=Fault.EMPTY)


def rows(source: Source, options: ReadOptions) -> Iterator[Row]:
    """Yield the lines of a file that can be worked on in parts; nothing where it cannot.

    Raises:
        ArticleError: as ``read``.
    """
    with opened(source) as stream:
        probe = stream.read(_PROBE)
    refuse_binary(probe)
    marked = marked_encoding(probe)
    if marked is not None and marked[0] != "utf-8":
        return
    limit = _LINE_CAP * options.max_bytes
    with opened(source) as stream:
        number = broken = good = 0
        whole = True
        while data := stream.readline(limit + 1):
            number += whole
            # A line beyond the limit comes in several pieces, none of which is read.
            fits = whole and len(data) <= limit
            whole = data.endswith(b"\n")
            found = _line(data.removeprefix(codecs.BOM_UTF8), options, number) if fits and data.strip() else None
            good += isinstance(found, Draft)
            broken += isinstance(found, Refused) and found.kind == Fault.MALFORMED
            if not good and broken == _MAX_BROKEN:
                raise _no_json_lines(broken)
            yield Row(data, number, found.own_id if isinstance(found, Draft) else "")


def record(item: object, options: ReadOptions, *, number: int, remarks: tuple[str, ...]) -> Draft | Refused:
    """Return the article of one JSON value, or why it holds none."""
    held = item if isinstance(item, Held) else Held(item) if isinstance(item, dict) else None
    if held is None:
        return Refused(number=number, kind=Fault.NO_ARTICLE, message=f"record {number} is no JSON object")
    article = draft(held, options.fields, number=number, remarks=remarks)
    if article is not None:
        return article
    known = ", ".join(list(held.record)[:20])
    message = f"record {number} has no text field; its fields are: {known}; name it with the option 'fields'"
    return Refused(number=number, kind=Fault.NO_ARTICLE, message=message)


def _no_json_lines(broken: int) -> ArticleError:
    return ArticleError(f"its first {broken} lines are no valid JSON; is it JSON Lines?", kind=Fault.MALFORMED)


def _line(line: bytes | None, options: ReadOptions, number: int) -> Draft | Refused:
    if line is None:
        message = f"line {number} is longer than {_LINE_CAP * options.max_bytes:,} bytes"
        return Refused(number=number, kind=Fault.TOO_LARGE, message=message)
    try:
        decoded = decode(line, encoding=options.encoding)
        return record(json.loads(decoded.text), options, number=number, remarks=decoded.remarks)
    except ArticleError as error:
        return Refused(number=number, kind=error.kind, message=f"line {number}: {error}")
    except json.JSONDecodeError as error:
        message = f"line {number} is no valid JSON: {error.msg} at column {error.colno}"
    except (ValueError, RecursionError) as error:
        message = f"line {number}: its JSON cannot be read: {error}"
    return Refused(number=number, kind=Fault.MALFORMED, message=message)
