from __future__ import annotations

import json

import pytest

from pipeline.evaluate.gold import parse_gold
from pipeline.evaluate.standoff import LONGEST_QUOTE, standoff, standoff_json

from .test_gold import QUOTED, TEXT, event_with

LONG = "Now the owners may appeal, and now they will"


def test_standoff_reads_back_as_the_same_annotation() -> None:
    annotation, _ = parse_gold(event_with(targets=[LONG, "nine mine owners"]), TEXT)
    again, check = parse_gold(json.loads(standoff_json(annotation, TEXT)), TEXT)
    assert check.problems == ()
    assert again == annotation


def test_standoff_holds_no_quotation_of_evidence_or_dates() -> None:
    annotation, _ = parse_gold(QUOTED, TEXT)
    gold = standoff(annotation, TEXT)
    assert all(set(date) == {"start", "end", "type", "value", "mod"} for date in gold["dates"])
    assert set(gold["events"][0]["evidence"]) == {"start", "end"}
    assert list(gold)[:3] == ["article_id", "published", "sha256"]


@pytest.mark.parametrize(
    ("fill", "kept"),
    [
        ("nine mine owners", True),
        (" ".join(TEXT.split()[7:15]), True),
        (LONG, False),
        # Not the article's own words, so nothing of it is copied.
        ("owners of nine different mines that the ministry did not want to name", True),
    ],
)
def test_standoff_turns_long_quotations_into_offsets(fill: str, kept: bool) -> None:
    annotation, _ = parse_gold(event_with(law=fill), TEXT)
    law = standoff(annotation, TEXT)["events"][0]["law"]
    assert (law == fill) is kept
    if not kept:
        assert len(fill.split()) > LONGEST_QUOTE
        assert TEXT[law["start"] : law["end"]] == fill


def test_standoff_keeps_spans_and_notes() -> None:
    raw = QUOTED | {"spans": [{"text": "Oslo", "label": "GPE"}], "notes": "The minister speaks for the state."}
    annotation, check = parse_gold(raw, TEXT)
    assert check.problems == ()
    gold = standoff(annotation, TEXT)
    assert gold["spans"] == [{"start": 0, "end": 4, "label": "GPE"}]
    assert gold["notes"] == "The minister speaks for the state."
