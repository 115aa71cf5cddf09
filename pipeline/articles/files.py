"""Opens files with caps: nothing is read beyond what an article may hold."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from pipeline.articles.faults import Fault
from pipeline.articles.source import Source
from pipeline.errors import ArticleError

_EXPANSION = 100
_SMALL = 1_000_000
_CHUNK = 1 << 20


@contextmanager
def opened(source: Source) -> Iterator[BinaryIO]:
    """Open a file for reading, through gzip if it is compressed.

    Raises:
        ArticleError: ``unreadable``, also while reading.
    """
    try:
        with source.file.open("rb") as file:
            if not source.compressed:
                yield file
                return
            size = source.file.stat().st_size
            with gzip.GzipFile(fileobj=file) as packed, io.BufferedReader(_Unpacked(packed, size), _CHUNK) as stream:
                yield stream
    except (EOFError, zlib.error) as error:
        raise ArticleError("the compressed file is broken or breaks off", kind=Fault.UNREADABLE) from error
    except OSError as error:
        raise ArticleError(f"it cannot be read: {error.strerror or error}", kind=Fault.UNREADABLE) from error


@contextmanager
def stretch(source: Source) -> Iterator[BinaryIO]:
    """Open the part of a file that its source names, or all of it.

    Raises:
        ArticleError: as ``opened``.
    """
    with opened(source) as stream:
        if source.part is None:
            yield stream
            return
        if source.compressed:
            # What is packed can only be read from its beginning.
            left = source.part.start
            while left and (data := stream.read(min(left, _CHUNK))):
                left -= len(data)
        else:
            stream.seek(source.part.start)
        with io.BufferedReader(_Limited(stream, source.part.end - source.part.start), _CHUNK) as part:
            yield part


def read_all(source: Source, *, limit: int) -> bytes:
    """Return a file's bytes.

    Raises:
        ArticleError: ``too_large`` beyond the limit, ``unreadable``.
    """
    with opened(source) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise ArticleError(f"it is larger than {limit:,} bytes, the cap for one article file", kind=Fault.TOO_LARGE)
    return data


def read_lines(stream: BinaryIO, *, limit: int) -> Iterator[bytes | None]:
    """Yield the lines of a stream with their ends, None for each one longer than the limit."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield None


class _Unpacked(io.RawIOBase):
    """The content of a gzip file, up to 100 times its packed size: text packs ten times at most, bombs a thousand."""

    def __init__(self, packed: gzip.GzipFile, size: int) -> None:
        super().__init__()
        self._packed = packed
        self._left = _EXPANSION * size + _SMALL

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._packed.read1(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise ArticleError(f"it unpacks to more than {_EXPANSION} times its size", kind=Fault.TOO_LARGE)
        buffer[: len(data)] = data
        return len(data)


class _Limited(io.RawIOBase):
    """The next bytes of a stream, up to a number."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        super().__init__()
        self._stream = stream
        self._left = size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(min(len(buffer), self._left))
        self._left -= len(data)
        buffer[: len(data)] = data
        return len(data)
