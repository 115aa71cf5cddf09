from __future__ import annotations

import json
import pickle
from typing import Any

import numpy as np
import pytest
from spacy.language import Language

from pipeline.language.distances import EDGES, N_DISTANCES, distance_steps
from pipeline.language.events import phrases, plain_readings, slot_fillers, window_events
from pipeline.records import EVENT_READINGS, event_readings
from pipeline.vocabularies import Action, Slot

ACTIONS = tuple(action.value for action in Action)
SLOTS = ("actors", "targets")
NONE, IMPOSE, LIFT = 0, 1 + ACTIONS.index("impose"), 1 + ACTIONS.index("lift")
TEXT = "Oslo then rolled over bans on Minsk"
WORDS = TEXT.split()


def outputs(chances: dict[int, dict[int, float]]) -> dict[str, Any]:
    """Return a network's answer: per word the probability of its actions; words 0 and 6 fill the slots of any."""
    n = len(WORDS)
    action = np.full((n, 1 + len(ACTIONS)), 1e-9)
    for word in range(n):
        row = chances.get(word, {})
        action[word, list(row)] = list(row.values())
        action[word, NONE] = 1 - sum(row.values())
    words = np.zeros((n, 2), dtype=np.float32)
    words[0, 0] = words[6, 1] = 1.0
    trigger = np.zeros((n, len(SLOTS), 3), dtype=np.float32)
    trigger[:, 0] = (8.0, 0.0, -4.0)
    trigger[:, 1] = (0.0, 8.0, -4.0)
    distance = np.zeros((N_DISTANCES, len(SLOTS)), dtype=np.float32)
    return {
        "action": np.log(action).astype(np.float32),
        "slot_trigger": trigger,
        "slot_word": words,
        "slot_distance": distance,
    }


@pytest.mark.parametrize(
    ("chances", "rows", "expected"),
    [
        ({}, slice(0, 7), []),
        ({2: {IMPOSE: 0.14}}, slice(0, 7), []),
        ({2: {IMPOSE: 0.1, LIFT: 0.06}}, slice(0, 7), [(2, 3, 2, "impose")]),
        ({2: {IMPOSE: 0.6}, 3: {IMPOSE: 0.9}}, slice(0, 7), [(2, 4, 3, "impose")]),
        ({2: {IMPOSE: 0.6}, 3: {LIFT: 0.9}}, slice(0, 7), [(2, 3, 2, "impose"), (3, 4, 3, "lift")]),
        ({2: {IMPOSE: 0.6}, 4: {IMPOSE: 0.9}}, slice(0, 7), [(2, 3, 2, "impose"), (4, 5, 4, "impose")]),
        ({2: {IMPOSE: 0.6}, 4: {IMPOSE: 0.9}}, slice(3, 7), [(4, 5, 4, "impose")]),
    ],
)
def test_events_candidates_and_neighbours(
    chances: dict[int, dict[int, float]], rows: slice, expected: list[tuple[int, int, int, str]]
) -> None:
    events = window_events(outputs(chances), rows)
    found = [(item.first, item.stop, item.word, ACTIONS[int(np.argmax(item.actions))]) for item in events]
    assert found == expected


def test_events_slots_are_filled_from_the_whole_window() -> None:
    [event] = window_events(outputs({2: {IMPOSE: 0.6}}), slice(2, 4))
    assert [(item.slot, item.first, item.stop) for item in event.fillers] == [(0, 0, 1), (1, 6, 7)]
    assert [item.first for item in event.moved(10).fillers] == [10, 16]


def test_events_distance_counts() -> None:
    answer = outputs({})
    answer["slot_distance"][:, 0] = np.where(np.arange(N_DISTANCES) >= np.searchsorted(EDGES, 1, side="right"), 8, 0)
    assert [(item.first, item.stop) for item in slot_fillers(answer, 3) if item.slot == 0] == [(0, 1), (4, 7)]


@pytest.mark.parametrize("trigger", [0, 3, 200])
def test_events_distance_steps_rise_and_cover(trigger: int) -> None:
    steps = distance_steps(trigger, 401)
    assert (np.diff(steps) >= 0).all()
    assert steps.min() >= 0
    assert steps.max() < N_DISTANCES
    assert steps[trigger] != steps[trigger + 1]


@pytest.mark.parametrize(
    ("chances", "expected"),
    [([], []), ([0.1, 0.2], []), ([0.9, 0.9, 0.1, 0.5], [(0, 2), (3, 4)]), ([0.9, 0.9], [(0, 2)])],
)
def test_events_phrases(chances: list[float], expected: list[tuple[int, int]]) -> None:
    assert phrases(np.array(chances), 0.4) == expected


def test_events_become_records_and_survive_storage() -> None:
    starts = [TEXT.index(word) for word in WORDS]
    places = [(2 * i, start, start + len(word)) for i, (start, word) in enumerate(zip(starts, WORDS, strict=True))]
    events = window_events(outputs({2: {IMPOSE: 0.7, LIFT: 0.2}, 3: {IMPOSE: 0.5, LIFT: 0.02}}), slice(0, 7))
    plain = plain_readings(events, places, ACTIONS, SLOTS)
    for stored in (plain, json.loads(json.dumps(plain)), pickle.loads(pickle.dumps(plain))):
        [reading] = event_readings({EVENT_READINGS: stored})
        assert TEXT[reading.start : reading.end] == "rolled over"
        assert (reading.token, reading.action, reading.probability) == (4, Action.IMPOSE, 0.9)
        assert reading.scores == ((Action.IMPOSE, 0.7), (Action.LIFT, 0.2))
        assert [(item.slot, TEXT[item.start : item.end]) for item in reading.arguments] == [
            (Slot.ACTORS, "Oslo"),
            (Slot.TARGETS, "Minsk"),
        ]


def test_events_of_a_text_without_any_are_none(nlp: Language) -> None:
    assert event_readings(nlp("The sea was calm.").user_data) == ()
    assert event_readings(nlp(" ").user_data) == ()
    assert event_readings({}) == ()
