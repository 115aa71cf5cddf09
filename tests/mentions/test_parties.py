from __future__ import annotations

import pytest
from marked_text import found, texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Bharatiya Janata Party won", ["Bharatiya Janata Party"]),
        ("the BJP won", ["BJP"]),
        ("Almost half the Conservative caucus signed", ["Conservative"]),
        ("a conservative estimate", []),
        ("Conservative estimates were low", []),
        ("the Liberal Democratic party agreed", ["Liberal Democratic party"]),
        ("an independent senator", ["independent"]),
        ("an independent inquiry", []),
        ("Independent experts said", []),
        ("many Republicans voted", ["Republicans"]),
        ("the republican cause", []),
        ("[Labour|PARTY] won", ["Labour"]),
        ("labour costs rose", []),
        ("[Party|PARTY] spokesman", []),
        ("[Marsh|PARTY] adviser met [Ann Marsh|PERSON]", []),
        ("[Marsh|PARTY] adviser met [Ann Lowe|PERSON]", ["Marsh"]),
        ("a [Bundestag|PARTY] member", []),
        ("Sen. [Ann Lowe|PERSON] (R-Tex.) spoke", ["R"]),
        ("Rep. [Ann Lowe|PERSON], D-Ga., spoke", ["D"]),
        ("[Ann Lowe|PERSON] (Lab, Hull) spoke", ["Lab"]),
        ("point (R) on the map", []),
        ("Vitamin D-rich food", []),
    ],
)
def test_parties_are_found_where_the_context_agrees(text: str, expected: list[str]) -> None:
    assert texts(found(text), "parties") == expected


def test_parties_of_the_model_keep_their_words() -> None:
    doc = found("the [Sunken Valley Party|PARTY] won")
    (span,) = doc.spans["parties"]
    assert (span.text, span.kb_id_, span.id_) == ("Sunken Valley Party", "", "model:PARTY")
