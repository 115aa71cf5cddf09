"""Mentions and the day of publication to values; all sentences are invented."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.normalise.dates import DateNormaliser
from pipeline.records import Article, Linked, Mention
from pipeline.vocabularies import Label, Tense

PUBLISHED = date(2020, 7, 14)


def article(text: str, published: date | None = PUBLISHED) -> Article:
    return Article(article_id="a", path="a.txt", text=text, published=published)


def mentions(text: str, *words: str, tense: Tense = Tense.NONE) -> Linked:
    found = []
    for one in words:
        start = text.index(one)
        found.append(Mention(start=start, end=start + len(one), text=one, label=Label.DATE, rule="test", tense=tense))
    return Linked(sentences=(), mentions=(), dates=tuple(found))


@pytest.fixture(scope="module")
def dates() -> DateNormaliser:
    return DateNormaliser()


def test_dates_values_keep_the_offsets_of_their_mention(dates: DateNormaliser) -> None:
    text = "On July 9, they acted. Three days earlier, London had."
    values = dates.values(article(text), mentions(text, "July 9", "Three days earlier"))
    assert [(v.text, v.value, v.anchor) for v in values] == [
        ("July 9", "2020-07-09", "published"), ("Three days earlier", "2020-07-06", "told:3"),
    ]  # fmt: skip
    assert all(text[v.start : v.end] == v.text for v in values)
    assert (values[0].earliest, values[0].latest, values[0].edtf) == (date(2020, 7, 9),) * 2 + ("2020-07-09",)


def test_dates_that_no_mention_keeps_are_not_told(dates: DateNormaliser) -> None:
    text = "The Act of July 2, 1999 was cited on July 9. Three days earlier, London acted."
    values = dates.values(article(text), mentions(text, "July 9", "Three days earlier"))
    assert [v.value for v in values] == ["2020-07-09", "2020-07-06"]


@pytest.mark.parametrize(
    ("tense", "value"),
    [(Tense.PAST, "2020-07-08"), (Tense.FUTURE, "2020-07-15"), (Tense.NONE, "2020-07-08")],
)
def test_dates_take_the_tense_of_the_parse(dates: DateNormaliser, tense: Tense, value: str) -> None:
    text = "A vote, Wednesday"
    [time] = dates.values(article(text), mentions(text, "Wednesday", tense=tense))
    assert time.value == value


def test_dates_without_agreement_on_tense_take_the_usual_direction(dates: DateNormaliser) -> None:
    text = "They will meet Wednesday"
    [time] = dates.values(article(text), mentions(text, "Wednesday", tense=Tense.PAST))
    assert time.value == "2020-07-08"


def test_dates_are_never_filled_with_the_day_of_publication(dates: DateNormaliser) -> None:
    text = "They met on Wednesday."
    [time] = dates.values(article(text, None), mentions(text, "Wednesday"))
    assert (time.value, time.earliest, time.latest, time.edtf, time.anchor) == ("XXXX-WXX-3", None, None, "", "")


def test_dates_that_nothing_reads_become_an_issue(dates: DateNormaliser) -> None:
    text = "They met in the fullness of it."
    values, issues = dates.normalise(article(text), mentions(text, "the fullness"))
    assert values == ()
    [issue] = issues
    assert (issue.stage, issue.rule, issue.start) == ("normalise.dates", "test", text.index("the fullness"))


def test_dates_of_a_foreign_model_are_read_on_their_own(dates: DateNormaliser) -> None:
    text = "They met around late 2017 or so."
    values, issues = dates.normalise(article(text), mentions(text, "around late 2017 or so"))
    assert [(v.text, v.value) for v in values] == [("around late 2017 or so", "2017")]
    assert issues == ()


@pytest.mark.parametrize(("order", "value"), [("auto", "2020-07-06"), ("dmy", "2020-07-06"), ("mdy", "2020-06-07")])
def test_dates_in_figures_follow_the_declared_order(order: str, value: str) -> None:
    text = "Filed on 06/07/2020."
    normaliser = DateNormaliser(date_order=order)
    assert [v.value for v in normaliser.values(article(text), mentions(text, "06/07/2020"))] == [value]
