from __future__ import annotations

import pytest

from pipeline.lexicon import shared
from pipeline.normalise.parties import Parties


@pytest.fixture(scope="module")
def parties() -> Parties:
    return Parties(shared())


@pytest.mark.parametrize(
    ("text", "countries", "expected"),
    [
        ("Conservative", ("CAN",), "can-conservative"),
        ("Conservative", ("GBR", "CAN"), "gbr-conservative"),
        ("Tories", ("CAN",), "can-conservative"),
        ("Democrats", ("USA",), "usa-democratic"),
        ("Democrats", ("AUS",), "aus-democrats"),
        ("R", ("USA",), "usa-republican"),
        ("Labour Party", ("NZL",), "nzl-labour"),
        ("Indiana Republican", ("USA",), "usa-republican"),
        ("Liberal Democratic party", ("RUS",), "rus-ldpr"),
        ("BJP", ("PAK",), "ind-bjp"),
        ("Independent", ("CAN",), "independent"),
        ("Conservative", (), "gbr-conservative"),
        ("Republicans", ("FRA",), "fra-lr"),
        ("Republicans", ("IRN",), "usa-republican"),
        ("Liberal", (), ""),
        ("Sunken Valley Party", ("CAN",), ""),
    ],
)
def test_parties_are_named_by_the_country_of_the_context(
    parties: Parties, text: str, countries: tuple[str, ...], expected: str
) -> None:
    assert parties.party(text, countries=countries).entry == expected


@pytest.mark.parametrize(
    ("text", "name"), [("Sunken Valley party", "Sunken Valley Party"), ("Lunden Greens", "Lunden Greens")]
)
def test_parties_unknown_stay_as_written(parties: Parties, text: str, name: str) -> None:
    assert parties.party(text).name == name


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("NDP", "CAN", "can-ndp"),
        ("AfD", "", "deu-afd"),
        ("Alternative for Germany", "DEU", "deu-afd"),
        ("Liberal", "CAN", "can-liberal"),
        ("Liberal", "", ""),
    ],
)
def test_parties_are_compared_by_identifier(parties: Parties, text: str, country: str, expected: str) -> None:
    assert parties.identifier(text, country) == expected


def test_parties_explain_the_words_of_an_article(parties: Parties) -> None:
    words = ["Liberal", "NDP", "Conservative", "Conservative"]
    assert (parties.explained(words, "CAN"), parties.explained(words, "CHN")) == (3, 0)
