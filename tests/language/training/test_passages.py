from __future__ import annotations

import pytest

from pipeline.language.training.joining import join_words
from pipeline.language.training.passages import bio_spans


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        (["B-per", "I-per", "O"], [(0, 2, "per")]),
        (["B-per", "B-per"], [(0, 1, "per"), (1, 2, "per")]),
        (["I-org", "I-org", "B-geo"], [(0, 2, "org"), (2, 3, "geo")]),
        (["B-org", "I-geo"], [(0, 1, "org"), (1, 2, "geo")]),
        ([], []),
    ],
)
def test_passages_bio_spans(tags: list[str], spans: list[tuple[int, int, str]]) -> None:
    assert bio_spans(tags) == spans


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["He", "did", "n't", "pay", "$", "5", "."], "He didn't pay $5."),
        (['"', "No", ",", '"', "she", "said", "(", "twice", ")", "."], '"No," she said (twice).'),
        (["Iran", "'s", "envoy"], "Iran's envoy"),
    ],
)
def test_passages_join_words(words: list[str], text: str) -> None:
    joined, offsets = join_words(words)
    assert joined == text
    assert [joined[start:end] for start, end in offsets] == words
