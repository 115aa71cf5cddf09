from __future__ import annotations

from datetime import date

import pytest

from pipeline.articles.date_lines import DateReader
from pipeline.articles.head import date_line, head_lines, headline

STORY = (
    "Norway's government said on Tuesday that it would freeze the accounts of four Belarusian banks and bar their "
    "managers from entry, the first such step since the vote in August."
)
MORE = "The ministry in Oslo gave no date."
DAY = date(2020, 7, 14)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Norway freezes banks\n\n{STORY}", "Norway freezes banks"),
        (f"\n\n  Norway freezes banks  \n\n{STORY}", "Norway freezes banks"),
        (f"Norway freezes banks\n{STORY}\n{MORE}", "Norway freezes banks"),
        (f"Norway freezes banks.\n\nJuly 14, 2020\n\n{STORY}", "Norway freezes banks."),
        ("Letter " * 45 + f"\n\nJuly 14, 2020\n\n{STORY}", ("Letter " * 45).strip()),
        (f"Updated July 15, 2020\nPublished July 14, 2020\n\nNorway freezes banks\n\n{STORY}", "Norway freezes banks"),
        (f"July 14, 2020\n\nNorway freezes banks\n\n{STORY}", "Norway freezes banks"),
        (f"Norway freezes banks\nJuly 14, 2020\n{STORY}", "Norway freezes banks"),
        (f"Norway freezes banks\nBy Ann Wu\n{STORY}", "Norway freezes banks"),
        (f"Norway Freezes Banks\nOver Minsk Vote\n\n{STORY}", "Norway Freezes Banks\nOver Minsk Vote"),
        (f"Will Norway freeze banks?\n\n{STORY}", "Will Norway freeze banks?"),
        (f"Minsk banks shut out of U.S.\n\n{STORY}", "Minsk banks shut out of U.S."),
        (f"'They will pay'\n\n{STORY}", "'They will pay'"),
        (f"# Norway freezes banks\n\n{STORY}", "Norway freezes banks"),
        (f"**Norway freezes banks**\n\n{STORY}", "Norway freezes banks"),
        (f'---\ntitle: "Norway freezes banks"\ndate: 2020-07-14\n---\n\n{STORY}', "Norway freezes banks"),
        # An opening sentence is no headline, nor is the first of several lines that a paragraph was broken into.
        (f"{MORE}\n\n{STORY}", None),
        (f"{STORY}\n\n{MORE}", None),
        (STORY, None),
        ("Norway freezes banks", None),
        (f"July 14, 2020\n\n{STORY}", None),
        (
            "Norway's government said on Tuesday that it would\nfreeze the accounts of four banks and bar their\nmen.",
            None,
        ),
        (
            "OSLO, July 14 (Newswire) - Norway on Tuesday froze\nfour banks, and\nmore will come,\nthe ministry said.",
            None,
        ),
        ("12 345\n\n" + STORY, None),
        ("word " * 60 + "\n\n" + STORY, None),
        ("", None),
    ],
)
def test_head_headline(text: str, title: str | None, dates: DateReader) -> None:
    span = headline(text, head_lines(text, dates=dates), dates=dates)
    assert (span.text if span else None) == title
    if span is not None:
        assert text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Norway freezes banks\n\nJuly 14, 2020\n\n{STORY}", DAY),
        (f"Norway freezes banks\n\nJuly 14, 2020 Updated: July 16, 2020\n\n{STORY}", DAY),
        (f"Norway freezes banks\nUpdated July 16, 2020\nPublished July 14, 2020\n{STORY}", DAY),
        (f"Norway freezes banks\nLast updated: July 14, 2020\n{STORY}", DAY),
        (f"July 14, 2020\n\n{STORY}", DAY),
        (f"Norway freezes banks\n\nOslo says four banks helped to pay the police.\n\nJuly 14, 2020\n\n{STORY}", DAY),
        (f"---\ntitle: Norway freezes banks\ndate: 2020-07-14\n---\n\n{STORY}", DAY),
        # Dates in sentences, below the story's beginning, or as headings of a chronology date no article.
        (f"Norway freezes banks\n\nOn July 14, 2020, four banks were frozen.\n\n{STORY}", None),
        (f"Norway freezes banks\n\n{STORY}\n\n{STORY}\n\nJuly 14, 2020\n\n{STORY}", None),
        (
            f"Key dates\n\nJuly 14, 2020\n\n{STORY}\n\nAugust 9, 2020\n\n{STORY}\n\nMay 23, 2021\n\n{STORY}",
            None,
        ),
        (f"Norway freezes banks\n\n{STORY}", None),
        ("", None),
    ],
)
def test_head_date_line(text: str, expected: date | None, dates: DateReader) -> None:
    assert date_line(head_lines(text, dates=dates)) == expected


def test_head_stays_small_for_one_long_line(dates: DateReader) -> None:
    text = "word " * 2_000_000
    lines = head_lines(text, dates=dates)
    assert sum(len(line.text) for line in lines) < 5_000
    assert headline(text, lines, dates=dates) is None
