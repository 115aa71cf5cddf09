"""Builders of points of the calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from pipeline.timex.builders.numbers import short_year
from pipeline.timex.meaning import Amount, Calendar, Holiday, Meaning, Modified, Nested, Nth, Offset, Origin, Vague
from pipeline.timex.point import Grain, Point, value
from pipeline.vocabularies import TimexMod

Args = Mapping[str, Any]
Fixed = Mapping[str, str | int]

_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Split:
    """Several expressions read by one rule: first token, end token and meaning of each."""

    parts: tuple[tuple[int, int, Meaning], ...]


def make_point(args: Args) -> Point | None:
    """Return the point that the items name, None where no calendar has it."""
    year, month, day = args.get("year"), args.get("month"), args.get("day")
    if isinstance(year, int) and year < 100:
        year = short_year(year)
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None:
        if month is not None and not 1 <= day <= monthrange(year or _LEAP_YEAR, month)[1]:
            return None
        return Point(Grain.DAY, year=year, month=month, day=day)
    if month is not None:
        return Point(Grain.MONTH, year=year, month=month)
    if "weekday" in args:
        return Point(Grain.DAY, weekday=args["weekday"])
    season = args.get("season") or args.get("season_fall")
    if season:
        return Point(Grain.SEASON, year=year, season=season)
    return Point(Grain.YEAR, year=year) if year is not None else None


def point(args: Args, fixed: Fixed) -> Meaning | None:
    """Make a point, placed by a step ("last May") or inside another ("May last year")."""
    named = _months_as_one(args)
    made = make_point(named)
    if made is None:
        return None
    if "outer" in args:
        return Nested(Calendar(made), args["outer"])
    return Calendar(made, step=_step(args, fixed))


def indefinite(args: Args, fixed: Fixed) -> Meaning | None:
    """Make a point that is none in particular ("a Sunday")."""
    made = make_point(args)
    return Vague(value(made)) if made else None


def _months_as_one(args: Args) -> dict[str, Any]:
    named = dict(args)
    for key in ("mon", "month_given", "month_word", "month_short"):
        if key in args:
            named["month"] = args[key]
    return named


def _step(args: Args, fixed: Fixed) -> int | None:
    for key in ("step", "next", "last", "step_the"):
        if key in args:
            return int(args[key])
    return int(fixed["step"]) if "step" in fixed else None


def point_told(args: Args, fixed: Fixed) -> Meaning | None:
    """Make a point counted from what was just told ("that Friday", "the following Monday")."""
    made = make_point(_months_as_one(args))
    step = int(args.get("step", args.get("same", 0)))
    return Calendar(made, step=step, origin=Origin.TOLD) if made else None


def numeric_day(args: Args, fixed: Fixed) -> Meaning | None:
    """Make a day written in figures; where both orders fit, month first, the other kept as the alternative."""
    first, second, year = args["a"], args["b"], args.get("year")
    month_first = make_point({"month": first, "day": second, "year": year})
    day_first = make_point({"month": second, "day": first, "year": year})
    if month_first is None:
        return Calendar(day_first) if day_first else None
    return Calendar(month_first, alternative=day_first)


def quarter(args: Args, fixed: Fixed) -> Meaning | None:
    """Make a quarter; "the last quarter" without a year is no calendar quarter but the one before."""
    number = int(args["quarter"])
    number = 4 if number == -1 else number
    if not 1 <= number <= 4:
        return None
    inner = Calendar(Point(Grain.QUARTER, quarter=number))
    if "outer" in args:
        return Nested(inner, args["outer"])
    if args["quarter"] == -1:
        return None
    return inner


def half(args: Args, fixed: Fixed) -> Meaning | None:
    """Make a half of a year, or of another point."""
    number = int(args["half"])
    return Nested(Nth(number, "H"), args["outer"]) if number in {1, 2} else None


def decade(args: Args, fixed: Fixed) -> Meaning | None:
    """Make a decade from figures or its name."""
    first = int(args["decade"])
    if first % 10:
        return None
    if first < 100:
        hundreds = args.get("hundreds")
        first += hundreds * 100 if hundreds else 1900 if first >= 20 else 2000
    return Calendar(Point(Grain.DECADE, year=first)) if 1000 <= first < 2200 else None


def century(args: Args, fixed: Fixed) -> Meaning | None:
    """Make a century by its number; TIMEX3 writes the 21st as 20."""
    number = int(args["n"])
    if not 1 <= number <= 30 or "era_bc" in args:
        return None
    return Calendar(Point(Grain.CENTURY, year=(number - 1) * 100))


def era_year(args: Args, fixed: Fixed) -> Meaning | None:
    """Make a year with its era."""
    number = int(args["n"])
    if not 1 <= number <= 9999:
        return None
    return Calendar(Point(Grain.YEAR, year=number, era="BC" if "era_bc" in args else ""))


def fiscal_year(args: Args, fixed: Fixed) -> Meaning | None:
    """Make a fiscal year."""
    number = int(args["year"])
    return Calendar(Point(Grain.YEAR, year=short_year(number) if number < 100 else number, fiscal=True))


def holiday(args: Args, fixed: Fixed) -> Meaning:
    """Make a named day, in the year or at the step that the words give."""
    made = Holiday(args["holiday"], year=args.get("year"), step=_step(args, fixed))
    return Nested(made, args["outer"]) if "outer" in args else made


def nth(args: Args, fixed: Fixed) -> Meaning | None:
    """Make the n-th unit or weekday of another point."""
    number = args.get("n", args.get("ordinal", args.get("ordinal_last", fixed.get("n"))))
    outer = args.get("outer", args.get("yearref"))
    if number is None or outer is None or number == 0:
        return None
    unit = "" if "weekday" in args else str(fixed["unit"])
    return Nested(Nth(int(number), unit, args.get("weekday")), outer)


def feast(args: Args, fixed: Fixed) -> Meaning:
    """Make a named day of which only the year is known."""
    year: Meaning = Offset(Amount(((Fraction(1), "Y"),)), 0)
    if "year" in args:
        year = Calendar(Point(Grain.YEAR, year=args["year"]))
    return Nested(Calendar(Point(Grain.DAY)), args.get("outer") or year)


def day_of_month(args: Args, fixed: Fixed) -> Meaning:
    """Make "the 20th of next month"."""
    return Nested(Calendar(Point(Grain.DAY, day=int(args["day"]))), args["outer"])


def iso_day(args: Args, fixed: Fixed) -> Meaning:
    """Make a day that the lexicon gives whole."""
    day = date.fromisoformat(args["historic"])
    return Calendar(Point(Grain.DAY, year=day.year, month=day.month, day=day.day))


def around(args: Args, fixed: Fixed) -> Meaning:
    """Make the unit round another point."""
    return Nested(Nth(0, str(fixed["unit"])), args["outer"])


def day_range(args: Args, fixed: Fixed) -> Split | None:
    """Split "July 9-12, 2020": the second day takes the month."""
    first = make_point({**args, "day": args["first"]})
    second = make_point({**args, "day": args["second"]})
    if first is None or second is None or args["second"] <= args["first"]:
        return None
    end = args["@year"][1] if "year" in args else args["@second"][1]
    return Split((
        (args["@month"][0], args["@first"][1], Calendar(first)), (args["@second"][0], end, Calendar(second)),
    ))  # fmt: skip


def range_day(args: Args, fixed: Fixed) -> Split | None:
    """Split "9-12 July 2020": the first day takes the month."""
    first = make_point({**args, "day": args["first"]})
    second = make_point({**args, "day": args["second"]})
    if first is None or second is None or args["second"] <= args["first"]:
        return None
    end = args["@year"][1] if "year" in args else args["@month"][1]
    return Split((
        (*args["@first"], Calendar(first)), (args["@second"][0], end, Calendar(second)),
    ))  # fmt: skip


def year_range(args: Args, fixed: Fixed) -> Split | None:
    """Split "1950-53" and "2003-2007"."""
    first = args["first"]
    second = args["second"] if "second" in args else first // 100 * 100 + args["short"]
    if "short" in args and second <= first and args["short"] == (first + 1) % 100:
        second += 100
    if second <= first:
        return None
    key = "@second" if "second" in args else "@short"
    years = (Calendar(Point(Grain.YEAR, year=year)) for year in (first, second))
    return Split(((*args["@first"], next(years)), (*args[key], next(years))))


def century_range(args: Args, fixed: Fixed) -> Split | None:
    """Split "the 19th and 20th centuries", "the late 19th and early 20th centuries"."""
    if args["second"] <= args["first"]:
        return None
    parts = []
    for key, word in (("first", 0), ("second", 1)):
        made, mod = century({"n": args[key]}, fixed), args.get(f"mod_{key}")
        if made is None:
            return None
        start = args[f"@mod_{key}" if mod else f"@{key}"][0]
        parts.append((start, args[f"@{key}"][1] + word, Modified(TimexMod[mod], made) if mod else made))
    return Split(tuple(parts))


def decade_range(args: Args, fixed: Fixed) -> Split | None:
    """Split "the 60s and 70s": both are decades."""
    first, second = args["first"], args["second"]
    if first.point.year >= second.point.year:
        return None
    start = args.get("@the", args["@first"])[0]
    return Split(((start, args["@first"][1], first), (*args["@second"], second)))


def month_range(args: Args, fixed: Fixed) -> Split | None:
    """Split "March to May 2020": the first month takes the year, the one before when the range runs over its end."""
    first, second, year = args["first"], args["second"], args.get("year")
    start, end = args["@first"], args["@second"]
    last = args["@year"][1] if year is not None else args["@outer"][1] if "outer" in args else end[1]
    inner = [Calendar(Point(Grain.MONTH, year=year, month=month)) for month in (first, second)]
    if year is not None and first > second:
        inner[0] = Calendar(Point(Grain.MONTH, year=year - 1, month=first))
    parts: list[Meaning] = [Nested(one, args["outer"]) for one in inner] if "outer" in args else [*inner]
    return Split(((*start, parts[0]), (end[0], last, parts[1])))


BUILDERS: Mapping[str, Callable[[Args, Fixed], Any]] = {
    function.__name__: function
    for function in (
        point, indefinite, point_told, numeric_day, quarter, half, decade, century, era_year, fiscal_year, holiday, nth,
        around, iso_day, feast, day_of_month, day_range, range_day, year_range, century_range, decade_range,
        month_range,
    )
}  # fmt: skip
