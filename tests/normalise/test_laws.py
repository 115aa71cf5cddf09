from __future__ import annotations

import pytest

from pipeline.lexicon import shared
from pipeline.normalise.laws import Laws
from pipeline.records import Mention
from pipeline.vocabularies import Label


@pytest.fixture(scope="module")
def laws() -> Laws:
    return Laws(shared())


def mention(text: str) -> Mention:
    return Mention(start=0, end=len(text), text=text, label=Label.LAW, rule="")


@pytest.mark.parametrize(
    ("text", "senders", "targets", "issuer"),
    [
        ("Executive Order 13818", (), (), "USA"),
        ("Justice for Victims of Corrupt Foreign Officials Act", (), (), "CAN"),
        ("Magnitsky law", ("CAN",), ("CHN",), "CAN"),  # the sender decides which
        ("Magnitsky law", ("USA",), ("RUS",), "USA"),
        ("Magnitsky law", (), (), None),  # many have one
        ("Fisheries Act", ("CAN",), (), None),
    ],
)
def test_laws_resolve_by_words_and_sender(
    laws: Laws, text: str, senders: tuple[str, ...], targets: tuple[str, ...], issuer: str | None
) -> None:
    law = laws.resolve(mention(text), senders=senders, targets=targets)
    assert (law.issuer if law else None) == issuer


@pytest.mark.parametrize(("text", "ground"), [("Minsk agreements", False), ("Global Magnitsky Act", True)])
def test_laws_know_what_sanctions_rest_on(laws: Laws, text: str, ground: bool) -> None:
    assert laws.is_ground(mention(text)) is ground
