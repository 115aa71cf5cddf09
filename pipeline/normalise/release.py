"""Whether an article is a release: the text of who acts, not a report about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Cue
from pipeline.records import Article, Sentence, Span

_HEAD = 300
"""Code points in which a release says what it is."""

_SENTENCES = 4
"""Sentences in which it says whose it is."""


@dataclass(frozen=True)
class Release:
    """A statement, fact sheet, order or press release.

    Attributes:
        issuers: codes of the states or bodies whose release it is; empty for a party's, a firm's or an unknown one's.
        words: the words that name them.
        published: its day, which is the day of what it does.
    """

    issuers: tuple[str, ...]
    words: Span
    published: date | None


class ReleaseMarks:
    """The lexicon's words for releases."""

    def __init__(self, lexicon: Lexicon) -> None:
        marks = sorted(lexicon.entries(Cue)["release_marks"].words, key=len, reverse=True)
        self._marks = re.compile(rf"\b(?:{'|'.join(map(re.escape, marks))})\b", re.IGNORECASE)

    def read(
        self, article: Article, sentences: tuple[Sentence, ...], senders: Callable[[Span], tuple[str, ...]]
    ) -> Release | None:
        """Return what the article releases; None for a report.

        Args:
            article: its head is looked at.
            sentences: of the article.
            senders: gives the codes of those in a phrase who can decide sanctions.
        """
        mark = self._marks.search(article.text, 0, _HEAD)
        if mark is None:
            return None
        nothing = Span(start=mark.start(), end=mark.end(), text=mark.group())
        for sentence in sentences[:_SENTENCES]:
            issuers = senders(sentence)
            if issuers:
                return Release(issuers[:1], sentence, article.published)
        return Release((), nothing, article.published)
