"""Entity tags: the BIOES scheme, its legal sequences, and how scores become flat spans.

Tag 0 is O; label ``i`` owns tags ``1 + 4 * i`` to ``4 + 4 * i``: begin, inside, end, single.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

OUTSIDE, BEGIN, INSIDE, END, SINGLE = "O", "B", "I", "E", "S"
_PREFIXES = (BEGIN, INSIDE, END, SINGLE)
_IMPOSSIBLE = np.float32(-1e9)

Scores = NDArray[np.float32]
Tags = NDArray[np.int64]


def entity_tags(labels: Sequence[str]) -> list[str]:
    """Return the tag set of the given labels, in the order of the network's scores."""
    return [OUTSIDE, *(f"{prefix}-{label}" for label in labels for prefix in _PREFIXES)]


def legal_transitions(n_labels: int) -> NDArray[np.bool_]:
    """Return ``legal[a, b]``: may tag ``b`` follow tag ``a``? The last row and column are the edge."""
    edge = 1 + 4 * n_labels
    legal = np.zeros((edge + 1, edge + 1), dtype=np.bool_)
    opening = [0, edge, *(1 + 4 * i + k for i in range(n_labels) for k in (0, 3))]
    closed = [0, edge, *(1 + 4 * i + k for i in range(n_labels) for k in (2, 3))]
    legal[np.ix_(closed, opening)] = True
    for i in range(n_labels):
        legal[np.ix_([1 + 4 * i, 2 + 4 * i], [2 + 4 * i, 3 + 4 * i])] = True
    return legal


def best_tags(scores: Scores, legal: NDArray[np.bool_], starts: NDArray[np.bool_] | None = None) -> Tags:
    """Return the legal tag sequence of highest total score, no mention reaching over a sentence's border.

    The best tag of every word is taken where that is legal already; only the other sentences are searched.

    Args:
        scores: shape (words, tags).
        legal: from ``legal_transitions``.
        starts: True where a sentence begins; one sentence if not given.
    """
    tags: Tags = scores.argmax(axis=1)
    if not len(tags):
        return tags
    edge = legal.shape[0] - 1
    begins = np.zeros(len(tags), dtype=np.bool_) if starts is None else starts.copy()
    begins[0] = True
    ends = np.append(begins[1:], True)
    before = np.where(begins, edge, np.concatenate(([edge], tags[:-1])))
    after = np.where(ends, edge, np.append(tags[1:], edge))
    faults = np.flatnonzero(~(legal[before, tags] & legal[tags, after]))
    if len(faults):
        firsts, lasts = np.flatnonzero(begins), np.flatnonzero(ends) + 1
        for number in np.unique(np.searchsorted(firsts, faults, side="right") - 1):
            sentence = slice(firsts[number], lasts[number])
            tags[sentence] = _viterbi(scores[sentence], legal)
    return tags


def _viterbi(scores: Scores, legal: NDArray[np.bool_]) -> Tags:
    edge = legal.shape[0] - 1
    penalty = np.where(legal, np.float32(0), _IMPOSSIBLE)
    best = scores[0] + penalty[edge, :edge]
    back = np.zeros(scores.shape, dtype=np.int64)
    for i in range(1, len(scores)):
        paths = best[:, None] + penalty[:edge, :edge]
        back[i] = paths.argmax(axis=0)
        best = paths[back[i], np.arange(edge)] + scores[i]
    tags: Tags = np.zeros(len(scores), dtype=np.int64)
    tags[-1] = int((best + penalty[:edge, edge]).argmax())
    for i in range(len(scores) - 1, 0, -1):
        tags[i - 1] = back[i, tags[i]]
    return tags


def tag_spans(tags: Tags) -> list[tuple[int, int, int]]:
    """Return ``(first word, word after the last, label index)`` of every span of a legal tag sequence."""
    spans = []
    start = 0
    for i in np.flatnonzero(tags):
        label, kind = divmod(int(tags[i]) - 1, 4)
        if kind in (0, 3):
            start = int(i)
        if kind in (2, 3):
            spans.append((start, int(i) + 1, label))
    return spans
