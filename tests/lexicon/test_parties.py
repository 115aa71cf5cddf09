from __future__ import annotations

import pytest

from pipeline.lexicon import FormIndex, Lexicon
from pipeline.lexicon.schema import Party

NEWS = [
    "CAN", "USA", "GBR", "IRL", "AUS", "NZL", "DEU", "FRA", "ITA", "ESP", "NLD", "BEL", "AUT", "POL", "HUN", "CZE",
    "SVK", "GRC", "SRB", "RUS", "UKR", "BLR", "MDA", "GEO", "TUR", "ISR", "PSE", "LBN", "SYR", "IRQ", "IRN", "EGY",
    "TUN", "DZA", "SDN", "SSD", "ETH", "KEN", "UGA", "RWA", "COD", "CMR", "NGA", "GHA", "ZAF", "ZWE", "ZMB", "MOZ",
    "AGO", "CHN", "HKG", "TWN", "JPN", "KOR", "PRK", "MMR", "KHM", "VNM", "THA", "MYS", "IDN", "PHL", "IND", "PAK",
    "BGD", "LKA", "NPL", "MEX", "BRA", "ARG", "CHL", "COL", "VEN", "CUB", "NIC", "BOL", "ECU", "PER", "EUR", "FJI",
]  # fmt: skip
"""Countries whose parties international news names most."""


@pytest.fixture(scope="module")
def index(lexicon: Lexicon) -> FormIndex[Party]:
    return FormIndex((party, form) for party in lexicon.entries(Party).values() for form in party.forms())


def test_parties_cover_the_countries_in_the_news(lexicon: Lexicon) -> None:
    assert set(NEWS) <= {party.country for party in lexicon.entries(Party).values()}
    assert len(lexicon.entries(Party)) > 1000


def test_parties_have_forms_and_their_country_in_the_id(lexicon: Lexicon) -> None:
    for party in lexicon.entries(Party).values():
        assert any(party.forms()), party.id
        assert not party.country or party.id.startswith(party.country.lower() + "-"), party.id


@pytest.mark.parametrize(
    ("written", "identifier"),
    [
        ("Bloc Québécois", "can-bloc"),
        ("Bloc Quebecois", "can-bloc"),
        ("Bharatiya Janata Party", "ind-bjp"),
        ("ZANU-PF", "zwe-zanu-pf"),
        ("Zanu-PF", "zwe-zanu-pf"),
        ("Chinese Communist Party", "chn-ccp"),
        ("Likud", "isr-likud"),
        ("Lib Dems", "gbr-liberal-democrat"),
        ("National League for Democracy", "mmr-nld"),
        ("Australian Greens", "aus-greens"),
        ("Barbados Labour Party", "brb-blp"),
        ("Mouvement Militant Mauricien", "mus-mmm"),
    ],
)
def test_parties_are_named_by_strong_forms(index: FormIndex[Party], written: str, identifier: str) -> None:
    assert [match.entry.id for match in index.find(written) if match.form.strong] == [identifier]


@pytest.mark.parametrize("written", ["Liberal", "Green Party", "Democrats", "Independent", "PSD", "PLP"])
def test_parties_share_weak_forms(index: FormIndex[Party], written: str) -> None:
    matches = index.find(written)
    assert matches
    assert not any(match.form.strong for match in matches)


@pytest.mark.parametrize("written", ["conservative", "labour", "green", "congress", "likud", "democratic"])
def test_parties_are_written_with_capitals(index: FormIndex[Party], written: str) -> None:
    assert index.find(written) == []
