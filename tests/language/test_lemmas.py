from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.lemmas import apply_script, learn_lemmas, lemma, lemma_script


@pytest.mark.parametrize(
    ("word", "lemma", "script"),
    [
        ("sanctions", "sanction", "l:1:"),
        ("Sanctions", "sanction", "l:1:"),
        ("parties", "party", "l:3:y"),
        ("was", "be", "=be"),
        ("Ottawa", "Ottawa", "k:0:"),
        ("MPs", "MP", "k:1:"),
    ],
)
def test_lemmas_script_is_the_shortest(word: str, lemma: str, script: str) -> None:
    assert lemma_script(word, lemma) == script


@pytest.mark.parametrize(("script", "word", "lemma"), [("l:3:y", "is", "is"), ("l:1:", "s", "s"), ("k:9:", "EU", "EU")])
def test_lemmas_script_never_eats_the_word(script: str, word: str, lemma: str) -> None:
    assert apply_script(script, word) == lemma


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_lemmas_script_undoes_itself(word: str, lemma: str) -> None:
    assert apply_script(lemma_script(word, lemma), word) == lemma


EXAMPLES = [
    ("sanctions", "NNS", "sanction"),
    ("envoys", "NNS", "envoy"),
    ("bans", "NNS", "ban"),
    ("parties", "NNS", "party"),
    ("treaties", "NNS", "treaty"),
    ("men", "NNS", "man"),
    ("was", "VBD", "be"),
    ("Geneva", "NNP", "Geneva"),
    ("Vienna", "NNP", "Vienna"),
]


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("Sanctions", "NNS", "sanction"),
        ("ministries", "NNS", "ministry"),
        ("men", "NNS", "man"),
        ("was", "VBD", "be"),
        ("MEPs", "NNS", "MEP"),
        ("BANS", "NNS", "ban"),
        ("Lusaka", "NNP", "Lusaka"),
        ("Whereas", "IN", "whereas"),
    ],
)
def test_lemmas_by_tag_and_ending(word: str, tag: str, expected: str) -> None:
    assert lemma(learn_lemmas(EXAMPLES), word, tag) == expected


def test_lemmas_table_leaves_out_what_an_ending_gives() -> None:
    table = learn_lemmas(EXAMPLES)
    assert "^sanctions" not in table["NNS"]
    assert table["NNS"]["^men"] == "l:2:an"


VOCABULARY = dict.fromkeys(["evade", "bar", "embargo", "note", "not", "ally", "harsh", "seize", "waive"], 9) | {
    "evading": 3
}


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("evading", "VBG", "evade"),
        ("barred", "VBD", "bar"),
        ("noted", "VBD", "note"),
        ("embargoes", "NNS", "embargo"),
        ("allied", "VBD", "ally"),
        ("harsher", "JJR", "harsh"),
        ("seized", "VBD", "seize"),
        ("zorbed", "VBD", "zorbed"),
    ],
)
def test_lemmas_unseen_word_becomes_a_known_one(word: str, tag: str, expected: str) -> None:
    examples = [*EXAMPLES, ("going", "VBG", "go"), ("larger", "JJR", "large")]
    table = learn_lemmas(examples, VOCABULARY | {word: 1})
    assert lemma(table, word, tag) == expected
