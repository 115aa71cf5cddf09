"""Readers and scores of TimeML corpora, on tiny invented documents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import GoldError
from pipeline.evaluate.timeml import canonical, kind_of, score
from pipeline.evaluate.timeml_reader import read_corpus
from pipeline.records import TimeValue
from pipeline.vocabularies import TimexType

LINE = """{"doc": "set/three", "dct": "2020-07-14", "annotated_sents": 1, "sents": [["Ban", "since", "May"], ["Now"]],
"timex": [{"type": "DATE", "value": "2020-05", "tokens": [2]}, {"type": "DATE", "value": "PRESENT_REF", "tokens": [3]},
{"type": "DATE", "value": "2020-07-14", "tokens": []}]}""".replace("\n", " ")
TML = """<?xml version="1.0"?>
<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2020-07-14">today</TIMEX3></DCT>
<TEXT>They <EVENT>met</EVENT> <TIMEX3 tid="t1" type="DATE" value="2020-07-09">last <SIGNAL>Thursday</SIGNAL></TIMEX3>
for <TIMEX3 tid="t2" type="DURATION" value="PT2H30M">2 1/2 hours</TIMEX3>.</TEXT></TimeML>
"""
CAT = """<?xml version="1.0"?>
<Document doc_id="1"><token t_id="1" sentence="0">Ban</token><token t_id="2" sentence="1">July</token>
<token t_id="3" sentence="1">14</token><token t_id="4" sentence="2">They</token>
<token t_id="5" sentence="2">met</token>
<token t_id="6" sentence="2">Monday</token><token t_id="7" sentence="2">.</token>
<token t_id="8" sentence="9">Later</token>
<Markables><TIMEX3 m_id="1" functionInDocument="CREATION_TIME" type="DATE" value="14-07-2020"/>
<TIMEX3 m_id="2" type="DATE" value="2020-07-13"><token_anchor t_id="6"/></TIMEX3>
<TIMEX3 m_id="3" type="DATE" value="FUTURE_REF"><token_anchor t_id="8"/></TIMEX3></Markables></Document>
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.tml").write_text(TML, encoding="utf-8")
    (tmp_path / "two.xml").write_text(CAT, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("nothing", encoding="utf-8")
    return tmp_path


def time(text: str, words: str, value: str, kind: TimexType = TimexType.DATE) -> TimeValue:
    start = text.index(words)
    return TimeValue(start=start, end=start + len(words), text=words, type=kind, value=value, rule="test")


def test_timeml_reads_both_forms(corpus: Path) -> None:
    first, second = read_corpus(corpus)
    assert first.text.startswith("They met last Thursday\nfor 2 1/2 hours.")
    assert [(t.text, t.value) for t in first.times] == [("last Thursday", "2020-07-09"), ("2 1/2 hours", "PT2H30M")]
    assert second.text == "Ban\n\nJuly 14\n\nThey met Monday."
    assert [(t.text, t.value) for t in second.times] == [("Monday", "2020-07-13")]
    assert {first.published, second.published} == {date(2020, 7, 14)}
    for text in (first, second):
        assert all(text.text[t.start : t.end] == t.text for t in text.times)


def test_timeml_reads_lines_of_json(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(LINE, encoding="utf-8")
    (text,) = read_corpus(path, tmp_path)
    assert (text.doc_id, text.text, text.published) == ("three", "Ban since May", date(2020, 7, 14))
    assert [(time.text, time.value) for time in text.times] == [("May", "2020-05")]
    path.write_text('{"doc": 1}', encoding="utf-8")
    with pytest.raises(GoldError, match="line 1: no document"):
        read_corpus(path)


def test_timeml_counts_as_tempeval_does(corpus: Path) -> None:
    def tag(text: str, published: date | None) -> Sequence[TimeValue]:
        if "Thursday" in text:
            return [time(text, "Thursday", "2020-07-09"), time(text, "2 1/2 hours", "PT2.5H", TimexType.DURATION)]
        return [time(text, "July 14", "2020-07-14"), time(text, "Monday", "2020-07-13")]

    scores = score(read_corpus(corpus), tag)
    assert scores.f1("strict") == pytest.approx(2 * 2 / 7)
    assert scores.f1("relaxed") == pytest.approx(2 * 3 / 7)
    assert scores.f1("value") == pytest.approx(2 * 2 / 7)
    assert scores.f1("value_same") == pytest.approx(2 * 3 / 7)
    assert [error.kind for error in scores.errors] == ["span", "value", "spurious"]
    assert "relaxed" in str(scores)
    assert {kind: (count.gold, count.value, count.spurious) for kind, count in scores.kinds.items()} == {
        "day": (2, 2, 1), "duration": (1, 0, 0),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "type_", "value"),
    [
        ("set", "SET", "P1D"), ("duration", "DURATION", "PXY"), ("reference", "DATE", "PRESENT_REF"),
        ("day", "DATE", "2020-07-14"), ("day", "DATE", "XXXX-07-14"), ("month", "DATE", "2020-07"),
        ("year", "DATE", "FY2020"),
        ("decade or century", "DATE", "199"), ("week or weekend", "DATE", "2020-W28-WE"),
        ("weekday", "DATE", "XXXX-WXX-2"),
        ("quarter, half, season", "DATE", "2020-Q3"), ("quarter, half, season", "DATE", "2020-SU"),
        ("time of day", "TIME", "2020-07-14TMO"), ("length in a date", "DATE", "P1Y"), ("other", "DATE", "soon"),
    ],
)  # fmt: skip
def test_kind_of_goes_by_type_and_form(kind: str, type_: str, value: str) -> None:
    assert kind_of(type_, value) == kind


def test_timeml_names_a_folder_without_a_corpus(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="name the folder or the archive that holds the corpus"):
        read_corpus(tmp_path)
    (tmp_path / "bad.tml").write_text("<TimeML>", encoding="utf-8")
    with pytest.raises(GoldError, match="not XML"):
        read_corpus(tmp_path)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2000-W7", "2000-W07"), ("196X", "196"), ("19XX", "19"), ("P2Y6M", "P2.5Y"), ("PT24H", "P1D"), ("P9M", "P3Q"),
        ("2000-01-01T17", "2000-01-01T17:00"),
    ],
)  # fmt: skip
def test_canonical_joins_spellings_of_one_value(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"), [("2000-W10", "2000-W1"), ("P1M", "P30D"), ("PXY", "PXM"), ("FY1989", "1989")]
)
def test_canonical_keeps_values_apart(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)
