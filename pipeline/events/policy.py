"""Rules and learned heads brought together: which happenings are told, and which action each is.

The one policy: a rule's frame and a reading belong together when the reading's trigger stands in the frame's clause.
Both vote on the action, the reading with its probabilities, the rule with a constant. What a rule found counts in any
case, what only a reading found when it is sure enough. The constants were chosen on the development articles and the
project's own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.events.compose import Judgement
from pipeline.records import Frame
from pipeline.vocabularies import Action

Judge = Callable[[Frame], Judgement]

RULE_VOTE = 0.85
"""What a rule's judgement counts beside the probabilities of a reading."""

UNREAD = 0.5
"""Score of what only a rule tells: it proves right less often than its vote says."""

ALONE = 0.75
"""Probability from which a reading counts without a rule."""


@dataclass(frozen=True)
class Telling:
    """One place where a sanction action is told.

    Attributes:
        action: the action.
        frame: the rule's frame, if a rule found it.
        judgement: the rule's judgement of it.
        reading: the learned heads' frame, if they found it.
        score: votes for the action, at most 1.
    """

    action: Action
    frame: Frame | None
    judgement: Judgement | None
    reading: Frame | None
    score: float

    @property
    def evidence(self) -> Frame:
        """The frame that carries trigger and evidence: the rule's where it agrees."""
        if self.frame is not None and self.judgement is not None and self.judgement.action is self.action:
            return self.frame
        return self.reading or self.frame  # type: ignore[return-value]  # one of the two is there


def tellings(frames: Sequence[Frame], readings: Sequence[Frame], judge: Judge) -> list[Telling]:
    """Return what frames and readings together tell, in text order."""
    pairs = _pairs(frames, readings, judge)
    found = [telling for pair in pairs if (telling := _vote(*pair)) is not None]
    return sorted(found, key=_place)


Pair = tuple[Frame | None, Judgement | None, Frame | None]


def _pairs(frames: Sequence[Frame], readings: Sequence[Frame], judge: Judge) -> list[Pair]:
    """Pair every reading with the frame that it fits best, each at most once.

    A reading without a partner whose trigger a judged frame accounts for ("calling" in "tabled a motion calling for
    sanctions") is no telling of its own.
    """
    judged = [(frame, judge(frame)) for frame in frames]
    options = sorted(
        (
            (_distance(frame, judgement, reading), f, r)
            for f, (frame, judgement) in enumerate(judged)
            for r, reading in enumerate(readings)
            if _may_be_one(frame, reading)
        ),
    )
    partner: dict[int, int] = {}
    for _, f, r in options:
        if f not in partner and r not in partner.values():
            partner[f] = r
    taken = set(partner.values())
    pairs: list[Pair] = [
        (frame, judgement, readings[partner[f]] if f in partner else None)
        for f, (frame, judgement) in enumerate(judged)
    ]
    ranges = [(min(_words(frame)), max(_words(frame))) for frame, judgement in judged if judgement.action]
    alone = (
        reading
        for r, reading in enumerate(readings)
        if r not in taken and not any(first <= reading.trigger.start <= last for first, last in ranges)
    )
    return pairs + [(None, None, reading) for reading in alone]


def _words(frame: Frame) -> list[int]:
    """Return where the words stand that a rule has judged: the trigger and the stances."""
    return [frame.trigger.start, *(use.word.start for use in frame.stances)]


def _may_be_one(frame: Frame, reading: Frame) -> bool:
    inside = frame.clause.start <= reading.trigger.start < frame.clause.end
    return frame.sentence == reading.sentence and (inside or frame.trigger.start == reading.trigger.start)


def _distance(frame: Frame, judgement: Judgement, reading: Frame) -> tuple[float, int]:
    """Return how badly a reading fits a frame: unlike actions first, then distance of the words."""
    agreed = dict(reading.scores).get(judgement.action, 0.0) if judgement.action else 0.0
    return -round(agreed, 2), min(abs(reading.trigger.start - word) for word in _words(frame))


def _vote(frame: Frame | None, judgement: Judgement | None, reading: Frame | None) -> Telling | None:
    votes: dict[Action, float] = dict(reading.scores) if reading is not None else {}
    ruled = judgement.action if judgement is not None else None
    if ruled is not None:
        votes[ruled] = votes.get(ruled, 0.0) + RULE_VOTE
    if not votes:
        return None
    action = max(votes, key=lambda one: (votes[one], one is ruled))
    if ruled is not action and votes[action] < ALONE:
        return None
    supported = reading is not None and dict(reading.scores).get(action, 0.0) > 0
    score = min(votes[action], 1.0) if supported else UNREAD
    return Telling(action, frame, judgement, reading, score)


def _place(telling: Telling) -> tuple[int, int]:
    return telling.evidence.trigger.start, telling.evidence.trigger.end
