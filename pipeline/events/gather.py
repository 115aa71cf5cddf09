"""Gathers the drafts of an article that tell one happening: headline, lead and later sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pipeline.events.draft import Draft
from pipeline.events.inherit import INHERITED
from pipeline.events.slots import BESIDE
from pipeline.records import Span
from pipeline.vocabularies import Action, Slot

_HEAD = 4
"""Sentences that tell the news of the day: headline, dateline, lead."""

_NEAR = 1
"""Sentences within which a telling without actors is that of the actors told."""

_WORD = re.compile(r"\w+")
_BY_PERSON = frozenset({Action.CALL_FOR, Action.OPPOSE, Action.UPHOLD, Action.PROPOSE})
"""Actions of which different actors make different events."""

_GENERIC = frozenset(
    {"the", "a", "an", "of", "and", "in", "on", "for", "from", "to", "its", "their", "by", "with", "new"}
)


def gather(drafts: Sequence[Draft], *, published: date | None = None, title: Span | None = None) -> list[Draft]:
    """Return the drafts with those that tell one happening merged, in order of first telling.

    Args:
        drafts: in text order.
        published: publication date; what a head of the article tells without a date is taken to be recent then.
        title: the headline, whose short forms the body's words replace.
    """
    kept: list[Draft] = []
    for draft in drafts:
        same = next(
            (other for other in kept if one_happening(other, draft) and not _is_older(draft, other, published)), None
        )
        if same is None:
            kept.append(draft)
        else:
            _merge(same, draft)
            if title is not None and title.contains(same.frame.trigger):
                _tell_in_full(same, draft)
    return kept


def one_happening(first: Draft, second: Draft) -> bool:
    """Say whether two drafts can be one event: same action, and nothing in actors, senders, targets or date differs."""
    if first.action is not second.action:
        return False
    if not _compatible_dates(first, second):
        return False
    for slot in (Slot.SENDERS, Slot.TARGET_COUNTRIES):
        if not _compatible(set(first.values(slot)), set(second.values(slot))):
            return False
    if first.action in _BY_PERSON and not _by_same_people(first, second):
        return False
    counts = {*first.values(Slot.TARGET_COUNT), *second.values(Slot.TARGET_COUNT)}
    told_apart = len(counts) > 1 or (_names_targets(first) and _names_targets(second))
    return not told_apart or _alike(first, second, Slot.TARGETS)


def _by_same_people(first: Draft, second: Draft) -> bool:
    """Say whether two drafts can have the same actors; one without any belongs to what is told close by."""
    if first.values(Slot.ACTORS) and second.values(Slot.ACTORS):
        return _alike(first, second, Slot.ACTORS)
    return abs(first.frame.sentence - second.frame.sentence) <= _NEAR


def _names_targets(draft: Draft) -> bool:
    """Say whether a draft names targets of its own."""
    own = (fill for fill in draft.fills.get(Slot.TARGETS, ()) if not fill.rule.startswith(INHERITED))
    return any(fill.value[:1].isupper() for fill in own)


def _is_older(draft: Draft, kept: Draft, published: date | None) -> bool:
    """Say whether a dated telling is history beside an undated one at the head of the article."""
    if published is None or kept.values(Slot.DATE) or kept.frame.sentence >= _HEAD:
        return False
    return any(value[:4].isdigit() and int(value[:4]) < published.year - 1 for value in draft.values(Slot.DATE))


def _compatible(first: set[str], second: set[str]) -> bool:
    return not first or not second or bool(first & second)


def _compatible_dates(first: Draft, second: Draft) -> bool:
    for one in first.values(Slot.DATE):
        for other in second.values(Slot.DATE):
            if not (one.startswith(other) or other.startswith(one)):
                return False
    return True


def _alike(first: Draft, second: Draft, slot: Slot) -> bool:
    """Say whether two sets of phrases share half their content words, or one is empty."""
    one, other = _words(first.values(slot)), _words(second.values(slot))
    if not one or not other:
        return True
    return 2 * len(one & other) >= min(len(one), len(other))


def _words(phrases: Sequence[str]) -> set[str]:
    return {word for phrase in phrases for word in _WORD.findall(phrase.lower())} - _GENERIC


def _merge(kept: Draft, draft: Draft) -> None:
    """Gather a later telling: its frames, and its values where the first told none."""
    kept.frames.extend(draft.frames)
    for slot in Slot:
        if not kept.values(slot) or slot in {Slot.MEASURES, Slot.REASONS, Slot.TARGET_COUNTRIES, Slot.ADDRESSEES}:
            kept.borrow(draft, slot, rule="gather:later-mention", but=BESIDE)
    kept.law_id = kept.law_id or draft.law_id
    kept.score = max(kept.score, draft.score)


def _tell_in_full(kept: Draft, draft: Draft) -> None:
    """Let the body's telling stand for the headline's: its words are the full ones."""
    for slot in (Slot.ACTORS, Slot.TARGETS, Slot.TARGET_COUNT):
        told = [fill for fill in draft.fills.get(slot, ()) if not fill.rule.startswith(INHERITED)]
        if told:
            kept.fills[slot] = told
    kept.frames.remove(draft.frame)
    kept.frames.insert(0, draft.frame)
