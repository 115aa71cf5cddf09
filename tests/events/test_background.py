from __future__ import annotations

import pytest

from pipeline.events.background import telling_frames
from pipeline.lexicon import shared
from pipeline.records import Argument, Frame, Linked, Mention, Span
from pipeline.vocabularies import Label, Slot


def frame(operation: str, place: int, *, rule: str = "", target: tuple[int, int] | None = None) -> Frame:
    arguments = []
    if target is not None:
        start, end = target
        arguments = [Argument(start=start, end=end, core=end, text="x", slot=Slot.TARGETS, rule="")]
    return Frame(
        trigger=Mention(start=place, end=place + 4, text="word", label=Label.ACTION, rule=rule),
        operation=operation,
        sentence=0,
        clause=Span(start=0, end=100, text="x"),
        arguments=tuple(arguments),
    )


def kept(frames: list[Frame], readings: list[Frame], *mentions: Mention) -> tuple[list[int], list[int]]:
    linked = Linked(sentences=(), mentions=mentions, frames=tuple(frames), readings=tuple(readings))
    told, read = telling_frames(linked, lexicon=shared())
    return [one.trigger.start for one in told], [one.trigger.start for one in read]


@pytest.mark.parametrize(
    ("operation", "target", "told"),
    [
        ("impose", (20, 60), [5]),  # sanctioned two firms accused of evading the embargo
        ("impose", (20, 28), [5, 30]),  # sanctioned two firms, and others evaded the embargo
        ("lift", (20, 60), [5, 30]),  # whom a lifting concerns may have done something else
    ],
)
def test_background_leaves_out_what_describes_a_target(
    operation: str, target: tuple[int, int], told: list[int]
) -> None:
    frames = [frame(operation, 5, target=target), frame("violate", 30)]
    assert kept(frames, [frame("violate", 30)]) == (told, [30] if 30 in told else [])


@pytest.mark.parametrize(
    ("entry", "sanctions_named", "told"),
    [
        ("cut-ties", False, []),  # cut off relations with Panama
        ("cut-ties", True, [5]),  # ... beside sanctions
        ("freeze-assets", False, [5]),
    ],
)
def test_background_leaves_out_broken_ties_without_sanctions(
    entry: str, sanctions_named: bool, told: list[int]
) -> None:
    measure = Mention(start=50, end=59, text="sanctions", label=Label.MEASURE, rule="")
    frames = [frame("impose", 5, rule=f"action:impose/described/{entry}")]
    assert kept(frames, [], *([measure] if sanctions_named else [])) == (told, [])
