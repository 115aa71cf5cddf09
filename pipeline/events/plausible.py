"""Nobody sanctions itself: what is wrong where an event has one state as sender and as target."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events.draft import Draft
from pipeline.vocabularies import Slot


def part_sender_and_target(drafts: Sequence[Draft]) -> None:
    """Take out, in place, the target that is its own sender, or the sender where no other event has it as such.

    "Americans are barred from dealing with them" tells what American sanctions do, not on whom they are.
    """
    for draft in drafts:
        targets = draft.values(Slot.TARGET_COUNTRIES)
        for code in (code for code in draft.values(Slot.SENDERS) if code in targets):
            if any(_has_as_sender(other, code) for other in drafts if other is not draft):
                _drop_target(draft, code, alone=targets == (code,))
            else:
                draft.remove(Slot.SENDERS, code)


def _has_as_sender(draft: Draft, code: str) -> bool:
    return code in draft.values(Slot.SENDERS) and code not in draft.values(Slot.TARGET_COUNTRIES)


def _drop_target(draft: Draft, code: str, *, alone: bool) -> None:
    draft.remove(Slot.TARGET_COUNTRIES, code)
    if alone:
        for slot in (Slot.TARGETS, Slot.TARGET_COUNT):
            draft.fills.pop(slot, None)
