"""Named rules by which an event takes over what another place of the article tells about the same sanctions.

Each rule looks at drafts in text order and fills only empty slots; a taken-over value carries the rule's name. Nearer
tellings come before farther ones, earlier before later.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.events.draft import Draft
from pipeline.events.facts import Facts
from pipeline.events.slots import BESIDE
from pipeline.records import Sentence
from pipeline.vocabularies import Action, Slot

_SHARED = (Slot.TARGETS, Slot.TARGET_COUNTRIES, Slot.SENDERS)
INHERITED = "inherit:"
"""How the rules begin that take a value over."""

_TALK = frozenset({Action.OPPOSE, Action.UPHOLD, Action.EXTEND, Action.LIFT, Action.EASE, Action.OFFER})
"""Actions on sanctions that are there already."""

_AIMLESS = frozenset({Action.ENACT})
"""Actions that have no target of their own."""


def inherit(drafts: Sequence[Draft], facts: Facts, sentences: Sequence[Sentence]) -> None:
    """Fill empty targets, senders, reasons and measures from neighbouring drafts and sentences, in place."""
    for draft in drafts:
        others = _by_distance(draft, drafts)
        if draft.action not in _AIMLESS:
            _targets(draft, others, facts)
        _senders(draft, others)
    _only_sender(drafts)
    for draft in drafts:
        _law_by_sender(draft, facts)
        _following_measures(draft, facts, sentences)
    for draft in drafts:
        _same_sanctions(draft, _by_distance(draft, drafts))


def _by_distance(draft: Draft, drafts: Iterable[Draft]) -> list[Draft]:
    """Return the other drafts, the nearest before it first, then those after it."""
    place = draft.frame.sentence
    before = [other for other in drafts if other is not draft and other.frame.sentence <= place]
    after = [other for other in drafts if other is not draft and other.frame.sentence > place]
    return [*reversed(before), *after]


def _targets(draft: Draft, others: Iterable[Draft], facts: Facts) -> None:
    """Sanctions named again without their target are those told last, when the senders do not differ."""
    if draft.values(Slot.TARGETS):
        _target_countries(draft, others, facts)
        return
    for other in others:
        if other.values(Slot.TARGETS) and _may_be_one(draft, other, Slot.SENDERS):
            draft.borrow(other, Slot.TARGETS, rule="inherit:told-sanctions")
            draft.borrow(other, Slot.TARGET_COUNTRIES, rule="inherit:told-sanctions")
            return


def _target_countries(draft: Draft, others: Iterable[Draft], facts: Facts) -> None:
    """Targets told without their state ("the country", "those officials") are of the state told last."""
    if draft.values(Slot.TARGET_COUNTRIES):
        return
    first = draft.fills[Slot.TARGETS][0]
    told = facts.state_told_before(first.start or 0, but=draft.values(Slot.SENDERS))
    for other in others:
        if other.values(Slot.TARGET_COUNTRIES) and _may_be_one(draft, other, Slot.SENDERS):
            draft.borrow(other, Slot.TARGET_COUNTRIES, rule="inherit:told-state")
            return
    if told is not None:
        draft.add(Slot.TARGET_COUNTRIES, told[0], rule="inherit:named-state", span=told[1])


def _senders(draft: Draft, others: Iterable[Draft]) -> None:
    """Sanctions named again without their sender are those told about the same target."""
    if draft.values(Slot.SENDERS):
        return
    for other in others:
        if other.values(Slot.SENDERS) and _share(draft, other, Slot.TARGET_COUNTRIES):
            draft.borrow(other, Slot.SENDERS, rule="inherit:same-target")
            return


def _only_sender(drafts: Sequence[Draft]) -> None:
    """In an article that knows one sender, sanctions without one are that sender's."""
    known = Counter(code for draft in drafts for code in draft.values(Slot.SENDERS))
    if len(known) != 1:
        return
    for draft in drafts:
        if not draft.values(Slot.SENDERS):
            source = next(other for other in drafts if other.values(Slot.SENDERS))
            if not set(source.values(Slot.SENDERS)) & set(draft.values(Slot.TARGET_COUNTRIES)):
                draft.borrow(source, Slot.SENDERS, rule="inherit:only-sender")


def _law_by_sender(draft: Draft, facts: Facts) -> None:
    """A law that several states have by one name ("the Magnitsky law") is that of the sender, known by now."""
    fill = next(iter(draft.fills.get(Slot.LAW, ())), None)
    if fill is None:
        return
    mentions = facts.laws(facts.slice(fill.start or 0, fill.end or 0))
    if mentions:
        name, key = facts.law(mentions[0], draft.values(Slot.SENDERS), draft.values(Slot.TARGET_COUNTRIES))
        draft.fills[Slot.LAW] = [fill.model_copy(update={"value": name or fill.value})]
        draft.law_id = key or draft.law_id


def _following_measures(draft: Draft, facts: Facts, sentences: Sequence[Sentence]) -> None:
    """The sentences after an event that go on about "the sanctions" tell its measures."""
    if draft.action not in {Action.IMPOSE, Action.ENACT, Action.EXTEND, Action.LIFT, Action.EASE}:
        return
    place = draft.frame.sentence
    for sentence in sentences[place + 1 : place + 3]:
        if sentence.paragraph != sentences[place].paragraph:
            return
        if not facts.continues(sentence):
            return
        for measure, words in facts.measures(sentence):
            draft.add(Slot.MEASURES, measure.value, rule=f"inherit:following-sentence({words.rule})", span=words)


def _same_sanctions(draft: Draft, others: Iterable[Draft]) -> None:
    """Sanctions of one sender against one target have the reason that is told once, and talk of them their measures."""
    same = [
        other
        for other in others
        if _share(draft, other, Slot.TARGET_COUNTRIES) and _may_be_one(draft, other, Slot.SENDERS)
    ]
    for slot in (Slot.REASONS, *((Slot.MEASURES,) if draft.action in _TALK else ())):
        for other in same:
            if not draft.values(slot):
                draft.borrow(other, slot, rule="inherit:same-sanctions", but=BESIDE)


def _may_be_one(draft: Draft, other: Draft, slot: Slot) -> bool:
    mine, theirs = set(draft.values(slot)), set(other.values(slot))
    return not mine or not theirs or bool(mine & theirs)


def _share(draft: Draft, other: Draft, slot: Slot) -> bool:
    return bool(set(draft.values(slot)) & set(other.values(slot)))
