"""What the words round an expression, and the text before it, make of it. All sentences are invented."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.timex import tag

THURSDAY = date(2013, 3, 21)


def values(text: str, published: date | None = THURSDAY) -> list[tuple[str, str]]:
    return [(time.text, time.value) for time in tag(text, published=published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bank would cut off aid on Monday.", "2013-03-25"),
        ("The bank cut off aid on Monday.", "2013-03-18"),
        ("He will travel to the United States Saturday.", "2013-03-23"),
        ("The envoy arrives Wednesday.", "2013-03-27"),
        ("The offer had been due to expire Friday.", "2013-03-15"),
        ("The offer is due to expire Friday.", "2013-03-22"),
        ("The board announced the plan Friday.", "2013-03-15"),
        ("The board plans to vote Friday.", "2013-03-22"),
        ("They rule when the case is heard in May.", "2013-05"),
        ("It would be paid on a still unspecified day in May.", "2013-05"),
        ("The alliance will admit three states in early April, an envoy said.", "2013-04"),
        ("A bomb killed two guards in June, and Oslo will answer.", "2012-06"),
        ("On Tuesday, the Trade and Labour Union plans to march.", "2013-03-26"),
        ("On Tuesday, the union marched.", "2013-03-19"),
        ("It lost $5.2 million in November.", "2012-11"),
        ("Ms. May was seen on Monday.", "2013-03-18"),
    ],
)
def test_context_tells_the_tense(text: str, value: str) -> None:
    assert [found for _, found in values(text)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the latest quarter, sales fell.", [("the latest quarter", "2012-Q4")]),
        ("Sales fell in the quarter.", [("the quarter", "2012-Q4")]),
        ("Sales fell in the third quarter of 2011. In the quarter, two shops closed.",
         [("the third quarter of 2011", "2011-Q3"), ("the quarter", "2011-Q3")]),
        ("It lost money in the fourth quarter of 2012 and for the full year.",
         [("the fourth quarter of 2012", "2012-Q4"), ("the full year", "2012")]),
        ("It will lose money for the full year.", [("the full year", "2013")]),
        ("Shares fell Monday and ended the day at 40.", [("Monday", "2013-03-18"), ("the day", "2013-03-18")]),
        ("He asked for the day of the vote.", []),
        ("It was the day job that paid.", []),
        ("It has posted two consecutive quarters of growth.", [("two consecutive quarters", "P2Q")]),
        ("Three quarters of the members left.", []),
        ("He was seen there in the weeks before the vote.", [("the weeks", "PXW")]),
        ("The weeks were long.", []),
        ("Shares rose in morning trading.", [("morning", "2013-03-21TMO")]),
        ("He likes morning prayer.", []),
        ("The cars of the 70s and 80s rust.", [("the 70s", "197"), ("80s", "198")]),
        ("They are in their 20s and 30s.", []),
        ("In the late 19th and early 20th centuries, it grew.", [("late 19th", "18"), ("early 20th centuries", "19")]),
        ("She will stay until at least 2030.", [("2030", "2030")]),
        ("At least 2030 people stayed.", []),
        ("It was the third strike in as many months.", []),
        ("He speaks tonight at 7.", [("tonight at 7", "2013-03-21T19:00")]),
        ("It came at one minute to midnight on Monday.", [("one minute to midnight on Monday", "2013-03-18T23:59")]),
        ("They voted at ten past two in the morning.", [("ten past two in the morning", "2013-03-21T02:10")]),
        ("They voted 20 to 12, ten to one.", []),
        ("The ten past winners came.", []),
        ("They met on May 6, 2003. Three days before that, he left.",
         [("May 6, 2003", "2003-05-06"), ("Three days before that", "2003-05-03")]),
        ("The victim, eighteen-years-old, was a pupil.", []),
        ("Bombs hit this morning at 12 places.", [("this morning", "2013-03-21TMO")]),
        ("The first week of March was cold.", [("The first week of March", "2013-W10")]),
        ("The last week of March was cold.", [("The last week of March", "2013-W13")]),
    ],
)  # fmt: skip
def test_context_tells_what_is_meant(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1983 she fled. Two days later he died.", ["1983", "1983-XX-XX"]),
        ("In May 2003 she fled. Two days later he died.", ["2003-05", "2003-05-XX"]),
        ("On May 6, 2003 she fled. Two days later he died.", ["2003-05-06", "2003-05-08"]),
        ("Thirty years later the case was closed.", ["XXXX"]),
        ("It fell on Monday and rose days later.", ["2013-03-18", "PAST_REF"]),
        ("He died an hour later.", ["2013-03-21TXX:XX"]),
        ("They met Monday and spoke 48 hours later.", ["2013-03-18", "2013-03-20TXX:XX"]),
        ("On a Sunday in June, he was shot.", ["XXXX-WXX-7", "2012-06"]),
        ("He died after a Sunday concert.", ["2013-03-17"]),
    ],
)
def test_context_leaves_open_what_nothing_tells(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text)] == expected
