"""Events of a release: a statement or order is itself the act, so its issuer is the sender and its day the date."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.events.draft import Draft
from pipeline.events.facts import Facts
from pipeline.events.slots import BY_OTHERS
from pipeline.vocabularies import Slot, Tense


def fill_from_release(drafts: Iterable[Draft], facts: Facts) -> None:
    """Fill empty senders and dates of what a release does or says now, in place; a report is left as it is."""
    release = facts.release()
    if release is None:
        return
    for draft in drafts:
        if draft.action not in BY_OTHERS and not draft.values(Slot.SENDERS):
            for code in release.issuers:
                if code not in draft.values(Slot.TARGET_COUNTRIES):
                    draft.add(Slot.SENDERS, code, rule="release:issuer", span=release.words)
        if release.published and not draft.values(Slot.DATE) and draft.frame.tense is not Tense.PAST:
            draft.add(Slot.DATE, release.published.isoformat(), rule="release:day")
