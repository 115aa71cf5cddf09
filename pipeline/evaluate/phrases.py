"""Asks of each phrase of a public suite whether a tagger solves it, and where it does not, why.

What a suite expects is brought to one form, days and a time of day, a length in seconds, or a TIMEX3 value. TIMEX3 has
no value for a range: a range is solved by two expressions that begin and end it, or by one whose days are the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.evaluate.phrase_suites import Expected, Phrase
from pipeline.evaluate.printing import table
from pipeline.evaluate.timeml import Tagger
from pipeline.records import TimeValue
from pipeline.vocabularies import TimexType


class Cause(StrEnum):
    """Why a phrase is not solved; most often because the suites and TIMEX3 mean different things by a solution."""

    NO_EXPRESSION = "nothing is found: no time expression by our guidelines, or one that is not known"
    """Hours without a sign of the clock ("at 4"), zones alone, "soon", and what is really missed."""
    OTHER_SIDE = "the same name in another week, month or year: suites look ahead, news looks back"
    """Weekdays, days and months whose year is not said."""
    LENGTH = "a length of time, where the suite counts from now"
    """"In two weeks" is ``P2W`` in TimeML."""
    PART_OF_DAY = "a part of the day, where the suite has hours of the clock"
    RANGE = "a range, for which TIMEX3 has no value"
    SET = "a repetition, written otherwise"
    UNKNOWN = "a point whose day or clock time stays open"
    WIDTH = "a wider point: the day or the unit round what the suite means"
    SPURIOUS = "found where the suite has nothing"
    OTHER = "another value"


@dataclass(slots=True)
class Share:
    """How many phrases of a kind are solved, and why the others are not."""

    suite: str
    kind: str
    phrases: int = 0
    solved: int = 0
    causes: Counter[Cause] = field(default_factory=Counter)


def shares(phrases: Sequence[Phrase], tag: Tagger) -> tuple[list[Share], list[Phrase]]:
    """Return the share solved by suite and kind, in order of appearance, and the phrases not solved."""
    counts: dict[tuple[str, str], Share] = {}
    missed = []
    for phrase in phrases:
        key = phrase.suite, phrase.kind
        share = counts.setdefault(key, Share(*key))
        times = tag(phrase.text, phrase.reference)
        share.phrases += 1
        if is_solved(phrase, times):
            share.solved += 1
        else:
            share.causes[cause_of(phrase, times)] += 1
            missed.append(phrase)
    return list(counts.values()), missed


def share_text(found: Sequence[Share]) -> str:
    """Return shares by kind, then by suite, then why the others are not solved, as tables."""
    head = ("phrases", "solved", "share")
    suites = {share.suite: [other for other in found if other.suite == share.suite] for share in found}
    parts = [
        table(("suite", "kind", *head), [_row(share.suite, share.kind, [share]) for share in found]),
        table(("suite", "", *head), [_row(name, "", own) for name, own in suites.items()]),
    ]
    for name, own in suites.items():
        causes = sum((share.causes for share in own), Counter[Cause]())
        rows = [(name, cause.value, str(count)) for cause, count in causes.most_common()]
        parts.append(table(("suite", "why not", "phrases"), rows))
    return "\n\n".join(parts)


def _row(suite: str, kind: str, found: Sequence[Share]) -> tuple[str, ...]:
    phrases, solved = sum(share.phrases for share in found), sum(share.solved for share in found)
    return suite, kind, str(phrases), str(solved), f"{solved / phrases:.3f}"


def is_solved(phrase: Phrase, times: Sequence[TimeValue]) -> bool:
    """Say whether the expressions found in a phrase have one of its meanings."""
    if not phrase.meanings:
        return not times
    return any(_fits(meaning, times) for meaning in phrase.meanings)


def _fits(meaning: Expected, times: Sequence[TimeValue]) -> bool:
    if not times:
        return False
    if meaning.value and any(time.value == meaning.value for time in times):
        return True
    if meaning.seconds is not None and any(_seconds(time.value) == meaning.seconds for time in times):
        return True
    if meaning.first is None and not meaning.clock:
        return False
    for start in times:
        for end in times:
            days = meaning.first is None or (start.earliest == meaning.first and _ends(end, meaning))
            clock = not meaning.clock or f"T{meaning.clock}" in start.value
            if days and clock and start.type in {TimexType.DATE, TimexType.TIME}:
                return True
    return False


def _ends(time: TimeValue, meaning: Expected) -> bool:
    """Say whether an expression ends a range; suites differ on whether the last day is in it."""
    if meaning.last is None or time.latest is None:
        return meaning.last is None
    return abs((time.latest - meaning.last).days) <= 1


_UNIT_SECONDS = {"Y": 31536000, "Q": 7776000, "M": 2592000, "W": 604800, "D": 86400}
_CLOCK_SECONDS = {"H": 3600, "M": 60, "S": 1}


def _seconds(value: str) -> float | None:
    match = re.fullmatch(r"P(?P<days>[^T]*)(?:T(?P<clock>.+))?", value)
    if match is None:
        return None
    total = 0.0
    for part, units in ((match["days"], _UNIT_SECONDS), (match["clock"] or "", _CLOCK_SECONDS)):
        for number, unit in re.findall(r"([0-9.]+|X)([A-Z]+)", part):
            if number == "X" or unit not in units:
                return None
            total += float(number) * units[unit]
    return total


def cause_of(phrase: Phrase, times: Sequence[TimeValue]) -> Cause:
    """Return why a phrase is not solved by what was found in it."""
    if not times:
        return Cause.NO_EXPRESSION
    if not phrase.meanings:
        return Cause.SPURIOUS
    meaning = phrase.meanings[0]
    dated = meaning.first is not None
    checks = (
        (Cause.SET, any(time.type is TimexType.SET for time in times) or "set" in phrase.kind.lower()),
        (Cause.OTHER_SIDE, dated and any(_is_other_side(meaning, time) for time in times)),
        (Cause.LENGTH, dated and all(time.type is TimexType.DURATION for time in times)),
        (Cause.PART_OF_DAY, any(_PART.search(time.value) for time in times)),
        (Cause.RANGE, dated and meaning.last is not None and meaning.last != meaning.first),
        (Cause.UNKNOWN, any("X" in time.value or "_REF" in time.value for time in times)),
        (Cause.WIDTH, dated and any(_covers(time, meaning) for time in times)),
    )
    return next((cause for cause, holds in checks if holds), Cause.OTHER)


_PART = re.compile(r"T(?:MO|MI|AF|EV|NI|DT)$")
_MOVED = (7, 14, 365, 366, 30, 31)
"""Days between an occurrence and the next."""


def _is_other_side(meaning: Expected, time: TimeValue) -> bool:
    if meaning.first is None or time.earliest is None:
        return False
    return abs((time.earliest - meaning.first).days) in _MOVED


def _covers(time: TimeValue, meaning: Expected) -> bool:
    if meaning.first is None or time.earliest is None or time.latest is None:
        return False
    return time.earliest <= meaning.first <= time.latest
