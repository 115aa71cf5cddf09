"""Fills the slots of an event from a rule's frame and from the words of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.events.compose import Judgement
from pipeline.events.draft import Draft
from pipeline.events.facts import Facts
from pipeline.records import Argument, Frame, Sentence, Span, TimeValue
from pipeline.vocabularies import Action, Slot, TimexType

BY_OTHERS = frozenset({Action.CALL_FOR, Action.OPPOSE, Action.VIOLATE})
"""Actions whose actor is not the sender."""

SPOKEN = frozenset({Action.CALL_FOR, Action.OPPOSE, Action.UPHOLD, Action.THREATEN, Action.OFFER, Action.PROPOSE})
"""Actions that are done by saying them: the date of the stance or the report is theirs."""

_ANSWERED = "date:after"
_SEASON = re.compile(r"\d{4}-(?:SP|SU|FA|WI)")

BESIDE = "sentence:"
"""How the rules begin that take a value from words beside the action: good for its own event, not for others."""

BY_LAW = "performer:law"
"""Rule of an argument that is a law and no actor."""

MODIFIERS = frozenset({"performer:measure-modifier", "performer:noun-modifier"})
"""Rules of states and bodies that stand before a measure: its sender, or its target."""


def fill_slots(draft: Draft, frame: Frame, judgement: Judgement, facts: Facts) -> None:
    """Fill every empty slot that a rule's frame tells by its arguments."""
    if not draft.values(Slot.ACTORS):
        _actors(draft, frame, judgement, facts)
    if not draft.values(Slot.TARGETS) and not draft.values(Slot.TARGET_COUNTRIES):
        _targets(draft, frame, facts)
    _modifiers(draft, frame, facts)
    if not draft.values(Slot.SENDERS):
        _senders(draft, frame, facts)
    if not draft.values(Slot.ADDRESSEES):
        _addressees(draft, frame, facts)
    if not draft.values(Slot.DATE):
        _date(draft, frame, facts)


def fill_from_words(draft: Draft, facts: Facts, sentence: Sentence) -> None:
    """Fill measures, law and reasons, where still empty, by the words of the clause, else of the sentence."""
    if not draft.values(Slot.MEASURES):
        _measures(draft, facts, sentence)
    if not draft.values(Slot.LAW):
        _law(draft, facts, sentence)
    if not draft.values(Slot.REASONS):
        _reasons(draft, facts, sentence)


def performers(frame: Frame) -> list[Argument]:
    """Return who performs the operation itself, modifiers of the measure left out."""
    return [a for a in frame.arguments if a.slot is Slot.SENDERS and a.rule not in MODIFIERS]


def modifiers(frame: Frame) -> list[Argument]:
    """Return the states and bodies that stand before the measure."""
    return [a for a in frame.arguments if a.slot is Slot.SENDERS and a.rule in MODIFIERS]


def who(argument: Span, facts: Facts) -> str:
    """Return the name an argument is listed under: a person's or body's full name, or the phrase; empty for "they"."""
    name = facts.person(argument) or facts.entity(argument)
    if name or not facts.is_pronoun(argument):
        return name or argument.text
    return ""


def add_names(draft: Draft, slot: Slot, argument: Argument, facts: Facts) -> None:
    """Add who a phrase names: each of several people, else the one name that it is listed under."""
    people = facts.people(argument)
    if len({name for name, _ in people}) > 1:
        for name, words in people:
            draft.add(slot, name, rule=argument.rule, span=words)
    else:
        draft.add(slot, who(argument, facts), rule=argument.rule, span=argument)


def _actors(draft: Draft, frame: Frame, judgement: Judgement, facts: Facts) -> None:
    holders: Sequence[Argument] = next((use.holders for use in reversed(frame.stances) if use.holders), ())
    if judgement.stance is not None and not holders:
        holders = frame.speakers
    own = [] if draft.action in {Action.CALL_FOR, Action.OPPOSE} else performers(frame)
    for argument in holders or own:
        if not facts.is_measure(argument) and argument.rule != BY_LAW and facts.can_act(argument):
            add_names(draft, Slot.ACTORS, argument, facts)


def _targets(draft: Draft, frame: Frame, facts: Facts) -> None:
    for argument in frame.arguments:
        if argument.slot is Slot.TARGETS and not facts.is_measure(argument):
            add_target(draft, argument, facts)


