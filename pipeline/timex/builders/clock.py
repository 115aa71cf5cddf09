"""Builders of clock times and parts of the day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from pipeline.timex.builders.points import Split
from pipeline.timex.builders.relative import one
from pipeline.timex.meaning import Calendar, Meaning, Modified, Nested, Offset, Origin
from pipeline.timex.point import Grain, Point
from pipeline.vocabularies import TimexMod

Args = Mapping[str, Any]
Fixed = Mapping[str, str | int]

_LATE_PARTS = frozenset({"AF", "EV", "NI"})
_MORNING = "MO"


def clock(args: Args, fixed: Fixed) -> Point | None:
    """Return a time of day, None for an hour or minute that no clock shows."""
    if "hhmm" in args:
        hour, minute = divmod(int(args["hhmm"]), 100)
    else:
        hour, minute = int(args["hour"]), int(args.get("minute", 0))
    if "past" in args:
        hour, minute = (hour, args["past"]) if args["past"] > 0 else (hour - 1, 60 + args["past"])
    if args.get("half") is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + int(args["half"])
    elif args.get("part") in _LATE_PARTS and 1 <= hour < 12:
        hour += 12
    second = args.get("second")
    if not 0 <= hour <= 24 or not 0 <= minute <= 59 or not 0 <= (second or 0) <= 59:
        return None
    grain = Grain.SECOND if second is not None else Grain.MINUTE
    zone = "Z" if args.get("zone") == "Z" else ""
    return Point(grain, hour=hour, minute=minute, second=second, zone=zone)


def clock_counted(args: Args, fixed: Fixed) -> Point | None:
    """Return a time of day told by minutes before or after an hour."""
    minutes, hour = int(args["minutes"]), int(args["hour"])
    if not 1 <= minutes <= 59 or not 1 <= hour <= 24:
        return None
    if args["side"] < 0:
        hour, minutes = hour - 1, 60 - minutes
    return clock({**args, "hour": hour % 24, "minute": minutes}, fixed)


def clock_modified(args: Args, fixed: Fixed) -> Meaning:
    """Make a time of day that stands alone, with a modifier where the words give one."""
    meaning = Calendar(args["clock"])
    return Modified(TimexMod[args["mod"]], meaning) if "mod" in args else meaning


def time_of_day(args: Args, fixed: Fixed) -> Meaning:
    """Make a time of a day that is named; "eight tonight" is in the evening."""
    time = args["clock"]
    outer = args["outer"] if "outer" in args else args["dayref"]
    part = outer.inner.point.part if isinstance(outer, Nested) and isinstance(outer.inner, Calendar) else ""
    if part in _LATE_PARTS and 1 <= time.hour < 12:
        time = replace(time, hour=time.hour + 12)
    return Nested(Calendar(time), outer)


def clock_twice(args: Args, fixed: Fixed) -> Split:
    """Split "10:35 a.m. (0735 GMT) Friday": both clock times are of that day."""
    day = args["outer"]
    first, second = (Nested(Calendar(args[key]), day) for key in ("first", "second"))
    return Split(((*args["@first"], first), (*args["@second"], second), (*args["@outer"], day)))


def daypart(args: Args, fixed: Fixed) -> Meaning:
    """Make a part of a day that is named or that lies so many days from publication."""
    part = Point(Grain.PART, part=str(args.get("part", fixed.get("part"))))
    day = args.get("outer") or args.get("todayref")
    if day is None:
        steps = int(args.get("step", fixed.get("step", 0)))
        day = Offset(one("D", max(abs(steps), 1)), (steps > 0) - (steps < 0))
    meaning: Meaning = Nested(Calendar(part), day)
    return Modified(TimexMod[args["early_late"]], meaning) if "early_late" in args else meaning


def daypart_told(args: Args, fixed: Fixed) -> Meaning:
    """Make a part of the day just told, or of the day before or after it."""
    steps = int(args.get("step", 0))
    day = Offset(one("D", max(abs(steps), 1)), (steps > 0) - (steps < 0), Origin.TOLD)
    return Nested(Calendar(Point(Grain.PART, part=args["part"])), day)


def daypart_modified(args: Args, fixed: Fixed) -> Meaning:
    """Put a modifier on a part of a day; "the early hours of Monday" is its early morning."""
    if "base" in args:
        return Modified(TimexMod[args["mod"]], args["base"])
    base = args.get("daypart") or Nested(Calendar(Point(Grain.PART, part=_MORNING)), args["outer"])
    return Modified(TimexMod.START, base)


def daypart_bare(args: Args, fixed: Fixed) -> Meaning:
    """Make a part of the day that the context gives."""
    meaning: Meaning = Calendar(Point(Grain.PART, part=args.get("part", _MORNING)))
    mod = args.get("mod", "" if "part" in args else TimexMod.START)
    return Modified(TimexMod[mod], meaning) if mod else meaning


def daypart_word(args: Args, fixed: Fixed) -> Meaning:
    """Make a part of the day named without an article ("by nightfall", "at dawn on Sunday")."""
    part = Calendar(Point(Grain.PART, part=args["part"]))
    return Nested(part, args["outer"]) if "outer" in args else part


BUILDERS: Mapping[str, Callable[[Args, Fixed], Any]] = {
    function.__name__: function
    for function in (
        clock, clock_counted, clock_modified, time_of_day, clock_twice, daypart, daypart_told, daypart_modified,
        daypart_bare, daypart_word,
    )
}  # fmt: skip
