from __future__ import annotations

from datetime import date

import pytest
from dateutil.easter import easter as easter_of_dateutil

from pipeline.timex import default_grammar
from pipeline.timex.holidays import easter, holiday_day, nth_weekday


@pytest.mark.parametrize("year", range(1583, 2300, 3))
def test_holidays_easter_is_that_of_the_calendar_library(year: int) -> None:
    if 1583 <= year < 4099:
        assert easter(year) == easter_of_dateutil(year)


@pytest.mark.parametrize(
    ("entry", "year", "day"),
    [
        ("thanksgiving", 2019, date(2019, 11, 28)),
        ("black-friday", 2019, date(2019, 11, 29)),
        ("election-day", 2016, date(2016, 11, 8)),
        ("election-day", 2022, date(2022, 11, 8)),
        ("labor-day", 2021, date(2021, 9, 6)),
        ("memorial-day", 2021, date(2021, 5, 31)),
        ("good-friday", 2024, date(2024, 3, 29)),
        ("ash-wednesday", 2024, date(2024, 2, 14)),
        ("christmas-eve", 1999, date(1999, 12, 24)),
        ("september-11", 2020, date(2001, 9, 11)),
    ],
)
def test_holidays_fall_on_their_day(entry: str, year: int, day: date) -> None:
    assert holiday_day(default_grammar().holidays[entry], year) == day


def test_holidays_have_a_day_in_every_year_of_the_news() -> None:
    for entry in default_grammar().holidays.values():
        for year in range(1985, 2030):
            assert isinstance(holiday_day(entry, year), date)


def test_nth_weekday_refuses_a_fifth_that_is_not_there() -> None:
    assert nth_weekday(2020, 7, 5, 5) == date(2020, 7, 31)
    with pytest.raises(ValueError, match="no weekday"):
        nth_weekday(2020, 7, 7, 5)
