"""Phrases with the day of publication, and what they come to. All sentences are invented."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.timex import tag

TUESDAY = date(2020, 7, 14)
NEW_YEAR = date(2021, 1, 4)

Row = tuple[str, str, str, str | None]


def told(text: str, published: date | None = TUESDAY) -> list[Row]:
    return [(t.text, t.type.value, t.value, t.mod.value if t.mod else None) for t in tag(text, published=published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Ottawa acted on July 9, 2020.", "July 9, 2020", "2020-07-09"),
        ("Ottawa acted on Thursday, July 9, 2020.", "Thursday, July 9, 2020", "2020-07-09"),
        ("Canberra acted on 9 July 2020.", "9 July 2020", "2020-07-09"),
        ("Canberra acted on the 9th of July, 2020.", "the 9th of July, 2020", "2020-07-09"),
        ("The ban of 2020-07-09 stands.", "2020-07-09", "2020-07-09"),
        ("The form is dated 9-Jul-2020.", "9-Jul-2020", "2020-07-09"),
        ("He was named on Dec 12, 2018.", "Dec 12, 2018", "2018-12-12"),
        ("He was named on Sept. 3.", "Sept. 3", "2019-09-03"),
        ("The ban came on June 14th.", "June 14th", "2020-06-14"),
        ("It fell in December 2019.", "December 2019", "2019-12"),
        ("It fell in November last year.", "November last year", "2019-11"),
        ("They will vote in May next year.", "May next year", "2021-05"),
        ("She left in 2017.", "2017", "2017"),
        ("She left in the year 2000.", "the year 2000", "2000"),
        ("Sales in the third quarter of 2017 fell.", "the third quarter of 2017", "2017-Q3"),
        ("Sales in the first half of this year fell.", "the first half of this year", "2020-H1"),
        ("Talks in summer 2019 failed.", "summer 2019", "2019-SU"),
        ("Talks in the winter of 1994 failed.", "the winter of 1994", "1994-WI"),
        ("Unrest in the 1990s followed.", "the 1990s", "199"),
        ("Unrest in the '90s followed.", "the '90s", "199"),
        ("In the 21st century, wars go on.", "the 21st century", "20"),
        ("It lost money in fiscal 2018.", "fiscal 2018", "FY2018"),
        ("It lost money in FY2018.", "FY2018", "FY2018"),
        ("Caesar died in 44 BC.", "44 BC", "BC0044"),
        ("The week of March 6 was quiet.", "The week of March 6", "2020-W10"),
        ("The last Friday of May was quiet.", "The last Friday of May", "2020-05-29"),
        ("On the first Monday of March they met.", "the first Monday of March", "2020-03-02"),
        ("On the last day of February they met.", "the last day of February", "2020-02-29"),
    ],
)  # fmt: skip
def test_tag_reads_calendar_dates(text: str, words: str, value: str) -> None:
    assert [(row[0], row[2]) for row in told(text)] == [(words, value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He spoke on Tuesday.", "Tuesday", "2020-07-14"),
        ("He spoke on Wednesday.", "Wednesday", "2020-07-08"),
        ("He will speak on Wednesday.", "Wednesday", "2020-07-15"),
        ("He spoke last Tuesday.", "last Tuesday", "2020-07-07"),
        ("He will speak next Tuesday.", "next Tuesday", "2020-07-21"),
        ("He spoke yesterday.", "yesterday", "2020-07-13"),
        ("He will speak tomorrow.", "tomorrow", "2020-07-15"),
        ("He spoke the day before yesterday.", "the day before yesterday", "2020-07-12"),
        ("He spoke last week.", "last week", "2020-W28"),
        ("He spoke on Monday of last week.", "Monday of last week", "2020-07-06"),
        ("He spoke at the weekend.", "the weekend", "2020-W28-WE"),
        ("He spoke last month.", "last month", "2020-06"),
        ("He spoke last year.", "last year", "2019"),
        ("He spoke in March.", "March", "2020-03"),
        ("He spoke in October.", "October", "2019-10"),
        ("He will speak in October.", "October", "2020-10"),
        ("He spoke last December.", "last December", "2019-12"),
        ("He fled this spring.", "this spring", "2020-SP"),
        ("He fled a decade ago.", "a decade ago", "2010"),
        ("He fled three years ago.", "three years ago", "2017"),
        ("He fled four months ago.", "four months ago", "2020-03"),
        ("He fled two weeks ago.", "two weeks ago", "2020-W27"),
        ("He fled 10 days ago.", "10 days ago", "2020-07-04"),
        ("He fled a year ago Tuesday.", "a year ago Tuesday", "2019-07-14"),
        ("He fled several years ago.", "several years ago", "PAST_REF"),
        ("He will leave the year after next.", "the year after next", "2022"),
        ("He will be tried on the 20th of next month.", "the 20th of next month", "2020-08-20"),
        ("He prayed at Easter.", "Easter", "2020-04-12"),
        ("They voted on Election Day 2016.", "Election Day 2016", "2016-11-08"),
        ("He came on the day before Christmas.", "the day before Christmas", "2019-12-24"),
        ("They acted late on Monday.", "late on Monday", "2020-07-13"),
        ("The House will move on Monday week.", "Monday week", "2020-07-27"),
        ("The ban runs until 31 May next year.", "31 May next year", "2021-05-31"),
        ("Prices have risen since midyear.", "midyear", "2020"),
        ("Shops closed for Ramadan.", "Ramadan", "2020-XX-XX"),
        ("The attacks of 9/11 were recalled.", "9/11", "2001-09-11"),
        ("It is the worst of the Sept. 11 attacks.", "Sept. 11", "2001-09-11"),
        ("They met on 4/22.", "4/22", "2020-04-22"),
        ("Talks will resume sometime next year.", "sometime next year", "2021"),
    ],
)  # fmt: skip
def test_tag_counts_from_publication(text: str, words: str, value: str) -> None:
    assert [(row[0], row[2]) for row in told(text)] == [(words, value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On July 9 the list grew. Three days earlier, London had acted.", ["2020-07-09", "2020-07-06"]),
        ("It was sealed in July 2015. A month later it was signed.", ["2015-07", "2015-08"]),
        ("The hold ended on October 10, but the same day a new one began.", ["2019-10-10", "2019-10-10"]),
        ("They met on July 3. The following day they signed.", ["2020-07-03", "2020-07-04"]),
        ("It rose in the third quarter of 2018 from a year earlier.", ["2018-Q3", "2017-Q3"]),
        ("In March 2016 it fell; later that year it rose.", ["2016-03", "2016"]),
        ("It ran from March to May 2019.", ["2019-03", "2019-05"]),
        ("It ran from November to January 2019.", ["2018-11", "2019-01"]),
        ("They met on July 9-12.", ["2020-07-09", "2020-07-12"]),
        ("He ruled in 1950-53.", ["1950", "1953"]),
        ("He wrote of the 19th and 20th centuries.", ["18", "19"]),
        ("They met on July 9. Two years before, they had parted.", ["2020-07-09", "2018"]),
        ("They met on July 9. The night before, they had parted.", ["2020-07-09", "2020-07-08TNI"]),
        ("At 8:30 a.m. (0630 GMT) Monday it fell.", ["2020-07-13T08:30", "2020-07-13T06:30Z", "2020-07-13"]),
        ("It fell the same day as a court ruled.", ["2020-07-14"]),
        ("It was signed on July 3 and ended the same day.", ["2020-07-03", "2020-07-03"]),
        ("She speaks at tomorrow's (Wednesday) rally at 3pm.", ["2020-07-15", "2020-07-15", "2020-07-15T15:00"]),
    ],
)  # fmt: skip
def test_tag_counts_from_what_was_told(text: str, values: list[str]) -> None:
    assert [row[2] for row in told(text)] == values


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The bill of early July failed.", ("early July", "DATE", "2020-07", "START")),
        ("The bill passed in late 2017.", ("late 2017", "DATE", "2017", "END")),
        ("The bill passed in mid-2005.", ("mid-2005", "DATE", "2005", "MID")),
        ("The bill passed in the early 1990s.", ("the early 1990s", "DATE", "199", "START")),
        ("They will vote by the end of this year.", ("the end of this year", "DATE", "2020", "END")),
        ("They will vote by end-April.", ("end-April", "DATE", "2021-04", "END")),
        ("He tweeted earlier this month.", ("earlier this month", "DATE", "2020-07", "START")),
        ("He spoke earlier Monday.", ("earlier Monday", "DATE", "2020-07-13", "START")),
        ("The post-2014 government fell.", ("post-2014", "DATE", "2014", "AFTER")),
        ("It happened nearly two years ago.", ("nearly two years ago", "DATE", "2018", "APPROX")),
        ("The raid lasted nearly 10 hours.", ("nearly 10 hours", "DURATION", "PT10H", "LESS_THAN")),
        ("It will last for more than six months.", ("more than six months", "DURATION", "P6M", "MORE_THAN")),
        ("It took at least 20 days.", ("at least 20 days", "DURATION", "P20D", "EQUAL_OR_MORE")),
        ("It took about an hour.", ("about an hour", "DURATION", "PT1H", "APPROX")),
        ("It will take two to three months.", ("two to three months", "DURATION", "P3M", "APPROX")),
    ],
)  # fmt: skip
def test_tag_gives_modifiers(text: str, row: Row) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("He has ruled for the last 20 years.", ("the last 20 years", "DURATION", "P20Y", None)),
        ("He spent seven more years there.", ("seven more years", "DURATION", "P7Y", None)),
        ("He got another six months.", ("another six months", "DURATION", "P6M", None)),
        ("It ended a decades-long feud.", ("decades-long", "DURATION", "PXDE", None)),
        ("They signed a ten-year pact.", ("ten-year", "DURATION", "P10Y", None)),
        ("After a 13 month break they met.", ("13 month", "DURATION", "P13M", None)),
        ("He served a four-and-a-half-year term.", ("four-and-a-half-year", "DURATION", "P4.5Y", None)),
        ("It has lasted for years.", ("years", "DURATION", "PXY", None)),
        ("It lasted for over two days.", ("over two days", "DURATION", "P2D", "MORE_THAN")),
        ("They voted over two days.", ("two days", "DURATION", "P2D", None)),
        ("He left within the hour.", ("the hour", "DURATION", "PT1H", None)),
        ("He may one day return.", ("one day", "DATE", "FUTURE_REF", None)),
        ("The decade-old ban fell.", ("decade-old", "DURATION", "P10Y", None)),
        ("They had left by nightfall.", ("nightfall", "TIME", "2020-07-14TNI", None)),
        ("They struck at dawn on Sunday.", ("dawn on Sunday", "TIME", "2020-07-12TMO", None)),
        ("In the coming days they will act.", ("the coming days", "DURATION", "PXD", None)),
        ("In recent weeks they acted.", ("recent weeks", "DURATION", "PXW", None)),
        ("The 2-year-old government fell.", ("2-year-old", "DURATION", "P2Y", None)),
        ("They waited half an hour.", ("half an hour", "DURATION", "PT30M", None)),
        ("They waited two years and three months.", ("two years and three months", "DURATION", "P2Y3M", None)),
        ("It costs $100 million per year.", ("per year", "SET", "P1Y", None)),
        ("It pumps 300,000 barrels a day.", ("a day", "SET", "P1D", None)),
        ("It is renewed every six months.", ("every six months", "SET", "P6M", None)),
        ("They meet twice a week.", ("twice a week", "SET", "P1W", None)),
        ("They meet every Monday.", ("every Monday", "SET", "XXXX-WXX-1", None)),
        ("They meet annually.", ("annually", "SET", "P1Y", None)),
        ("They are open on Monday nights.", ("Monday nights", "SET", "XXXX-WXX-1TNI", None)),
        ("They now agree.", ("now", "DATE", "PRESENT_REF", None)),
        ("Nobody knows the future.", ("the future", "DATE", "FUTURE_REF", None)),
        ("He recently left.", ("recently", "DATE", "PAST_REF", None)),
        ("They marched on Tuesday night.", ("Tuesday night", "TIME", "2020-07-14TNI", None)),
        ("He died last night.", ("last night", "TIME", "2020-07-13TNI", None)),
        ("It struck at 10 p.m. on Monday.", ("10 p.m. on Monday", "TIME", "2020-07-13T22:00", None)),
        ("It struck at 15:40 GMT.", ("15:40 GMT", "TIME", "2020-07-14T15:40Z", None)),
        (
            "It struck on Tuesday 5th May 2010, 3:40pm.",
            ("Tuesday 5th May 2010, 3:40pm", "TIME", "2010-05-05T15:40", None),
        ),
    ],
)  # fmt: skip
def test_tag_reads_durations_sets_and_times(text: str, row: Row) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister May said that nobody may leave.",
        "May I ask you to march on?",
        "The March on Washington was large.",
        "Resolution 1718 was adopted.",
        "Executive Order 13818 was signed.",
        "It cost $1990 and weighed 2000 tonnes.",
        "Some 2000 people were there; the flight was Boeing 747-8.",
        "They won 3-1 and beat us 89-52.",
        "He is 44 years old, a 44-year-old lawyer, aged 12.",
        "A 10-year-old boy and 6-year-old Elena were hurt.",
        "For the second time, a second term.",
        "He was at the time in power, and for a long time he had been.",
        "The current and future presidents met soon, shortly and previously.",
        "Three quarters of the money, or a quarter of it, is gone.",
        "The Daily Echo and the Sunday Times reported it.",
        "The sun and the wind; you can fall, and spring up.",
        "USA Today reported it.",
        "Call +44 20 7946 0018 or write to box 1950.",
        "Version 2.0 of IPv6 has 128 bits.",
        "It will last.",
        "The March 23 Movement fell, and Mohammed Ramadan left after the fall of the city.",
        "Under 50 U.S.C. 1701 the 1718 Committee met.",
        "A thing of the past, as recently as this.",
    ],
)  # fmt: skip
def test_tag_leaves_what_is_no_time(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He spoke on Tuesday.", "XXXX-WXX-2"),
        ("He left in January.", "XXXX-01"),
        ("He left on January 5.", "XXXX-01-05"),
        ("He left last week.", "XXXX-WXX"),
        ("He left earlier this week.", "XXXX-WXX"),
        ("He left last month.", "XXXX-XX"),
        ("He left three years ago.", "XXXX"),
        ("He left yesterday.", "XXXX-XX-XX"),
        ("He left on Tuesday night.", "XXXX-WXX-2TNI"),
        ("He left in the third quarter.", "XXXX-Q3"),
        ("He left at Christmas.", "XXXX-12-25"),
    ],
)  # fmt: skip
def test_tag_keeps_x_without_a_day_of_publication(text: str, value: str) -> None:
    [row] = told(text, None)
    assert row[2] == value
    [time] = tag(text)
    assert (time.earliest, time.latest) == (None, None)


def test_tag_takes_the_year_told_when_publication_is_unknown() -> None:
    assert [row[2] for row in told("It began in March 1998. In June it ended.", None)] == ["1998-03", "1998-06"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He spoke on Friday.", "2021-01-01"),
        ("He spoke in December.", "2020-12"),
        ("He spoke on Dec. 12.", "2020-12-12"),
        ("He spoke last week.", "2020-W53"),
        ("He spoke last month.", "2020-12"),
        ("He will speak next month.", "2021-02"),
        ("He spoke last winter.", "2019-WI"),
        ("He spoke in the fourth quarter.", "2020-Q4"),
    ],
)
def test_tag_crosses_the_turn_of_the_year(text: str, value: str) -> None:
    assert [row[2] for row in told(text, NEW_YEAR)] == [value]


@pytest.mark.parametrize(
    ("day_first", "published", "value"),
    [
        (None, date(2010, 1, 5), "2010-01-06"),
        (None, None, "2010-06-01"),
        (True, None, "2010-01-06"),
        (False, date(2010, 1, 5), "2010-06-01"),
    ],
)
def test_tag_reads_figures_in_the_declared_or_the_nearer_order(
    day_first: bool | None, published: date | None, value: str
) -> None:
    [time] = tag("Filed 6/01/2010 in court.", published=published, day_first=day_first)
    assert time.value == value


def test_tag_names_its_anchor_and_rule() -> None:
    first, second = tag("They met on July 3. Two days later they signed.", published=TUESDAY)
    assert (first.anchor, second.anchor) == ("published", f"told:{first.start}")
    assert first.rule == "date.day"
