from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import GoldError
from pipeline.evaluate.gold import check_gold, parse_gold, read_gold, read_gold_folder, text_sha256

TEXT = (
    "Oslo freezes assets of nine mine owners\n\n"
    "May 5, 2031\n\n"
    "Norway on Monday froze the assets of nine mine owners, Trade Minister Orsolya Brandt said. "
    "She is known for speaking plainly. Now the owners may appeal, and now they will."
)
EVIDENCE = "froze the assets of nine mine owners"
QUOTED: dict[str, Any] = {
    "article_id": "oslo",
    "published": "2031-05-05",
    "people": [
        {
            "name": "Orsolya Brandt",
            "affiliations": [
                {
                    "role": "Trade Minister",
                    "role_text": "Trade Minister",
                    "organization": None,
                    "party": None,
                    "country": "NOR",
                    "status": "current",
                }
            ],
        }
    ],
    "dates": [
        {"text": "May 5, 2031", "occurrence": 1, "type": "DATE", "value": "2031-05-05", "mod": None},
        {"text": "Monday", "occurrence": 1, "type": "DATE", "value": "2031-05-05", "mod": None},
        {"text": "now", "occurrence": 2, "type": "DATE", "value": "PRESENT_REF", "mod": "APPROX"},
    ],
    "events": [
        {
            "action": "impose",
            "evidence": EVIDENCE,
            "actors": ["Norway"],
            "senders": ["NOR"],
            "targets": ["nine mine owners"],
            "target_countries": [],
            "target_count": 9,
            "addressees": [],
            "measures": ["asset_freeze"],
            "law": None,
            "reasons": [],
            "date": "2031-05-05",
        }
    ],
}


def gold_with(**changes: Any) -> dict[str, Any]:
    return copy.deepcopy(QUOTED) | changes


def event_with(**changes: Any) -> dict[str, Any]:
    return gold_with(events=[QUOTED["events"][0] | changes])


def date_with(**changes: Any) -> dict[str, Any]:
    return gold_with(dates=[QUOTED["dates"][1] | changes])


def test_gold_reads_the_quoted_form() -> None:
    annotation, check = parse_gold(QUOTED, TEXT)
    assert check.problems == check.remarks == ()
    assert all(TEXT[span.start : span.end] == span.text for span in annotation.dates)
    event = annotation.events[0]
    assert event.start is not None and TEXT[event.start : event.end] == event.evidence == EVIDENCE
    assert (event.target_count, event.law, event.date) == (9, "", "2031-05-05")
    assert annotation.people[0].ties[0].country == "NOR"
    assert annotation.spans is None


def test_gold_reads_the_standoff_form_mixed_with_the_quoted_one() -> None:
    start = TEXT.index(EVIDENCE)
    target = TEXT.index("nine mine owners", start)
    raw = event_with(
        evidence={"start": start, "end": start + 5}, targets=[{"start": target, "end": target + 16}, "all"]
    )
    raw |= {"sha256": text_sha256(TEXT), "spans": [{"start": 0, "end": 4, "label": "GPE"}]}
    annotation, check = parse_gold(raw, TEXT)
    assert check.problems == ()
    assert annotation.events[0].evidence == "froze"
    assert annotation.events[0].targets == ("nine mine owners", "all")
    assert annotation.spans is not None and annotation.spans[0].text == "Oslo"


@pytest.mark.parametrize(
    ("words", "occurrence", "start"),
    [
        ("Monday", 1, TEXT.index("Monday")),
        ("owners", 3, TEXT.index("owners may")),
        # Case counts; the "now" inside "known" is passed over whether or not the annotator counted it.
        ("Now", 1, TEXT.index("Now the")),
        ("now", 1, TEXT.index("now they")),
        ("now", 2, TEXT.index("now they")),
    ],
)
def test_gold_counts_occurrences(words: str, occurrence: int, start: int) -> None:
    annotation, check = parse_gold(date_with(text=words, occurrence=occurrence), TEXT)
    assert check.problems == ()
    assert annotation.dates[0].start == start


