"""Builders of points counted from an origin, and of points with a modifier."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from pipeline.timex.meaning import Again, Amount, Calendar, Meaning, Modified, Nested, Offset, Origin
from pipeline.timex.point import Grain, Point
from pipeline.vocabularies import TimexMod

Args = Mapping[str, Any]
Fixed = Mapping[str, str | int]

_STEPS = ("step", "same", "step_the", "step_told", "step_latest", "ago")
_AGO_MODS = {
    TimexMod.MORE_THAN: TimexMod.BEFORE, TimexMod.EQUAL_OR_MORE: TimexMod.ON_OR_BEFORE,
    TimexMod.LESS_THAN: TimexMod.AFTER, TimexMod.EQUAL_OR_LESS: TimexMod.ON_OR_AFTER,
}  # fmt: skip
_LATER_MODS = {
    TimexMod.MORE_THAN: TimexMod.AFTER, TimexMod.EQUAL_OR_MORE: TimexMod.ON_OR_AFTER,
    TimexMod.LESS_THAN: TimexMod.BEFORE, TimexMod.EQUAL_OR_LESS: TimexMod.ON_OR_BEFORE,
}  # fmt: skip


def one(unit: str, count: int = 1) -> Amount:
    """Return so many of a unit."""
    return Amount(((Fraction(count), unit),))


def _unit(args: Args, fixed: Fixed) -> str:
    return str(args.get("unit") or args.get("weekend") or fixed["unit"])


def _steps(args: Args, fixed: Fixed) -> int:
    return next((int(args[key]) for key in _STEPS if key in args), int(fixed.get("step", 0)))


def offset(args: Args, fixed: Fixed) -> Meaning:
    """Make the unit so many steps from the day of publication."""
    return _offset(args, fixed, Origin.PUBLISHED)


def offset_the(args: Args, fixed: Fixed) -> Meaning:
    """Make "the year", "the day" as parts of longer phrases: the present year, but the day just told."""
    unit = _unit(args, fixed)
    return Offset(one(unit), 0, Origin.TOLD if unit == "D" else Origin.PUBLISHED)


def offset_told(args: Args, fixed: Fixed) -> Meaning:
    """Make the unit so many steps from what was just told."""
    return _offset(args, fixed, Origin.TOLD)


def _offset(args: Args, fixed: Fixed, origin: Origin) -> Meaning:
    steps, unit = _steps(args, fixed), _unit(args, fixed)
    if unit == "WE" and origin is Origin.PUBLISHED:
        return Calendar(Point(Grain.WEEKEND), step=steps)
    return Offset(one(unit, max(abs(steps), 1)), _sign(steps), origin, whole=True)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def offset_needed(args: Args, fixed: Fixed) -> Meaning:
    """Make the unit just told; nothing when none was."""
    return Offset(one(_unit(args, fixed)), 0, Origin.TOLD, needs=True)


def offset_same(args: Args, fixed: Fixed) -> Meaning:
    """Make "the same day as ...": what the comparison tells beside is the news, so the day is the news' own."""
    return Offset(one(str(args["unit"])), 0, Origin.NEWS)


def offset_reported(args: Args, fixed: Fixed) -> Meaning:
    """Make "the full year": that of the quarter or half told beside it, else the present one."""
    return Offset(one(_unit(args, fixed)), 0, Origin.PERIOD)


def weekend(args: Args, fixed: Fixed) -> Meaning:
    """Make "the weekend", before or after publication as the tense has it."""
    return Calendar(Point(Grain.WEEKEND))


def modify(args: Args, fixed: Fixed) -> Meaning:
    """Put a modifier on a point."""
    return Modified(TimexMod[str(args.get("mod", fixed.get("mod")))], args["base"])


def base(args: Args, fixed: Fixed) -> Meaning:
    """Return a point whose modifier says nothing of it ("sometime next year")."""
    meaning: Meaning = args["base"]
    return meaning


def unit_end(args: Args, fixed: Fixed) -> Meaning:
    """Make "year-end" and the like, of the year given or of the present one."""
    base = args.get("base") or Offset(one(str(args["unit"])), 0)
    return Modified(TimexMod[str(args.get("mod", fixed.get("mod")))], base)


def so_far(args: Args, fixed: Fixed) -> Meaning:
    """Make "earlier this month", "later in the day": the part of a point before or after the origin."""
    side = int(args.get("side", fixed.get("side", 1)))
    return Modified(TimexMod.START if side < 0 else TimexMod.END, args["base"], side)


def _modified(meaning: Meaning, args: Args, mods: Mapping[TimexMod, TimexMod]) -> Meaning:
    said = args.get("about") or args.get("or_so")
    if said is None and args["amount"].mod is None:
        return meaning
    mod = TimexMod[said] if said else args["amount"].mod
    return Modified(mods.get(mod, mod), meaning)


def ago(args: Args, fixed: Fixed) -> Meaning:
    """Count back from the day of publication."""
    return _modified(Offset(args["amount"], -1, keep=True), args, _AGO_MODS)


def ago_within(args: Args, fixed: Fixed) -> Meaning:
    """Count back from a day or week that is named ("a year ago Tuesday")."""
    return Offset(args["amount"], -1, base=args["inner"])


def counted_told(args: Args, fixed: Fixed) -> Meaning:
    """Count from what was just told."""
    steps = int(args["step"])
    counted = Offset(args["amount"], steps, Origin.TOLD, keep=True)
    return _modified(counted, args, _AGO_MODS if steps < 0 else _LATER_MODS)


def counted(args: Args, fixed: Fixed) -> Meaning:
    """Count forward from the day of publication."""
    return _modified(Offset(args["amount"], 1), args, _LATER_MODS)


def counted_from(args: Args, fixed: Fixed) -> Meaning:
    """Count forward from a day that is named ("a week from Friday")."""
    amount = args.get("amount") or one(_unit(args, fixed))
    return Offset(amount, 1, base=args["outer"])


def beside(args: Args, fixed: Fixed) -> Meaning:
    """Make "the day before Christmas"."""
    return Offset(one("D"), int(args["side"]), base=args["outer"])


def unit_earlier(args: Args, fixed: Fixed) -> Meaning:
    """Make "year-ago", "the year-earlier quarter": what was just told, a unit earlier."""
    unit = str(args["unit"])
    if "quarter" in args:
        quarter = Calendar(Point(Grain.QUARTER, quarter=int(args["quarter"])))
        return Nested(quarter, Offset(one(unit), -1))
    return Offset(one(unit), -1, Origin.TOLD, keep=True)


def same_period(args: Args, fixed: Fixed) -> Meaning:
    """Make "the same period last year": what was just told, in another year."""
    return Again(args.get("outer") or args.get("yearref") or Offset(one(str(args["unit"])), -1))


BUILDERS: Mapping[str, Callable[[Args, Fixed], Any]] = {
    function.__name__: function
    for function in (
        offset, offset_the, offset_told, offset_same, offset_reported, offset_needed, weekend, modify, base, unit_end,
        so_far, ago, ago_within, counted_told, beside, counted, counted_from, unit_earlier, same_period,
    )
}  # fmt: skip
