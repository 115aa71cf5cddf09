"""Builders of numbers, days of the month and years."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

Args = Mapping[str, Any]
Fixed = Mapping[str, str | int]

_LARGEST = 10**12
_PIVOT = 50
"""Two-digit years from here on belong to the twentieth century."""


def same(args: Args, fixed: Fixed) -> Any:
    """Return what the only named item yielded."""
    return next((value for key, value in args.items() if not key.startswith("@")), None)


def number(args: Args, fixed: Fixed) -> Fraction | int | None:
    """Return a number put together from digits or words; whole ones as int."""
    total = Fraction(args.get("whole", fixed.get("whole", 0)))
    for key in ("group", "more"):
        if key in args:
            total = total * 1000 + args[key]
    total += Fraction(args.get("tenths", 0), 10) + Fraction(args.get("hundredths", 0), 100)
    if "bottom" in args:
        if not 0 < args["top"] < args["bottom"]:
            return None
        total += Fraction(args["top"], args["bottom"])
    total += args.get("tens", 0) + args.get("teens", 0) + args.get("ones", 0)
    if "scale" in args:
        total = (total or Fraction(1)) * args["scale"]
    total += args.get("rest", 0)
    if "one_half" in args:
        total += Fraction(1, 2)
    if total > _LARGEST:
        return None
    return int(total) if total.denominator == 1 else total


def day_ordinal(args: Args, fixed: Fixed) -> int | None:
    """Return a day of the month from an ordinal number."""
    day = int(args["ordinal"])
    return day if 1 <= day <= 31 else None


def year(args: Args, fixed: Fixed) -> int | None:
    """Return a year from digits ("2020", "'98") or words ("nineteen ninety-six", "two thousand five")."""
    if "year_number" in args:
        return int(args["year_number"]) if 1000 <= args["year_number"] < 2200 else None
    if "int2" in args:
        return short_year(args["int2"])
    if "thousands" in args:
        return int(args["thousands"]) * 1000 + int(args.get("rest", 0)) if args["thousands"] <= 2 else None
    hundreds, rest = int(args["hundreds"]), int(args.get("rest", 0))
    fits = 15 <= hundreds <= 20 and ("rest" not in args or rest >= 10 or "oh" in args)
    return hundreds * 100 + rest if fits else None


def short_year(digits: int) -> int:
    """Return the year that two digits stand for."""
    return digits + (1900 if digits >= _PIVOT else 2000)


BUILDERS: Mapping[str, Callable[[Args, Fixed], Any]] = {
    function.__name__: function
    for function in (
        same, number, day_ordinal, year,
    )
}  # fmt: skip
