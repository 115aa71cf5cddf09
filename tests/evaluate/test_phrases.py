"""Readers and shares of phrase suites, on invented phrases."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import GoldError
from pipeline.evaluate.phrase_suites import Expected, Phrase, read_suites
from pipeline.evaluate.phrases import Cause, cause_of, share_text, shares
from pipeline.records import TimeValue
from pipeline.timex import tag

CASES = [
    {
        "Input": "They will meet on July 20", "Context": {"ReferenceDateTime": "2020-07-14T00:00:00"},
        "Results": [{"Type": "date", "Value": {
            "Timex": "XXXX-07-20", "FutureResolution": {"date": "2020-07-20"}, "PastResolution": {"date": "2019-07-20"},
        }}],
    },
    {
        "Input": "It lasted 90 minutes", "Context": {},
        "Results": [{"Type": "duration", "Value": {"Timex": "PT90M", "FutureResolution": {"duration": "5400"}}}],
    },
    {
        "Input": "It ran from 2014 to 2018", "Context": {},
        "Results": [{"Type": "daterange", "Value": {
            "Timex": "(2014-01-01,2018-01-01,P4Y)",
            "FutureResolution": {"startDate": "2014-01-01", "endDate": "2018-12-31"},
        }}],
    },
    {"Input": "nothing here", "Context": {}, "Results": []},
]  # fmt: skip
TSV = "2020-07-14\tDATE\t2020-07-14\nlast week\tDATE\t2020-W28\nsoonish\tDATE\tFUTURE_REF\n"
HASKELL = """
  examples (datetime (2013, 2, 13, 0, 0, 0) Day)
             [ "tomorrow"
             ]
  , examples (datetimeInterval ((2013, 2, 1, 0, 0, 0), (2013, 3, 1, 0, 0, 0)) Month) [ "this month" ]
"""


def tagger(text: str, published: date | None) -> Sequence[TimeValue]:
    return tag(text, published=published)


def test_phrases_are_read_and_counted_by_kind(tmp_path: Path) -> None:
    (tmp_path / "DateParser.json").write_text(json.dumps(CASES), encoding="utf-8-sig")
    (tmp_path / "DateExtractor.json").write_text("[]", encoding="utf-8")
    (tmp_path / "mine.tsv").write_text(TSV, encoding="utf-8")
    (tmp_path / "corpus.hs").write_text(HASKELL, encoding="utf-8")
    found, missed = shares(read_suites(tmp_path), tagger)
    assert {(s.suite, s.kind): (s.solved, s.phrases) for s in found} == {
        ("recognizers", "date"): (1, 1), ("recognizers", "duration"): (1, 1), ("recognizers", "daterange"): (1, 1),
        ("recognizers", "none"): (1, 1), ("mine", "DATE"): (1, 2), ("duckling", "datetime"): (1, 1),
        ("duckling", "datetimeInterval"): (1, 1),
    }  # fmt: skip
    assert [phrase.text for phrase in missed] == ["soonish"]
    assert "soonish" not in share_text(found)
    assert Cause.NO_EXPRESSION.value in share_text(found)


DAY = date(2020, 7, 14)


@pytest.mark.parametrize(
    ("text", "meaning", "cause"),
    [
        ("at four", Expected(first=DAY, clock="16:00"), Cause.NO_EXPRESSION),
        ("Monday", Expected(first=date(2020, 7, 20), last=date(2020, 7, 20)), Cause.OTHER_SIDE),
        ("in two weeks", Expected(first=date(2020, 7, 28), last=date(2020, 7, 28)), Cause.LENGTH),
        ("this morning", Expected(first=DAY, last=DAY, clock="04:00"), Cause.PART_OF_DAY),
        ("during 2014", Expected(first=date(2012, 1, 1), last=date(2013, 12, 31)), Cause.RANGE),
        ("every Monday", Expected(first=date(2020, 7, 20), last=date(2020, 7, 20)), Cause.SET),
        ("recently", Expected(first=DAY, last=DAY), Cause.UNKNOWN),
        ("in 2020", Expected(first=DAY, last=DAY), Cause.WIDTH),
        ("in 2010", Expected(value="2011"), Cause.OTHER),
    ],
)
def test_cause_of_tells_guidelines_apart(text: str, meaning: Expected, cause: Cause) -> None:
    phrase = Phrase("mine", "date", text, DAY, (meaning,))
    assert not shares([phrase], tagger)[0][0].solved
    assert cause_of(phrase, tagger(text, DAY)) is cause


def test_cause_of_tells_what_is_no_expression() -> None:
    phrase = Phrase("mine", "none", "now", DAY, ())
    assert cause_of(phrase, tagger("now", DAY)) is Cause.SPURIOUS


def test_phrases_name_a_folder_without_a_suite(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no suite of phrases"):
        read_suites(tmp_path)
