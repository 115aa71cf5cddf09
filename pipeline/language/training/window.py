"""One call of the network in training: segments joined, with what every word should be answered with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.language.pieces import PieceTable
from pipeline.language.training.align import Answers, Segment
from pipeline.language.training.event_columns import EventRows, event_rows


@dataclass(frozen=True)
class Window(Answers):
    """The network's input for joined segments and what it should answer; heads are indices within the window.

    Attributes:
        group: number of the segment that every word is from; arcs stay within it.
        events: the triggers and what fills their slots.
        weight, tree_weight: factors on every word's losses: entities and events, and all else.
    """

    inputs: Mapping[str, NDArray[np.int64]]
    events: EventRows
    group: NDArray[np.int64]
    weight: NDArray[np.float32]
    tree_weight: NDArray[np.float32]


def join_segments(parts: Sequence[Segment], table: PieceTable) -> Window:
    """Return the window of segments that follow each other; their first ``breaks`` entries must be set."""
    sizes = [len(part.words) for part in parts]
    begins = np.cumsum([0, *sizes[:-1]])
    heads = [
        np.where(part.heads >= 0, part.heads + begin, part.heads) for part, begin in zip(parts, begins, strict=True)
    ]
    columns: dict[str, Any] = {
        name: np.concatenate([getattr(part, name) for part in parts])
        for name in ("allowed", "tags", "pos", "relations", "starts", "actions")
    }
    words = [word for part in parts for word in part.words]
    pieces = table.split(words, np.concatenate([part.breaks for part in parts]))
    return Window(
        inputs=table.window(pieces, 0, len(words)),
        heads=np.concatenate(heads),
        events=event_rows([part.roles for part in parts]),
        group=np.repeat(np.arange(len(parts)), sizes),
        weight=np.repeat(np.array([part.loss for part in parts], dtype=np.float32), sizes),
        tree_weight=np.repeat(np.array([part.tree_loss for part in parts], dtype=np.float32), sizes),
        **columns,
    )
