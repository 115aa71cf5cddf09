"""Time mentions to TIMEX3 values with bounds and EDTF (``pipeline.timex``), one article at a time.

The grammar reads the article again, and only what the mentions stage kept is placed, in text order, so that "three
days earlier" counts from a date that is one. A mention that the grammar does not read (another model's) becomes an
issue, never a guess, and the day of publication never stands in for what is not said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from pipeline.records import Article, Issue, Linked, Mention, TimeValue
from pipeline.timex import Found, Grammar, default_grammar, find, resolve

STAGE = "normalise.dates"

DateOrder = Literal["auto", "dmy", "mdy"]
_DAY_FIRST = {"auto": None, "dmy": True, "mdy": False}


class DateNormaliser:
    """Places the time mentions of articles in the calendar.

    Args:
        overlay: folder of a user's lexicon laid over ours, or empty.
        date_order: how to read a day in figures that fits both orders: ``dmy``, ``mdy``, or ``auto``, the reading
            nearer to the day of publication.
        grammar: what to read with instead of the lexicon's own grammar.
    """

    def __init__(
        self, *, overlay: str = "", date_order: DateOrder | str = "auto", grammar: Grammar | None = None
    ) -> None:
        self._grammar = grammar or default_grammar(overlay)
        self._day_first = _DAY_FIRST[date_order]

    def values(self, article: Article, linked: Linked) -> tuple[TimeValue, ...]:
        """Return the values of an article's DATE mentions, in text order."""
        return self.normalise(article, linked)[0]

    def normalise(self, article: Article, linked: Linked) -> tuple[tuple[TimeValue, ...], tuple[Issue, ...]]:
        """Return the values of an article's DATE mentions in text order, and what of them could not be read."""
        mentions = linked.dates
        read = find(article.text, grammar=self._grammar)
        pairs = list(_paired(mentions, read, self._grammar))
        kept = [found for _, found in pairs if found is not None]
        tenses = [mention.tense for mention, found in pairs if found is not None]
        values = resolve(
            kept, grammar=self._grammar, published=article.published, tenses=tenses, day_first=self._day_first
        )
        placed = {(value.start, value.end) for value in values}
        issues = (_issue(mention) for mention, _ in pairs if (mention.start, mention.end) not in placed)
        return tuple(values), tuple(issues)


def _paired(
    mentions: Sequence[Mention], read: Sequence[Found], grammar: Grammar
) -> Iterator[tuple[Mention, Found | None]]:
    """Yield each mention with what the grammar reads there, at the mention's own offsets.

    Words that the whole text gives no expression for are read once more on their own.
    """
    place = 0
    for mention in mentions:
        while place < len(read) and read[place].end <= mention.start:
            place += 1
        inside = []
        for found in read[place:]:
            if found.start >= mention.end:
                break
            inside.append(found)
        longest = max(inside, key=_length, default=None) or _alone(mention, grammar)
        yield mention, longest and replace(longest, start=mention.start, end=mention.end, text=mention.text)


def _alone(mention: Mention, grammar: Grammar) -> Found | None:
    return max(find(mention.text, grammar=grammar), key=_length, default=None)


def _length(found: Found) -> int:
    return found.end - found.start


def _issue(mention: Mention) -> Issue:
    return Issue(
        stage=STAGE, rule=mention.rule, message=f"no time value is read from {mention.text!r}", start=mention.start,
        end=mention.end,
    )  # fmt: skip
