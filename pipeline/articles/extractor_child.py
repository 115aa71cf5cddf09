"""The child process of ``extractor``: reads pages from standard input and answers on standard output.

Run as a script, with the memory cap in bytes and the time limit in seconds; imports nothing of the package.
A message is its length (8 bytes, big-endian) and its bytes: "P" or "F" (a fragment of a page that is nothing but the
article) and markup in UTF-8; an answer in JSON.
"""

from __future__ import annotations

import json
import math
import os
import re
import signal
import struct
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import IO, Any

_LENGTH = struct.Struct(">Q")
# The parent ends the process at the limit; the alarm is for a parent that is gone.
_GRACE_SECONDS = 10
_LD_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,60})"')
_SPACE = re.compile(r"\s+")
_HIDDEN = frozenset({"script", "style", "noscript", "template", "head"})
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "div", "dl", "dt", "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p",
        "pre", "section", "table", "td", "th", "tr", "ul",
    }
)  # fmt: skip
_TAGS = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "published_time",
    "publish-date", "publish_date", "publishdate", "publication_date", "publicationdate", "pubdate", "pub_date",
    "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "article.published",
    "citation_publication_date", "citation_date", "dcterms.issued", "dc.date.issued", "dcterms.created",
    "dc.date.created", "dc.date", "dcterms.date", "date",
)  # fmt: skip


def main() -> None:
    """Answer pages until standard input ends."""
    memory, seconds = int(sys.argv[1]), float(sys.argv[2])
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _cap_memory(memory)
    pages = sys.stdin.buffer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever a library prints must not get among the answers.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    import trafilatura  # noqa: F401  (the greeting says that it is there)

    _send(answers, {})
    while (header := pages.read(_LENGTH.size)) and len(header) == _LENGTH.size:
        request = pages.read(_LENGTH.unpack(header)[0])
        if hasattr(signal, "alarm"):
            signal.alarm(math.ceil(seconds) + _GRACE_SECONDS)
        _send(answers, _answer(request))
        if hasattr(signal, "alarm"):
            signal.alarm(0)


def _cap_memory(memory: int) -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (memory, hard))


def _send(answers: IO[bytes], answer: dict[str, Any]) -> None:
    data = json.dumps(answer).encode()
    answers.write(_LENGTH.pack(len(data)) + data)
    answers.flush()


def _answer(request: bytes) -> dict[str, Any]:
    markup = request[1:].decode("utf-8", "surrogatepass")
    try:
        return _article(markup) if request[:1] == b"P" else {"text": _all_text(markup)}
    except Exception as error:  # whatever the libraries raise is a fault of the page, and the process goes on
        return {"error": f"{type(error).__name__}: {error}"[:300]}


def _article(markup: str) -> dict[str, Any]:
    import trafilatura

    tree = trafilatura.load_html(markup)
    if tree is None:
        return {}
    metas = _metas(tree)
    page = {"title": _title(tree, metas), "published": list(dict.fromkeys(_dates(tree, metas)))}
    # The dates that trafilatura finds may come from the story, be guesses or depend on the clock: only text is taken.
    document = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False)
    text: str = getattr(document, "text", None) or ""
    if not text.strip():
        _, text, _ = trafilatura.baseline(markup)
    return {**page, "text": text}


def _metas(tree: Any) -> dict[str, str]:
    """Return the contents of meta elements by property or name in lower case, the first of each."""
    metas: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        for key in ("property", "name", "itemprop", "http-equiv"):
            metas.setdefault((meta.get(key) or "").casefold(), meta.get("content"))
    return metas


def _title(tree: Any, metas: dict[str, str]) -> str:
    """Return the heading that the page's own title holds, which may add the site's name to it; else that title."""
    shared = _words(metas.get("og:title") or metas.get("twitter:title") or "")
    headings = [words for heading in tree.iter("h1") if (words := _words("".join(heading.itertext())))]
    names = [shared, *(_words("".join(title.itertext())) for title in tree.xpath("//head/title"))]
    held = [heading for heading in headings if any(heading in name or (name and name in heading) for name in names)]
    if held:
        return max(held, key=len)  # the site's name can be a heading too
    return shared or (headings[0] if len(headings) == 1 else "") or next(filter(None, names), "")


def _words(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _all_text(markup: str) -> str:
    """Return the text of a fragment, one line per block."""
    import trafilatura
    from lxml.etree import iterwalk

    tree = trafilatura.load_html(f"<html><body><article>{markup}</article></body></html>")
    if tree is None:
        return ""
    parts: list[str] = []
    hidden = 0
    for event, element in iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        starts = event == "start"
        hidden += (starts - (event == "end")) if tag in _HIDDEN else 0
        mark = "\n" if tag in _BLOCKS else ""
        text = element.text if starts and not hidden else None
        tail = None if starts or hidden else element.tail
        parts += (mark, _SPACE.sub(" ", text or tail or ""))
    return "\n".join(filter(None, map(str.strip, "".join(parts).split("\n"))))


def _dates(tree: Any, metas: dict[str, str]) -> Iterator[str]:
    """Yield the values of the tags that state a publication date: JSON-LD, meta, microdata, then time elements."""
    for script in tree.xpath('//script[contains(@type, "ld+json")]'):
        found = _LD_PUBLISHED.search(script.text or "")
        if found:
            yield found[1]
    yield from (metas[tag] for tag in _TAGS if tag in metas)
    for element in tree.xpath('//*[@itemprop="datePublished"]|//time[@pubdate]'):
        yield element.get("datetime") or element.get("content") or "".join(element.itertext())
    # Lists of other stories have times too: only a page's single time, or that of its one article, is the page's own.
    for times in (tree.xpath("//article//time[@datetime]"), tree.xpath("//time[@datetime]")):
        days = {time.get("datetime")[:10] for time in times}
        if len(days) == 1:
            yield times[0].get("datetime")


if __name__ == "__main__":
    main()
