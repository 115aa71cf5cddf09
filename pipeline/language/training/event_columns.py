"""Sanction events in numbers: per word its action, and per frame what the word is to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.language.training.frames import SLOTS, FrameMark, Place

UNTOLD, NO_ACTION = -1, 0
DOUBTFUL = len(SLOTS)
TRIGGER = 2 * len(SLOTS)
"""Bits of a role: bit ``s`` is set when the word fills slot ``s``, bit ``DOUBTFUL + s`` when it may, bit ``TRIGGER``
when it carries the action."""

Ids = NDArray[np.int64]


@dataclass(frozen=True)
class EventRows:
    """One row per trigger word of a window.

    Attributes:
        words: the trigger words' indices.
        roles: shape (rows, words): what every word is to the row's frame.
    """

    words: Ids
    roles: Ids


def event_columns(frames: Sequence[FrameMark] | None, tokens: Sequence[Place]) -> tuple[Ids, Ids]:
    """Return ``actions`` (per word 1 + its index, ``NO_ACTION``, ``UNTOLD``) and ``roles`` (words, frames).

    Frames of the same action and the same trigger words are one: they differ in nothing that a word could tell.
    """
    if frames is None:
        return np.full(len(tokens), UNTOLD, dtype=np.int64), np.zeros((len(tokens), 0), dtype=np.int64)
    actions = np.full(len(tokens), NO_ACTION, dtype=np.int64)
    columns: dict[tuple[int, tuple[Place, ...]], Ids] = {}
    for frame in frames:
        column = columns.setdefault((frame.action, frame.trigger), np.zeros(len(tokens), dtype=np.int64))
        for slot, start, end in frame.doubtful:
            if slot < 0:
                actions[_inside((start, end), tokens)] = UNTOLD
            else:
                column[_inside((start, end), tokens)] |= 1 << (DOUBTFUL + slot)
        for slot, start, end in frame.arguments:
            column[_inside((start, end), tokens)] |= 1 << slot
    for (action, trigger), column in columns.items():
        for place in trigger:
            actions[_inside(place, tokens)] = 1 + action
            column[_inside(place, tokens)] |= 1 << TRIGGER
    roles = np.stack(list(columns.values()), axis=1) if columns else np.zeros((len(tokens), 0), dtype=np.int64)
    return actions, roles


def _inside(place: Place, tokens: Sequence[Place]) -> list[int]:
    return [i for i, (start, end) in enumerate(tokens) if start < place[1] and end > place[0]]


def event_rows(parts: Sequence[Ids]) -> EventRows:
    """Return the trigger rows of segments that follow each other; words of other segments fill nothing.

    Args:
        parts: the segments' ``roles``.
    """
    total = sum(len(part) for part in parts)
    words: list[int] = []
    roles: list[Ids] = []
    begin = 0
    for part in parts:
        triggers = np.argwhere((part >> TRIGGER & 1).T == 1)
        for frame, word in triggers.tolist():
            row = np.zeros(total, dtype=np.int64)
            row[begin : begin + len(part)] = part[:, frame]
            words.append(begin + word)
            roles.append(row)
        begin += len(part)
    return EventRows(np.array(words, dtype=np.int64), np.array(roles, dtype=np.int64).reshape(-1, total))


def stack_events(windows: Sequence[EventRows], n_words: int) -> dict[str, Ids]:
    """Return the trigger rows of a batch: ``event_rows`` (rows, 2: window and word) and ``event_roles``, padded."""
    places = [(i, word) for i, window in enumerate(windows) for word in window.words.tolist()]
    roles = [np.pad(window.roles, ((0, 0), (0, n_words - window.roles.shape[1]))) for window in windows]
    return {
        "event_rows": np.array(places, dtype=np.int64).reshape(-1, 2),
        "event_roles": np.concatenate(roles),
    }
