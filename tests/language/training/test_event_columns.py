from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from pipeline.language.events import EventWords, Filler
from pipeline.language.tokens import blank_pipeline
from pipeline.language.training.align import Aligner, Inventory, Segment
from pipeline.language.training.disguise import with_bullet
from pipeline.language.training.event_columns import TRIGGER, event_rows, stack_events
from pipeline.language.training.event_scores import argument_counts, gold_events, trigger_counts
from pipeline.language.training.frames import ACTIONS, SLOTS, frame_marks
from pipeline.language.training.passages import Mark, Passage
from pipeline.language.training.segments import crop, swapped

torch = pytest.importorskip("torch")

TEXT = "Norway froze the accounts of two judges and barred them; Norway gave no reason."
EVENTS = [
    {"action": "impose", "trigger": ["froze"], "actor": ["Norway"], "target": ["two judges"]},
    {"action": "impose", "trigger": ["barred"], "actor": ["Norway"]},
]
ACTORS, TARGETS = SLOTS.index("actors"), SLOTS.index("targets")
IMPOSE = ACTIONS.index("impose")


def align(text: str, events: list[dict[str, object]] | None) -> Segment:
    frames = None if events is None else frame_marks(text, events)
    marks = (Mark(0, 6, frozenset({"GPE"})),)
    passage = Passage(text, "d", marks, frames=frames)
    return Aligner(blank_pipeline().tokenizer, Inventory(("GPE",), (), (), (), {})).segment(passage)


@pytest.fixture
def segment() -> Segment:
    return align(TEXT, EVENTS)


def filled(segment: Segment) -> list[tuple[str, str, str]]:
    """Return trigger, slot and phrase of every filled slot."""

    def text(words: frozenset[int]) -> str:
        return " ".join(segment.words[i] for i in sorted(words))

    return [
        (text(event.trigger), SLOTS[slot], text(phrase))
        for event in gold_events(segment)
        for slot, phrases in enumerate(event.fills)
        for phrase in phrases
    ]


GOLD = [("froze", "actors", "Norway"), ("froze", "targets", "two judges"), ("barred", "actors", "Norway")]


def test_event_columns_say_what_the_frames_say(segment: Segment) -> None:
    assert {segment.words[i]: int(segment.actions[i]) for i in np.flatnonzero(segment.actions)} == {
        "froze": 1 + IMPOSE,
        "barred": 1 + IMPOSE,
    }
    assert filled(segment) == GOLD


def test_event_columns_silent_set_says_nothing() -> None:
    assert set(align(TEXT, None).actions.tolist()) == {-1}
    assert set(align(TEXT, []).actions.tolist()) == {0}


def test_event_columns_frames_with_one_trigger_are_one() -> None:
    text = "Norway and Malta froze funds."
    both = [{"action": "impose", "trigger": ["froze"], "actor": [name]} for name in ("Norway", "Malta")]
    assert filled(align(text, both)) == [("froze", "actors", "Norway"), ("froze", "actors", "Malta")]


def test_event_columns_survive_disguise(segment: Segment) -> None:
    assert filled(with_bullet(segment, Random(1))) == GOLD
    items = [swapped(replace(segment), {0: [("Verde",)]}, Random(seed)) for seed in range(6)]
    changed = {tuple(filled(item)[:2]) for item in items if item.words != segment.words}
    assert changed == {(("froze", "actors", "Verde"), ("froze", "targets", "two judges"))}


def test_event_columns_cropped_arguments_are_gone(segment: Segment) -> None:
    assert filled(crop(segment, 1, len(segment.words), all_tags=31))[0] == ("froze", "targets", "two judges")
    assert filled(crop(segment, 4, len(segment.words), all_tags=31)) == [("barred", "actors", "Norway")]


def test_event_columns_rows_of_a_batch(segment: Segment) -> None:
    other = align("Nobody acted.", [])
    rows = event_rows([other.roles, segment.roles])
    size = len(other.words)
    assert rows.words.tolist() == [size + segment.words.index("froze"), size + segment.words.index("barred")]
    assert not rows.roles[:, :size].any()
    batch = stack_events([rows, event_rows([other.roles]), event_rows([segment.roles])], 40)
    assert batch["event_rows"].tolist()[2:] == [[2, 1], [2, segment.words.index("barred")]]
    assert batch["event_roles"].shape == (4, 40)
    assert (batch["event_roles"][np.arange(4), batch["event_rows"][:, 1]] >> TRIGGER).tolist() == [1] * 4


def test_event_columns_doubtful_words_are_not_told(segment: Segment) -> None:
    losses = pytest.importorskip("pipeline.language.training.losses")
    wanted, told = losses.slot_targets(torch.from_numpy(segment.roles[:, 0]))
    first, second = (i for i, word in enumerate(segment.words) if word == "Norway")
    assert wanted[:, ACTORS].nonzero().flatten().tolist() == [first]
    assert (~told).nonzero().tolist() == [[second, ACTORS]]


def found(first: int, action: int, probability: float = 0.9, fillers: tuple[Filler, ...] = ()) -> EventWords:
    chances = tuple(probability if i == action else 0.0 for i in range(len(ACTIONS)))
    return EventWords(first, first + 1, first, probability, chances, fillers)


@pytest.mark.parametrize(
    ("events", "trigger", "action"),
    [
        ([], [0, 0, 2], [0, 0, 2]),
        ([found(1, IMPOSE)], [1, 1, 2], [1, 1, 2]),
        ([found(1, IMPOSE, 0.4)], [0, 0, 2], [0, 0, 2]),
        ([found(1, 0), found(0, IMPOSE)], [1, 2, 2], [0, 2, 2]),
    ],
)
def test_event_scores_of_triggers(
    segment: Segment, events: list[EventWords], trigger: list[int], action: list[int]
) -> None:
    identified, classified = trigger_counts(segment, events)
    assert (identified.tolist(), classified.tolist()) == (trigger, action)


@pytest.mark.parametrize(
    ("slot", "first", "stop", "counts"),
    [
        (TARGETS, 5, 7, [1, 1, 1]),
        (TARGETS, 4, 7, [1, 1, 1]),
        (TARGETS, 2, 7, [0, 1, 1]),
        (ACTORS, 0, 1, [0, 0, 1]),
        (SLOTS.index("date"), 0, 1, [0, 0, 1]),
    ],
)
def test_event_scores_of_phrases(segment: Segment, slot: int, first: int, stop: int, counts: list[int]) -> None:
    event = gold_events(segment)[0]
    assert argument_counts(event, [Filler(slot, first, stop, 0.9)])[TARGETS].tolist() == counts


def test_event_scores_words_that_may_be_meant_are_no_fault(segment: Segment) -> None:
    again = len(segment.words) - 1 - segment.words[::-1].index("Norway")
    counts = argument_counts(gold_events(segment)[0], [Filler(ACTORS, again, again + 1, 0.9)])
    assert counts[ACTORS].tolist() == [0, 0, 1]
