from __future__ import annotations

import pytest

from pipeline.lexicon import shared
from pipeline.normalise.places import Codes
from pipeline.normalise.powers import Powers
from pipeline.records import Affiliation, Span


@pytest.fixture(scope="module")
def powers() -> Powers:
    lexicon = shared()
    return Powers(lexicon, Codes(lexicon))


@pytest.mark.parametrize(
    ("role", "organization", "speaks"),
    [
        ("President", "", True),
        ("Minister of Foreign Affairs", "", True),
        ("Spokesperson", "European Commission", True),
        ("Spokesperson", "", True),
        ("Spokesperson", "Ruritania Human Rights Watch", False),
        ("Senator", "", False),
        ("Member of Parliament", "", False),
        ("Lawyer", "", False),
        ("", "European Commission", False),
    ],
)
def test_powers_of_officials_are_not_those_of_others(
    powers: Powers, role: str, organization: str, speaks: bool
) -> None:
    affiliation = Affiliation(
        person_id="p", person="Ida Berg", role=role, organization=organization, evidence=Span(start=0, end=1, text="x")
    )
    assert powers.speaks_for_state(affiliation) is speaks
