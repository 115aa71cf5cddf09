"""The days that bound a TIMEX3 value, and its EDTF string.

``mod`` narrows or opens a point: START is its first half, END its last half, MID the half in the middle; BEFORE and
AFTER open one side and shut the point itself out, ON_OR_BEFORE and ON_OR_AFTER keep it. APPROX widens a point by its
own length on either side, for "about 2014" may be 2013. The mods of durations bound no day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from pipeline.timex.point import Grain, Point, span
from pipeline.timex.values import parse
from pipeline.vocabularies import TimexMod

# EDTF (ISO 8601-2) sub-year groupings
_SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_QUARTER_CODE, _HALF_CODE = 32, 39

_QUALIFIED = frozenset({Grain.CENTURY, Grain.DECADE, Grain.YEAR, Grain.MONTH, Grain.DAY})
"""Widths that EDTF lets ``~`` follow; the others are written as an interval of days."""

Days = tuple[date | None, date | None]


def bounds(value: str, mod: TimexMod | None = None) -> Days:
    """Return earliest and latest day of a value; None where open or unknown.

    Durations, references, values of no known year and strings that are no value are bounded on neither side.
    """
    point = parse(value)
    days = _known_span(point) if point else None
    if days is None:
        return None, None
    return _modified(days, mod)


def _known_span(point: Point) -> tuple[date, date] | None:
    known = point
    if point.year is not None and point.week is not None and point.weekday is not None:
        known = replace(point, grain=Grain.WEEK)
    elif point.year is not None and not point.grounded and point.grain > Grain.YEAR:
        wider = Grain.MONTH if point.month is not None else Grain.YEAR
        known = replace(point, grain=wider, month=point.month)
    try:
        days = span(known)
    except (OverflowError, ValueError):
        return None
    if days and known.week is not None and known.weekday is not None:
        day = days[0] + timedelta(known.weekday - 1)
        return day, day
    return days


def _modified(days: tuple[date, date], mod: TimexMod | None) -> Days:
    first, last = days
    length = (last - first).days
    half, quarter = timedelta(length // 2), timedelta((length + 1) // 4)
    try:
        match mod:
            case TimexMod.START:
                return first, first + half
            case TimexMod.END:
                return last - half, last
            case TimexMod.MID:
                return first + quarter, last - quarter
            case TimexMod.BEFORE:
                return None, first - timedelta(1)
            case TimexMod.AFTER:
                return last + timedelta(1), None
            case TimexMod.ON_OR_BEFORE:
                return None, last
            case TimexMod.ON_OR_AFTER:
                return first, None
            case TimexMod.APPROX:
                return first - timedelta(length + 1), last + timedelta(length + 1)
            case _:
                return first, last
    except OverflowError:
        return days


def edtf(value: str, mod: TimexMod | None = None, *, within: Days | None = None) -> str:
    """Return the EDTF (ISO 8601-2) string of a value, empty where EDTF has none.

    Args:
        value: a TIMEX3 value.
        mod: its modifier; APPROX becomes ``~`` where EDTF has it, the others an interval of days.
        within: bounds that are known better than ``bounds`` knows them.
    """
    point = parse(value)
    if point is None or point.fiscal:
        return ""
    plain = _plain(point)
    days = within or bounds(value, mod)
    if mod is TimexMod.APPROX and point.grain in _QUALIFIED and plain:
        return f"{plain}~" if point.grounded else plain
    if mod is None or point.grain > Grain.DAY or days == (None, None):
        return plain
    first, last = days
    return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"


def _plain(point: Point) -> str:
    if point.era:
        return "" if point.year is None else f"-{point.year - 1:04d}"
    if point.grain is Grain.CENTURY:
        return "" if point.year is None else f"{point.year // 100:02d}XX"
    if point.grain is Grain.DECADE:
        return "" if point.year is None else f"{point.year // 10:03d}X"
    year = "XXXX" if point.year is None else f"{point.year:04d}"
    if point.grain is Grain.YEAR:
        return year
    if point.grain in {Grain.HALF, Grain.QUARTER, Grain.SEASON}:
        code = _code(point)
        # EDTF has no such part of a year that is not known.
        return f"{year}-{code}" if code and point.year is not None else "" if code else year
    if point.grain in {Grain.WEEK, Grain.WEEKEND} or point.weekday is not None:
        days = _known_span(point)
        return f"{days[0].isoformat()}/{days[1].isoformat()}" if days else ""
    month = "XX" if point.month is None else f"{point.month:02d}"
    if point.grain is Grain.MONTH:
        return f"{year}-{month}"
    day = "XX" if point.day is None else f"{point.day:02d}"
    return f"{year}-{month}-{day}{_clock(point)}"


def _code(point: Point) -> int | None:
    if point.grain is Grain.SEASON:
        return _SEASON_CODES.get(point.season)
    if point.grain is Grain.QUARTER:
        return None if point.quarter is None else _QUARTER_CODE + point.quarter
    return None if point.half is None else _HALF_CODE + point.half


def _clock(point: Point) -> str:
    """Return the time of day, empty where it is not known; EDTF has no hour 24."""
    if not point.grounded or point.hour is None or point.hour == 24:
        return ""
    return f"T{point.hour:02d}:{point.minute or 0:02d}:{point.second or 0:02d}{point.zone}"
