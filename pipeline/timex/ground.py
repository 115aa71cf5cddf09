"""Places a point that leaves its year, month or week open: before, round or after a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum

from pipeline.lexicon.schema import Holiday as HolidayEntry
from pipeline.timex.holidays import history_year, holiday_day
from pipeline.timex.point import Grain, Point, add_months, of_day, span, with_clock

_REACH = 9
"""Cycles tried on either side; a 29 February may be eight years off."""

Occurrence = tuple[date, date, Point]
Occurrences = Callable[[int], Occurrence]


class Direction(Enum):
    """Which occurrence of what returns is meant."""

    LAST = "the latest that ends before the day"
    PAST = "the latest that begins on the day or before"
    ROUND = "the one that begins in the same year as the day"
    NEAREST = "the one nearest to the day"
    FUTURE = "the first that ends on the day or after"
    NEXT = "the first that begins after the day"


def ground(point: Point, day: date, direction: Direction) -> Point:
    """Return the occurrence of a point that the direction picks; what cannot be placed is returned as it is.

    A named month, season, quarter or day of the month returns yearly or monthly, a weekday weekly, a part of the
    day or clock time daily.
    """
    if point.grounded or point.year is not None:
        return point
    cycle = _cycle(point)
    if cycle is None:
        return point
    around = [found for step in range(-_REACH, _REACH + 1) for found in _try(cycle, day, step)]
    picked = pick(around, day, direction)
    return picked[2] if picked else point


def ground_holiday(entry: HolidayEntry, day: date, direction: Direction) -> Point:
    """Return the occurrence of a named day that the direction picks."""
    year = history_year(entry)
    if year is not None:
        return of_day(holiday_day(entry, year), Grain.DAY)

    def on(near: date, step: int) -> Point | None:
        return of_day(holiday_day(entry, near.year + step), Grain.DAY)

    around = [found for step in range(-2, 3) for found in _try(on, day, step)]
    picked = pick(around, day, direction)
    return picked[2] if picked else Point(Grain.DAY)


def pick(around: list[Occurrence], day: date, direction: Direction) -> Occurrence | None:
    """Return the occurrence that a direction picks from a list in order."""
    if not around:
        return None
    if direction is Direction.ROUND:
        return next((one for one in around if one[0].year == day.year), None)
    if direction is Direction.LAST:
        return max((one for one in around if one[1] < day), default=None)
    if direction is Direction.PAST:
        return max((one for one in around if one[0] <= day), default=None, key=_begins)
    if direction is Direction.FUTURE:
        return min((one for one in around if one[1] >= day), default=None, key=_begins)
    if direction is Direction.NEXT:
        return min((one for one in around if one[0] > day), default=None, key=_begins)

    def distance(one: Occurrence) -> int:
        return max((one[0] - day).days, (day - one[1]).days, 0)

    return min(around, key=distance)


def _begins(one: Occurrence) -> date:
    return one[0]


def _try(cycle: Callable[[date, int], Point | None], day: date, step: int) -> Iterator[Occurrence]:
    """Yield the occurrence so many cycles on, if the calendar has it."""
    try:
        point = cycle(day, step)
        days = span(point) if point else None
    except (ValueError, OverflowError):
        return
    if point and days:
        yield *days, point


def _cycle(point: Point) -> Callable[[date, int], Point | None] | None:
    if point.month is not None or point.season or point.quarter is not None or point.half is not None:
        return lambda day, step: replace(point, year=day.year + step)
    if point.weekday is not None:
        weekday = point.weekday
        return lambda day, step: _with(point, day + timedelta(weekday - day.isoweekday() + 7 * step))
    if point.day is not None:
        number = point.day
        return lambda day, step: _with(point, add_months(day.replace(day=1), step).replace(day=number))
    if point.grain is Grain.WEEKEND:
        return lambda day, step: of_day(day + timedelta(7 * step), Grain.WEEKEND)
    if point.grain >= Grain.PART:
        return lambda day, step: _with(point, day + timedelta(step))
    return None


def _with(point: Point, day: date) -> Point:
    placed = of_day(day, Grain.DAY)
    return with_clock(placed, point) if point.grain > Grain.DAY else placed
