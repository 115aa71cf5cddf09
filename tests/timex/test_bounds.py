"""Bounds against the calendar of the standard library and of the ``edtf`` package, EDTF strings against its parser."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.timex import bounds, edtf
from pipeline.vocabularies import TimexMod

days = st.dates(min_value=date(2, 1, 1), max_value=date(9997, 12, 31))


@settings(deadline=None)
@given(day=days)
def test_bounds_of_a_day_are_the_day(day: date) -> None:
    assert bounds(day.isoformat()) == (day, day)
    assert edtf(day.isoformat()) == day.isoformat()


@settings(deadline=None)
@given(day=days)
def test_bounds_of_a_month_end_with_its_last_day(day: date) -> None:
    last = calendar.monthrange(day.year, day.month)[1]
    assert bounds(f"{day:%Y-%m}".zfill(7)) == (day.replace(day=1), day.replace(day=last))


@settings(deadline=None)
@given(day=days)
def test_bounds_of_an_iso_week_hold_its_seven_days(day: date) -> None:
    year, week, weekday = day.isocalendar()
    first, last = bounds(f"{year:04d}-W{week:02d}")
    assert first is not None
    assert last is not None
    assert (first.isoweekday(), last - first, first <= day <= last) == (1, timedelta(6), True)
    assert bounds(f"{year:04d}-W{week:02d}-{weekday}") == (day, day)
    assert bounds(f"{year:04d}-W{week:02d}-WE") == (first + timedelta(5), last)


@settings(deadline=None)
@given(day=days)
def test_bounds_of_quarters_and_halves_cut_the_year(day: date) -> None:
    quarter, half = (day.month + 2) // 3, (day.month + 5) // 6
    for value, months in ((f"{day.year:04d}-Q{quarter}", 3), (f"{day.year:04d}-H{half}", 6)):
        first, last = bounds(value)
        assert first is not None
        assert last is not None
        assert first <= day <= last
        assert ((last + timedelta(1)).month - first.month) % 12 == months % 12


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28)),
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        ("2021-W01", date(2021, 1, 4), date(2021, 1, 10)),
        ("2017-SU", date(2017, 6, 1), date(2017, 8, 31)),
        ("2019-WI", date(2019, 12, 1), date(2020, 2, 29)),
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("199", date(1990, 1, 1), date(1999, 12, 31)),
        ("20", date(2000, 1, 1), date(2099, 12, 31)),
        ("2017-11-07TMO", date(2017, 11, 7), date(2017, 11, 7)),
        ("1990-09-09T15:00", date(1990, 9, 9), date(1990, 9, 9)),
        ("1998-XX", date(1998, 1, 1), date(1998, 12, 31)),
        ("1998-10-XX", date(1998, 10, 1), date(1998, 10, 31)),
        ("FY2018", date(2017, 4, 1), date(2019, 3, 31)),
    ],
)
def test_bounds_of_values(value: str, first: date, last: date) -> None:
    assert bounds(value) == (first, last)


@pytest.mark.parametrize(
    "value",
    ["XXXX-01", "XXXX-WXX-2", "P20Y", "PXDE", "PRESENT_REF", "BC0044", "9999-99", "nonsense", "XXXX", "2019-W53"],
)
def test_bounds_are_open_where_nothing_is_known(value: str) -> None:
    assert bounds(value) == (None, None)


@pytest.mark.parametrize(
    ("mod", "first", "last"),
    [
        (TimexMod.START, date(2020, 7, 1), date(2020, 7, 16)),
        (TimexMod.MID, date(2020, 7, 8), date(2020, 7, 24)),
        (TimexMod.END, date(2020, 7, 16), date(2020, 7, 31)),
        (TimexMod.BEFORE, None, date(2020, 6, 30)),
        (TimexMod.AFTER, date(2020, 8, 1), None),
        (TimexMod.ON_OR_BEFORE, None, date(2020, 7, 31)),
        (TimexMod.ON_OR_AFTER, date(2020, 7, 1), None),
        (TimexMod.APPROX, date(2020, 5, 31), date(2020, 8, 31)),
        (TimexMod.MORE_THAN, date(2020, 7, 1), date(2020, 7, 31)),
    ],
)
def test_bounds_follow_the_modifier(mod: TimexMod, first: date | None, last: date | None) -> None:
    assert bounds("2020-07", mod) == (first, last)


@pytest.mark.parametrize(
    ("value", "mod", "written"),
    [
        ("2017", None, "2017"),
        ("2019-12", None, "2019-12"),
        ("199", None, "199X"),
        ("20", None, "20XX"),
        ("2017-SU", None, "2017-22"),
        ("2020-Q3", None, "2020-35"),
        ("2020-H1", None, "2020-40"),
        ("2020-W28", None, "2020-07-06/2020-07-12"),
        ("XXXX-01", None, "XXXX-01"),
        ("2017-11-07TMO", None, "2017-11-07"),
        ("2010-01-05T15:40Z", None, "2010-01-05T15:40:00Z"),
        ("2018", TimexMod.APPROX, "2018~"),
        ("2014", TimexMod.AFTER, "2015-01-01/.."),
        ("2014", TimexMod.BEFORE, "../2013-12-31"),
        ("2017", TimexMod.END, "2017-07-02/2017-12-31"),
        ("BC0044", None, "-0043"),
        ("P20Y", None, ""),
        ("PAST_REF", None, ""),
        ("FY2018", None, ""),
        ("XXXX-WXX-2", None, ""),
    ],
)
def test_edtf_writes_values(value: str, mod: TimexMod | None, written: str) -> None:
    assert edtf(value, mod) == written


@pytest.mark.parametrize(
    "value", ["2017", "2019-12", "2020-02", "1900-02", "2020-02-29", "199", "20", "2020-W01", "2020-W53"]
)
def test_edtf_package_gives_the_same_bounds(value: str) -> None:
    parsed: Any = parse_edtf(edtf(value))
    first, last = bounds(value)
    assert first is not None
    assert last is not None
    assert (parsed.lower_strict()[:3], parsed.upper_strict()[:3]) == (first.timetuple()[:3], last.timetuple()[:3])


@settings(deadline=None, max_examples=15)  # the package parses slowly
@given(day=days, mod=st.one_of(st.none(), st.sampled_from(TimexMod)))
def test_edtf_package_reads_every_string(day: date, mod: TimexMod | None) -> None:
    year, week, _ = day.isocalendar()
    month = day.isoformat()[:7]
    plain = [day.isoformat(), month, month[:4], month[:3], month[:2]]
    for value in (*plain, f"{year:04d}-W{week:02d}", f"{month[:4]}-Q1", f"{month[:4]}-FA"):
        written = edtf(value, mod)
        if written:
            parse_edtf(written)


FORMS = (
    "20", "XX", "199", "XXX", "2017", "XXXX", "FY2018", "BC0044", "2020-H1", "XXXX-H1", "2020-Q3", "2020-QX", "XXXX-QX",
    "2017-SU", "XXXX-SU", "2020-W28", "XXXX-WXX", "2020-W28-WE", "2020-W28-2", "XXXX-WXX-2", "2020-07", "XXXX-07",
    "2020-XX", "XXXX-XX", "2020-07-09", "XXXX-07-09", "2020-07-XX", "2020-XX-XX", "XXXX-XX-XX", "XXXX-XX-14",
    "2017-11-07TMO", "2010-01-05T15:40Z", "2010-01-05T15:40:05", "XXXX-XX-XXT15:40", "2013-03-21TXX:XX",
    "2013-03-21T24:00", "0001-01-01", "9999-12-31", "XXXX-02-29", "PXDE", "PRESENT_REF",
)  # fmt: skip


@pytest.mark.parametrize("value", FORMS)
def test_edtf_of_every_form_is_read_by_the_library(value: str) -> None:
    for mod in (None, *TimexMod):
        text = edtf(value, mod)
        if text:
            parse_edtf(text)  # raises for what is no EDTF
