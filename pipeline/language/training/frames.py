"""Sanction events as training data: the words of a text that carry an action, and those that fill its slots.

Two sources: the frames of the in-domain sets, whose arguments are words without places, and the package's own files,
blocks of text divided by blank lines::

    Canada froze the accounts of two judges on Monday.
    @event impose | trigger=froze | actor=Canada | sender=Canada | target=two judges | date=Monday

Several phrases of one slot are divided by ``;;``; ``words#2`` is the second place of the words in the text. A block
without ``@event`` tells of no event; lines that begin with ``#`` are comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import ModelError
from pipeline.vocabularies import Action, Slot

ACTIONS = tuple(action.value for action in Action)
"""The actions in the order of the network's scores, behind "none"."""

_SLOT_NAMES = {
    "actor": Slot.ACTORS,
    "sender": Slot.SENDERS,
    "target": Slot.TARGETS,
    "addressee": Slot.ADDRESSEES,
    "measure": Slot.MEASURES,
    "law": Slot.LAW,
    "reason": Slot.REASONS,
    "date": Slot.DATE,
}
SLOTS = tuple(slot.value for slot in _SLOT_NAMES.values())
"""The slots in the order of the network's scores."""

_EVENT = "@event"
_TRIGGER = "trigger"
_PLACE = re.compile(r"(.*)#(\d+)")

Place = tuple[int, int]


@dataclass(frozen=True)
class FrameMark:
    """One event of a text.

    Attributes:
        trigger: places of the words that carry the action.
        arguments: slot index and place.
        doubtful: the same words elsewhere in the text, which may or may not be meant; slot index -1 for the trigger.
    """

    action: int
    trigger: tuple[Place, ...]
    arguments: tuple[tuple[int, int, int], ...] = ()
    doubtful: tuple[tuple[int, int, int], ...] = ()


def frame_marks(text: str, events: Sequence[Mapping[str, object]]) -> tuple[FrameMark, ...]:
    """Return the frames of an in-domain item; words that its text has not are left out, as are frames without trigger.

    Args:
        text: the item's text.
        events: records of ``action`` and lists of words by slot; of words with several places the one nearest to the
            trigger is taken, of a trigger's places the one nearest to its arguments.
    """
    return tuple(mark for event in events if (mark := _nearest(text, event)) is not None)


def _nearest(text: str, event: Mapping[str, object]) -> FrameMark | None:
    found: dict[str, list[list[Place]]] = {}
    for name in (_TRIGGER, *_SLOT_NAMES):
        words = event.get(name) or []
        found[name] = [places for item in (words if isinstance(words, list) else []) if (places := _places(text, item))]
    if not found[_TRIGGER]:
        return None
    fillers = [places for name in _SLOT_NAMES for places in found[name]]
    anchors = [places[0][0] for places in fillers if len(places) == 1]
    triggers = [min(places, key=lambda place: _distance(place, anchors)) for places in found[_TRIGGER]]
    arguments, doubtful = [], []
    for index, name in enumerate(_SLOT_NAMES):
        for places in found[name]:
            chosen = min(places, key=lambda place: abs(place[0] - triggers[0][0]))
            arguments.append((index, *chosen))
            doubtful += [(index, *place) for place in places if place != chosen]
    doubtful += [(-1, *place) for places in found[_TRIGGER] for place in places if place not in triggers]
    return FrameMark(ACTIONS.index(str(event["action"])), tuple(triggers), tuple(arguments), tuple(doubtful))


def _distance(place: Place, anchors: Sequence[int]) -> int:
    return sum(abs(place[0] - anchor) for anchor in anchors)


def _places(text: str, words: str) -> list[Place]:
    """Return where the words stand as whole words, or failing that in other letter case."""
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
    exact = [match.span() for match in re.finditer(pattern, text)]
    return exact or [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]


def read_frames(path: Path) -> Iterator[tuple[str, tuple[FrameMark, ...]]]:
    """Yield the texts of a file of the package's own with their frames.

    Raises:
        ModelError: naming file, line and remedy.
    """
    for block in read_blocks(path):
        yield _read_block(path, block)


def read_blocks(path: Path) -> Iterator[list[tuple[int, str]]]:
    """Yield the blocks of a file, each the numbers and texts of its lines, comments left out.

    Raises:
        ModelError: if the file cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ModelError(f"{path} cannot be read ({error.strerror}); install the package again") from error
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            if not line.startswith("#"):
                block.append((number, line.strip()))
        elif block:
            yield block
            block = []


def _read_block(path: Path, block: Sequence[tuple[int, str]]) -> tuple[str, tuple[FrameMark, ...]]:
    texts = [line for _, line in block if not line.startswith(_EVENT)]
    events = [(number, line) for number, line in block if line.startswith(_EVENT)]
    if not texts or block[0][1].startswith(_EVENT):
        raise ModelError(f"{path}, line {block[0][0]}: an event without a text; write its text on the line before it")
    text = "\n".join(texts)
    return text, tuple(read_event(f"{path}, line {number}", line, text) for number, line in events)


def read_event(where: str, line: str, text: str) -> FrameMark:
    """Return the frame that an ``@event`` line tells of a text.

    Raises:
        ModelError: beginning with ``where``, with what is wrong and the remedy.
    """
    head, *cells = [cell.strip() for cell in line.removeprefix(_EVENT).split("|")]
    if head not in ACTIONS:
        raise ModelError(f"{where}: {head!r} is no action; use one of {', '.join(ACTIONS)}")
    names = list(_SLOT_NAMES)
    trigger, arguments, doubtful = [], [], []
    for cell in cells:
        name, equals, value = cell.partition("=")
        name = name.strip()
        if not equals or name not in (_TRIGGER, *names):
            raise ModelError(f"{where}: {cell!r} is no slot=words; the slots are {', '.join((_TRIGGER, *names))}")
        index = -1 if name == _TRIGGER else names.index(name)
        for words in value.split(";;"):
            chosen, others = _locate(where, words.strip(), text)
            if index < 0:
                trigger.append(chosen)
            else:
                arguments.append((index, *chosen))
            doubtful += [(index, *place) for place in others]
    if not trigger:
        raise ModelError(f"{where}: no trigger; add `trigger=` with the words of the text that carry the action")
    return FrameMark(ACTIONS.index(head), tuple(trigger), tuple(arguments), tuple(doubtful))


def _locate(where: str, words: str, text: str) -> tuple[Place, list[Place]]:
    numbered = _PLACE.fullmatch(words)
    plain, number = (numbered[1].strip(), int(numbered[2])) if numbered else (words, 1)
    places = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(plain)}(?!\w)", text)] if plain else []
    if not 1 <= number <= len(places):
        raise ModelError(
            f"{where}: {words!r} is not in the text; copy the words from it letter by letter, "
            "and write `#2` behind them for their second place"
        )
    return places[number - 1], [place for i, place in enumerate(places) if i != number - 1]
