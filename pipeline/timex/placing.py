"""Places points of the calendar and named days whose year, month or week the words leave open."""

from __future__ import annotations

from datetime import date

from pipeline.lexicon.schema import Holiday as HolidayEntry
from pipeline.timex.context import Place, Story, Told, day_of
from pipeline.timex.direction import direction_of, place_by_tense
from pipeline.timex.ground import Direction, ground, ground_holiday
from pipeline.timex.holidays import holiday_day, holiday_without_year
from pipeline.timex.meaning import Calendar, Holiday, Origin
from pipeline.timex.point import Grain, Point, of_day, with_clock

PUBLISHED = "published"
"""Anchor of what is counted from the day of publication."""

Placed = tuple[Point, str]
"""A point and what it was counted from."""

_UNKNOWN_GAP = 10**6


def place_calendar(meaning: Calendar, place: Place) -> Placed:
    """Return the point that a calendar name comes to; X stays for what nothing tells."""
    point = _reading(meaning, place.story)
    if point.grounded or point.year is not None:
        return point, ""
    if point.grain > Grain.DAY and point.weekday is None:
        return _place_time(point, place)
    if meaning.step is None and (hint := _hint(point, place)) and (day := day_of(hint.point)):
        return ground(point, day, Direction.NEAREST), hint.anchor
    if place.beside and (same := _same_weekday(point, place.story)):
        return same.point, same.anchor
    day, anchor = origin_day(meaning.origin, place)
    if day is None:
        return point, ""
    return place_by_tense(point, day, meaning.step, place.tense, place.term), anchor


def origin_day(origin: Origin, place: Place) -> tuple[date | None, str]:
    """Return the day to count from and its name."""
    if origin is Origin.TOLD:
        told = place.story.last(Grain.DAY)
        if told is not None and (day := day_of(told.point)):
            return day, told.anchor
    published = place.story.published
    return published, PUBLISHED if published else ""


def _reading(meaning: Calendar, story: Story) -> Point:
    """Choose between month first and day first for a day in figures."""
    if meaning.alternative is None:
        return meaning.point
    if story.day_first is not None:
        return meaning.alternative if story.day_first else meaning.point
    gaps = [_gap(point, story.published) for point in (meaning.point, meaning.alternative)]
    return meaning.alternative if gaps[1] < gaps[0] else meaning.point


def _gap(point: Point, published: date | None) -> int:
    day = day_of(point)
    return abs((day - published).days) if day and published else _UNKNOWN_GAP


def _hint(point: Point, place: Place) -> Told | None:
    """Return, in a text of unknown date, the date with a year that was told just before.

    "In March 1998 ... in June": the month is of the year told.
    """
    told = place.story.explicit
    if place.story.published is not None or told is None or not place.is_near(told):
        return None
    if point.month is None and not point.season and point.quarter is None:
        return None
    return told if told.point.grain >= Grain.YEAR else None


def _same_weekday(point: Point, story: Story) -> Told | None:
    """Return the day just told when a weekday beside it names it again ("tomorrow (Sunday)")."""
    told = story.last()
    if told is None or told.point.grain is not Grain.DAY or point.weekday is None:
        return None
    day = day_of(told.point)
    return told if day and day.isoweekday() == point.weekday else None


def _place_time(point: Point, place: Place) -> Placed:
    """Put a bare time of day on the day told in this sentence or the one before, else on that of publication."""
    told = place.story.last()
    if told is not None and place.is_near(told) and told.point.grain >= Grain.DAY:
        return with_clock(told.point, point), told.anchor
    published = place.story.published
    if published is None:
        return point, ""
    return with_clock(of_day(published, Grain.DAY), point), PUBLISHED


def place_holiday(meaning: Holiday, place: Place) -> Placed:
    """Return the day that a named day falls on."""
    entry = place.holidays[meaning.entry]
    if meaning.year is not None:
        return holiday_in(entry, meaning.year), ""
    day = place.story.published
    if day is None:
        return holiday_without_year(entry), ""
    return ground_holiday(entry, day, direction_of(meaning.step, place.tense)), PUBLISHED


def holiday_in(entry: HolidayEntry, year: int) -> Point:
    """Return a named day in a year, the year alone when it lacks the day."""
    try:
        return of_day(holiday_day(entry, year), Grain.DAY)
    except ValueError:
        return Point(Grain.YEAR, year=year)