@pytest.mark.parametrize(
    ("raw", "item", "said"),
    [
        (date_with(text="Tuesday"), "dates[0]", "it has none"),
        (date_with(occurrence=2), "dates[0]", "it has 1 of them"),
        (date_with(occurrence=0), "dates[0]", "counts from 1"),
        (date_with(text=""), "dates[0]", "empty 'text'"),
        (date_with(type="DAY"), "dates[0].type", "not one of DATE, TIME, DURATION, SET"),
        (date_with(mod="LATE"), "dates[0].mod", "not one of BEFORE"),
        (date_with(value=""), "dates[0].value", "is empty"),
        (gold_with(dates=[{"type": "DATE", "value": "2031"}]), "dates[0]", "needs whole numbers"),
        (gold_with(dates={}), "dates", "must be a list"),
        (gold_with(dates=["Monday"]), "dates[0]", "must be an object"),
        (event_with(action="sanction"), "events[0].action", "not one of call_for, propose"),
        (event_with(measures=["asset_freeze", "fine"]), "events[0].measures[1]", '"fine" is not one of'),
        (event_with(reasons=["greed"]), "events[0].reasons[0]", "not one of human_rights"),
        (event_with(evidence="thawed the assets"), "events[0].evidence", "is not in the article"),
        (event_with(evidence="mine owners"), "events[0].evidence", "occurs 2 times"),
        (event_with(evidence=None), "events[0].evidence", "is empty"),
        (event_with(target_count="nine"), "events[0].target_count", "whole number or null"),
        (event_with(target_count=-1), "events[0].target_count", "whole number or null"),
        (event_with(actors=[7]), "events[0].actors[0]", "must be a string or null"),
        (gold_with(people=[{"name": " "}]), "people[0].name", "is empty"),
        (
            gold_with(people=[{"name": "Brandt", "affiliations": [{"role": "Judge", "status": "past"}]}]),
            "people[0].affiliations[0].status",
            "not one of current, former",
        ),
        (gold_with(article_id=""), "article_id", "is missing"),
        (gold_with(sha256="00"), "sha256", "the text differs from the one the gold was made for"),
        (event_with(law={"start": 0, "end": 4}), "sha256", "is missing, but offsets are used"),
        (event_with(law={"start": 0, "end": 9999}), "events[0].law", "lie outside the article"),
        (event_with(evidence={"start": 8, "end": 8}), "events[0].evidence", "lie outside the article"),
        (gold_with(spans=[{"start": 0, "end": 4, "label": "CITY"}]), "spans[0].label", "not one of PERSON"),
    ],
)
def test_gold_problem_names_item_and_remedy(raw: dict[str, Any], item: str, said: str, tmp_path: Path) -> None:
    _, check = parse_gold(raw, TEXT)
    assert any(problem.startswith(f"{item}: ") and said in problem for problem in check.problems), check.problems
    path = tmp_path / "oslo.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(GoldError, match=r"oslo\.json: "):
        read_gold(path, TEXT)


@pytest.mark.parametrize(
    ("raw", "item"),
    [
        (gold_with(reviewer="x"), "file"),
        (event_with(date="early May"), "events[0].date"),
        (event_with(senders=["Norway"]), "events[0].senders"),
        (gold_with(people=[{"name": "Sverre Dahl"}]), "people[0].name"),
    ],
)
def test_gold_remark_does_not_stop_reading(raw: dict[str, Any], item: str) -> None:
    _, check = parse_gold(raw, TEXT)
    assert check.problems == ()
    assert any(remark.startswith(f"{item}: ") for remark in check.remarks)


def test_gold_message_lists_every_problem(tmp_path: Path) -> None:
    path = tmp_path / "oslo.json"
    path.write_text(json.dumps(event_with(action="sanction", reasons=["greed"])), encoding="utf-8")
    with pytest.raises(GoldError, match=r"(?s)action.*reasons"):
        read_gold(path, TEXT)


@pytest.mark.parametrize(("content", "said"), [(b"{", "no JSON"), (b"[]", "one JSON object"), (b"\xff{}", "no JSON")])
def test_gold_file_that_is_none(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "oslo.json"
    path.write_bytes(content)
    with pytest.raises(GoldError, match=said):
        read_gold(path, TEXT)


def test_gold_file_that_is_absent(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        read_gold(tmp_path / "none.json", TEXT)


def test_gold_check_remarks_on_another_file_name(tmp_path: Path) -> None:
    path = tmp_path / "bergen.json"
    path.write_text(json.dumps(QUOTED), encoding="utf-8")
    assert check_gold(path, TEXT).remarks == ("article_id: is not the file's name 'bergen'",)


def test_gold_folder_reads_what_has_an_article(tmp_path: Path) -> None:
    for name in ("oslo", "rome"):
        (tmp_path / f"{name}.json").write_text(json.dumps(gold_with(article_id=name)), encoding="utf-8")
    gold = read_gold_folder(tmp_path, {"oslo": TEXT, "paris": ""})
    assert list(gold.annotations) == ["oslo"]
    assert gold.without_article == ("rome",)


def test_gold_folder_refuses_two_golds_of_one_article(tmp_path: Path) -> None:
    for name in ("oslo", "rome"):
        (tmp_path / f"{name}.json").write_text(json.dumps(QUOTED), encoding="utf-8")
    with pytest.raises(GoldError, match=r"rome\.json.*also that of.*oslo\.json"):
        read_gold_folder(tmp_path, {"oslo": TEXT})


def test_gold_folder_without_files(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no gold file"):
        read_gold_folder(tmp_path, {})


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({}, ("people", "dates", "events")),
        ({"annotated": ["events"]}, ("events",)),
        ({"annotated": ["events", "people"]}, ("people", "events")),
        ({"annotated": []}, ()),
    ],
)
def test_gold_says_which_parts_it_annotates(raw: dict[str, Any], expected: tuple[str, ...]) -> None:
    annotation, check = parse_gold({"article_id": "a"} | raw, "Text.")
    assert (annotation.annotated, check.problems) == (expected, ())


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        ({"annotated": ["event"]}, "'event' is not one of people, dates, events"),
        ({"annotated": "events"}, "must be a list"),
        ({"annotated": ["events"], "people": [{"name": "Ida Text"}]}, "does not list people, but the file has some"),
    ],
)
def test_gold_with_faulty_parts_is_no_gold(raw: dict[str, Any], problem: str) -> None:
    _, check = parse_gold({"article_id": "a"} | raw, "Text.")
    assert any(problem in one for one in check.problems)
