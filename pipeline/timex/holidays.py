"""The day of a named day in a year."""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.lexicon.schema import Holiday
from pipeline.timex.point import Grain, Point, of_day


def holiday_day(entry: Holiday, year: int) -> date:
    """Return the day in a year that a lexicon entry names; a day of history lies in its own year.

    Raises:
        ValueError: when the year has no such day (29 February).
    """
    if entry.easter is not None:
        return easter(year) + timedelta(entry.easter)
    if entry.weekday:
        number, weekday, month = _numbers(entry.weekday)
        return nth_weekday(year, month, weekday, number) + timedelta(entry.after)
    if history_year(entry) is not None:
        return date.fromisoformat(entry.date)
    return date.fromisoformat(f"{year:04d}-{entry.date}")


def _numbers(text: str) -> tuple[int, int, int]:
    number, weekday, month = (int(part) for part in text.removeprefix("-").split("-"))
    return (-number if text.startswith("-") else number), weekday, month


def history_year(entry: Holiday) -> int | None:
    """Return the year of a day of history, None for what returns every year."""
    return int(entry.date[:4]) if len(entry.date) > len("MM-DD") else None


def holiday_without_year(entry: Holiday) -> Point:
    """Return what is known of a named day whose year is not."""
    if history_year(entry) is not None:
        return of_day(date.fromisoformat(entry.date), Grain.DAY)
    if not entry.date:
        return Point(Grain.DAY)
    month, day = entry.date.split("-")
    return Point(Grain.DAY, month=int(month), day=int(day))


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """Return the n-th Monday (1) to Sunday (7) of a month, the last for -1.

    Raises:
        ValueError: when the month has no fifth such day.
    """
    if number < 0:
        following = date(year + month // 12, month % 12 + 1, 1)
        last = following - timedelta(1)
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    day = first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    if day.month != month:
        raise ValueError(f"{year}-{month:02d} has no weekday {weekday} number {number}")
    return day


def easter(year: int) -> date:
    """Return Easter Sunday of the Western churches (Meeus, Astronomical Algorithms, chapter 8)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    skipped = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - skipped + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    early = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * early + 114, 31)
    return date(year, month, day + 1)
