from __future__ import annotations

from collections import defaultdict
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.records import ArticleResult

from .tellings import article, ids

DAY = "2021-03-22"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("impose; USA; BLR; ; 2021-03-22", "impose; USA; BLR; ; 2021-03-22", id="same"),
        pytest.param("impose; USA; BLR; ; 2021-03", "impose; USA; BLR; ; 2021-03-22", id="month and day"),
        pytest.param("impose; USA; BLR; ; 2021", "impose; USA; BLR; ; 2021-03", id="year and month"),
        pytest.param("impose; USA, CAN; BLR; ; 2021", "impose; CAN; BLR; ; 2021", id="one sender in common"),
        pytest.param("impose; USA; ; Plovex Bank; 2021", "impose; USA; BLR; Plovex Bank; 2021", id="country untold"),
        pytest.param("lift; ; BLR; ; 2021-03-22", "lift; EU; BLR; ; 2021-03-22", id="sender untold"),
        pytest.param("impose; USA; BLR; Ida Berg; 2021", "impose; USA; BLR; I. Berg, Bo Tran; 2021", id="target named"),
        pytest.param("impose; USA; BLR; Belarus; 2021", "impose; USA; BLR; Plovex Bank; 2021", id="only the state"),
        pytest.param("impose; USA; BLR; the Belarusians; 2021", "impose; USA; BLR; Ida Berg; 2021", id="its people"),
        pytest.param("impose; USA; BLR; five Plovex ships; 2021", "impose; USA; BLR; PLOVEX; 2021", id="capitals"),
        pytest.param("call_for; CAN; CHN; ; 2021; 20 MPs", "call_for; CAN; CHN; ; 2021; MPs of all sides", id="actors"),
        pytest.param("impose; USA; BLR; ; 2021; Ida Berg", "impose; USA; BLR; ; 2021; Bo Tran", id="who announced it"),
        pytest.param("impose; USA; ; ; 2021-03-22", "impose; USA; ; ; 2021-03-22", id="sender and date"),
        pytest.param("enact; USA; ; ; ; ; Berg Act", "enact; USA; ; ; ; ; the Ida Berg Act", id="law made"),
        pytest.param("impose; USA; BLR", "impose; USA; BLR", id="undated, of one day"),
        pytest.param("impose; USA; BLR", "impose; USA; BLR; ; 2021-03-21", id="one undated, the other of these days"),
    ],
)
def test_stories_join_what_tells_the_same(one: str, other: str) -> None:
    assert ids([article("a", one, published=DAY), article("b", other, published=DAY)]) == [["a1"], ["a1"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("impose; USA; BLR; ; 2021", "extend; USA; BLR; ; 2021", id="action"),
        pytest.param("impose; USA; BLR; ; 2021", "impose; EU; BLR; ; 2021", id="sender"),
        pytest.param("impose; USA; BLR; ; 2021", "impose; USA; RUS; ; 2021", id="target country"),
        pytest.param("impose; USA; ; Plovex; 2021", "impose; ; BLR; Plovex; 2021", id="nothing in common but a name"),
        pytest.param("impose; USA; BLR; ; 2021-03", "impose; USA; BLR; ; 2021-04-01", id="month"),
        pytest.param("impose; USA; BLR; ; 2021-03-22", "impose; USA; BLR; ; 2021-03-23", id="day"),
        pytest.param("impose; USA; BLR; Ida Berg; 2021", "impose; USA; BLR; Bo Tran; 2021", id="target"),
        pytest.param("impose; USA; BLR; the ships; 2021", "impose; USA; BLR; the banks; 2021", id="small words alone"),
        pytest.param("impose; USA; BLR; two ships; 2021", "impose; USA; BLR; two banks; 2021", id="numbers alone"),
        pytest.param("call_for; CAN; CHN; ; 2021; Ida Berg", "call_for; CAN; CHN; ; 2021; Bo Tran", id="callers"),
        pytest.param("impose; USA; BLR", "impose; USA; BLR; ; 2014", id="undated beside history"),
        pytest.param("impose; USA", "impose; USA", id="sender alone"),
        pytest.param("impose; USA; ; ; 2021-03", "impose; USA; ; ; 2021-03-22", id="sender and like date"),
        pytest.param("enact; USA; ; ; 2021; ; Berg Act", "enact; USA; ; ; 2021; ; Tran Act", id="law made"),
        pytest.param("impose; USA; BLR; ; 2011", "impose; USA; BLR; ; 2014", id="years"),
    ],
)
def test_stories_keep_apart_what_may_differ(one: str, other: str) -> None:
    assert ids([article("a", one, published=DAY), article("b", other, published=DAY)]) == [["a1"], ["b1"]]


