"""Fills slots with the phrases that the learned heads have read."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.events.draft import Draft
from pipeline.events.facts import Facts
from pipeline.events.slots import BY_OTHERS, add_names, add_target, event_date
from pipeline.records import Argument, Fill, Frame
from pipeline.vocabularies import Action, Slot, TimexType


def fill_read_slots(draft: Draft, reading: Frame, facts: Facts) -> None:
    """Add what a reading's phrases tell to the slots of a draft that are still empty."""
    empty = {slot for slot in Slot if not draft.values(slot)}
    asked = [fill for fill in draft.fills.get(Slot.ADDRESSEES, ()) if fill.start is not None]
    for argument in reading.arguments:
        if argument.slot is Slot.ACTORS and any(_overlap(argument, fill) for fill in asked):
            continue
        if argument.slot in empty:
            _fill(draft, argument, facts)
    if Slot.SENDERS in empty and not draft.values(Slot.SENDERS) and draft.action not in BY_OTHERS:
        for argument in _of(reading, Slot.ACTORS):
            for code in facts.senders(argument):
                draft.add(Slot.SENDERS, code, rule=f"{argument.rule}/sender", span=argument)


def _overlap(argument: Argument, fill: Fill) -> bool:
    return argument.start < (fill.end or 0) and (fill.start or 0) < argument.end


def _of(reading: Frame, slot: Slot) -> Iterator[Argument]:
    return (argument for argument in reading.arguments if argument.slot is slot)


def _fill(draft: Draft, argument: Argument, facts: Facts) -> None:
    slot = argument.slot
    if slot in {Slot.ACTORS, Slot.ADDRESSEES}:
        if facts.can_act(argument) and (slot is Slot.ACTORS or draft.action is Action.CALL_FOR):
            add_names(draft, slot, argument, facts)
    elif slot is Slot.SENDERS:
        for code in facts.senders(argument):
            draft.add(slot, code, rule=argument.rule, span=argument)
    elif slot is Slot.TARGETS:
        if draft.action is not Action.ENACT:
            add_target(draft, argument, facts)
    elif slot is Slot.MEASURES:
        for measure, words in facts.measures(argument):
            draft.add(slot, measure.value, rule=f"{argument.rule}({words.rule})", span=words)
    elif slot is Slot.LAW:
        _law(draft, argument, facts)
    elif slot is Slot.REASONS:
        for reason, cue in facts.reasons(argument):
            draft.add(slot, reason.value, rule=argument.rule, span=cue)
    elif slot is Slot.DATE:
        _date(draft, argument, facts)


def _law(draft: Draft, argument: Argument, facts: Facts) -> None:
    for mention in facts.laws(argument):
        name, key = facts.law(mention, draft.values(Slot.SENDERS), draft.values(Slot.TARGET_COUNTRIES))
        if name and not draft.values(Slot.LAW):
            draft.add(Slot.LAW, name, rule=f"{argument.rule}({mention.rule})", span=mention)
            draft.law_id = key


def _date(draft: Draft, argument: Argument, facts: Facts) -> None:
    for time in facts.times(argument):
        calendar = time.type in {TimexType.DATE, TimexType.TIME} and time.value[:4].isdigit()
        if calendar and not draft.values(Slot.DATE):
            draft.add(Slot.DATE, event_date(time.value), rule=argument.rule, span=time)
