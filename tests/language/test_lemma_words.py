"""Rules look verbs up by lemma, so a lemma must be a word: "imposed" is "impose", never "impos"."""

from __future__ import annotations

import pytest

from pipeline.language import load

ROWS = [
    ("Canada imposed a ban.", "imposed", "impose"),
    ("They are freezing assets.", "freezing", "freeze"),
    ("Lifting sanctions would help.", "Lifting", "lift"),
    ("The bloc eased the curbs.", "eased", "ease"),
    ("Amnesty urged the EU to act.", "urged", "urge"),
    ("The firms were blacklisted.", "blacklisted", "blacklist"),
    ("Ministers waived the rules.", "waived", "waive"),
    ("London is tightening its embargo.", "tightening", "tighten"),
    ("He accused them of evading sanctions.", "evading", "evade"),
    ("The Treasury designated six firms.", "designated", "designate"),
    ("The measures expired in May.", "expired", "expire"),
    ("Parliament is considering embargoes.", "embargoes", "embargo"),
]


@pytest.fixture(scope="module")
def nlp():
    return load()


@pytest.mark.parametrize(("text", "word", "lemma"), ROWS)
def test_lemma_is_a_word(nlp, text: str, word: str, lemma: str) -> None:
    doc = nlp(text)
    assert {token.text: token.lemma_ for token in doc}[word] == lemma
