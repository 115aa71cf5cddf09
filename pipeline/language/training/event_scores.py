"""Counting which sanction events a model found: triggers, their actions, and the words that fill their slots.

All counts are ``(right, found, wanted)``. A trigger is found when the model holds an action more likely than not and
the trigger shares a word with a gold one; words that may be meant are not held against it. A phrase is right when it
fills the same slot and shares half of the words that the two have together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.language.events import EventWords, Filler, phrases
from pipeline.language.training.align import Segment
from pipeline.language.training.event_columns import DOUBTFUL, TRIGGER, UNTOLD
from pipeline.language.training.frames import SLOTS

_SURE = 0.5
_SHARED = 0.5

Counts = NDArray[np.int64]
Words = frozenset[int]


@dataclass(frozen=True)
class GoldEvent:
    """An event of a segment; ``fills`` has the phrases of every slot, ``doubtful`` words that may be meant."""

    action: int
    trigger: Words
    fills: tuple[tuple[Words, ...], ...]
    doubtful: tuple[Words, ...]


def gold_events(segment: Segment) -> list[GoldEvent]:
    """Return the segment's events."""
    events = []
    for column in segment.roles.T:
        trigger = _words(column, TRIGGER)
        if trigger:
            fills = tuple(_phrases(column, slot) for slot in range(len(SLOTS)))
            doubtful = tuple(_words(column, DOUBTFUL + slot) for slot in range(len(SLOTS)))
            events.append(GoldEvent(int(segment.actions[min(trigger)]) - 1, trigger, fills, doubtful))
    return events


def _words(column: Counts, bit: int) -> Words:
    return frozenset(np.flatnonzero(column >> bit & 1).tolist())


def _phrases(column: Counts, slot: int) -> tuple[Words, ...]:
    return tuple(frozenset(range(*place)) for place in phrases((column >> slot & 1).astype(np.float64), 1.0))


def trigger_counts(segment: Segment, found: Sequence[EventWords]) -> tuple[Counts, Counts]:
    """Return the counts of triggers, and of triggers with the right action."""
    gold = gold_events(segment)
    sure = [event for event in found if event.probability >= _SURE]
    near = [[event for event in sure if item.trigger & set(range(event.first, event.stop))] for item in gold]
    known = [index for index, item in enumerate(gold) if near[index]]
    right = [index for index in known if any(_action(event) == gold[index].action for event in near[index])]
    matched = {event for events in near for event in events}
    strays = [event for event in sure if event not in matched and segment.actions[event.word] != UNTOLD]
    claimed = len(known) + len(strays)
    return np.array([len(known), claimed, len(gold)]), np.array([len(right), claimed, len(gold)])


def _action(event: EventWords) -> int:
    return int(np.argmax(event.actions))


def argument_counts(event: GoldEvent, fillers: Sequence[Filler]) -> Counts:
    """Return the counts of every slot, shape (slots, 3)."""
    counts = np.zeros((len(SLOTS), 3), dtype=np.int64)
    for slot, wanted in enumerate(event.fills):
        found = [frozenset(range(item.first, item.stop)) for item in fillers if item.slot == slot]
        right = [phrase for phrase in wanted if any(_same(phrase, other) for other in found)]
        strays = [
            other
            for other in found
            if not any(_same(phrase, other) for phrase in wanted) and not other & event.doubtful[slot]
        ]
        counts[slot] = len(right), len(right) + len(strays), len(wanted)
    return counts


def _same(wanted: Words, found: Words) -> bool:
    return len(wanted & found) >= _SHARED * len(wanted | found)
