from __future__ import annotations

import pytest

from pipeline import syntax
from syntax.conftest import Find


@pytest.mark.parametrize(
    ("sentence", "head", "expected"),
    [
        ("urged", "impose", [("on", "officials")]),
        ("passive", "imposed", [("on", "Iran"), ("by", "States"), ("in", "2012")]),
        ("participle", "linked", [("to", "coup")]),
        ("because", "frozen", [("because of", "war")]),
        ("according", "fled", [("according to", "Treasury")]),
        ("without", "rolled", [("without", "naming")]),
        ("going", "companies", [("from", "China")]),
        ("going", "individuals", []),
        ("citing", "banned", [("with", "aid")]),
        ("left-and-froze", "left", []),
    ],
)
def test_prepositions_of_a_head(find: Find, sentence: str, head: str, expected: list[tuple[str, str]]) -> None:
    found = [(preposition, token.text) for preposition, token in syntax.prepositionals(find(sentence, head))]
    assert found == expected


@pytest.mark.parametrize(
    ("sentence", "noun", "expected"),
    [
        ("passive", "States", "by"),
        ("passive", "allies", ""),
        ("because", "war", "because of"),
        ("because", "minister", ""),
        ("according", "Treasury", "according to"),
        ("without", "naming", "without"),
        ("until", "freed", ""),  # a conjunction is none
        ("urged", "impose", ""),
    ],
)
def test_prepositions_before_a_noun(find: Find, sentence: str, noun: str, expected: str) -> None:
    assert syntax.preposition(find(sentence, noun)) == expected
