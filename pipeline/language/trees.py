"""Well-formed trees from arc scores: one root per sentence, no cycles.

The best head of every word is taken where that is a tree already, as for most sentences; the others get the
maximum spanning tree (Chu-Liu/Edmonds) with a single root.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Ids = NDArray[np.int64]

_NEVER = np.float32(-1e9)


def sentence_heads(arcs: Scores, starts: NDArray[np.bool_]) -> Ids:
    """Return every word's head, -1 for the root of its sentence.

    Args:
        arcs: scores, shape (words, 1 + words); column 0 is the root, column ``1 + j`` word ``j``.
        starts: True where a sentence begins; the first word begins one in any case.
    """
    n = len(arcs)
    sentence: Ids = np.cumsum(starts, dtype=np.int64)
    sentence = sentence - (sentence[0] if n else 0)
    scores = np.where(sentence[:, None] == sentence[None, :], arcs[:, 1:], _NEVER)
    np.fill_diagonal(scores, _NEVER)
    scores = np.concatenate((arcs[:, :1], scores), axis=1)
    heads: Ids = scores.argmax(axis=1) - 1
    for number in _ill_formed(heads, sentence):
        first, last = np.searchsorted(sentence, (number, number + 1))
        own = np.concatenate((scores[first:last, :1], scores[first:last, 1 + first : 1 + last]), axis=1)
        heads[first:last] = spanning_tree(own)
        heads[first:last] += np.where(heads[first:last] >= 0, first, 0)
    return heads


def _ill_formed(heads: Ids, sentence: Ids) -> list[int]:
    """Return the sentences whose heads make a cycle or whose roots are not exactly one."""
    n = len(heads)
    if not n:
        return []
    up = np.append(np.where(heads < 0, n, heads), n)
    for _ in range(max(n - 1, 1).bit_length()):
        up = up[up]
    lost = sentence[up[:n] != n]
    roots = np.bincount(sentence[heads < 0], minlength=int(sentence[-1]) + 1)
    return sorted({int(number) for number in lost} | {int(number) for number in np.flatnonzero(roots != 1)})


def spanning_tree(scores: Scores) -> Ids:
    """Return the heads of the best tree; where it has several roots, the best with one of these as its only root.

    Args:
        scores: shape (n, 1 + n), column 0 the root.
    """
    n = len(scores)
    full = np.full((n + 1, n + 1), _NEVER, dtype=np.float64)
    full[1:] = scores
    np.fill_diagonal(full, _NEVER)
    heads = _edmonds(full)
    roots = np.flatnonzero(heads[1:] == 0) + 1
    if len(roots) > 1:
        trees = [_edmonds(_with_root(full, root)) for root in roots.tolist()]
        words = np.arange(1, n + 1)
        heads = max(trees, key=lambda tree: float(full[words, tree[1:]].sum()))
    return heads[1:] - 1


def _with_root(full: NDArray[np.float64], root: int) -> NDArray[np.float64]:
    only = full.copy()
    only[1:, 0] = 2 * float(_NEVER)
    only[root] = 2 * float(_NEVER)
    only[root, 0] = 0.0
    return only


def _edmonds(scores: NDArray[np.float64]) -> Ids:
    """Return the best head of every node of ``scores[dependent, head]``; node 0 is the root, its head 0."""
    heads: Ids = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), dtype=np.bool_)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    members = np.flatnonzero(inside)
    kept = scores[members, heads[members]]
    # Entering the cycle at a member costs the arc inside the cycle that it replaces.
    entering = scores[np.ix_(members, outside)] - kept[:, None]
    leaving = scores[np.ix_(outside, members)]
    size = len(outside)
    small = np.full((size + 1, size + 1), float(_NEVER))
    small[:size, :size] = scores[np.ix_(outside, outside)]
    small[size, :size] = entering.max(axis=0)
    small[:size, size] = leaving.max(axis=1)
    chosen = _edmonds(small)
    entry = members[entering[:, chosen[size]].argmax()]
    result = heads.copy()
    result[entry] = outside[chosen[size]]
    for i, node in enumerate(outside):
        result[node] = members[leaving[i].argmax()] if chosen[i] == size else outside[chosen[i]]
    result[0] = 0
    return result


def _cycle(heads: Ids) -> list[int] | None:
    """Return the nodes of one cycle, or None where all paths reach node 0."""
    state = np.zeros(len(heads), dtype=np.int8)
    state[0] = 2
    for begin in range(1, len(heads)):
        node = begin
        path: list[int] = []
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        state[path] = 2
    return None
