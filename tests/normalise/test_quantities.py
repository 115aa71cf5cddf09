from __future__ import annotations

import pytest

from pipeline.lexicon import shared
from pipeline.normalise.quantities import Quantities


@pytest.fixture(scope="module")
def quantities() -> Quantities:
    return Quantities(shared())


@pytest.mark.parametrize(
    ("phrase", "count"),
    [
        ("four Chinese officials", 4),
        ("more than a dozen senators", 12),
        ("two dozen shipping firms", 24),
        ("over 1,600 individuals and entities", 1600),
        ("twenty-two men", 22),
        ("two hundred vessels", 200),
        ("another 15 banks", 15),
        ("a list of 34 judges", 34),
        ("Chinese officials", None),
        ("a former speaker", None),
        ("officials of two ministries", None),  # the number is not the phrase's own
        ("", None),
    ],
)
def test_quantities_read_the_count_a_phrase_starts_with(quantities: Quantities, phrase: str, count: int | None) -> None:
    assert quantities.count(phrase) == count


@pytest.mark.parametrize(
    ("sentence", "goes_on"),
    [
        ("The sanctions bar the men from entering Norway.", True),
        ("“They also freeze their accounts,” the ministry said.", True),
        ("These measures take effect today.", True),
        ("The minister left for Oslo.", False),
        ("Themes of the day were trade and fish.", False),
    ],
)
def test_quantities_know_how_a_sentence_goes_on(quantities: Quantities, sentence: str, goes_on: bool) -> None:
    assert quantities.continues(sentence) is goes_on
