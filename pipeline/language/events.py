"""Sanction events from the network's scores: candidates for triggers, and the words that fill their slots.

A word whose probability of carrying an action reaches ``CANDIDATE`` is a candidate; candidates side by side that
carry the same action are one, known by its surest word. Slots are asked only for candidates, and filled from
the whole window that the trigger was read in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.language.distances import distance_steps

CANDIDATE = 0.15
_MENTIONED = 0.05
_DIGITS = 4
_FILLS = 0.4
"""Least probability of a word of a phrase that fills a slot, the value with the best F1 on held-out texts."""

Floats = NDArray[np.floating[Any]]


@dataclass(frozen=True)
class Filler:
    """Words ``first`` to before ``stop`` that fill slot ``slot``; ``probability`` is their mean."""

    slot: int
    first: int
    stop: int
    probability: float


@dataclass(frozen=True)
class EventWords:
    """A trigger as indices of words.

    Attributes:
        word: the surest word of ``first`` to before ``stop``.
        probability: that this word carries an action.
        actions: probability of every action of that word, "none" left out.
        fillers: by slot, then in text order.
    """

    first: int
    stop: int
    word: int
    probability: float
    actions: tuple[float, ...]
    fillers: tuple[Filler, ...]

    def moved(self, by: int) -> EventWords:
        """Return the event with all indices raised."""
        fillers = tuple(Filler(item.slot, item.first + by, item.stop + by, item.probability) for item in self.fillers)
        return replace(self, first=self.first + by, stop=self.stop + by, word=self.word + by, fillers=fillers)


def window_events(outputs: dict[str, Any], rows: slice) -> tuple[EventWords, ...]:
    """Return the events whose triggers lie in ``rows`` of a window; indices are the window's.

    Args:
        outputs: the network's ``action`` (words, 1 + actions), ``slot_trigger`` (words, slots, width + 1),
            ``slot_word`` (words, width) and ``slot_distance`` (distances, slots).
        rows: the words that are taken from the window.
    """
    chances = _softmax(outputs["action"])
    events = []
    for first, stop in _runs(chances, rows):
        word = first + int(chances[first:stop, 0].argmin())
        none, *actions = chances[word].tolist()
        events.append(EventWords(first, stop, word, 1 - none, tuple(actions), slot_fillers(outputs, word)))
    return tuple(events)


def _runs(chances: Floats, rows: slice) -> list[tuple[int, int]]:
    """Return the stretches of neighbouring candidates with one likeliest action."""
    places = np.flatnonzero(1 - chances[rows, 0] >= CANDIDATE) + rows.start
    likeliest = chances[places, 1:].argmax(axis=1)
    keys = zip((places - np.arange(len(places))).tolist(), likeliest.tolist(), strict=True)
    runs = []
    for _, group in groupby(zip(places.tolist(), keys, strict=True), key=lambda item: item[1]):
        words = [place for place, _ in group]
        runs.append((words[0], words[-1] + 1))
    return runs


def _slot_chances(outputs: dict[str, Any], word: int) -> Floats:
    """Return the probability of every word of the window to fill every slot of a trigger, shape (words, slots)."""
    table = outputs["slot_trigger"][word]
    words = outputs["slot_word"]
    scores = words @ table[:, :-1].T + table[:, -1] + outputs["slot_distance"][distance_steps(word, len(words))]
    # The logistic function, in the form that does not overflow.
    chances: Floats = (1 + np.tanh(scores.astype(np.float64) / 2)) / 2
    return chances


def phrases(chances: Floats, least: float = _FILLS) -> list[tuple[int, int]]:
    """Return ``(first, stop)`` of the stretches of words that reach the probability ``least``."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], chances >= least, [0])).astype(np.int8)))
    return [(int(first), int(stop)) for first, stop in edges.reshape(-1, 2)]


def slot_fillers(outputs: dict[str, Any], word: int) -> tuple[Filler, ...]:
    """Return the phrases of a window that fill the slots of a trigger, whatever its own probability."""
    chances = _slot_chances(outputs, word)
    return tuple(
        Filler(slot, first, stop, float(chances[first:stop, slot].mean()))
        for slot in range(chances.shape[1])
        for first, stop in phrases(chances[:, slot])
    )


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores.astype(np.float64) - scores.max(axis=1, keepdims=True))
    chances: Floats = powers / powers.sum(axis=1, keepdims=True)
    return chances


def plain_readings(
    events: Sequence[EventWords], places: Sequence[tuple[int, int, int]], actions: Sequence[str], slots: Sequence[str]
) -> list[dict[str, Any]]:
    """Return the events as the plain form of ``EventReading`` records.

    Args:
        events: with indices of the text's words.
        places: of every word its token, first character and the character after its last.
        actions: the model's actions.
        slots: the model's slots.
    """
    readings = []
    for event in events:
        scores = sorted(zip(actions, event.actions, strict=True), key=lambda item: -item[1])
        arguments = [
            {
                "slot": slots[item.slot],
                "start": places[item.first][1],
                "end": places[item.stop - 1][2],
                "probability": round(item.probability, _DIGITS),
            }
            for item in event.fillers
        ]
        readings.append(
            {
                "start": places[event.first][1],
                "end": places[event.stop - 1][2],
                "token": places[event.word][0],
                "action": scores[0][0],
                "probability": round(event.probability, _DIGITS),
                "scores": [(name, round(score, _DIGITS)) for name, score in scores if score >= _MENTIONED],
                "arguments": arguments,
            }
        )
    return readings
