"""Windows to padded batches of about one length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

import numpy as np
from numpy.typing import NDArray

from pipeline.language.training.align import UNKNOWN, UNKNOWN_HEAD
from pipeline.language.training.event_columns import stack_events
from pipeline.language.training.window import Window


def pack(windows: list[Window], batch_pieces: int, random: Random) -> Iterator[list[Window]]:
    """Yield the windows in batches of at most about ``batch_pieces`` word-pieces with padding, in random order."""
    ordered = sorted(windows, key=lambda window: len(window.inputs["pieces"]))
    batches: list[list[Window]] = []
    batch: list[Window] = []
    for window in ordered:
        if batch and (len(batch) + 1) * len(window.inputs["pieces"]) > batch_pieces:
            batches.append(batch)
            batch = []
        batch.append(window)
    batches.append(batch) if batch else None
    random.shuffle(batches)
    yield from batches


def stack(windows: Sequence[Window], n_tags: int) -> dict[str, NDArray[np.generic]]:
    """Return padded arrays of a batch: the inputs, ``mask`` (0 or very negative), and every column of ``Window``."""
    length = max(len(window.inputs["pieces"]) for window in windows)
    words = max(len(window.tags) for window in windows)
    count = len(windows)
    batch: dict[str, NDArray[np.generic]] = {
        name: np.zeros((count, length), dtype=np.int64) for name in ("pieces", "shapes", "breaks")
    }
    mask = np.full((count, 1, 1, length), -1e4, dtype=np.float32)
    first = np.zeros((count, words), dtype=np.int64)
    empty = {"heads": UNKNOWN_HEAD, "group": -1}
    columns = {
        name: np.full((count, words), empty.get(name, UNKNOWN), dtype=np.int64)
        for name in ("tags", "pos", "heads", "relations", "starts", "actions", "group")
    }
    weight = np.zeros((count, words), dtype=np.float32)
    tree_weight = np.zeros((count, words), dtype=np.float32)
    allowed = np.zeros((count, words), dtype=np.uint64)
    for i, window in enumerate(windows):
        size, n_words = len(window.inputs["pieces"]), len(window.tags)
        for name in ("pieces", "shapes", "breaks"):
            batch[name][i, :size] = window.inputs[name]
        mask[i, ..., :size] = 0.0
        first[i, :n_words] = window.inputs["first"]
        weight[i, :n_words] = window.weight
        tree_weight[i, :n_words] = window.tree_weight
        allowed[i, :n_words] = window.allowed
        for name, column in columns.items():
            column[i, :n_words] = getattr(window, name)
    bits = (allowed[..., None] >> np.arange(n_tags, dtype=np.uint64)) & np.uint64(1)
    weights = {"weight": weight, "tree_weight": tree_weight}
    events = stack_events([window.events for window in windows], words)
    return {**batch, **columns, **weights, **events, "mask": mask, "first": first, "allowed": bits.astype(np.bool_)}
