from __future__ import annotations

import pytest

from pipeline.language.lemmas import learn_lemmas, lemma
from pipeline.language.training.irregular import irregular_lemmas

REGULAR = [("jumped", "VBD", "jump"), ("walked", "VBD", "walk"), ("jumped", "VBN", "jump"), ("walked", "VBN", "walk")]


@pytest.mark.parametrize(
    ("word", "tag", "base"),
    [
        ("froze", "VBD", "freeze"),
        ("Frozen", "VBN", "freeze"),
        ("forbade", "VBD", "forbid"),
        ("withheld", "VBN", "withhold"),
        ("upheld", "VBD", "uphold"),
        ("talked", "VBD", "talk"),
    ],
)
def test_irregular_verbs_have_their_lemma(word: str, tag: str, base: str) -> None:
    assert lemma(learn_lemmas([*REGULAR, *irregular_lemmas()]), word, tag) == base
