"""Works out what a meaning comes to in its story: a point, a duration, a repetition or a reference."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from pipeline.timex.context import Place, Told, day_of
from pipeline.timex.meaning import (
    Again,
    Amount,
    Calendar,
    Holiday,
    Length,
    Meaning,
    Modified,
    Nested,
    Nth,
    Offset,
    Origin,
    Repeat,
    Vague,
)
from pipeline.timex.nth import nth_in
from pipeline.timex.placing import PUBLISHED, holiday_in, place_calendar, place_holiday
from pipeline.timex.point import Grain, Point, coarsen, of_day, shift, value, with_clock
from pipeline.timex.units import GRAINS, count, count_days, duration
from pipeline.vocabularies import Tense, TimexMod, TimexType

_PAST, _FUTURE = "PAST_REF", "FUTURE_REF"
_KEPT = (Grain.QUARTER, Grain.HALF)
_PERIODS = (Grain.QUARTER, Grain.HALF, Grain.MONTH, Grain.SEASON)
_IN_A_DAY = {"TH": Fraction(1, 24), "TM": Fraction(1, 1440), "TS": Fraction(1, 86400)}
_NEAR = 2
"""Paragraphs back that a comparison with a year earlier looks for the period it compares."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an expression comes to.

    Attributes:
        point: where it names one.
        side: -1 or 1 when it reaches only up to the day of publication, or from there on.
        anchor: what it was counted from.
    """

    value: str
    type: TimexType
    mod: TimexMod | None = None
    point: Point | None = None
    side: int = 0
    anchor: str = ""


def evaluate(meaning: Meaning, place: Place) -> Outcome | None:
    """Return what a meaning comes to, None when it means nothing here ("the quarter" where none was told)."""
    match meaning:
        case Length(amount):
            return Outcome(duration(amount), TimexType.DURATION, amount.mod)
        case Repeat(every):
            text = value(every) if isinstance(every, Point) else duration(every)
            return Outcome(text, TimexType.SET)
        case Vague(reference, kind):
            return Outcome(reference, kind)
        case Modified():
            return _modified(meaning, place)
        case Calendar():
            return _of(*place_calendar(meaning, place))
        case Holiday():
            return _of(*place_holiday(meaning, place))
        case Offset():
            return _offset(meaning, place)
        case Nested():
            return _nested(meaning, place)
        case Again(outer):
            return _again(outer, place)
        case Nth():
            return None


def _of(point: Point, anchor: str = "") -> Outcome:
    kind = TimexType.TIME if point.grain > Grain.DAY else TimexType.DATE
    return Outcome(value(point), kind, point=point, anchor=anchor)


def _modified(meaning: Modified, place: Place) -> Outcome | None:
    base = evaluate(meaning.base, place)
    if base is None:
        return None
    keeps = base.mod is not None and meaning.mod is TimexMod.APPROX
    return replace(base, mod=base.mod if keeps else meaning.mod, side=meaning.side)


def _offset(meaning: Offset, place: Place) -> Outcome | None:
    amount, sign = meaning.amount, meaning.sign
    if any(number is None for number, _ in amount.parts):
        gone = sign < 0 or (meaning.origin is Origin.TOLD and place.tense is Tense.PAST)
        return Outcome(_PAST if gone else _FUTURE, TimexType.DATE)
    grain = GRAINS[amount.parts[-1][1]][0]
    if meaning.base is not None:
        base = evaluate(meaning.base, place)
        if base is None or base.point is None:
            return base
        return _counted(base.point, meaning, base.anchor, narrow=True)
    compares = meaning.keep and amount.parts[0][1] == "Y"
    if compares and (kept := place.story.last_of(_KEPT, since=place.paragraph - _NEAR)):
        return _counted(kept.point, meaning, kept.anchor, narrow=True)
    if meaning.needs:
        needed = place.story.last_of((grain,))
        return _of(needed.point, needed.anchor) if needed else _latest(meaning, place)
    told = _told(meaning.origin, min(grain, Grain.DAY), place)
    if sign and meaning.origin is Origin.TOLD and (wide := _wide(told, min(grain, Grain.DAY), place)):
        return _of(Point(grain, year=wide.point.year, month=wide.point.month), wide.anchor)
    if told:
        return _counted(told.point, meaning, told.anchor)
    untold = meaning.origin is Origin.TOLD and sign > 0 and grain <= Grain.DAY and place.tense is not Tense.FUTURE
    if place.story.published is None or untold:
        return _of(Point(grain))
    return _counted(of_day(place.story.published, Grain.DAY), meaning, PUBLISHED)


def _wide(told: Told | None, grain: Grain, place: Place) -> Told | None:
    """Return a year or month told just before, after the point to count from, and too wide to count from.

    "In 1983 she fled. Two days later ..." is some day of 1983.
    """
    wide = place.story.explicit
    if wide is None or not place.is_near(wide) or not Grain.YEAR <= wide.point.grain < min(grain, Grain.WEEK):
        return None
    return wide if told is None or told.start < wide.start else None


def _latest(meaning: Offset, place: Place) -> Outcome:
    """Return the unit that ended last: "the quarter" that a report is about where none was told."""
    published = place.story.published
    if published is None:
        return _of(Point(GRAINS[meaning.amount.parts[-1][1]][0]))
    return _counted(of_day(published, Grain.DAY), replace(meaning, sign=-1), PUBLISHED)


def _told(origin: Origin, grain: Grain, place: Place) -> Told | None:
    """Return the point that an origin in the story names, None for publication."""
    if origin is Origin.PUBLISHED:
        return None
    if origin is Origin.PERIOD:
        told = place.story.last_of(_KEPT) if grain is Grain.YEAR else None
    else:
        told = place.story.last(grain)
    if origin is not Origin.TOLD and told is not None and told.sentence < place.sentence - 1:
        return None
    return told


def _counted(point: Point, meaning: Offset, anchor: str, *, narrow: bool = False) -> Outcome:
    """Count from a point; what leaves the calendar becomes a vague reference."""
    try:
        if meaning.sign == 0:
            return _of(coarsen(point, GRAINS[meaning.amount.parts[0][1]][0]), anchor)
        if GRAINS[meaning.amount.parts[-1][1]][0] > Grain.DAY and point.hour is None:
            return _of(_hours_on(point, meaning), anchor)
        if narrow:
            return _of(count_days(point, meaning.amount, meaning.sign), anchor)
        return _of(count(point, meaning.amount, meaning.sign, whole=meaning.whole), anchor)
    except (OverflowError, ValueError):
        return Outcome(_PAST if meaning.sign < 0 else _FUTURE, TimexType.DATE)


def _hours_on(point: Point, meaning: Offset) -> Point:
    """Count hours from a day of which no clock time is told: as many whole days on, at an unknown time.

    Raises:
        OverflowError, ValueError: when that lies outside the calendar.
    """
    parts, sign = meaning.amount.parts, meaning.sign
    day = coarsen(point, Grain.DAY)
    if dated := tuple(part for part in parts if part[1] not in _IN_A_DAY):
        day = count_days(day, Amount(dated), sign)
    days = sum((number * _IN_A_DAY[unit] for number, unit in parts if number and unit in _IN_A_DAY), Fraction(0))
    return replace(shift(day, sign * int(days)), grain=Grain.MINUTE)


def _nested(meaning: Nested, place: Place) -> Outcome | None:
    outer = evaluate(meaning.outer, place)
    if outer is None or outer.point is None:
        return outer
    inner, point = meaning.inner, outer.point
    if isinstance(inner, Nth):
        if inner.unit == "H" and point.grain is not Grain.YEAR:
            return replace(outer, mod=TimexMod.START if inner.number == 1 else TimexMod.END)
        found = nth_in(point, inner)
        return _of(found, outer.anchor) if found else None
    if isinstance(inner, Holiday):
        return _of(holiday_in(place.holidays[inner.entry], point.year), outer.anchor) if point.year else outer
    if not isinstance(inner, Calendar):
        return outer
    return _of(_inside(inner.point, point), outer.anchor)


def _inside(inner: Point, outer: Point) -> Point:
    """Return a named point inside another, or the other where it does not fit."""
    if inner.grain > Grain.DAY:
        return with_clock(outer, inner) if outer.grain >= Grain.DAY else outer
    if inner.weekday is not None:
        if outer.grain is not Grain.WEEK or outer.year is None or outer.week is None:
            return inner
        monday = date.fromisocalendar(outer.year, outer.week, 1)
        return of_day(monday + timedelta(inner.weekday - 1), Grain.DAY)
    if inner.month is None and inner.day is not None:
        return _day_in_month(inner.day, outer)
    return replace(inner, year=outer.year)


def _day_in_month(day: int, month: Point) -> Point:
    found = Point(Grain.DAY, year=month.year, month=month.month, day=day)
    return found if day_of(found) or month.month is None else month


def _again(outer: Meaning, place: Place) -> Outcome | None:
    year = evaluate(outer, place)
    told = place.story.last_of(_PERIODS, since=place.paragraph - _NEAR)
    if year is None or year.point is None or told is None or year.point.year is None:
        return year
    return _of(replace(told.point, year=year.point.year), told.anchor)
