from __future__ import annotations

from datetime import date

import pytest

from pipeline.events.story_keys import KeyReader, days_of, marks_of
from pipeline.lexicon import shared

from .tellings import article, told


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021-12", "2021-12-01", "2021-12-31"),
        ("2021-12-31", "2021-12-31", "2021-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_story_keys_bound_a_date_by_its_value(value: str, first: str, last: str) -> None:
    days = days_of(told("a", f"lift; EU; MMR; ; {value}"))
    assert days == (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())


@pytest.mark.parametrize("value", ["", "PXY", "2021-02-30", "2021-13", "0000", "XXXX-03-01"])
def test_story_keys_of_a_value_without_a_day_are_undated(value: str) -> None:
    assert days_of(told("a", f"lift; EU; MMR; ; {value}")) is None


def test_story_keys_take_the_bounds_before_the_value() -> None:
    event = told("a", "lift; EU; MMR; ; 2021-Q2")
    first, last = date(2021, 4, 1), date(2021, 6, 30)
    both = event.model_copy(update={"date_earliest": first, "date_latest": last})
    assert days_of(both) == (first.toordinal(), last.toordinal())
    open_end = event.model_copy(update={"date_earliest": first})
    assert days_of(open_end) == (first.toordinal(), first.toordinal())


def test_story_keys_are_read_back_with_the_numbers_of_articles() -> None:
    results = [
        article("a", "impose; USA, EU; BLR; two Belarusian ships of Ida Lowén; 2021-03", published="2021-03-22"),
        article("b"),
        article("c", "call_for; CAN; CHN; ; ; Bo Tran", "lift; EU; MMR; ; ; Bo Tran"),
    ]
    keys = list(KeyReader(shared()).read([b"".join(map(marks_of, results[:2])), marks_of(results[2])]))
    assert [(key.article, key.event_id, key.action) for key in keys] == [
        (0, "a1", "impose"), (2, "c1", "call_for"), (2, "c2", "lift"),
    ]  # fmt: skip
    assert keys[0].targets == {"ships", "ida", "lowen"}
    assert (keys[0].senders, keys[0].published) == ({"EU", "USA"}, date(2021, 3, 22).toordinal())
    assert [key.also for key in keys] == [set(), {"bo", "tran"}, set()]
