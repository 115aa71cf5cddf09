"""Files to the pieces that are worked on by themselves: large dumps in parts, every other file whole.

Where a dump is parted depends on its content alone, and by its size only in steps, so that a dump that has grown at
its end keeps most of its parts. The whole dump is read once for it, in a stream.
"""

from __future__ import annotations

import hashlib
import itertools
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from pipeline.articles.formats import FORMATS
from pipeline.articles.ids import own_name
from pipeline.articles.options import ReadOptions
from pipeline.articles.source import Part, Row, Source
from pipeline.errors import ArticleError

_SMALLEST, _LARGEST = 1 << 18, 1 << 24
_MOST = 1024
"""Parts of a dump before they become larger."""
_EXPANSION = 4
"""Times that a packed text is larger unpacked, about."""
_BLOCK = 1 << 20


class Piece(NamedTuple):
    """A file or a part of one.

    Attributes:
        content: digest of its bytes, or of why they cannot be read.
    """

    source: Source
    content: str


def pieces(source: Source, options: ReadOptions) -> Iterator[Piece]:
    """Yield the pieces of a file in its order, each with the file's stamp; never raises for bad input."""
    if source.failure is not None:
        yield Piece(source, f"failure:{source.failure.error}")
        return
    try:
        found = source.file.stat()
        source = replace(source, stamp=(found.st_size, found.st_mtime_ns))
        parts = _parts(source, options, size=found.st_size)
        if len(parts) > 1:
            yield from parts
        else:
            with source.file.open("rb") as file:
                yield Piece(source, hashlib.file_digest(file, "sha256").hexdigest())
    except OSError as error:
        yield Piece(source, f"unreadable:{error.errno}")


@dataclass(slots=True)
class _Open:
    """A part that is being filled."""

    start: int
    end: int
    first: int
    digest: hashlib._Hash = field(default_factory=hashlib.sha256)


def _parts(source: Source, options: ReadOptions, *, size: int) -> list[Piece]:
    """Return the parts of a large dump; none of another file, and of one that must be read whole."""
    form = FORMATS.get(source.format)
    expected = size * _EXPANSION if source.compressed else size
    if form is None or form.rows is None or expected <= 2 * _SMALLEST:
        return []
    ids = array("Q")
    numbers = array("Q")
    try:
        parts = list(_cut(form.rows(source, options), source, ids, numbers, size=_part_size(expected)))
    except ArticleError:
        return []
    return list(_with_taken(parts, source, _repeated(ids, numbers)))


def _part_size(size: int) -> int:
    part = _SMALLEST
    while part < _LARGEST and size > part * _MOST:
        part *= 2
    return part


def _cut(rows: Iterator[Row], source: Source, ids: array[int], numbers: array[int], *, size: int) -> Iterator[_Open]:
    """Yield the parts and note the ids that records give themselves; the header of a table counts for every part."""
    place, header = 0, b""
    part: _Open | None = None
    last = 0
    for data, number, own_id in rows:
        if number == 0:
            header = data
            place = len(data)
            continue
        if part is not None and number != last and part.end - part.start >= size:
            yield part
            part = None
        if part is None:
            part = _Open(place, place, number)
            part.digest.update(header)
        part.digest.update(data)
        place += len(data)
        part.end, last = place, number
        if own_id and (name := own_name(source, own_id)):
            ids.append(int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest()))
            numbers.append(number)
    if part is not None:
        yield part


def _repeated(ids: array[int], numbers: array[int]) -> list[int]:
    """Return the numbers of the records whose own id stands before them already, in order."""
    if not ids:
        return []
    values = np.frombuffer(ids, dtype=np.uint64)
    order = np.argsort(values, kind="stable")
    again = np.zeros(len(values), dtype=bool)
    again[order[1:]] = values[order[1:]] == values[order[:-1]]
    return [int(number) for number in np.frombuffer(numbers, dtype=np.uint64)[again]]


def _with_taken(parts: list[_Open], source: Source, repeated: list[int]) -> Iterator[Piece]:
    place = 0
    for part, following in itertools.zip_longest(parts, parts[1:]):
        taken = []
        while place < len(repeated) and (following is None or repeated[place] < following.first):
            taken.append(repeated[place])
            place += 1
        content = f"{part.first}:{taken}:{part.digest.hexdigest()}"
        yield Piece(replace(source, part=Part(part.start, part.end, part.first, tuple(taken))), content)
