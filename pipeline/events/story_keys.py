"""What stories are told by: a key per event, kept when its article is worked on and read again for a whole run."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.lexicon import Lexicon
from pipeline.lexicon.names import folded_words
from pipeline.lexicon.schema import Place
from pipeline.lexicon.words import cue_words
from pipeline.records import ArticleResult, SanctionEvent
from pipeline.vocabularies import Action, Slot

_ALSO = {
    Action.CALL_FOR: Slot.ACTORS,
    Action.OPPOSE: Slot.ACTORS,
    Action.UPHOLD: Slot.ACTORS,
    Action.PROPOSE: Slot.ACTORS,
    Action.ENACT: Slot.LAW,
}
"""Slots of which different values make different events, by action: whose call it is, which law is made."""

_MOST_WORDS = 16
"""Content words that are kept of a slot: a list of fifty names is known by some of them."""

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")

Words = frozenset[str]


class StoryKey(NamedTuple):
    """What is kept of an event to tell its story.

    Attributes:
        article: number of its article.
        event_id: unique in a run.
        targets: content words, those of states left out.
        also: the same of the actors or the law, for actions of which they make different events.
        days: ordinals of the first and last day its date can mean; None without a date.
        published: ordinal of its article's day.
    """

    article: int
    event_id: str
    action: str
    senders: Words
    countries: Words
    targets: Words
    also: Words
    days: tuple[int, int] | None
    published: int | None


def marks_of(result: ArticleResult) -> bytes:
    """Return what stories are told by of an article's events: one line of JSON."""
    published = result.article.published.toordinal() if result.article.published else None
    rows = [_row(event) for event in result.events]
    return json.dumps([published, rows] if rows else [], separators=(",", ":")).encode() + b"\n"


def _row(event: SanctionEvent) -> list[object]:
    return [
        event.event_id,
        event.action.value,
        sorted(set(event.values(Slot.SENDERS))),
        sorted(set(event.values(Slot.TARGET_COUNTRIES))),
        _words(event.values(Slot.TARGETS)),
        _words(event.values(_ALSO[event.action])) if event.action in _ALSO else [],
        days_of(event),
    ]


def days_of(event: SanctionEvent) -> tuple[int, int] | None:
    """Return the ordinals of the first and last day that an event's date can mean, or None where it has none."""
    first, last = event.date_earliest or event.date_latest, event.date_latest or event.date_earliest
    if first is None or last is None:
        return _days_of_value("".join(event.values(Slot.DATE)[:1]))
    return first.toordinal(), max(first, last).toordinal()


def _days_of_value(value: str) -> tuple[int, int] | None:
    match = _DAY.fullmatch(value)
    if match is None:
        return None
    year, *rest = (int(part) for part in match.groups() if part)
    try:
        first = date(year, *[*rest, 1, 1][:2])
    except ValueError:
        return None
    last_month = rest[0] if rest else 12
    last = first if len(rest) == 2 else date(year, last_month, monthrange(year, last_month)[1])
    return first.toordinal(), last.toordinal()


def _words(phrases: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(word for phrase in phrases for word in folded_words(phrase)))[: 3 * _MOST_WORDS]


class KeyReader:
    """Reads keys from marks; words that say nothing of who is meant are left out.

    Args:
        lexicon: for the names of states and small words.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        states = (place for place in lexicon.entries(Place).values() if place.kind == "country")
        names = (form.text for place in states for form in (*place.forms(), *place.peoples()))
        self._idle = {word for name in names for word in folded_words(name)}
        self._idle |= cue_words(lexicon, "target_small_words") | cue_words(lexicon, "law_nouns")
        self._shared: dict[Words, Words] = {}

    def read(self, marks: Iterable[bytes]) -> Iterator[StoryKey]:
        """Yield the keys of all articles, each article's on a line of its own, in input order."""
        number = 0
        for block in marks:
            for line in block.splitlines():
                published, rows = json.loads(line) or (None, ())
                for event_id, action, senders, countries, targets, also, days in rows:
                    yield StoryKey(
                        number,
                        event_id,
                        action,
                        self._one(frozenset(senders)),
                        self._one(frozenset(countries)),
                        self._content(targets),
                        self._content(also),
                        (days[0], days[1]) if days else None,
                        published,
                    )
                number += 1

    def _content(self, words: Sequence[str]) -> Words:
        kept = [word for word in words if word not in self._idle and not word.isdecimal()]
        return self._one(frozenset(kept[:_MOST_WORDS]))

    def _one(self, words: Words) -> Words:
        """Return the one set of these words that is held in memory."""
        return self._shared.setdefault(words, words)
