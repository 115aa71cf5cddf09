"""Frames to sanction events: judge each, fill its slots, inherit, gather, and give every event its id."""

from __future__ import annotations

import hashlib

from pipeline.events.compose import judge
from pipeline.events.draft import Draft
from pipeline.events.facts import Facts
from pipeline.events.gather import gather
from pipeline.events.inherit import inherit
from pipeline.events.slots import fill_slots, modifiers, performers
from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Composition, Operation
from pipeline.records import Article, Fill, Linked, SanctionEvent, Span, StanceUse
from pipeline.vocabularies import Slot

_ID_DIGITS = 12


def assemble(article: Article, linked: Linked, facts: Facts, *, lexicon: Lexicon) -> tuple[SanctionEvent, ...]:
    """Return the sanction events of an article in text order."""
    drafts = _drafts(linked, facts, lexicon)
    inherit(drafts, facts, linked.sentences)
    events = [draft for draft in gather(drafts, published=article.published) if _is_event(draft)]
    return tuple(_finish(draft, article, facts) for draft in events)


def _drafts(linked: Linked, facts: Facts, lexicon: Lexicon) -> list[Draft]:
    operations = dict(lexicon.entries(Operation))
    compositions = tuple(lexicon.entries(Composition).values())
    deciding = _deciding(linked, facts)
    drafts = []
    for frame in linked.frames:
        own = {code for argument in modifiers(frame) for code in facts.senders(argument)} or deciding

        def by_sender(use: StanceUse, own: set[str] = own) -> bool:
            if any(code in own for argument in use.asked for code in facts.senders(argument)):
                return False
            return any(code in own for holder in use.holders for code in facts.senders(holder))

        judgement = judge(frame, operations=operations, compositions=compositions, by_sender=by_sender)
        if judgement.action is None:
            continue
        draft = Draft(judgement.action, [frame], judgement.rule)
        fill_slots(draft, judgement, facts, linked.sentences[frame.sentence])
        drafts.append(draft)
    return drafts


def _deciding(linked: Linked, facts: Facts) -> set[str]:
    """Return the codes of those who, somewhere in the article, perform an operation or own a measure."""
    return {
        code
        for frame in linked.frames
        for argument in (*performers(frame), *modifiers(frame))
        for code in facts.senders(argument)
    }


def _is_event(draft: Draft) -> bool:
    """Say whether a draft tells enough to be an event: somebody sanctions, or somebody is sanctioned."""
    return bool(draft.values(Slot.SENDERS) or draft.values(Slot.TARGET_COUNTRIES) or draft.values(Slot.TARGETS))


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
        confidence=1.0,
    )


def event_id(article_id: str, draft: Draft) -> str:
    """Return the id of an event: digest of article, action and trigger place; the same text gives the same id."""
    content = f"{article_id}\0{draft.action.value}\0{draft.frame.trigger.start}\0{draft.frame.operation}"
    return hashlib.sha256(content.encode()).hexdigest()[:_ID_DIGITS]
