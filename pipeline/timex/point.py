"""A point of the calendar of some width: a century, a quarter, a day, a minute; perhaps only partly known.

``value`` prints it as a TIMEX3 value, ``span`` gives its first and last day, ``shift`` counts from it in its own
width. A day outside the years 1 to 9999 raises OverflowError or ValueError, which the callers turn into a vague
reference.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season; winter runs into the next year."""


class Grain(IntEnum):
    """Widths, widest first."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    HALF = 4
    QUARTER = 5
    SEASON = 6
    MONTH = 7
    WEEK = 8
    WEEKEND = 9
    DAY = 10
    PART = 11
    HOUR = 12
    MINUTE = 13
    SECOND = 14


_MONTHS = {Grain.CENTURY: 1200, Grain.DECADE: 120, Grain.YEAR: 12, Grain.HALF: 6, Grain.QUARTER: 3, Grain.MONTH: 1}
_DAYS = {Grain.WEEK: 7, Grain.WEEKEND: 7, Grain.DAY: 1, Grain.PART: 1}
_SECONDS = {Grain.HOUR: 3600, Grain.MINUTE: 60, Grain.SECOND: 1}


@dataclass(frozen=True, slots=True)
class Point:
    """What is known of a point; a field that is None prints as X or not at all.

    Attributes:
        grain: width.
        year: calendar year, or the first year of a decade or century; ISO year for weeks.
        weekday: 1 Monday to 7 Sunday, inside a week or alone.
        season: TIMEX3 code.
        part: part of the day, TIMEX3 code (``MO``).
        zone: ``Z`` or empty.
        fiscal: the year is a fiscal one.
        era: ``BC`` or empty.
    """

    grain: Grain
    year: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: str = ""
    month: int | None = None
    week: int | None = None
    weekday: int | None = None
    day: int | None = None
    part: str = ""
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str = ""
    fiscal: bool = False
    era: str = ""

    @property
    def grounded(self) -> bool:
        """Whether the point names one stretch of the calendar."""
        if self.year is None or self.era:
            return False
        if self.grain is Grain.HALF:
            return self.half is not None
        if self.grain is Grain.QUARTER:
            return self.quarter is not None
        if self.grain in {Grain.WEEK, Grain.WEEKEND}:
            return self.week is not None
        if self.grain is Grain.MONTH:
            return self.month is not None
        return self.grain < Grain.MONTH or (self.month is not None and self.day is not None)


def of_day(day: date, grain: Grain) -> Point:
    """Return the point of a width that a day lies in."""
    if grain is Grain.CENTURY:
        return Point(grain, year=day.year // 100 * 100)
    if grain is Grain.DECADE:
        return Point(grain, year=day.year // 10 * 10)
    if grain is Grain.YEAR:
        return Point(grain, year=day.year)
    if grain is Grain.HALF:
        return Point(grain, year=day.year, half=(day.month + 5) // 6)
    if grain is Grain.QUARTER:
        return Point(grain, year=day.year, quarter=(day.month + 2) // 3)
    if grain is Grain.SEASON:
        season = max((m for m in SEASONS.values() if m <= day.month), default=12)
        name = next(code for code, month in SEASONS.items() if month == season)
        return Point(grain, year=day.year - (day.month < 3), season=name)
    if grain is Grain.MONTH:
        return Point(grain, year=day.year, month=day.month)
    if grain in {Grain.WEEK, Grain.WEEKEND}:
        year, week, _ = day.isocalendar()
        return Point(grain, year=year, week=week)
    return Point(Grain.DAY, year=day.year, month=day.month, day=day.day)


def with_clock(day: Point, clock: Point) -> Point:
    """Return a day with the time of day of another point."""
    return replace(
        day, grain=clock.grain, part=clock.part, hour=clock.hour, minute=clock.minute, second=clock.second,
        zone=clock.zone,
    )  # fmt: skip


def span(point: Point) -> tuple[date, date] | None:
    """Return first and last day of a grounded point, None for others.

    A fiscal year is taken as widely as fiscal years lie: from April of the year before to March of the year after.
    """
    if not point.grounded or point.year is None:
        return None
    year = point.year
    if point.fiscal:
        return date(year - 1, 4, 1), date(year + 1, 3, 31)
    if point.grain in {Grain.CENTURY, Grain.DECADE, Grain.YEAR}:
        years = _MONTHS[point.grain] // 12
        return date(max(year, 1), 1, 1), date(year + years - 1, 12, 31)
    if point.grain in {Grain.WEEK, Grain.WEEKEND}:
        first = date.fromisocalendar(year, point.week or 1, 1 if point.grain is Grain.WEEK else 6)
        return first, first + timedelta(days=6 if point.grain is Grain.WEEK else 1)
    if point.grain is Grain.HALF:
        return _months(year, (point.half or 1) * 6 - 5, 6)
    if point.grain is Grain.QUARTER:
        return _months(year, (point.quarter or 1) * 3 - 2, 3)
    if point.grain is Grain.SEASON:
        return _months(year, SEASONS[point.season], 3)
    if point.grain is Grain.MONTH:
        return _months(year, point.month or 1, 1)
    day = date(year, point.month or 1, point.day or 1)
    return day, day


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    last = month + count - 1
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def first_day(point: Point) -> date | None:
    """Return the first day of a grounded point."""
    days = span(point)
    return days[0] if days else None


def coarsen(point: Point, grain: Grain) -> Point:
    """Return the wider point that a grounded one begins in; one as wide or wider is returned as it is."""
    if point.grain <= grain:
        return point
    day = first_day(point)
    return Point(grain) if day is None else of_day(day, grain)


def shift(point: Point, count: int) -> Point:
    """Return the point ``count`` of its own widths later (earlier when negative).

    Raises:
        OverflowError, ValueError: when that lies outside the calendar.
    """
    day = first_day(point)
    if day is None:
        return Point(point.grain)
    if point.grain in {Grain.CENTURY, Grain.DECADE, Grain.YEAR}:
        return replace(point, year=_year(day.year + count * _MONTHS[point.grain] // 12))
    if point.grain is Grain.SEASON:
        return of_day(add_months(day, count * 3), point.grain)
    if point.grain in _MONTHS:
        return of_day(add_months(day, count * _MONTHS[point.grain]), point.grain)
    if point.grain in _SECONDS:
        return _shift_clock(point, day, count)
    moved = of_day(day + timedelta(days=count * _DAYS[point.grain]), point.grain)
    return with_clock(moved, point) if point.grain is Grain.PART else moved


def _shift_clock(point: Point, day: date, count: int) -> Point:
    seconds = (point.hour or 0) * 3600 + (point.minute or 0) * 60 + (point.second or 0)
    days, seconds = divmod(seconds + count * _SECONDS[point.grain], 86400)
    hour, rest = divmod(seconds, 3600)
    minute, second = divmod(rest, 60)
    moved = of_day(day + timedelta(days=days), Grain.DAY)
    return replace(
        moved, grain=point.grain, hour=hour, zone=point.zone,
        minute=None if point.minute is None and point.grain is Grain.HOUR else minute,
        second=None if point.second is None and point.grain is not Grain.SECOND else second,
    )  # fmt: skip


def _year(year: int) -> int:
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year} lies outside the calendar")
    return year


def add_months(day: date, count: int) -> date:
    """Return the same day ``count`` months later, or the last of that month where it is shorter."""
    total = day.year * 12 + day.month - 1 + count
    year, month = _year(total // 12), total % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def value(point: Point) -> str:
    """Return the TIMEX3 value of a point, with X for what is unknown."""
    if point.grain is Grain.CENTURY:
        return "XX" if point.year is None else f"{point.year // 100:02d}"
    if point.grain is Grain.DECADE:
        return "XXX" if point.year is None else f"{point.year // 10:03d}"
    year = point.era + ("XXXX" if point.year is None else f"{point.year:04d}")
    return ("FY" if point.fiscal else "") + year + _within_year(point) + _clock(point)


def _within_year(point: Point) -> str:
    if point.grain is Grain.YEAR:
        return ""
    if point.grain is Grain.HALF:
        return f"-H{point.half or 'X'}"
    if point.grain is Grain.QUARTER:
        return f"-Q{point.quarter or 'X'}"
    if point.season:
        return f"-{point.season}"
    if point.grain is Grain.SEASON:
        return ""
    if point.grain in {Grain.WEEK, Grain.WEEKEND} or point.weekday is not None:
        week = "-WXX" if point.week is None else f"-W{point.week:02d}"
        inside = "-WE" if point.grain is Grain.WEEKEND else "" if point.weekday is None else f"-{point.weekday}"
        return week + inside
    month = "-XX" if point.month is None else f"-{point.month:02d}"
    if point.grain is Grain.MONTH:
        return month
    return month + ("-XX" if point.day is None else f"-{point.day:02d}")


def _clock(point: Point) -> str:
    if point.grain < Grain.PART:
        return ""
    if point.part:
        return f"T{point.part}"
    if point.hour is None:
        return "TXX:XX"
    minute = "" if point.grain is Grain.HOUR and point.minute is None else f":{point.minute or 0:02d}"
    second = "" if point.second is None else f":{point.second:02d}"
    return f"T{point.hour:02d}{minute}{second}{point.zone}"
