from __future__ import annotations

import pytest

from pipeline.lexicon import FormIndex, shared
from pipeline.lexicon.schema import MeasureWords
from pipeline.normalise.measures import Measures
from pipeline.records import Mention
from pipeline.vocabularies import Label


@pytest.fixture(scope="module")
def measures() -> Measures:
    return Measures(shared())


def mention(text: str, entry: str = "") -> Mention:
    return Mention(start=0, end=len(text), text=text, label=Label.MEASURE, rule="", entry=entry)


def entry_of(text: str) -> str:
    words = shared().entries(MeasureWords).values()
    found = FormIndex((entry, form) for entry in words for form in entry.forms()).find(text)
    return found[0].entry.id if found else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("asset freeze", ["asset_freeze"]),
        ("travel ban", ["travel_ban"]),
        ("arms embargo", ["arms_embargo"]),
        ("embargo", ["trade_embargo"]),
        ("full blocking sanctions", ["asset_freeze", "financial_restrictions"]),
        ("financial and travel restrictions", ["financial_restrictions", "travel_ban"]),
        ("export controls", ["export_control"]),
        ("sanctions", []),
        ("economic sanctions", []),
    ],
)
def test_measures_names_what_a_phrase_restricts(measures: Measures, text: str, expected: list[str]) -> None:
    assert [measure.value for measure in measures.of(mention(text, entry_of(text)))] == expected


@pytest.mark.parametrize(("entry", "expected"), [("freeze-assets", ["asset_freeze"]), ("put-on-list", [])])
def test_measures_takes_a_described_measure_from_its_description(
    measures: Measures, entry: str, expected: list[str]
) -> None:
    assert [measure.value for measure in measures.of(mention("froze", entry))] == expected
