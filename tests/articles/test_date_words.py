from __future__ import annotations

from datetime import date

import pytest

from pipeline.articles import DateWords, date_words
from pipeline.articles.date_lines import DateReader, Rank
from pipeline.errors import LexiconError
from pipeline.lexicon import Lexicon, load
from pipeline.lexicon.schema.dates import TimeWords

MONTHS = {str(number): (f"month{number}",) for number in range(1, 13)}


@pytest.fixture(scope="module")
def found() -> DateWords:
    return date_words(load())


def test_date_words_of_the_lexicon_cover_the_calendar(found: DateWords) -> None:
    assert set(found.months.values()) == set(range(1, 13))
    assert {found.months[word] for word in ("september", "sept", "sep")} == {9}
    assert {"tuesday", "tue"} <= set(found.weekdays)
    assert "." not in "".join((*found.months, *found.weekdays))


@pytest.mark.parametrize(
    ("line", "rank"),
    [
        ("Sept. 4, 2020", Rank.PLAIN),
        ("Fri., 4 Sep 2020, 10:00 a.m. EDT", Rank.PLAIN),
        ("4 May 2021 | 3 min read", Rank.PLAIN),
        ("First published on 4 May 2021 at 09.30 BST", Rank.PUBLISHED),
        ("FOR IMMEDIATE RELEASE: May 4, 2021", Rank.PUBLISHED),
        ("Last modified on Tue 4 May 2021", Rank.UPDATED),
        ("Written by Ann Wu | May 4, 2021", Rank.PLAIN),
    ],
)
def test_date_words_of_the_lexicon_read_date_lines(line: str, rank: Rank, found: DateWords) -> None:
    (dated,) = DateReader(found).line(line)
    assert dated.rank is rank
    assert dated.day in (date(2020, 9, 4), date(2021, 5, 4))


@pytest.mark.parametrize("line", ["May 4, 2021 on the march", "In May 2021", "The second of May 4, 2021 talks"])
def test_date_words_of_the_lexicon_near_misses(line: str, found: DateWords) -> None:
    assert DateReader(found).line(line) == ()


@pytest.mark.parametrize(
    ("tables", "missing"),
    [
        ({}, "MONTH"),
        ({"MONTH": {"1": ("January",)}}, "months 1 to 12"),
        ({"MONTH": MONTHS}, "WEEKDAY"),
        ({"MONTH": MONTHS, "WEEKDAY": {"1": ("Monday",)}}, "DATE_LINE"),
        ({"MONTH": MONTHS, "WEEKDAY": {"1": ("Monday",)}, "DATE_LINE": {"other": ("x",)}}, "'other'"),
    ],
)
def test_date_words_incomplete_lexicon(tables: dict[str, dict[str, tuple[str, ...]]], missing: str) -> None:
    entries = {name: TimeWords(id=name, words=words) for name, words in tables.items()}
    with pytest.raises(LexiconError, match=missing):
        date_words(Lexicon({"time_words": entries}, ""))
