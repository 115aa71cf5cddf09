"""No text makes the tagger raise, lose its offsets, return what is no TIMEX3 value, or take more than linear work."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.lexicon import shared
from pipeline.lexicon.schema import TimeRule
from pipeline.timex import default_grammar, find, is_valid, resolve, tag
from pipeline.timex.find import Scan
from pipeline.vocabularies import Tense, TimexType

WORDS = sorted(default_grammar().vocabulary)
NUMBERS = (
    "0", "00", "1", "9", "12", "29", "31", "32", "60", "99", "366", "1000", "1899", "2020", "9999", "99999", "1" * 40,
)  # fmt: skip
SIGNS = (",", ".", "-", "'", ":", "/", "(", ")", '"', "$", "%", "½", "…", "\u2009", "\U0001f600")
PHRASES = sorted({example for rule in shared().entries(TimeRule).values() for example in rule.examples})
pieces = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(PHRASES),
    st.sampled_from(NUMBERS),
    st.sampled_from(SIGNS),
    st.text(max_size=6),
)
blanks = st.sampled_from(("", " ", " ", " ", "\n", "\n\n", "\t"))
cases = st.sampled_from((str, str.title, str.upper))


@st.composite
def texts(draw: st.DrawFn) -> str:
    words = draw(st.lists(st.tuples(pieces, blanks, cases), max_size=25))
    return "".join(case(word) + blank for word, blank, case in words)


days = st.one_of(st.none(), st.dates(), st.sampled_from((date.min, date.max, date(2020, 2, 29), date(2000, 12, 31))))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts(), published=days)
def test_tag_holds_its_promises(text: str, published: date | None) -> None:
    end = 0
    for time in tag(text, published=published):
        assert text[time.start : time.end] == time.text
        assert time.start >= end
        end = time.end
        assert is_valid(time.value), time
        if time.earliest and time.latest:
            assert time.earliest <= time.latest
        if time.edtf:
            parse_edtf(time.edtf)  # raises for what is no EDTF
        if time.type in {TimexType.DURATION, TimexType.SET}:
            assert time.earliest is None


tenses = st.lists(st.sampled_from(list(Tense)), min_size=60, max_size=60)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts(), published=days, tenses=tenses, day_first=st.sampled_from((None, True, False)))
def test_resolve_takes_any_tense_and_order(
    text: str, published: date | None, tenses: list[Tense], day_first: bool | None
) -> None:
    grammar = default_grammar()
    found = find(text, grammar=grammar)[: len(tenses)]
    for time in resolve(found, grammar=grammar, published=published, tenses=tenses[: len(found)], day_first=day_first):
        assert is_valid(time.value), time
        assert not (time.earliest and time.latest) or time.earliest <= time.latest


@settings(max_examples=100, deadline=None)
@given(text=texts())
def test_tag_is_deterministic(text: str) -> None:
    assert tag(text, published=date(2020, 7, 14)) == tag(text, published=date(2020, 7, 14))


REPEATED = (
    "the first day of the last week of the month of the year of ", "two years and three months and ", "9-12-9-12-",
    "a ", "early late mid ", "2020 ", "Monday, ", "10:30 p.m. EST ", "the day before the day before ", "twenty-",
    "one hundred and ", "July 9, July ", "every other ", "from March to ", "' ", "1,000,", "the the the ",
    "week after week ",
)  # fmt: skip


@pytest.mark.parametrize("part", REPEATED)
def test_find_takes_work_linear_in_the_length(part: str) -> None:
    grammar = default_grammar()

    def steps(times: int) -> int:
        scan = Scan(part * times, grammar=grammar)
        list(scan)
        return scan.steps

    short, long = steps(50), steps(400)
    assert long <= 8 * short * 1.2 + 200


def test_find_takes_linear_work_for_every_example_repeated() -> None:
    grammar = default_grammar()
    for phrase in PHRASES:
        steps = []
        for times in (4, 16):
            scan = Scan(f"{phrase} " * times, grammar=grammar)
            list(scan)
            steps.append(scan.steps)
        assert steps[1] <= 4 * steps[0] * 1.2 + 200, phrase


def test_find_reads_long_lines() -> None:
    text = "He met them on Monday, July 13, 2020 and again three days later. " * 500
    assert len(find(text, grammar=default_grammar())) == 1000