@pytest.mark.parametrize(
    ("published", "same"),
    [("2021-03-25", True), ("2021-03-19", True), ("2021-03-26", False), ("2021-03-18", False), ("", False)],
)
@pytest.mark.parametrize("dated", ["", "; ; 2021-03-22"])
def test_stories_join_undated_events_of_a_few_days(published: str, same: bool, dated: str) -> None:
    undated = "impose; USA; BLR"
    found = ids([article("a", undated + dated, published=DAY), article("b", undated, published=published)])
    assert (found[0] == found[1]) is same


def test_stories_of_one_article_stay_two() -> None:
    row = "impose; USA; BLR; ; 2021"
    assert ids([article("a", row, row)]) == [["a1", "a2"]]


def test_stories_are_left_open_between_two_that_fit() -> None:
    first, second = (f"impose; USA; BLR; {name}; 2021-03-22" for name in ("Ida Berg", "Plovex Bank"))
    vague = article("b", "impose; USA; BLR; ; 2021-03-22")
    assert ids([article("a", first, second), vague]) == [["a1", "a2"], ["b1"]]


def test_stories_are_no_chains() -> None:
    """The second event fits the first and the third, which do not fit each other."""
    names = ("Ida Berg", "Ida Berg, Bo Tran", "Bo Tran")
    results = [article(letter, f"impose; USA; BLR; {name}; 2021") for letter, name in zip("abc", names, strict=True)]
    found = ids(results)
    assert found[0] != found[2]


def test_stories_are_named_by_the_earliest_telling() -> None:
    row = "impose; USA; BLR; ; 2021-03-22"
    days = ("2021-05-01", "2021-03-23", "")
    results = [article(name, row, published=day) for name, day in zip("abc", days, strict=True)]
    assert ids(results) == [["b1"], ["b1"], ["b1"]]


ROWS = st.builds(
    "{}; {}; {}; {}; {}".format,
    st.sampled_from(["impose", "lift"]),
    st.sampled_from(["USA", "USA, EU", "EU", ""]),
    st.sampled_from(["BLR", "RUS", "BLR, RUS", ""]),
    st.sampled_from(["", "Belarus", "Ida Berg", "Bo Tran, Ida Berg", "Bo Tran"]),
    st.sampled_from(["", "2021", "2021-03", "2021-03-22", "2021-03-24"]),
)
ARTICLES = st.lists(
    st.tuples(st.lists(ROWS, min_size=1, max_size=2), st.sampled_from(["", "2021-03-22", "2021-03-25", "2021-04-02"])),
    min_size=1,
    max_size=4,
)


def results_of(drawn: list[tuple[list[str], str]]) -> list[ArticleResult]:
    return [article(f"n{number}-", *told, published=day) for number, (told, day) in enumerate(drawn)]


@given(ARTICLES)
@settings(max_examples=60, deadline=None)
def test_stories_are_the_same_in_any_order_of_articles(drawn: list[tuple[list[str], str]]) -> None:
    results = results_of(drawn)
    known = dict(zip([result.article.article_id for result in results], ids(results), strict=True))
    for order in permutations(results):
        assert ids(order) == [known[result.article.article_id] for result in order]


@given(ARTICLES)
@settings(max_examples=100, deadline=None)
def test_stories_hold_one_event_per_article_that_agree_in_pairs(drawn: list[tuple[list[str], str]]) -> None:
    results = results_of(drawn)
    stories: dict[str, list[ArticleResult]] = defaultdict(list)
    for result, found in zip(results, ids(results), strict=True):
        assert len(set(found)) == len(found)
        for event, story in zip(result.events, found, strict=True):
            stories[story].append(result.model_copy(update={"events": (event,)}))
    for members in stories.values():
        for one in members:
            for other in members:
                if one is not other:
                    assert len({story for found in ids([one, other]) for story in found}) == 1
