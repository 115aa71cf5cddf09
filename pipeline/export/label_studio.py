"""Label Studio: tasks with what was found as pre-annotations, and the labelling configuration to import them with.

Offsets are code points, as Label Studio counts them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any, ClassVar
from xml.etree import ElementTree

from pipeline.export.base import Exporter, Part
from pipeline.export.places import ArticlePlaces, Place, places
from pipeline.tables import Frames
from pipeline.vocabularies import Action, Label, Slot

MODEL = "sanction-events"
WORDS = "WORDS"
"""Label of words that fill a slot and are no mention themselves."""

Item = dict[str, Any]


class LabelStudioExporter(Exporter):
    """Writes ``label_studio.json`` (tasks) and ``label_studio.xml`` (the project's labelling configuration)."""

    NAME = "labelstudio"
    TITLE = "Label Studio tasks"
    FILES: ClassVar[Mapping[str, str]] = {"tasks": "label_studio.json", "configuration": "label_studio.xml"}

    _tasks: _Tasks

    def open(self, table: str, path: Path) -> Part:
        """Open the file of the tasks, or write the configuration."""
        if table == "tasks":
            self._tasks = _Tasks(path)
            return self._tasks
        file = path.open("w", encoding="utf-8", newline="\n")
        file.write(configuration())
        return file

    def feed(self, frames: Frames) -> None:
        """Append some articles."""
        for article in places(frames, self.texts):
            self._tasks.add(task(article))


class _Tasks:
    """A JSON list that is written item by item."""

    def __init__(self, path: Path) -> None:
        self._file: IO[str] = path.open("w", encoding="utf-8", newline="\n")
        self._before = "[\n"

    def add(self, item: Item) -> None:
        self._file.write(self._before + json.dumps(item, ensure_ascii=False))
        self._before = ",\n"

    def close(self) -> None:
        if not self._file.closed:
            self._file.write("[]\n" if self._before == "[\n" else "\n]\n")
            self._file.close()


def configuration() -> str:
    """Return the labelling configuration: kinds of mention and actions as labels, slots as relations."""
    view = ElementTree.Element("View")
    ElementTree.SubElement(view, "Header", value="$title")
    labels = ElementTree.SubElement(view, "Labels", name="label", toName="text")
    for value in (*Label, *Action, WORDS):
        ElementTree.SubElement(labels, "Label", value=str(value))
    relations = ElementTree.SubElement(view, "Relations")
    for slot in Slot:
        ElementTree.SubElement(relations, "Relation", value=slot.value)
    ElementTree.SubElement(view, "Text", name="text", value="$text")
    ElementTree.indent(view)
    return ElementTree.tostring(view, encoding="unicode") + "\n"


def task(article: ArticlePlaces) -> Item:
    """Return an article as a task with pre-annotations."""
    fields = ("article_id", "title", "published", "sha256")
    result = list(_result(article))
    confidences = [float(event.row["confidence"]) for event in article.events]
    return {
        "data": {"text": article.text, **{name: article.row[name] for name in fields}},
        "predictions": [{"model_version": MODEL, "score": min(confidences, default=1.0), "result": result}],
    }


def _result(article: ArticlePlaces) -> Iterator[Item]:
    known: dict[tuple[int, int], str] = {}
    for number, (place, row) in enumerate(article.mentions):
        known[place.start, place.end] = f"m{number}"
        meta = {"meta": {"text": [row["canonical"]]}} if row["canonical"] else {}
        yield _region(f"m{number}", place, place.label, article.text) | meta
    for number, event in enumerate(article.events):
        name = f"e{number}"
        yield _region(name, event.trigger, event.trigger.label, article.text) | {
            "meta": {"text": [event.row["event_id"]]}
        }
        for cell in event.cells:
            if (cell.start, cell.end) not in known:
                known[cell.start, cell.end] = f"w{len(known)}"
                yield _region(known[cell.start, cell.end], cell, WORDS, article.text)
            yield {
                "type": "relation", "from_id": name, "to_id": known[cell.start, cell.end], "direction": "right",
                "labels": [cell.label],
            }  # fmt: skip


def _region(name: str, place: Place, label: str, text: str) -> Item:
    start, end = int(place.start), int(place.end)
    return {
        "id": name, "from_name": "label", "to_name": "text", "type": "labels",
        "value": {"start": start, "end": end, "text": text[start:end], "labels": [str(label)]},
    }  # fmt: skip
