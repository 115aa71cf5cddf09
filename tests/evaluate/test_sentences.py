from __future__ import annotations

import pytest

from pipeline.evaluate.sentences import Sentences, split


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Oslo acted. Berne did not.", ["Oslo acted.", "Berne did not."]),
        ("Headline\n\nOslo acted.", ["Headline", "Oslo acted."]),
        ("“We act.” He left.", ["“We act.”", "He left."]),
        ("The U.S. Senate met Sen. Pham. It voted.", ["The U.S. Senate met Sen. Pham.", "It voted."]),
        ("Was it 3.5 percent? Yes.", ["Was it 3.5 percent?", "Yes."]),
        ("It fell to 1.2 million. 14 firms left.", ["It fell to 1.2 million.", "14 firms left."]),
        ("  \n ", []),
        ("", []),
    ],
)
def test_sentences_split(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in split(text)] == sentences


TEXT = "Oslo acted. Berne did not. Rome will."


@pytest.mark.parametrize(
    ("start", "end", "touched"),
    [(0, 4, {0}), (5, 14, {0, 1}), (12, 37, {1, 2}), (11, 12, set()), (99, 104, set()), (None, 4, set())],
)
def test_sentences_touched(start: int | None, end: int | None, touched: set[int]) -> None:
    assert Sentences(TEXT).touched(start, end) == touched


def test_sentences_given_spans_win() -> None:
    sentences = Sentences(TEXT, [(12, 37), (0, 11)])
    assert sentences.text_at(13, 14) == "Berne did not. Rome will."
    assert sentences.touched(0, 37) == {0, 1}


def test_sentences_text_at_makes_blanks_single() -> None:
    assert Sentences("Oslo  has\tacted now", [(0, 18)]).text_at(0, 2) == "Oslo has acted now"[:17]


@pytest.mark.parametrize(
    ("words", "found"), [("Berne", (12, 17)), ("Canton Berne", (12, 17)), ("Paris", (None, None)), ("", (None, None))]
)
def test_sentences_find(words: str, found: tuple[int | None, int | None]) -> None:
    assert Sentences(TEXT).find(words) == found
