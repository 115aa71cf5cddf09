from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.language.tagging import best_tags, entity_tags, legal_transitions, tag_spans

LABELS = ["PERSON", "ORG"]
TAGS = entity_tags(LABELS)


def scores_for(*tags: str) -> np.ndarray:
    scores = np.zeros((len(tags), len(TAGS)), dtype=np.float32)
    for row, tag in enumerate(tags):
        scores[row, TAGS.index(tag)] = 5.0
    return scores


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        (("O", "S-PERSON", "O"), [(1, 2, 0)]),
        (("B-ORG", "I-ORG", "E-ORG"), [(0, 3, 1)]),
        (("S-PERSON", "S-PERSON"), [(0, 1, 0), (1, 2, 0)]),
        (("B-ORG", "E-ORG", "S-PERSON"), [(0, 2, 1), (2, 3, 0)]),
        (("O", "O"), []),
    ],
)
def test_tagging_legal_tags_are_kept(tags: tuple[str, ...], spans: list[tuple[int, int, int]]) -> None:
    best = best_tags(scores_for(*tags), legal_transitions(len(LABELS)))
    assert tag_spans(best) == spans


def test_tagging_mention_does_not_cross_a_sentence() -> None:
    starts = np.array([True, False, True, False])
    best = best_tags(scores_for("O", "B-ORG", "E-ORG", "O"), legal_transitions(len(LABELS)), starts)
    assert all(not (start < 2 < end) for start, end, _ in tag_spans(best))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 25), st.integers(1, 6))
def test_tagging_random_scores_give_legal_tags(seed: int, n: int, every: int) -> None:
    random = np.random.default_rng(seed)
    legal = legal_transitions(len(LABELS))
    starts = np.arange(n) % every == 0
    tags = best_tags(random.normal(size=(n, len(TAGS))).astype(np.float32), legal, starts)
    edge = legal.shape[0] - 1
    for i in range(n):
        before = edge if starts[i] else tags[i - 1]
        after = edge if i + 1 == n or starts[i + 1] else tags[i + 1]
        assert legal[before, tags[i]]
        assert legal[tags[i], after]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_tagging_search_beats_every_other_legal_sequence(seed: int) -> None:
    random = np.random.default_rng(seed)
    legal = legal_transitions(1)
    edge = legal.shape[0] - 1
    scores = random.normal(size=(4, 5)).astype(np.float32)
    best = best_tags(scores, legal)
    total = scores[np.arange(4), best].sum()
    for other in np.ndindex(5, 5, 5, 5):
        path = (edge, *other, edge)
        if all(legal[a, b] for a, b in itertools.pairwise(path)):
            assert scores[np.arange(4), other].sum() <= total + 1e-4