def add_target(draft: Draft, argument: Argument, facts: Facts) -> None:
    """Add one target with its states and its count; a part of one that is there already adds nothing."""
    if any(
        (fill.start or 0) <= argument.start and argument.end <= (fill.end or 0)
        for fill in draft.fills.get(Slot.TARGETS, ())
    ):
        return
    draft.add(Slot.TARGETS, who(argument, facts), rule=argument.rule, span=argument)
    core = facts.slice(argument.start, argument.core)
    for code in facts.codes(core) or facts.codes(argument):
        if facts.is_state(code):
            draft.add(Slot.TARGET_COUNTRIES, code, rule=f"{argument.rule}/country", span=argument)
    number = facts.count(argument)
    if number is not None and not draft.values(Slot.TARGET_COUNT):
        draft.add(Slot.TARGET_COUNT, str(number), rule=f"{argument.rule}/count", span=argument)


def _modifiers(draft: Draft, frame: Frame, facts: Facts) -> None:
    """Read "U.S. sanctions" as the sender's and "Iran sanctions" as on the target."""
    for argument in modifiers(frame):
        for code in facts.senders(argument):
            if facts.is_usual_sender(code) or (draft.values(Slot.TARGETS) and not facts.is_state_name(argument)):
                if code not in draft.values(Slot.TARGET_COUNTRIES):
                    draft.add(Slot.SENDERS, code, rule=argument.rule, span=argument)
            elif facts.is_state_name(argument) and not draft.values(Slot.TARGETS):
                add_target(draft, argument.model_copy(update={"rule": "target:modifier"}), facts)


def _senders(draft: Draft, frame: Frame, facts: Facts) -> None:
    sources: list[Argument] = list(performers(frame))
    for use in frame.stances:
        sources += use.asked
    if draft.action not in BY_OTHERS and draft.action is not Action.UPHOLD:
        sources += [holder for use in frame.stances for holder in use.holders]
    targets = set(draft.values(Slot.TARGET_COUNTRIES))
    for argument in sources:
        for code in facts.senders(argument):
            if code not in targets:
                draft.add(Slot.SENDERS, code, rule=argument.rule, span=argument)
        if draft.values(Slot.SENDERS) and draft.action is not Action.CALL_FOR:
            return


def _addressees(draft: Draft, frame: Frame, facts: Facts) -> None:
    if draft.action is not Action.CALL_FOR:
        return
    for use in frame.stances:
        for argument in use.asked:
            add_names(draft, Slot.ADDRESSEES, argument, facts)


def _measures(draft: Draft, facts: Facts, sentence: Sentence) -> None:
    for measure, words in facts.measures(draft.frame.clause) or facts.measures(sentence):
        draft.add(Slot.MEASURES, measure.value, rule=f"{BESIDE}{words.rule}", span=words)


def _law(draft: Draft, facts: Facts, sentence: Sentence) -> None:
    for mention in (*facts.laws(draft.frame.clause), *facts.laws(sentence)):
        name, key = facts.law(mention, draft.values(Slot.SENDERS), draft.values(Slot.TARGET_COUNTRIES))
        if not name:
            continue
        draft.add(Slot.LAW, name, rule=mention.rule, span=mention)
        draft.law_id = key
        for code in facts.law_issuer(mention):
            if not draft.values(Slot.SENDERS):
                draft.add(Slot.SENDERS, code, rule=f"{mention.rule}/issuer", span=mention)
        return


def _reasons(draft: Draft, facts: Facts, sentence: Sentence) -> None:
    for reason, cue in facts.reasons(draft.frame.clause) or facts.reasons(sentence):
        draft.add(Slot.REASONS, reason.value, rule=f"{BESIDE}reason", span=cue)


def _date(draft: Draft, frame: Frame, facts: Facts) -> None:
    """Take the date of the trigger, for spoken actions that of the stance or the report.

    Of what an action answers to ("imposed after it invaded X in August 1990") only the year is its own.
    """
    dated = [a for a in frame.arguments if a.slot is Slot.DATE]
    order = ("date:stance", "date:speaker", "date:trigger") if draft.action in SPOKEN else ("date:trigger",)
    for rule in order:
        for time in _calendar(facts, [argument for argument in dated if argument.rule == rule]):
            draft.add(Slot.DATE, event_date(time.value), rule=rule, span=time)
            return
    for time in _calendar(facts, [argument for argument in dated if argument.rule == _ANSWERED]):
        if not time.anchor:  # the words give the year
            draft.add(Slot.DATE, event_date(time.value)[:4], rule=_ANSWERED, span=time)
            return


def event_date(value: str) -> str:
    """Return a TIMEX3 value as an event's date: the day of a time, the year of a season, a week without its end."""
    day = value.partition("T")[0]
    if _SEASON.fullmatch(day):
        return day[:4]
    return day.removesuffix("-WE")


def _calendar(facts: Facts, arguments: Iterable[Argument]) -> Iterator[TimeValue]:
    for argument in arguments:
        for time in facts.times(argument):
            if time.type in {TimexType.DATE, TimexType.TIME} and time.value[:4].isdigit():
                yield time
