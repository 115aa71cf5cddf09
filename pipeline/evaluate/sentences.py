"""Says which sentences of an article a span touches."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

# A sentence ends at a line break, or at . ! ? (with closing quotes or brackets) before a capital, digit or quote.
_END = re.compile(r"\n+|[.!?][\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9])")
# No end after "U.S.", "J.", "Mr." or "Sen.": one letter, or a capital and up to two letters.
_SHORT = re.compile(r"(?:^|[\s\W])(?:[A-Za-z]|[A-Z][a-z]{1,2})\.$")


class Sentences:
    """The sentences of one article."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]] | None = None) -> None:
        """Keep the text and its half-open sentence spans; without spans the text is split by ``split``."""
        self._text = text
        self._spans = sorted(spans) if spans else list(split(text))
        self._starts = [start for start, _ in self._spans]

    def touched(self, start: int | None, end: int | None) -> frozenset[int]:
        """Return the numbers of the sentences that share a character with the span; none for an unknown span."""
        if start is None or end is None:
            return frozenset()
        last = bisect_right(self._starts, max(start, end - 1))
        touched = []
        for number in range(last - 1, -1, -1):
            if self._spans[number][1] <= start:
                break
            touched.append(number)
        return frozenset(touched)

    def text_at(self, start: int | None, end: int | None) -> str:
        """Return the text of the sentences that the span touches, blanks made single."""
        touched = self.touched(start, end)
        if not touched:
            return ""
        first, last = self._spans[min(touched)], self._spans[max(touched)]
        return " ".join(self._text[first[0] : last[1]].split())

    def find(self, words: str) -> tuple[int, int] | tuple[None, None]:
        """Return where the words first stand in the text, else where their last word does."""
        for wanted in (words, words.split()[-1] if words.split() else ""):
            start = self._text.find(wanted) if wanted else -1
            if start >= 0:
                return start, start + len(wanted)
        return None, None


def split(text: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open spans of the text's sentences by punctuation and line breaks alone."""
    start = 0
    for match in _END.finditer(text):
        if match.group()[0] == "." and _SHORT.search(text[max(start, match.start() - 4) : match.start() + 1]):
            continue
        yield from _filled(text, start, match.end())
        start = match.end()
    yield from _filled(text, start, len(text))


def _filled(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    if words.strip():
        yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())
