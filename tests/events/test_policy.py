from __future__ import annotations

import pytest

from pipeline.events.compose import Judgement
from pipeline.events.policy import tellings
from pipeline.records import Frame, Mention, Span
from pipeline.vocabularies import Action, Label


def made(place: int, *, clause: tuple[int, int] = (0, 50), sentence: int = 0, **scores: float) -> Frame:
    """Return a frame with its trigger at a place; with scores it is a reading."""
    told = tuple(sorted(((Action(name), p) for name, p in scores.items()), key=lambda pair: -pair[1]))
    return Frame(
        trigger=Mention(start=place, end=place + 4, text="word", label=Label.ACTION, rule="", sentence=sentence),
        operation="impose",
        sentence=sentence,
        clause=Span(start=clause[0], end=clause[1], text="x"),
        scores=told,
        probability=sum(scores.values()),
    )


def ruled(action: Action | None) -> Judgement:
    return Judgement(action)


def told(frames: list[Frame], readings: list[Frame], action: Action | None) -> list[tuple[str, bool, bool]]:
    found = tellings(frames, readings, lambda frame: ruled(action))
    return [(telling.action.value, telling.frame is not None, telling.reading is not None) for telling in found]


def test_policy_without_event_heads_is_the_rules_alone() -> None:
    assert told([made(10)], [], Action.LIFT) == [("lift", True, False)]
    assert told([made(10)], [], None) == []


@pytest.mark.parametrize(
    ("ruled_action", "scores", "expected"),
    [
        (Action.IMPOSE, {"impose": 0.9}, [("impose", True, True)]),  # both agree
        (Action.IMPOSE, {"threaten": 0.9}, [("threaten", True, True)]),  # a sure reading corrects the rule
        (Action.IMPOSE, {"threaten": 0.4, "impose": 0.2}, [("impose", True, True)]),  # an unsure one does not
        (None, {"threaten": 0.9}, [("threaten", True, True)]),  # the rule saw no action
        (None, {"threaten": 0.3}, []),
    ],
)
def test_policy_lets_rule_and_reading_vote(
    ruled_action: Action | None, scores: dict[str, float], expected: list[tuple[str, bool, bool]]
) -> None:
    assert told([made(10)], [made(10, **scores)], ruled_action) == expected


@pytest.mark.parametrize(("probability", "counts"), [(0.9, True), (0.3, False)])
def test_policy_takes_a_reading_alone_when_it_is_sure(probability: float, counts: bool) -> None:
    assert bool(told([], [made(10, oppose=probability)], None)) is counts


def test_policy_pairs_each_reading_once_with_the_frame_that_agrees() -> None:
    first, second = made(10), made(30)
    found = tellings([first, second], [made(30, lift=0.9)], lambda frame: ruled(Action.LIFT))
    paired = [telling for telling in found if telling.reading is not None]
    assert [telling.frame for telling in paired] == [second]


def test_policy_keeps_other_sentences_apart() -> None:
    reading = made(60, clause=(50, 90), sentence=1, lift=0.9)
    found = tellings([made(10)], [reading], lambda frame: ruled(None))
    assert [(telling.frame, telling.reading) for telling in found] == [(None, reading)]
