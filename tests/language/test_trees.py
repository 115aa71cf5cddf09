from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.language.trees import sentence_heads, spanning_tree


def is_tree(heads: list[int]) -> bool:
    for node in range(len(heads)):
        seen = set()
        while node >= 0 and node not in seen:
            seen.add(node)
            node = heads[node]
        if node >= 0:
            return False
    return sum(head < 0 for head in heads) == 1


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 40), st.integers(1, 12))
def test_trees_every_sentence_is_one(seed: int, n: int, length: int) -> None:
    random = np.random.default_rng(seed)
    starts = np.arange(n) % length == 0
    heads = sentence_heads(random.normal(size=(n, n + 1)).astype(np.float32), starts)
    for first in range(0, n, length):
        last = min(first + length, n)
        own = [int(head) - first if head >= 0 else -1 for head in heads[first:last]]
        assert all(-1 <= head < last - first for head in own)
        assert is_tree(own)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 4))
def test_trees_no_other_tree_scores_higher(seed: int, n: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)
    words = np.arange(n)
    total = scores[words, spanning_tree(scores) + 1].sum()
    for heads in itertools.product(range(-1, n), repeat=n):
        if is_tree(list(heads)):
            assert scores[words, np.array(heads) + 1].sum() <= total + 1e-4


def test_trees_of_nothing_are_nothing() -> None:
    assert len(sentence_heads(np.zeros((0, 1), dtype=np.float32), np.zeros(0, dtype=np.bool_))) == 0
