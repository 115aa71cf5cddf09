"""Unit codes of amounts: what width each is, and how amounts print and count."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from pipeline.timex.meaning import Amount
from pipeline.timex.point import Grain, Point, add_months, coarsen, first_day, of_day, shift

GRAINS: Mapping[str, tuple[Grain, int]] = {
    "ML": (Grain.YEAR, 1000), "CE": (Grain.CENTURY, 1), "DE": (Grain.DECADE, 1), "Y": (Grain.YEAR, 1),
    "H": (Grain.HALF, 1), "Q": (Grain.QUARTER, 1), "M": (Grain.MONTH, 1), "F": (Grain.WEEK, 2), "W": (Grain.WEEK, 1),
    "WE": (Grain.WEEKEND, 1), "D": (Grain.DAY, 1), "TH": (Grain.HOUR, 1), "TM": (Grain.MINUTE, 1),
    "TS": (Grain.SECOND, 1),
}  # fmt: skip
"""Unit code to the width it counts in and how many of that width it is."""

_PRINTED = {"ML": ("Y", 1000), "CE": ("Y", 100), "DE": ("Y", 10), "F": ("W", 2)}
"""Units that TIMEX3 values give in another once the count is known."""

_AS_YEARS = {"DE": (Grain.YEAR, 10), "CE": (Grain.YEAR, 100)}

_PARTS = {
    Grain.CENTURY: (100, "Y"), Grain.DECADE: (10, "Y"), Grain.YEAR: (12, "M"), Grain.QUARTER: (3, "M"),
    Grain.WEEK: (7, "D"), Grain.DAY: (24, "TH"), Grain.HOUR: (60, "TM"), Grain.MINUTE: (60, "TS"),
}  # fmt: skip
_ORDER = ("CE", "DE", "Y", "Q", "M", "WE", "W", "D", "TH", "TM", "TS")


def duration(amount: Amount) -> str:
    """Return the TIMEX3 value of an amount, with X for a count that is not said."""
    totals: dict[str, Fraction | None] = {}
    for value, unit in amount.parts:
        code, factor = _PRINTED.get(unit, (unit, 1)) if value is not None or unit in {"ML", "F"} else (unit, 1)
        totals[code] = None if value is None else (totals.get(code) or Fraction(0)) + value * factor
    printed = {code: _print(totals[code]) + code.removeprefix("T") for code in _ORDER if code in totals}
    days = "".join(text for code, text in printed.items() if not code.startswith("T"))
    clock = "".join(text for code, text in printed.items() if code.startswith("T"))
    return f"P{days}T{clock}" if clock else f"P{days}"


def _print(value: Fraction | None) -> str:
    if value is None:
        return "X"
    if value.denominator == 1:
        return str(value.numerator)
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


def count(point: Point, amount: Amount, sign: int, *, whole: bool = False) -> Point:
    """Return the point so much before or after another, as wide as the narrowest unit of the amount.

    Decades and centuries count as years ("a decade ago") unless they are taken whole ("last decade").

    Raises:
        OverflowError, ValueError: when that lies outside the calendar.
    """
    if len(amount.parts) > 1:
        return count_days(coarsen(point, GRAINS[amount.parts[-1][1]][0]), amount, sign)
    for value, unit in amount.parts:
        grain, factor = GRAINS[unit] if whole else _AS_YEARS.get(unit) or GRAINS[unit]
        number = (value or Fraction(0)) * factor
        if number.denominator != 1 and grain in _PARTS:
            parts, smaller = _PARTS[grain]
            grain, number = GRAINS[smaller][0], number * parts
        point = shift(coarsen(point, grain), sign * round(number))
    return point


def count_days(point: Point, amount: Amount, sign: int) -> Point:
    """Return the point so much before or after another and as wide as it: the same day a year ago.

    Raises:
        OverflowError, ValueError: when that lies outside the calendar.
    """
    day = first_day(point)
    if day is None:
        return Point(point.grain)
    for value, unit in amount.parts:
        grain, factor = GRAINS[unit]
        number = sign * round((value or Fraction(0)) * factor)
        months = {Grain.CENTURY: 1200, Grain.DECADE: 120, Grain.YEAR: 12, Grain.QUARTER: 3, Grain.MONTH: 1}.get(grain)
        if months is not None:
            day = add_months(day, number * months)
        elif grain <= Grain.DAY:
            moved = first_day(shift(of_day(day, Grain.DAY), number * (1 if grain is Grain.DAY else 7)))
            day = moved or day
    return of_day(day, point.grain)
