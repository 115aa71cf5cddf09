"""Changes to segments that keep their annotation true: cutting, and other names in place of names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import Any

import numpy as np

from pipeline.language.training.align import UNKNOWN, UNKNOWN_HEAD, Segment
from pipeline.language.words import SPACE

_COLUMNS = ("breaks", "allowed", "tags", "pos", "heads", "relations", "starts", "actions", "roles")
_FULL_STOPS = (".", "!", "?")
_DRAWS = 12
_LABELLED = {"PERSON": 2, "GPE": 1, "PARTY": 1, "ORG": 1, "NORP": 1, "LAW": 1, "ROLE": 1}

Pools = Mapping[int, Sequence[tuple[str, ...]]]


def slice_segment(segment: Segment, start: int, stop: int) -> Segment:
    """Return the words ``start`` to ``stop`` as they are; heads must be put right by the caller."""
    columns: dict[str, Any] = {name: getattr(segment, name)[start:stop].copy() for name in _COLUMNS}
    return replace(segment, words=segment.words[start:stop], **columns)


def crop(segment: Segment, start: int, stop: int, *, all_tags: int) -> Segment:
    """Return part of a segment: arcs unknown, and what is left of a mention cut in two open."""
    part = slice_segment(segment, start, stop)
    part.heads[:] = UNKNOWN_HEAD
    part.relations[:] = UNKNOWN
    opening, closing = edge_masks(all_tags)
    for i in range(len(part.words)) if start else ():
        if int(part.allowed[i]) & opening:
            break
        part.allowed[i] = all_tags
    for i in range(len(part.words) - 1, -1, -1) if stop < len(segment.words) else ():
        if int(part.allowed[i]) & closing:
            break
        part.allowed[i] = all_tags
    if start:
        part.starts[0] = min(int(part.starts[0]), 0)
    return part


def edge_masks(all_tags: int) -> tuple[int, int]:
    """Return the bits of the tags that may come first (O, begin, single) and last (O, end, single)."""
    opening = closing = 1
    for first in range(1, all_tags.bit_length(), 4):
        opening |= (0b1001 << first) & all_tags
        closing |= (0b1100 << first) & all_tags
    return opening, closing


def without_full_stop(segment: Segment) -> Segment:
    """Return the segment without its last full stop, where no other word hangs on it."""
    last = len(segment.words) - 1
    if last < 2 or segment.words[last] not in _FULL_STOPS or bool((segment.heads == last).any()):
        return segment
    return slice_segment(segment, 0, last)


def sure_spans(segment: Segment) -> list[tuple[int, int, int]]:
    """Return ``(first, after last, label index)`` of the mentions whose label and borders are certain."""
    spans = []
    start = -1
    for i, allowed in enumerate(int(value) for value in segment.allowed):
        if allowed & 1 or allowed & (allowed - 1):
            continue
        label, kind = divmod(allowed.bit_length() - 2, 4)
        if kind in (0, 3):
            start = i
        if kind in (2, 3) and start >= 0:
            spans.append((start, i + 1, label))
    return spans


def name_pools(segments: Sequence[Segment], labels: Sequence[str]) -> Pools:
    """Collect the mentions of each label that can stand for one another, in order of first appearance.

    A person's name also lends its last word, which is how text goes on to name them.
    """
    pools: dict[int, dict[tuple[str, ...], None]] = {}
    for segment in segments:
        for start, stop, label in sure_spans(segment):
            shortest = _LABELLED.get(labels[label], 99)
            if stop - start >= shortest:
                pool = pools.setdefault(label, {})
                pool[tuple(segment.words[start:stop])] = None
                if shortest > 1:
                    pool[(segment.words[stop - 1],)] = None
    return {label: list(pool) for label, pool in sorted(pools.items())}


def swapped(segment: Segment, pools: Pools, random: Random) -> Segment:
    """Return the segment with about half of its certain mentions replaced by others of their label.

    A single word gives way to a single word. Segments with a tree drawn by people stay as they are, others lose their
    trees.
    """
    if segment.gold_tree:
        return segment
    spans = [span for span in sure_spans(segment) if span[2] in pools and random.random() < 0.5]
    for start, stop, label in reversed(spans):
        words = _stand_in(pools[label], random, single=stop - start == 1)
        if words:
            segment = _replaced(segment, start, stop, words, label)
    if spans:
        segment.heads[:] = UNKNOWN_HEAD
        segment.relations[:] = UNKNOWN
    return segment


def _stand_in(pool: Sequence[tuple[str, ...]], random: Random, *, single: bool) -> tuple[str, ...]:
    """Return a name of one word or of several, as asked for, or nothing when chance finds none."""
    drawn = (random.choice(pool) for _ in range(_DRAWS))
    return next((name for name in drawn if (len(name) == 1) == single), ())


def _replaced(segment: Segment, start: int, stop: int, words: Sequence[str], label: int) -> Segment:
    count = len(words)
    kinds = [3] if count == 1 else [0] + [1] * (count - 2) + [2]
    values: dict[str, Any] = {name: np.full(count, UNKNOWN, dtype=np.int64) for name in _COLUMNS}
    for name in ("actions", "roles"):
        values[name] = getattr(segment, name)[[start] * count]
    values["allowed"] = np.array([1 << (1 + 4 * label + kind) for kind in kinds], dtype=np.uint64)
    values["heads"][:] = UNKNOWN_HEAD
    values["starts"][:] = 0
    values["starts"][0] = segment.starts[start]
    values["breaks"][:] = [
        0 if word in "-.,'" or word == "'s" or words[i - 1] == "-" else SPACE for i, word in enumerate(words)
    ]
    values["breaks"][0] = segment.breaks[start]
    columns: dict[str, Any] = {}
    for name in _COLUMNS:
        old = getattr(segment, name)
        columns[name] = np.concatenate((old[:start], values[name].astype(old.dtype), old[stop:]))
    return replace(segment, words=[*segment.words[:start], *words, *segment.words[stop:]], **columns)
