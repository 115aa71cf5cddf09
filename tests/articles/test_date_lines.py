from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.articles.date_lines import DateReader, Rank, date_in_name
from pipeline.articles.date_words import DateWords

PUBLISHED, PLAIN, UPDATED = Rank.PUBLISHED, Rank.PLAIN, Rank.UPDATED
DAY = date(2020, 7, 14)


@pytest.mark.parametrize(
    "line",
    [
        "July 14, 2020",
        "July 14 2020",
        "JULY 14, 2020",
        "Jul. 14, 2020",
        "Jul 14th, 2020",
        "14 July 2020",
        "14th July, 2020",
        "14th of July 2020",
        "14-Jul-2020",
        "14/Jul/2020",
        "14July2020",
        "2020 July 14",
        "2020-07-14",
        "2020/07/14",
        "2020.7.14",
        "20200714",
        "14/07/2020",
        "07/14/2020",
        "14.07.2020",
        "Tuesday, July 14, 2020",
        "Tue, 14 Jul 2020 10:00 GMT",
        "Tue, 14 Jul 2020 10:00:00 +0000 (UTC)",
        "2020-07-14T10:00:00.000+02:00",
        "2020-07-14 10:00:00Z",
        "July 14, 2020 at 3:40 p.m. EDT",
        "July 14, 2020 3pm",
        "Tuesday 14th July 2020, 3:40pm",
        "1000 GMT 14 July 2020",
        "(July 14, 2020)",
        "*July 14, 2020*",
        "— July 14, 2020 —",
        "Brussels, 14 July 2020",
        "WASHINGTON, D.C. | July 14, 2020",
        "July 14, 2020 | Ann Wu, The Daily Mail",
        "By Ann Wu, July 14, 2020",
        "By Ann Wu and Jo Bell on July 14, 2020",
        "5 min read · July 14, 2020",
        "\N{NO-BREAK SPACE}July\N{NO-BREAK SPACE}14,\N{NO-BREAK SPACE}2020",
    ],
)
def test_date_lines_plain(line: str, dates: DateReader) -> None:
    assert dates.line(line) == ((PLAIN, DAY),)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published 14 July 2020", [(PUBLISHED, 14)]),
        ("Published on: July 14, 2020", [(PUBLISHED, 14)]),
        ("PUBLISHED: 2020-07-14 10:00", [(PUBLISHED, 14)]),
        ("Posted by admin on July 14, 2020", [(PUBLISHED, 14)]),
        ("Date: Tue, 14 Jul 2020", [(PUBLISHED, 14)]),
        ("FOR IMMEDIATE RELEASE July 14, 2020", [(PUBLISHED, 14)]),
        ("Last updated: July 15, 2020", [(UPDATED, 15)]),
        ("July 14, 2020 Updated: July 15, 2020", [(PLAIN, 14), (UPDATED, 15)]),
        ("July 14, 2020 Updated: July 14, 2020", [(PLAIN, 14), (UPDATED, 14)]),
        ("Updated July 15, 2020 | Published July 14, 2020", [(UPDATED, 15), (PUBLISHED, 14)]),
        ("Tuesday 14 July 2020, updated 09:15 GMT on 15 July 2020", [(PLAIN, 14), (UPDATED, 15)]),
    ],
)
def test_date_lines_labels(line: str, expected: list[tuple[Rank, int]], dates: DateReader) -> None:
    assert dates.line(line) == tuple((rank, date(2020, 7, day)) for rank, day in expected)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "July 14",
        "July 2020",
        "Tuesday",
        "2020",
        "3 hours ago",
        "July 34, 2020",
        "2020-13-01",
        "February 30, 2020",
        "03/07/2020",
        "14/07/20",
        "July 14, 1066",
        "Sanctions that took hold on July 14, 2020",
        "The ban of July 14, 2020 stands",
        "On July 14, 2020, the council met.",
        "MINSK, July 14, 2020 (Newswire) - The ministry on Tuesday froze the accounts of four banks.",
        "July 14, 2020: a day of protest",
        "July 14, 2020 was a turning point",
        "By July 14, 2020 all banks must comply",
        "July 14, 2020 - July 16, 2020",
        "July 14, 2020, July 15, 2020",
        "Resolution 2020-07-14-3",
        "Case 120200714",
        "Marching 14, 2020",
        "Budget of 14 May 2020 people",
        "July 14, 2020 " + "Word " * 40,
    ],
)
def test_date_lines_near_misses(line: str, dates: DateReader) -> None:
    assert dates.line(line) == ()


@pytest.mark.parametrize(("order", "expected"), [("dmy", date(2020, 7, 3)), ("mdy", date(2020, 3, 7)), ("auto", None)])
def test_date_lines_order(order: str, expected: date | None, words: DateWords) -> None:
    reader = DateReader(words, date_order=order)  # type: ignore[arg-type]
    assert reader.value("03/07/2020") == expected
    assert reader.value("14/07/2020") == reader.value("07/14/2020") == DAY
    assert reader.value("07/07/2020") == date(2020, 7, 7)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020-07-14T23:30:00-05:00", DAY),
        ("2020-07-14T10:00Z", DAY),
        ("Tue, 14 Jul 2020 23:30:00 EST", DAY),
        (" 20200714 ", DAY),
        ("20200714100000", DAY),
        ("20200714T100000Z", DAY),
        ("1594684800", DAY),
        ("1594684800.5", DAY),
        ("1594684800000", DAY),
        ("99999999999999999999", None),
        ("12345", None),
        ("yesterday", None),
        ("2020-07", None),
        ("", None),
    ],
)
def test_date_lines_metadata_values(value: str, expected: date | None, dates: DateReader) -> None:
    assert dates.value(value) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ann Wu", True),
        ("By Ann Wu and Jo Bell", True),
        ("By Ann Wu, Newswire", True),
        ("By the numbers: who is on the list", False),
        ("Byelorussia signs", False),
        ("Sanctions by Ann Wu", False),
    ],
)
def test_date_lines_byline(line: str, expected: bool, dates: DateReader) -> None:
    assert dates.is_byline(line) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2020-07-14-letter.txt", DAY),
        ("20200714.txt", DAY),
        ("wire_20200714_0012.html", DAY),
        ("news 2020.07.14", DAY),
        ("2020-07-14 to 2020-07-14.txt", DAY),
        ("2020-07-14 to 2020-07-16.txt", None),
        ("2020-0714.txt", None),
        ("120200714.txt", None),
        ("20201399.txt", None),
        ("story-12345678.txt", None),
        ("letter.txt", None),
    ],
)
def test_date_lines_file_name(name: str, expected: date | None) -> None:
    assert date_in_name(name) == expected


@given(st.dates(date(1700, 1, 1), date(2199, 12, 31)), st.sampled_from(["%B %d, %Y", "%d %b %Y", "%Y-%m-%d", "%Y%m%d"]))
def test_date_lines_every_day(day: date, form: str) -> None:
    months = {day.strftime(name).casefold(): day.month for name in ("%B", "%b")}
    words = DateWords(months=months, weekdays=(), published=(), updated=(), bylines=(), fillers=())
    assert DateReader(words).value(day.strftime(form)) == day


@given(st.text(max_size=200))
def test_date_lines_any_text(text: str) -> None:
    words = DateWords(months={"may": 5}, weekdays=(), published=("on",), updated=(), bylines=("by",), fillers=())
    reader = DateReader(words)
    assert len(reader.line(text)) <= len(Rank)
    assert reader.value(text) is None or any(map(str.isdigit, text))
