from __future__ import annotations

import pytest

from pipeline.lexicon import shared
from pipeline.normalise.reasons import Reasons


@pytest.fixture(scope="module")
def reasons() -> Reasons:
    return Reasons(shared())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("over human rights abuses in the north", ["human_rights"]),
        ("for its nuclear programme", ["proliferation"]),
        ("after the army's coup", ["democracy"]),
        ("for the invasion of its neighbour", ["aggression"]),
        ("for hacking the ministry", ["cyber"]),
        ("for meddling in the election", ["interference"]),
        ("for drug trafficking and corruption", ["narcotics", "corruption"]),
        ("for helping others to evade sanctions", ["evasion"]),
        ("over the price of fish", []),
        ("the coupling of two wagons", []),  # no coup in it
    ],
)
def test_reasons_finds_cues(reasons: Reasons, text: str, expected: list[str]) -> None:
    assert list(dict.fromkeys(reason.value for reason, _, _ in reasons.find(text))) == expected


def test_reasons_gives_the_place_of_the_cue(reasons: Reasons) -> None:
    text = "Oslo acted because of Human Rights abuses"
    ((_, start, end), *_) = reasons.find(text)
    assert text[start:end].lower().startswith("human rights")
