"""Takes the article out of HTML pages in a process of its own, which can be killed.

Broken or hostile markup can make an HTML library loop, eat memory or crash. The process has a memory cap, is kept
between pages, and is ended and started anew when a page takes too long. The process is started at the first page.
"""

from __future__ import annotations

import json
import struct
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Protocol, Self, cast

from pipeline.articles.faults import Fault
from pipeline.errors import ArticleError
from pipeline.records import Record

_CHILD = Path(__file__).with_name("extractor_child.py")
_LENGTH = struct.Struct(">Q")
_WHOLE, _FRAGMENT = b"P", b"F"
_START_SECONDS = 60.0
_PAGES = 1_000
_MEMORY = 2 << 30


class Page(Record):
    """The article of a page: title, text, and the values of the date tags, best first."""

    title: str = ""
    text: str = ""
    published: tuple[str, ...] = ()


class Extractor(Protocol):
    """Takes the article out of a page."""

    def extract(self, markup: str, *, fragment: bool = False) -> Page:
        """Return the article of a page, or all text of a fragment that holds nothing but the article.

        Raises:
            ArticleError: ``no_article``, ``timeout``, ``extractor``.
        """


class PageExtractor:
    """An ``Extractor`` that runs trafilatura in a child process. Close it, or use it in a ``with`` statement.

    Args:
        seconds: longest time for one page.
        memory: cap for the process's address space in bytes, where the system has such caps.
        pages: pages after which the process is replaced, so that what it keeps does not grow.
        command: the child's command line, called with ``memory`` and ``seconds``.
    """

    def __init__(
        self,
        *,
        seconds: float = 20.0,
        memory: int = _MEMORY,
        pages: int = _PAGES,
        command: Sequence[str] = (sys.executable, "-P", str(_CHILD)),
    ) -> None:
        self._seconds = seconds
        self._pages = pages
        self._command = [*command, str(memory), str(seconds)]
        self._process: subprocess.Popen[bytes] | None = None
        self._finish: Callable[[], object] = _nothing
        self._done = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process; the next page starts another."""
        self._finish()
        self._process = None
        self._done = 0

    def extract(self, markup: str, *, fragment: bool = False) -> Page:
        """Return the article of a page, or all text of a fragment that holds nothing but the article.

        Raises:
            ArticleError: ``no_article`` if the page holds none, ``timeout``, ``extractor`` if the process dies.
        """
        answer = self._answer((_FRAGMENT if fragment else _WHOLE) + markup.encode("utf-8", "surrogatepass"))
        if "error" in answer:
            raise ArticleError(f"the page cannot be read: {answer['error']}", kind=Fault.EXTRACTOR)
        page = Page.model_validate(answer)
        if not page.text.strip():
            raise ArticleError("no article was found in the page", kind=Fault.NO_ARTICLE)
        return page

    def _answer(self, request: bytes) -> dict[str, object]:
        # A process that served other pages may have died of them: the page gets one try in a fresh one.
        for _ in range(2):
            fresh = self._done == 0
            answer = self._ask(request)
            if answer is not None:
                return cast(dict[str, object], json.loads(answer))
            if fresh:
                break
        raise ArticleError("the process that reads HTML pages died of the page", kind=Fault.EXTRACTOR)

    def _ask(self, request: bytes) -> bytes | None:
        """Send a page and return the answer, None if the process died."""
        if self._process is None:
            self._process = self._start()
        answer, expired = _within(self._seconds, self._process, request)
        self._done += 1
        if expired:
            self.close()
            raise ArticleError(
                f"the article could not be taken out of the page within {self._seconds:g} seconds", kind=Fault.TIMEOUT
            )
        if answer is None or self._done >= self._pages:
            self.close()
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        # Ends the process also when nobody closes the extractor, or when Python exits.
        self._finish = weakref.finalize(self, _end, process)
        greeting, _ = _within(_START_SECONDS, process, None)
        if greeting is None:
            self._finish()
            raise ArticleError("the process that reads HTML pages does not start", kind=Fault.EXTRACTOR)
        return process


def _within(seconds: float, process: subprocess.Popen[bytes], request: bytes | None) -> tuple[bytes | None, bool]:
    """Send a request and read the answer; kill the process when the time is over.

    Returns:
        The answer, None if the process died; and whether it was killed for taking too long.
    """
    expired = threading.Event()

    def kill() -> None:
        expired.set()
        process.kill()

    timer = threading.Timer(seconds, kill)
    timer.daemon = True
    timer.start()
    try:
        answer = _exchange(process, request)
    finally:
        timer.cancel()
        timer.join()
    return answer, answer is None and expired.is_set()


def _exchange(process: subprocess.Popen[bytes], request: bytes | None) -> bytes | None:
    stdin, stdout = cast(IO[bytes], process.stdin), cast(IO[bytes], process.stdout)
    try:
        if request is not None:
            stdin.write(_LENGTH.pack(len(request)) + request)
            stdin.flush()
        header = stdout.read(_LENGTH.size)
        if len(header) < _LENGTH.size:
            return None
        (length,) = _LENGTH.unpack(header)
        answer = stdout.read(length)
    except OSError:
        return None
    return answer if len(answer) == length else None


def _nothing() -> None:
    """Stand in for the end of a process while there is none."""


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None and not pipe.closed:
            try:
                pipe.close()
            except OSError:
                # What was written for a dead process cannot be flushed.
                continue
