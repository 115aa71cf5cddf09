from __future__ import annotations

import pytest

from pipeline.timex import is_valid
from pipeline.timex.point import Grain, Point, value
from pipeline.timex.values import is_duration, parse

VALID = (
    "2020-07-09", "2019-12", "2017", "199", "20", "FY2018", "BC0044", "2020-H1", "2020-Q3", "2017-SU", "2020-W28",
    "2020-W53", "1997-W15-WE", "2017-11-07TMO", "1990-09-09T15:00", "2010-01-05T15:40Z", "2010-01-05T15:40:59",
    "XXXX-WXX-2", "XXXX-01", "XXXX-XX-XX", "XXXX-SU", "XXXX-WXX-1TNI", "2020-07-14TXX:XX", "P20Y", "P4.5Y", "PT20M",
    "PXDE", "PTXH", "P1Y6M", "P1DT12H", "P2WE", "PRESENT_REF", "PAST_REF", "FUTURE_REF", "2020-02-29", "XXXX-02-29",
)  # fmt: skip
INVALID = (
    "", "P", "PT", "P1", "20200709", "2020-13", "2020-02-30", "2019-02-29", "2020-W54", "2020-W00", "2020-Q5",
    "2020-H3", "2020-7-9", "T15", "2020-07-09T25:00", "2020-07-09T12:60", "P-1Y", "NOW_REF", "2020-W28-8", "1997-WE",
    "2020-04-31", "P1.Y", "X", "2020-07-09 ",
)  # fmt: skip


@pytest.mark.parametrize("text", VALID)
def test_values_accepts_what_the_guidelines_use(text: str) -> None:
    assert is_valid(text)


@pytest.mark.parametrize("text", INVALID)
def test_values_rejects_what_is_none(text: str) -> None:
    assert not is_valid(text)


@pytest.mark.parametrize("text", [text for text in VALID if not text.endswith("_REF") and not is_duration(text)])
def test_values_prints_what_it_parses(text: str) -> None:
    point = parse(text)
    assert point is not None
    assert value(point) == text


def test_values_have_no_point_for_durations_and_references() -> None:
    assert [parse(text) for text in ("P20Y", "PXDE", "PAST_REF")] == [None, None, None]


def test_values_parse_says_how_wide_a_point_is() -> None:
    assert parse("2020-07") == Point(Grain.MONTH, year=2020, month=7)
    assert parse("199") == Point(Grain.DECADE, year=1990)
