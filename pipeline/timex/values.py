"""TIMEX3 values: which strings are valid, and the calendar point that one names.

TimeML 1.2.1 leaves the value to ISO 8601 with its own additions; the forms accepted here are those of the
annotation guidelines: ``2020-07-09``, ``2019-12``, ``2017``, ``199`` (a decade), ``20`` (a century), ``FY2018``,
``BC0044``, ``2020-H1``, ``2020-Q3``, ``2017-SU``, ``2020-W28``, ``2020-W28-WE``, ``2017-11-07TMO``,
``2010-01-05T15:40Z``, X for unknown digits, ``P4.5Y``, ``PT20M``, ``PXDE``, and the three references.
"""

from __future__ import annotations

import re

from pipeline.timex.point import Grain, Point

REFERENCES = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")

_AMOUNT = r"(?:[0-9]+(?:\.[0-9]+)?|X)"
_DATE_UNITS = "".join(f"(?:{_AMOUNT}{unit})?" for unit in ("CE", "DE", "Y", "Q", "M", "WE", "W", "D"))
_TIME_UNITS = "".join(f"(?:{_AMOUNT}{unit})?" for unit in "HMS")
# P1Y6M, PXDE, PT30M, P1DT12H
_DURATION = re.compile(rf"P(?=[0-9XT]){_DATE_UNITS}(?:T(?=[0-9X]){_TIME_UNITS})?")
# TMO, T15, T15:40, T15:40:05Z, TXX:XX
_CLOCK = (
    r"(?:T(?:(?P<part>MO|MI|AF|EV|NI|DT)"
    r"|(?P<hour>2[0-4]|[01][0-9]|XX)(?::(?P<minute>[0-5][0-9]|XX)(?::(?P<second>[0-5][0-9]))?)?(?P<zone>Z)?))?"
)
# 20, 199, 2020, FY2018, BC0044
_YEAR = r"(?:(?P<century>[0-9]{2}|XX)|(?P<decade>[0-9]{3}|XXX)|(?P<kind>FY|BC)?(?P<year>[0-9]{4}|XXXX)"
# -H1, -Q3, -SU, -W28, -W28-WE, -W28-2, -07, -07-09
_INSIDE = (
    r"(?:-H(?P<half>[12X])|-Q(?P<quarter>[1-4X])|-(?P<season>SP|SU|FA|WI)"
    r"|-W(?P<week>0[1-9]|[1-4][0-9]|5[0-3]|XX)(?:-(?:(?P<weekend>WE)|(?P<weekday>[1-7])))?"
    r"|-(?P<month>0[1-9]|1[0-2]|XX)(?:-(?P<day>0[1-9]|[12][0-9]|3[01]|XX))?)?"
)
_POINT = re.compile(_YEAR + _INSIDE + _CLOCK + ")")


def is_valid(value: str) -> bool:
    """Say whether a string is a TIMEX3 value of one of the forms above."""
    if value in REFERENCES or _DURATION.fullmatch(value):
        return True
    point = parse(value)
    if point is None:
        return False
    try:
        return point.month is None or point.day is None or point.day <= _month_length(point.year, point.month)
    except ValueError:
        return False


def _month_length(year: int | None, month: int) -> int:
    if month == 2:
        return 28 if year is not None and (year % 4 or (year % 100 == 0 and year % 400)) else 29
    return 30 if month in {4, 6, 9, 11} else 31


def is_duration(value: str) -> bool:
    """Say whether a value is a length of time."""
    return _DURATION.fullmatch(value) is not None


def parse(value: str) -> Point | None:
    """Return the point that a value names; None for durations, references and what is no value."""
    match = _POINT.fullmatch(value)
    if match is None:
        return None
    part = match.groupdict()
    if part["century"]:
        year = _number(part["century"])
        return Point(Grain.CENTURY, year=None if year is None else year * 100)
    if part["decade"]:
        year = _number(part["decade"])
        return Point(Grain.DECADE, year=None if year is None else year * 10)
    return Point(
        _grain(part), year=_number(part["year"]), half=_number(part["half"]), quarter=_number(part["quarter"]),
        season=part["season"] or "", month=_number(part["month"]), week=_number(part["week"]),
        weekday=_number(part["weekday"]), day=_number(part["day"]), part=part["part"] or "",
        hour=_number(part["hour"]), minute=_number(part["minute"]), second=_number(part["second"]),
        zone=part["zone"] or "", fiscal=part["kind"] == "FY", era="BC" if part["kind"] == "BC" else "",
    )  # fmt: skip


_FINEST_FIRST = (
    ("second", Grain.SECOND), ("minute", Grain.MINUTE), ("hour", Grain.HOUR), ("part", Grain.PART), ("day", Grain.DAY),
    ("weekday", Grain.DAY), ("weekend", Grain.WEEKEND), ("week", Grain.WEEK), ("month", Grain.MONTH),
    ("season", Grain.SEASON), ("quarter", Grain.QUARTER), ("half", Grain.HALF),
)  # fmt: skip


def _grain(part: dict[str, str | None]) -> Grain:
    return next((grain for name, grain in _FINEST_FIRST if part[name]), Grain.YEAR)


def _number(text: str | None) -> int | None:
    return None if text is None or "X" in text else int(text)
