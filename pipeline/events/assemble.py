"""Frames to sanction events: judge each, fill its slots, inherit, gather, and give every event its id."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.events.compose import Judgement, judge
from pipeline.events.confidence import confidence
from pipeline.events.draft import Draft
from pipeline.events.facts import Facts
from pipeline.events.gather import gather
from pipeline.events.inherit import inherit
from pipeline.events.plausible import part_sender_and_target
from pipeline.events.policy import Telling, tellings
from pipeline.events.read_slots import fill_read_slots
from pipeline.events.released import fill_from_release
from pipeline.events.slots import BY_LAW, fill_from_words, fill_slots, modifiers, performers
from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Composition, Description, Operation
from pipeline.records import Argument, Article, Fill, Frame, Linked, SanctionEvent, Span, StanceUse, TimeValue
from pipeline.vocabularies import Action, Label, Slot

_ID_DIGITS = 12
_FUTURE = "future-imposing"
"""Composition of what is told to come."""

_BY_LAW_MAKERS = frozenset({Action.IMPOSE, Action.ENACT, Action.THREATEN})


def assemble(article: Article, linked: Linked, facts: Facts, *, lexicon: Lexicon) -> tuple[SanctionEvent, ...]:
    """Return the sanction events of an article in text order."""
    drafts = _drafts(linked, facts, lexicon)
    part_sender_and_target(drafts)
    fill_from_release(drafts, facts)
    inherit(drafts, facts, linked.sentences)
    events = [draft for draft in gather(drafts, published=article.published) if _is_event(draft)]
    return tuple(_finish(draft, article, facts) for draft in events)


def _drafts(linked: Linked, facts: Facts, lexicon: Lexicon) -> list[Draft]:
    operations = dict(lexicon.entries(Operation))
    compositions = tuple(lexicon.entries(Composition).values())
    deciding = _deciding(linked, facts)
    drafts = []

    def judged(frame: Frame) -> Judgement:
        own = {code for argument in modifiers(frame) for code in facts.senders(argument)} or deciding
        speakers = _speakers(own, _aimed_at(frame, facts), facts)
        judgement = judge(frame, operations=operations, compositions=compositions, speakers=speakers)
        return _by_chamber(_released(judgement, frame, facts), frame, facts)

    targets = _sanctioned(linked.frames, operations)
    told = _outside(targets, _beside_others(linked, lexicon))
    frames = [_with_antecedents(frame, facts) for frame in told]
    readings = [_with_antecedents(frame, facts) for frame in _outside(targets, linked.readings)]
    for telling in tellings(frames, readings, judged):
        draft = Draft(telling.action, [telling.evidence], _rule(telling), score=telling.score)
        _fill(draft, telling, facts, linked)
        if _is_power(draft, facts):
            draft.become_power()
        drafts.append(draft)
    return drafts


def _beside_others(linked: Linked, lexicon: Lexicon) -> Iterator[Frame]:
    """Leave out a broken tie or an expelled envoy where the article tells of no other sanction."""
    beside = {description.id for description in lexicon.entries(Description).values() if description.beside}
    measured = any(mention.label is Label.MEASURE for mention in linked.mentions)
    for frame in linked.frames:
        if measured or frame.trigger.rule.rpartition("/")[2] not in beside:
            yield frame


def _sanctioned(frames: Sequence[Frame], operations: Mapping[str, Operation]) -> list[Argument]:
    imposed = (frame for frame in frames if operations[frame.operation].action is Action.IMPOSE)
    return [argument for frame in imposed for argument in frame.arguments if argument.slot is Slot.TARGETS]


def _outside(targets: Sequence[Argument], frames: Sequence[Frame]) -> Iterator[Frame]:
    """Leave out what only describes the target of sanctions: "sanctioned two firms accused of evading the embargo"."""
    return (frame for frame in frames if not any(target.contains(frame.trigger) for target in targets))


def _with_antecedents(frame: Frame, facts: Facts) -> Frame:
    """Return the frame with what its pronouns stand for in their place."""
    return frame.model_copy(
        update={
            "arguments": _meant(frame.arguments, facts),
            "speakers": _meant(frame.speakers, facts),
            "stances": tuple(
                use.model_copy(update={"holders": _meant(use.holders, facts), "asked": _meant(use.asked, facts)})
                for use in frame.stances
            ),
        }
    )


def _meant(arguments: tuple[Argument, ...], facts: Facts) -> tuple[Argument, ...]:
    found = []
    for argument in arguments:
        words = facts.meant(argument)
        place = {"start": words.start, "end": words.end, "text": words.text, "core": words.end}
        found.append(argument if words is argument else argument.model_copy(update=place))
    return tuple(found)


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
    release = facts.release()
    if release is None or judgement.action is not Action.THREATEN or judgement.rule != _FUTURE:
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


def _aimed_at(frame: Frame, facts: Facts) -> set[str]:
    return {code for a in frame.arguments if a.slot is Slot.TARGETS for code in facts.codes(a)}


def _rule(telling: Telling) -> str:
    judged = telling.judgement.rule if telling.judgement is not None else ""
    read = telling.reading.trigger.rule if telling.reading is not None else ""
    return "+".join(filter(None, (judged, read)))


def _fill(draft: Draft, telling: Telling, facts: Facts, linked: Linked) -> None:
    if telling.frame is not None and telling.judgement is not None:
        fill_slots(draft, telling.frame, telling.judgement, facts)
    if telling.reading is not None:
        fill_read_slots(draft, telling.reading, facts)
    fill_from_words(draft, facts, linked.sentences[telling.evidence.sentence])


def _is_power(draft: Draft, facts: Facts) -> bool:
    """Say whether a law is told to sanction a kind of people, no state or name: a power that it creates."""
    if draft.action is not Action.IMPOSE or all(argument.rule != BY_LAW for argument in draft.frame.arguments):
        return False
    targets = (argument for argument in draft.frame.arguments if argument.slot is Slot.TARGETS)
    return not any(facts.codes(facts.slice(target.start, target.core)) for target in targets)


def _deciding(linked: Linked, facts: Facts) -> set[str]:
    """Return the codes of those who, somewhere in the article, own a measure or perform an operation unasked."""
    return {
        code
        for frame in linked.frames
        for argument in (*modifiers(frame), *(() if any(use.asked for use in frame.stances) else performers(frame)))
        for code in facts.senders(argument)
    }


def _is_event(draft: Draft) -> bool:
    """Say whether a draft tells enough: which power sanctions, which state is sanctioned, or what law is made."""
    told = draft.values(Slot.SENDERS) or draft.values(Slot.TARGET_COUNTRIES)
    return bool(told) or (draft.action is Action.ENACT and bool(draft.values(Slot.LAW)))


def _finish(draft: Draft, article: Article, facts: Facts) -> SanctionEvent:
    trigger, clause = draft.frame.trigger, draft.frame.clause
    dated = draft.fills.get(Slot.DATE, [])
    time = None
    if dated and dated[0].start is not None:
        time = next(iter(facts.times(facts.slice(dated[0].start, dated[0].end or dated[0].start))), None)
    fills: list[Fill] = [fill for slot in Slot for fill in draft.fills.get(slot, ())]
    return SanctionEvent(
        event_id=event_id(article.article_id, draft),
        action=draft.action,
        trigger=Span(start=trigger.start, end=trigger.end, text=trigger.text),
        evidence=clause,
        fills=tuple(fills),
        law_id=draft.law_id,
        date_text=dated[0].text if dated else "",
        date_earliest=time.earliest if time else None,
        date_latest=time.latest if time else None,
        confidence=confidence(draft.score),
    )


def event_id(article_id: str, draft: Draft) -> str:
    """Return the id of an event: digest of article, action and trigger place; the same text gives the same id."""
    content = f"{article_id}\0{draft.action.value}\0{draft.frame.trigger.start}\0{draft.frame.operation}"
    return hashlib.sha256(content.encode()).hexdigest()[:_ID_DIGITS]
