"""Frames that tell no happening of their own: what only describes a target, ties broken without any other sanction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Description, Operation
from pipeline.records import Argument, Frame, Linked
from pipeline.vocabularies import Action, Label, Slot


def telling_frames(linked: Linked, *, lexicon: Lexicon) -> tuple[list[Frame], list[Frame]]:
    """Return the frames and the readings of an article without those that are background."""
    targets = _sanctioned(linked.frames, lexicon.entries(Operation))
    return list(_outside(targets, _beside_others(linked, lexicon))), list(_outside(targets, linked.readings))


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


def _outside(targets: Sequence[Argument], frames: Iterable[Frame]) -> Iterator[Frame]:
    """Leave out what only describes the target of sanctions: "sanctioned two firms accused of evading the embargo"."""
    return (frame for frame in frames if not any(target.contains(frame.trigger) for target in targets))
