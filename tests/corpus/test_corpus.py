"""Structural facts of the project's own corpus: complete, consistent, and wide enough to test every value."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from pipeline.evaluate.gold import check_gold
from pipeline.vocabularies import Action, Label, Measure, Reason, Slot, TimexType

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
REFERENCE = "2020-07-14-canada-magnitsky-letter"
RETELLING = "2020-07-14-mps-senators-magnitsky-appeal"
TEXTS = {path.stem: path.read_bytes().decode("utf-8") for path in sorted((CORPUS / "articles").glob("*.txt"))}
GOLD: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((CORPUS / "gold").glob("*.json"))
}
OWN = sorted(TEXTS)
EVENTS = [event for article in OWN for event in GOLD[article]["events"]]
SPANNED = [article for article in OWN if "spans" in GOLD[article]]

VALUES = {
    "DATE": r"PRESENT_REF|PAST_REF|FUTURE_REF|\d{2,3}|FY\d{4}"
    r"|[\dX]{4}(-[\dX]{2}(-[\dX]{2})?|-W[\dX]{2}(-(\d|WE))?|-Q[1-4]|-H[12]|-(SP|SU|FA|WI))?",
    "TIME": r"([\dX]{4}-[\dX]{2}-[\dX]{2}|[\dX]{4}-W[\dX]{2}-\d)T(\d{2}:\d{2}|MO|AF|EV|NI|DA)",
    "DURATION": r"P(T(\d+|X)[HM]|(\d+(\.\d+)?|X)(D|W|M|Y|DE))",
    "SET": r"P\d+[DWMY]",
}
EVENT_DATE = r"\d{4}(-\d{2}(-\d{2})?|-Q[1-4]|-W\d{2})?"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FULL_DATES = ("%d %B %Y", "%B %d, %Y", "%b %d, %Y", "%b. %d, %Y", "%A %d %B %Y", "%A, %d %B %Y", "%A %B %d %Y")
NAMED_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def words_of(article: str, place: dict[str, int]) -> str:
    return TEXTS[article][place["start"] : place["end"]]


def fill_words(article: str, fill: str | dict[str, int]) -> str:
    return fill if isinstance(fill, str) else words_of(article, fill)


def full_date(words: str) -> date | None:
    for form in FULL_DATES:
        try:
            return datetime.strptime(words.replace("Sept ", "Sep "), form).date()
        except ValueError:
            continue
    return None


def test_corpus_has_gold_for_every_article_and_the_reference_gold() -> None:
    assert set(GOLD) == {*TEXTS, REFERENCE}
    assert all(gold["article_id"] == name for name, gold in GOLD.items())
    assert len(TEXTS) >= 16


@pytest.mark.parametrize("article", OWN)
def test_corpus_gold_is_read_without_remark(article: str) -> None:
    check = check_gold(CORPUS / "gold" / f"{article}.json", TEXTS[article])
    assert check.problems == ()
    assert check.remarks == ()


@pytest.mark.parametrize("article", OWN)
def test_corpus_published_agrees_with_the_file_name(article: str) -> None:
    named = NAMED_DATE.match(article)
    if named:
        assert GOLD[article]["published"] == named.group()
    else:
        starts = [item["value"] for item in GOLD[article]["dates"] if full_date(words_of(article, item))]
        assert GOLD[article]["published"] == (starts[0] if starts else None)


@pytest.mark.parametrize("article", OWN)
def test_corpus_articles_have_the_length_of_news(article: str) -> None:
    words = len(TEXTS[article].split())
    assert 150 <= words <= (750 if article == RETELLING else 500)
    assert TEXTS[article].endswith("\n")
    assert "\r" not in TEXTS[article]


@pytest.mark.parametrize("article", OWN)
def test_corpus_people_are_named_once_and_as_in_the_text(article: str) -> None:
    names = [person["name"] for person in GOLD[article]["people"]]
    assert len(set(names)) == len(names)
    for person in GOLD[article]["people"]:
        assert person["name"].casefold() in TEXTS[article].casefold()
        for tie in person["affiliations"]:
            assert (tie["role"] is None) == (tie["role_text"] is None)
            assert tie["role"] or tie["organization"] or tie["party"]
            assert (tie["role_text"] or "") in TEXTS[article]


@pytest.mark.parametrize("article", OWN)
def test_corpus_dates_stand_in_order_on_whole_words(article: str) -> None:
    for item in GOLD[article]["dates"]:
        before, after = TEXTS[article][item["start"] - 1 : item["start"]], TEXTS[article][item["end"]]
        assert not before.isalnum() and not after.isalnum(), words_of(article, item)
    assert all(one["end"] <= other["start"] for one, other in pairwise(GOLD[article]["dates"]))


@pytest.mark.parametrize("article", OWN)
def test_corpus_date_values_fit_their_words(article: str) -> None:
    for item in GOLD[article]["dates"]:
        words, value = words_of(article, item), item["value"]
        assert re.fullmatch(VALUES[item["type"]], value), (words, value)
        stated = full_date(words)
        if stated:
            assert value == stated.isoformat()
            assert all(day not in words or stated.strftime("%A") == day for day in DAYS), words
        if re.fullmatch(r"(19|20)\d\d", words):
            assert value == words
        if words in DAYS and "X" not in value:
            assert date.fromisoformat(value).strftime("%A") == words


@pytest.mark.parametrize("article", OWN)
def test_corpus_events_fill_their_slots_from_the_text(article: str) -> None:
    text = TEXTS[article]
    for event in GOLD[article]["events"]:
        assert text.count(words_of(article, event["evidence"])) == 1
        for slot in ("actors", "targets", "addressees"):
            for fill in event[slot]:
                assert fill_words(article, fill).casefold() in text.casefold(), fill
        assert event["law"] is None or fill_words(article, event["law"]) in text
        assert event["date"] is None or re.fullmatch(EVENT_DATE, event["date"])
        assert event["target_count"] is None or event["target_count"] > 0
        assert all(re.fullmatch(r"[A-Z]{3}", code) for code in event["target_countries"])
        assert all(re.fullmatch(r"[A-Z_]{2,}", code) for code in event["senders"])
        assert event["action"] != "enact" or not event["targets"]
        assert event["action"] == "call_for" or not event["addressees"]


@pytest.mark.parametrize("article", OWN)
def test_corpus_events_are_different(article: str) -> None:
    seen = Counter(json.dumps(event, sort_keys=True) for event in GOLD[article]["events"])
    assert max(seen.values(), default=1) == 1


@pytest.mark.parametrize("article", SPANNED)
def test_corpus_spans_are_flat_and_agree_with_people_and_dates(article: str) -> None:
    spans = GOLD[article]["spans"]
    flat = [span for span in spans if span["label"] != Label.GROUP]
    assert all(one["end"] <= other["start"] for one, other in pairwise(flat))
    assert all(words_of(article, span).strip() == words_of(article, span) != "" for span in spans)
    dates = [(item["start"], item["end"]) for item in GOLD[article]["dates"]]
    assert [(span["start"], span["end"]) for span in spans if span["label"] == Label.DATE] == dates
    people = {word for person in GOLD[article]["people"] for word in person["name"].split()}
    for span in spans:
        assert span["label"] != Label.PERSON or set(words_of(article, span).split()) <= people


def test_corpus_shows_every_action_several_times() -> None:
    counts = Counter(event["action"] for event in EVENTS)
    assert {action: counts[action] for action in Action if counts[action] < 3} == {}


def test_corpus_shows_every_measure_and_reason() -> None:
    assert {value for event in EVENTS for value in event["measures"]} == set(Measure)
    assert {value for event in EVENTS for value in event["reasons"]} == set(Reason)


def test_corpus_fills_every_slot_several_times() -> None:
    counts = {slot: sum(event[slot.value] not in (None, []) for event in EVENTS) for slot in Slot}
    assert {slot: count for slot, count in counts.items() if count < 10} == {}


def test_corpus_shows_every_kind_of_date_and_label() -> None:
    assert {item["type"] for article in OWN for item in GOLD[article]["dates"]} == set(TimexType)
    assert {span["label"] for article in SPANNED for span in GOLD[article]["spans"]} == set(Label) - {Label.ACTION}
    assert len(SPANNED) >= 6


def test_corpus_has_articles_without_a_sanction_and_without_a_date() -> None:
    assert sum(not GOLD[article]["events"] for article in OWN) >= 4
    assert sum(GOLD[article]["published"] is None for article in OWN) >= 2


def test_corpus_reference_gold_quotes_nothing_long() -> None:
    gold = GOLD[REFERENCE]
    assert re.fullmatch(r"[0-9a-f]{64}", gold["sha256"])
    strings = re.findall(r'"([^"]*)"', json.dumps(gold["events"] + gold["people"], ensure_ascii=False))
    assert max(len(string.split()) for string in strings) <= 8


def test_corpus_retelling_has_the_facts_of_the_reference() -> None:
    def facts(gold: dict[str, Any]) -> list[Counter[str]]:
        ties = (
            (person["name"], *(tie[key] for key in ("role", "organization", "party", "country", "status")))
            for person in gold["people"]
            for tie in person["affiliations"]
        )
        dates = ((item["type"], item["value"], item["mod"]) for item in gold["dates"])
        slots = ("action", "senders", "target_countries", "target_count", "addressees", "measures", "law", "reasons")
        events = (
            (*(sorted(event[slot]) if isinstance(event[slot], list) else event[slot] for slot in slots), event["date"])
            for event in gold["events"]
        )
        return [Counter(map(str, rows)) for rows in (ties, dates, events)]

    assert facts(GOLD[RETELLING]) == facts(GOLD[REFERENCE])


def test_corpus_readme_tells_of_every_article() -> None:
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    assert [article for article in GOLD if f"`{article}`" not in readme] == []
