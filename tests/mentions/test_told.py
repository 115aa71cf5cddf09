from __future__ import annotations

import pytest

from pipeline.lexicon import shared
from pipeline.mentions.told import names_state, read_descriptions, told_by
from pipeline.stages import Stages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Canada barred 12 officials from entering the country.", ["bar-entry"]),
        ("Estonia barred a Russian singer from Estonia.", ["bar-entry"]),  # from a state will do
        ("The school barred 12 pupils from the pool.", []),
        ("Britain froze the accounts of two judges.", ["freeze-assets"]),
        ("Britain froze the talks with two judges.", []),
        ("The French navy seized a sanctioned tanker off Brest.", ["seize-sanctioned"]),
        ("The French navy seized a Spanish trawler off Brest.", []),
        ("Washington listed the brigade as a terrorist organization.", ["list-as-terrorist"]),
        ("Washington listed the brigade as a charity.", []),
        ("Norway put three banks on its sanctions list.", ["put-on-list"]),
        ("Norway put three paintings on its wall.", []),
    ],
)
def test_told_measures_are_described(stages: Stages, text: str, expected: list[str]) -> None:
    by_verb = read_descriptions(shared())
    told = [description.id for token in stages.nlp(text) for description in told_by(token, by_verb)]
    assert told == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("Poland banned imports of Russian gas.", True), ("Poland banned imports of toys.", False)]
)
def test_told_measures_on_a_state(stages: Stages, text: str, expected: bool) -> None:
    (verb,) = (token for token in stages.nlp(text) if token.text == "banned")
    assert names_state(verb) is expected
