from __future__ import annotations

import pytest

from pipeline.language.tokens import blank_pipeline
from pipeline.lexicon.schema import Party
from pipeline.mentions.gazetteer import Gazetteer

PARTIES = [
    Party(id="a", name="A", aliases=("People's Lunden Party", "PLP"), country=""),
    Party(id="b", name="B", aliases=("Lunden Party",), weak_aliases=("Lunden",), country=""),
    Party(id="c", name="C", weak_aliases=("Lunden",), country=""),
]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer[Party]:
    return Gazetteer(blank_pipeline(), [(party, form) for party in PARTIES for form in party.forms()])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the People's Lunden Party won", [("People's Lunden Party", ["a"], True)]),
        ("the People’s Lunden Party won", [("People’s Lunden Party", ["a"], True)]),
        ("in Lunden", [("Lunden", ["b", "c"], False)]),
        ("THE LUNDEN PARTY", [("LUNDEN PARTY", ["b"], True)]),
        ("the lunden party", []),
        ("PLP, not plp", [("PLP", ["a"], True)]),
    ],
)
def test_gazetteer_finds_the_longest_form_with_all_its_entries(
    gazetteer: Gazetteer[Party], text: str, expected: list[tuple[str, list[str], bool]]
) -> None:
    doc = blank_pipeline().make_doc(text)
    hits = gazetteer.find(doc)
    assert [(hit.span.text, [match.entry.id for match in hit.matches], hit.strong) for hit in hits] == expected
