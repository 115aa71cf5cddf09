from __future__ import annotations

import pytest

from pipeline.lexicon import shared
from pipeline.normalise.places import Codes
from pipeline.records import Mention
from pipeline.vocabularies import Label


@pytest.fixture(scope="module")
def codes() -> Codes:
    return Codes(shared())


def mention(text: str, label: Label, entry: str = "") -> Mention:
    return Mention(start=0, end=len(text), text=text, label=label, rule="", entry=entry)


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("Myanmar", Label.GPE, ("MMR",)),
        ("U.S.", Label.GPE, ("USA",)),
        ("Pyongyang", Label.GPE, ("PRK",)),
        ("Hong Kong", Label.GPE, ("HKG",)),
        ("Iranian", Label.NORP, ("IRN",)),
        ("Treasury Department", Label.ORG, ("USA",)),
        ("Security Council", Label.ORG, ("UN",)),
        ("European Commission", Label.ORG, ("EU",)),
        ("G7", Label.ORG, None),  # its own code or its members: never none
        ("Amnesty International", Label.ORG, ()),  # acts for nobody
        ("Port Nowhere", Label.GPE, ()),  # unknown: nothing is guessed
        ("Iran", Label.PERSON, ()),
    ],
)
def test_places_gives_codes(codes: Codes, text: str, label: Label, expected: tuple[str, ...] | None) -> None:
    found = codes.of(mention(text, label))
    assert found if expected is None else found == expected


def test_places_reads_a_seat_that_decides_as_its_body(codes: Codes) -> None:
    brussels = mention("Brussels", Label.GPE)
    assert codes.deciding(brussels) == ("EU",)
    assert codes.of(brussels) == ("BEL",)


@pytest.mark.parametrize(("code", "state"), [("CHN", True), ("XKX", True), ("EU", False), ("ECOWAS", False)])
def test_places_tells_states_from_bodies(codes: Codes, code: str, state: bool) -> None:
    assert (code in codes.names) is state
