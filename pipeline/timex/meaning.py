"""What a time expression says before it is placed in the calendar: the parser's result, ``resolve``'s input."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from pipeline.timex.point import Point
from pipeline.vocabularies import TimexMod, TimexType


class Origin(StrEnum):
    """What a relative expression is counted from."""

    PUBLISHED = "published"
    TOLD = "told"
    NEWS = "news"
    PERIOD = "period"


class Term(StrEnum):
    """Whether the words before an expression make it the end of something."""

    NONE = ""
    DEADLINE = "deadline"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of time.

    Attributes:
        parts: (count, unit code) pairs, widest unit first; count None when the words leave it open. Unit codes
            are TIMEX3's, with ``T`` before those of the clock (``TM``), ``F`` a fortnight, ``ML`` a millennium.
        mod: how the count is to be taken ("nearly", "a couple of").
    """

    parts: tuple[tuple[Fraction | None, str], ...]
    mod: TimexMod | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """A point by its calendar name; what it leaves open, the context fills.

    Attributes:
        step: -1 the last such point before the origin, 0 the one round it, 1 the next; None when tense decides.
        origin: where the step is counted from.
        alternative: the other reading of a day in figures ("6/01/2010").
    """

    point: Point
    step: int | None = None
    origin: Origin = Origin.PUBLISHED
    alternative: Point | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day of the year, by its lexicon id; ``year`` when the words give it."""

    entry: str
    year: int | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Offset:
    """An amount of time before (negative ``sign``) or after an origin; sign 0 is the unit round the origin.

    Attributes:
        keep: a count in years or months keeps the width of what was just told ("a year earlier" of a quarter).
        whole: a decade or century stays as wide ("last decade"); otherwise it counts as so many years.
        needs: counts only when something of this unit has been told ("the quarter").
        base: a named point to count from instead; the result is as narrow as it ("a year ago Tuesday").
    """

    amount: Amount
    sign: int
    origin: Origin = Origin.PUBLISHED
    keep: bool = False
    whole: bool = False
    needs: bool = False
    base: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Nested:
    """A point inside another: "Tuesday night", "November last year", "the first quarter of 2017"."""

    inner: Meaning
    outer: Meaning


@dataclass(frozen=True, slots=True)
class Again:
    """What was just told, in another year ("the same period last year")."""

    outer: Meaning


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th unit (or weekday) of what stands outside; -1 the last, -2 the last but one."""

    number: int
    unit: str = ""
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Modified:
    """A meaning with a modifier.

    Attributes:
        side: -1 when the point ends at the origin ("earlier this month"), 1 when it begins there, else 0.
    """

    mod: TimexMod
    base: Meaning
    side: int = 0


@dataclass(frozen=True, slots=True)
class Length:
    """A duration."""

    amount: Amount


@dataclass(frozen=True, slots=True)
class Repeat:
    """A repetition: every so long, or at every such point."""

    every: Amount | Point


@dataclass(frozen=True, slots=True)
class Vague:
    """A reference with no place in the calendar: ``PRESENT_REF`` and its like."""

    value: str
    type: TimexType = TimexType.DATE


Meaning = Calendar | Holiday | Offset | Nested | Again | Nth | Modified | Length | Repeat | Vague
