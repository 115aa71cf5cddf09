"""The n-th unit or weekday inside a point: "the second week of May", "the last Friday of the month"."""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.timex.meaning import Nth
from pipeline.timex.point import Grain, Point, of_day, shift, span
from pipeline.timex.units import GRAINS

_WEEK_HALF = timedelta(3)
"""An ISO week belongs to the month that has its Thursday, so its first is that of the 4th."""


def nth_in(outer: Point, nth: Nth) -> Point | None:
    """Return the n-th unit of a point, None when it has no such one; an unknown point gives an unknown unit.

    The weeks of a month are the ISO weeks that have its Thursdays.
    """
    if nth.unit == "H":
        return Point(Grain.HALF, year=outer.year, half=nth.number)
    grain = Grain.DAY if nth.weekday is not None else GRAINS[nth.unit][0]
    try:
        days = span(outer)
    except (OverflowError, ValueError):
        return None
    if days is None:
        return Point(grain, weekday=nth.weekday)
    try:
        if nth.weekday is not None:
            return _nth_weekday(days, nth)
        return _nth_unit(days, grain, nth.number)
    except (OverflowError, ValueError):
        return None


def _nth_unit(days: tuple[date, date], grain: Grain, number: int) -> Point | None:
    first, last = days
    if grain is Grain.WEEK and (last - first).days > 300:
        return _week_of_year(first.year, number)
    if grain is Grain.WEEK and number:
        first, last = first + _WEEK_HALF, last - _WEEK_HALF
    if number <= 0:
        edge = of_day(last if number else first, grain)
        return shift(edge, number + 1) if number else edge
    start = of_day(first, grain)
    found = shift(start, number - 1)
    inside = span(found)
    return found if inside and inside[0] <= last else None


def _week_of_year(year: int, number: int) -> Point:
    """Return an ISO week of a year; 28 December lies in the last one."""
    weeks = date(year, 12, 28).isocalendar().week
    week = number if number > 0 else weeks + 1 + number
    if not 1 <= week <= weeks:
        raise ValueError(f"{year} has no week {number}")
    return Point(Grain.WEEK, year=year, week=week)


def _nth_weekday(days: tuple[date, date], nth: Nth) -> Point | None:
    first, last = days
    wanted = nth.weekday or 1
    if nth.number < 0:
        day = last - timedelta((last.isoweekday() - wanted) % 7) + timedelta(7 * (nth.number + 1))
    else:
        day = first + timedelta((wanted - first.isoweekday()) % 7) + timedelta(7 * (nth.number - 1))
    return of_day(day, Grain.DAY) if first <= day <= last else None
