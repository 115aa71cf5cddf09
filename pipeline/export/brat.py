"""brat standoff: a zip to unpack into brat's data folder, with text, annotation and configuration.

Mentions are entities with their canonical value as a note; actions are events whose arguments are the words of their
cells. Words that run over a line end, or a tab, which divides brat's fields, are written as the pieces round it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import ClassVar

from pipeline.export.archive import Archive
from pipeline.export.base import Exporter, Part
from pipeline.export.places import ArticlePlaces, Place, places
from pipeline.tables import Frames
from pipeline.vocabularies import Action, Label, Slot

WORDS = "Words"
"""Type of words that fill a slot and are no mention themselves."""

_PIECE = re.compile(r"[^\t\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


class BratExporter(Exporter):
    """Writes ``brat.zip``."""

    NAME = "brat"
    TITLE = "brat standoff"
    FILES: ClassVar[Mapping[str, str]] = {"articles": "brat.zip"}

    _archive: Archive

    def open(self, table: str, path: Path) -> Part:
        """Open the archive and write brat's configuration."""
        self._archive = Archive(path)
        self._archive.add("annotation.conf", _configuration())
        return self._archive

    def feed(self, frames: Frames) -> None:
        """Append some articles."""
        for article in places(frames, self.texts):
            stem = self._archive.stem(article.row["article_id"])
            self._archive.add(f"{stem}.txt", article.text)
            self._archive.add(f"{stem}.ann", "".join(f"{line}\n" for line in _lines(article)))


def _configuration() -> str:
    arguments = ", ".join(f"{slot.value}*:<ENTITY>" for slot in Slot)
    events = [f"{action.value}\t{arguments}" for action in Action]
    return "\n".join(
        ["[entities]", *(label.value for label in Label), WORDS, "", "[relations]", "", "[events]", *events, "",
         "[attributes]", ""]
    )  # fmt: skip


def _lines(article: ArticlePlaces) -> Iterator[str]:
    numbers: dict[tuple[int, int], str] = {}
    count = 0

    def entity(place: Place, label: str) -> Iterator[str]:
        nonlocal count
        pieces = [(place.start + found.start(), place.start + found.end()) for found in _found(article.text, place)]
        if pieces:
            count += 1
            numbers[place.start, place.end] = f"T{count}"
            yield _entity(f"T{count}", label, pieces, article.text)

    for place, row in article.mentions:
        yield from entity(place, place.label)
        note = " ".join(row["canonical"].split())
        if note and (place.start, place.end) in numbers:
            yield f"#{count}\tAnnotatorNotes T{count}\t{note}"
    for number, event in enumerate(article.events, start=1):
        arguments: list[str] = []
        for cell in event.cells:
            if (cell.start, cell.end) not in numbers:
                yield from entity(cell, WORDS)
            if (cell.start, cell.end) in numbers:
                arguments.append(f"{cell.label}:{numbers[cell.start, cell.end]}")
        kept = dict(numbers)
        yield from entity(event.trigger, event.trigger.label)
        yield f"E{number}\t{' '.join([f'{event.trigger.label}:T{count}', *_numbered(arguments)])}"
        numbers = kept


def _found(text: str, place: Place) -> Iterator[re.Match[str]]:
    return _PIECE.finditer(text[place.start : place.end])


def _entity(number: str, label: str, pieces: list[tuple[int, int]], text: str) -> str:
    offsets = ";".join(f"{start} {end}" for start, end in pieces)
    return f"{number}\t{label} {offsets}\t{' '.join(text[start:end] for start, end in pieces)}"


def _numbered(arguments: list[str]) -> list[str]:
    """Return the arguments with a number after each repeated role: ``targets:T1 targets2:T4``."""
    counts: dict[str, int] = {}
    found = []
    for argument in arguments:
        role, mark, entity = argument.partition(":")
        counts[role] = counts.get(role, 0) + 1
        found.append(f"{role}{counts[role] if counts[role] > 1 else ''}{mark}{entity}")
    return found
