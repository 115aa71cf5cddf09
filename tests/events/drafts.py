"""Drafts written by hand."""

from __future__ import annotations

from pipeline.events.draft import Draft
from pipeline.records import Frame, Mention, Span
from pipeline.vocabularies import Action, Label, Slot


def draft(action: str, *, sentence: int = 0, **slots: str) -> Draft:
    """Return a draft; a slot's values are written "a | b"."""
    place = sentence * 100
    trigger = Mention(start=place, end=place + 1, text="x", label=Label.ACTION, rule="", sentence=sentence)
    frame = Frame(
        trigger=trigger, operation=action, sentence=sentence, clause=Span(start=place, end=place + 1, text="x")
    )
    made = Draft(Action[action.upper()], [frame], "")
    for slot, values in slots.items():
        for value in values.split(" | "):
            made.add(Slot[slot.upper()], value, rule="told", span=Span(start=place, end=place + 1, text="x"))
    return made
