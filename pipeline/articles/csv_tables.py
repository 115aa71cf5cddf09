"""Reads CSV and TSV tables of articles in a stream: a header row, one article per row."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, NamedTuple

from pipeline.articles.decoding import decode, marked_encoding, refuse_binary
from pipeline.articles.faults import Fault
from pipeline.articles.fields import Held, draft
from pipeline.articles.files import opened, stretch
from pipeline.articles.options import ReadOptions
from pipeline.articles.source import Draft, Refused, Row, Source
from pipeline.errors import ArticleError

_DELIMITERS = (",", ";", "\t", "|")
_CHUNK = 1 << 20
_CELL_CAP = 100_000_000
# In these encodings the byte of a line feed is no part of another character, so that lines can be told before decoding.
_SINGLE_LINE_ENDS = re.compile(r"utf-8|ascii|cp125\d|cp850|iso8859-\d+|koi8-[rtu]|mac-roman")
_LONE_RETURN = re.compile(rb"\r(?!\n)")


class _Form(NamedTuple):
    """How a table is written.

    Attributes:
        skip: length of its byte order mark.
        first: its first line.
    """

    encoding: str
    skip: int
    delimiter: str
    header: list[str]
    first: str


def read(source: Source, options: ReadOptions) -> Iterator[Draft | Refused]:
    """Yield the article of each row, numbered from 1 below the header; rows without any cell are left out.

    The delimiter is the one that parts the header into the most columns, commas first. Quotes are read strictly,
    as a stray one would silently move words to other cells: such a row is refused. Two passes: the first finds
    the encoding.

    Raises:
        ArticleError: ``no_article`` without a column for the text, ``empty``, ``binary``, ``encoding``, ``unreadable``.
    """
    form = _form(source, options)
    remarks = () if form.encoding == "utf-8" else (f"decoded:{form.encoding}",)
    number = first = source.part.first if source.part is not None else 0
    with stretch(source) as stream:
        if source.part is None:
            stream.read(form.skip)
        with io.TextIOWrapper(stream, encoding=form.encoding, newline="") as text:
            try:
                for number, row in enumerate(_rows(text, form.delimiter), start=first):
                    if source.part is None and number == 0:
                        continue  # the header
                    if isinstance(row, str):
                        message = f"row {number} is no valid CSV: {row}; is there a stray quote?"
                        yield Refused(number=number, kind=Fault.MALFORMED, message=message)
                    elif any(cell.strip() for cell in row):
                        yield _record(form.header, row, options, number, remarks)
            except UnicodeDecodeError as error:
                message = (
                    f"after row {number} it is no longer {form.encoding}; name the encoding with the option 'encoding'"
                )
                raise ArticleError(message, kind=Fault.ENCODING) from error


def rows(source: Source, options: ReadOptions) -> Iterator[Row]:
    """Yield the rows of a file that can be worked on in parts, the header as number 0; nothing where it cannot.

    Raises:
        ArticleError: as ``read``.
    """
    form = _form(source, options)
    if not _SINGLE_LINE_ENDS.fullmatch(form.encoding) or len(form.first) >= _CHUNK:
        return
    seen: list[bytes] = []
    with opened(source) as stream:
        try:
            for number, row in enumerate(_rows(_decoded(stream, form, seen), form.delimiter)):
                found = _record(form.header, row, options, number, ()) if number and not isinstance(row, str) else None
                yield Row(b"".join(seen), number, found.own_id if isinstance(found, Draft) else "")
                seen.clear()
        except UnicodeDecodeError as error:
            raise ArticleError(f"it is no {form.encoding} throughout", kind=Fault.ENCODING) from error


def _decoded(stream: BinaryIO, form: _Form, seen: list[bytes]) -> Iterator[str]:
    """Yield the lines of a table and note their bytes."""
    mark = stream.read(form.skip)
    while line := stream.readline():
        if _LONE_RETURN.search(line):
            raise ArticleError("a line of it ends in CR alone", kind=Fault.MALFORMED)
        seen.append(mark + line)
        mark = b""
        yield line.decode(form.encoding)


def _form(source: Source, options: ReadOptions) -> _Form:
    # The module's limit is for all its readers, 131,072 characters by default; ours bounds what an open quote takes.
    csv.field_size_limit(max(_CELL_CAP, options.max_bytes))
    encoding, skip = _encoding(source, options)
    with opened(source) as stream:
        stream.read(skip)
        with io.TextIOWrapper(stream, encoding=encoding, newline="") as text:
            try:
                first = text.readline(_CHUNK)
                delimiter = "\t" if source.format == "tsv" else max(_DELIMITERS, key=first.count)
                header = _header(next(_rows(itertools.chain((first,), text), delimiter), []), options)
            except UnicodeDecodeError as error:
                raise ArticleError(f"its header is not {encoding}", kind=Fault.ENCODING) from error
    return _Form(encoding, skip, delimiter, header, first)


def _rows(lines: Iterable[str], delimiter: str) -> Iterator[list[str] | str]:
    """Yield the cells of each row, or why the row cannot be read."""
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        try:
            yield next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield str(error)


def _header(row: Sequence[str] | str, options: ReadOptions) -> list[str]:
    if isinstance(row, str):
        raise ArticleError(f"its header is no valid CSV: {row}", kind=Fault.MALFORMED)
    header = [name.strip() for name in row]
    if not any(header):
        raise ArticleError("the file is empty", kind=Fault.EMPTY)
    if draft(Held(dict.fromkeys(header, "x")), options.fields, number=None) is None:
        columns = ", ".join(header[:20])
        raise ArticleError(
            f"no column holds a text; the columns are: {columns}; name it with the option 'fields'",
            kind=Fault.NO_ARTICLE,
        )
    return header


def _record(
    header: Sequence[str], row: Sequence[str], options: ReadOptions, number: int, remarks: tuple[str, ...]
) -> Draft | Refused:
    if any(cell.strip() for cell in row[len(header) :]):
        message = f"row {number} has {len(row)} cells for {len(header)} columns; a text with commas needs quotes"
        return Refused(number=number, kind=Fault.MALFORMED, message=message)
    article = draft(Held(dict(zip(header, row, strict=False))), options.fields, number=number, remarks=remarks)
    return article or Refused(number=number, kind=Fault.EMPTY, message=f"row {number} has no text")


def _encoding(source: Source, options: ReadOptions) -> tuple[str, int]:
    """Return the encoding of the whole file, and the length of its byte order mark."""
    with opened(source) as stream:
        probe = stream.read(_CHUNK)
        refuse_binary(probe)
        marked = marked_encoding(probe)
        if options.encoding is not None:
            return codecs.lookup(options.encoding).name, 0
        if marked is not None:
            return marked
        sample = _first_not_utf8(probe, stream)
    if sample is None:
        return "utf-8", 0
    # A mix of encodings cannot be read in a stream; Windows' own is then what the stray bytes are in.
    return decode(sample).encoding.removeprefix("utf-8+"), 0


def _first_not_utf8(probe: bytes, stream: BinaryIO) -> bytes | None:
    """Return the first part of the file that is not UTF-8, or None."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    chunk = probe
    while chunk:
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError:
            return chunk
        chunk = stream.read(_CHUNK)
    return None
