from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.links.stream import Item, Stream
from pipeline.links.subjects import named_subject


def _stream(words: str, heads: list[int], deps: str, pos: str, symbols: str) -> tuple[Doc, Stream]:
    doc = Doc(Vocab(), words=words.split(), heads=heads, deps=deps.split(), pos=pos.split())
    return doc, Stream(tuple(Item(symbol, doc[i : i + 1]) for i, symbol in enumerate(symbols)), symbols)


@pytest.mark.parametrize(
    ("words", "heads", "deps", "symbols", "expected"),
    [
        ("Lowe won and became president", [1, 1, 3, 1, 3], "nsubj ROOT cc conj xcomp", "Pv&bR", 0),
        ("Rain fell and became president", [1, 1, 3, 1, 3], "nsubj ROOT cc conj xcomp", "mv&bR", None),
        ("Lowe won and became president", [1, 1, 3, 1, 3], "obj ROOT cc conj xcomp", "Pv&bR", None),
    ],
)
def test_subjects_are_shared_by_coordinated_verbs(
    words: str, heads: list[int], deps: str, symbols: str, expected: int | None
) -> None:
    doc, stream = _stream(words, heads, deps, "PROPN VERB CCONJ VERB NOUN", symbols)
    assert named_subject(stream, doc[3], 0, 3) == expected
