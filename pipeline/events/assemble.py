"""Frames to sanction events: judge each, fill its slots, inherit, gather, and give every event its id."""

from __future__ import annotations

import hashlib

from pipeline.events.background import telling_frames
from pipeline.events.confidence import confidence
from pipeline.events.draft import Draft
from pipeline.events.facts import Facts
from pipeline.events.gather import gather
from pipeline.events.inherit import inherit
from pipeline.events.judging import article_judge
from pipeline.events.plausible import part_sender_and_target
from pipeline.events.policy import Telling, tellings
from pipeline.events.read_slots import fill_read_slots
from pipeline.events.released import fill_from_release
from pipeline.events.slots import BY_LAW, fill_from_words, fill_slots
from pipeline.lexicon import Lexicon
from pipeline.records import Argument, Article, Fill, Frame, Linked, SanctionEvent, Span
from pipeline.vocabularies import Action, Slot

_ID_DIGITS = 12


def assemble(article: Article, linked: Linked, facts: Facts, *, lexicon: Lexicon) -> tuple[SanctionEvent, ...]:
    """Return the sanction events of an article in text order."""
    drafts = _drafts(linked, facts, lexicon)
    part_sender_and_target(drafts)
    fill_from_release(drafts, facts)
    inherit(drafts, facts, linked.sentences)
    events = [draft for draft in gather(drafts, published=article.published, title=article.title) if _is_event(draft)]
    return tuple(_finish(draft, article, facts) for draft in events)


def _drafts(linked: Linked, facts: Facts, lexicon: Lexicon) -> list[Draft]:
    told, read = telling_frames(linked, lexicon=lexicon)
    frames = [_with_antecedents(frame, facts) for frame in told]
    readings = [_with_antecedents(frame, facts) for frame in read]
    drafts = []
    for telling in tellings(frames, readings, article_judge(linked, facts, lexicon=lexicon)):
        draft = Draft(telling.action, [telling.evidence], _rule(telling), score=telling.score)
        _fill(draft, telling, facts, linked)
        if _is_power(draft, facts):
            draft.become_power()
        drafts.append(draft)
    return drafts


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
