"""What action each frame of an article is: its stances in the light of who speaks, and what decides beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.events.compose import Judgement, judge
from pipeline.events.facts import Facts
from pipeline.events.slots import modifiers, performers
from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Composition, Operation
from pipeline.records import Frame, Linked, StanceUse, TimeValue
from pipeline.vocabularies import Action, Slot

_FUTURE = "future-imposing"
"""Composition of what is told to come."""

_BY_LAW_MAKERS = frozenset({Action.IMPOSE, Action.ENACT, Action.THREATEN})


def article_judge(linked: Linked, facts: Facts, *, lexicon: Lexicon) -> Callable[[Frame], Judgement]:
    """Return what judges the frames of one article."""
    operations = dict(lexicon.entries(Operation))
    compositions = tuple(lexicon.entries(Composition).values())
    deciding = _deciding(linked, facts)

    def judged(frame: Frame) -> Judgement:
        own = {code for argument in modifiers(frame) for code in facts.senders(argument)} or deciding
        speakers = _speakers(own, _aimed_at(frame, facts), facts)
        judgement = judge(frame, operations=operations, compositions=compositions, speakers=speakers)
        return _by_chamber(_released(judgement, frame, facts), frame, facts)

    return judged


def _deciding(linked: Linked, facts: Facts) -> set[str]:
    """Return the codes of those who, somewhere in the article, own a measure or perform an operation unasked."""
    return {
        code
        for frame in linked.frames
        for argument in (*modifiers(frame), *(() if any(use.asked for use in frame.stances) else performers(frame)))
        for code in facts.senders(argument)
    }


def _aimed_at(frame: Frame, facts: Facts) -> set[str]:
    return {code for a in frame.arguments if a.slot is Slot.TARGETS for code in facts.codes(a)}


def _speakers(own: set[str], aimed_at: set[str], facts: Facts) -> Callable[[StanceUse], frozenset[str]]:
    """Return what tells whose a stance is, in the terms of compositions.

    It is the possible sender's own, unless it is put to somebody who decides; a power's when a state or body that is
    not the target holds it.
    """

    def speakers(use: StanceUse) -> frozenset[str]:
        held = {code for holder in use.holders for code in facts.senders(holder)}
        asked = {code for argument in use.asked for code in facts.senders(argument)}
        by_sender = bool(held & own) and (not use.asked or bool(asked & held))
        power = ("power",) if held - aimed_at else ()
        return frozenset(("any", "sender" if by_sender else "other", *power))

    return speakers


def _released(judgement: Judgement, frame: Frame, facts: Facts) -> Judgement:
    """What a release says that its issuer will do is done by it, unless it names a later time."""
    if judgement.action is not Action.THREATEN or judgement.rule != _FUTURE:
        return judgement
    release = facts.release()
    if release is None:
        return judgement
    issued = {code for who in performers(frame) for code in facts.senders(who)} & set(release.issuers)
    later = any(
        time.latest is None or release.published is None or time.latest > release.published
        for time in _told(frame, facts)
    )
    return judgement if later or not issued else replace(judgement, action=Action.IMPOSE, rule=f"{_FUTURE}+released")


def _told(frame: Frame, facts: Facts) -> list[TimeValue]:
    return [time for a in frame.arguments if a.slot is Slot.DATE for time in facts.times(a)]


def _by_chamber(judgement: Judgement, frame: Frame, facts: Facts) -> Judgement:
    """What one house of a parliament decides is a step towards a law, not the law."""
    if judgement.action not in _BY_LAW_MAKERS or not any(facts.is_chamber(who) for who in performers(frame)):
        return judgement
    return replace(judgement, action=Action.PROPOSE, rule="+".join(filter(None, (judgement.rule, "by-chamber"))))
