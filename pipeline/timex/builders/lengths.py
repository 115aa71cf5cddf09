"""Builders of durations, repetitions and vague references."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from pipeline.timex.builders.relative import one
from pipeline.timex.meaning import Amount, Length, Meaning, Repeat, Vague
from pipeline.timex.point import Grain, Point
from pipeline.vocabularies import TimexMod

Args = Mapping[str, Any]
Fixed = Mapping[str, str | int]
Count = tuple[Fraction | None, TimexMod | None]

_UNIT_KEYS = ("many", "one", "nights", "unit_long", "unit")
_MOD_KEYS = ("more_less", "or_so", "more")
_YEAR_LIKE = range(1800, 2200)
_SMALLER = {"Y": (12, "M"), "DE": (10, "Y"), "CE": (100, "Y"), "TH": (60, "TM"), "D": (24, "TH"), "TM": (60, "TS")}
"""What half of a unit is counted in."""


def _unit(args: Args) -> str:
    return str(next(args[key] for key in _UNIT_KEYS if key in args))


def _with_mod(amount: Amount, args: Args) -> Amount:
    said = next((args[key] for key in _MOD_KEYS if key in args), None)
    return Amount(amount.parts, TimexMod[said]) if said else amount


def count(args: Args, fixed: Fixed) -> Count | None:
    """Return a count and how it is to be taken; of a range the larger end, as an approximation."""
    if "count" in args:
        made: Count = args["count"]
        return made
    if "several" in args:
        return None, None
    if "couple" in args:
        return Fraction(args["couple"]), TimexMod.APPROX
    if "whole" in args:
        return Fraction(args["whole"]) + Fraction(1, 2), None
    number = Fraction(args["n"])
    if "first" in args:
        return (number, TimexMod.APPROX) if Fraction(args["first"]) < number else None
    return number, None


def amount(args: Args, fixed: Fixed) -> Amount | None:
    """Make a counted amount; a singular unit takes only the count one."""
    value, mod = args["count"]
    if "one" in args and value != 1:
        return None
    if "one_half" in args and value is not None:
        value += Fraction(1, 2)
    return Amount(((value, _unit(args)),), mod)


def amount_one(args: Args, fixed: Fixed) -> Amount:
    """Make "a year", "a year and a half"."""
    return Amount(((Fraction(3, 2) if "one_half" in args else Fraction(1), _unit(args)),))


def amount_half(args: Args, fixed: Fixed) -> Amount:
    """Make "half an hour" in the next smaller unit."""
    return _halved(_unit(args))


def _halved(unit: str) -> Amount:
    if unit not in _SMALLER:
        return Amount(((Fraction(1, 2), unit),))
    parts, smaller = _SMALLER[unit]
    return one(smaller, parts // 2)


def amount_joined(args: Args, fixed: Fixed) -> Amount | None:
    """Return an amount, put together from two where the words do so ("two years and three months")."""
    if "left" in args:
        return _joined_all(args)
    if "many" in args:
        return Amount(((None, str(args["many"])),))
    made: Amount = args.get("amount_counted") or args.get("amount_half") or args["amount_one"]
    return made


_WIDTH = ("ML", "CE", "DE", "Y", "Q", "M", "F", "WE", "W", "D", "TH", "TM", "TS")


def _joined_all(args: Args) -> Amount | None:
    left: Amount | None = args["left"]
    if "middle" in args and left is not None:
        left = _joined(left, args["middle"])
    return None if left is None else _joined(left, args["right"])


def _joined(left: Amount, right: Amount) -> Amount | None:
    if _WIDTH.index(left.parts[-1][1]) >= _WIDTH.index(right.parts[0][1]):
        return None
    if any(value is None for value, _ in (*left.parts, *right.parts)):
        return None
    return Amount((*left.parts, *right.parts), left.mod or right.mod)


def length(args: Args, fixed: Fixed) -> Meaning | None:
    """Make a duration."""
    if "left" in args:
        made = _joined_all(args)
    else:
        made = args.get("amount_counted") or args.get("amount_half") or args.get("amount_one")
    if made is None or ("more_less" in args and made.parts[0][0] is None):
        return None
    return Length(_with_mod(made, args))


def last_length(args: Args, fixed: Fixed) -> Meaning | None:
    """Make the duration of "the last 20 years"."""
    value, mod = args["count"]
    if "one" in args and value != 1:
        return None
    if "one_half" in args and value is not None:
        value += Fraction(1, 2)
    return Length(_with_mod(Amount(((value, _unit(args)),), mod), args))


def length_of_one(args: Args, fixed: Fixed) -> Meaning:
    """Make the duration of "the past year", "year-long"."""
    value, mod = args.get("count", (Fraction(1), None))
    if "half" in fixed:
        return Length(_halved(_unit(args)))
    if "one_half" in args and value is not None:
        value += Fraction(1, 2)
    return Length(Amount(((value, _unit(args)),), mod))


def length_of_many(args: Args, fixed: Fixed) -> Meaning:
    """Make a duration of unknown count ("recent weeks", "decades")."""
    return Length(Amount(((None, _unit(args)),)))


def length_adjective(args: Args, fixed: Fixed) -> Meaning | None:
    """Make a duration that stands before a noun ("ten-year", "13 month", "decades-long")."""
    alone = (Fraction(1), None) if "one" in args else (None, None)
    value, mod = args.get("count_joined") or args.get("count") or alone
    if "one" in args and "count_joined" not in args and value is not None and int(value) in _YEAR_LIKE:
        return None
    return Length(_with_mod(Amount(((value, _unit(args)),), mod), args))


def every(args: Args, fixed: Fixed) -> Meaning | None:
    """Make a repetition: of a unit, a number of units, or a point of the calendar."""
    if any(key in args for key in ("many", "one")):
        value: Fraction | None = Fraction(int(args.get("n", fixed.get("n", 1))))
        if "many" in args:
            value = args["count"][0]
        return Repeat(Amount(((value, _unit(args)),)))
    part = str(args.get("part") or args.get("parts") or "")
    weekday = args.get("weekday")
    if weekday or part:
        return Repeat(Point(Grain.PART if part else Grain.DAY, weekday=weekday, part=part))
    season = args.get("season") or args.get("season_fall")
    if season:
        return Repeat(Point(Grain.SEASON, season=season))
    return Repeat(Point(Grain.MONTH, month=args["month"]))


def periodic(args: Args, fixed: Fixed) -> Meaning:
    """Make the repetition of an adverb or adjective ("annual": 1Y)."""
    code = str(args["periodic"])
    digits = "".join(char for char in code if char.isdigit())
    return Repeat(one(code[len(digits) :], int(digits)))


def vague(args: Args, fixed: Fixed) -> Meaning:
    """Make a reference to past, present or future."""
    return Vague(str(args["vague"]))


BUILDERS: Mapping[str, Callable[[Args, Fixed], Any]] = {
    function.__name__: function
    for function in (
        count, amount, amount_one, amount_half, amount_joined, length, last_length, length_of_one, length_of_many,
        length_adjective, every, periodic, vague,
    )
}  # fmt: skip
