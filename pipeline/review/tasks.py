"""The review as Label Studio tasks: an event to a task, its cells as fields to correct, a choice for the verdict."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from pipeline.errors import GoldError
from pipeline.review.rows import CELLS, ReviewRow, Verdict
from pipeline.review.sheet import COLUMNS, row_of, sheet_cells
from pipeline.vocabularies import Action

TASKS, CONFIGURATION = "review_tasks.json", "review_tasks.xml"
MODEL = "sanction-events"
FIELDS = (*CELLS[1:], "note")
"""Columns that are text fields; the action is a choice, the evidence is marked in the text."""

_MARK = "evidence_words"
_CHOICES = {"verdict": (Verdict.RIGHT.value, Verdict.WRONG.value), "action": tuple(action.value for action in Action)}

Item = dict[str, Any]


def write_tasks(folder: Path, rows: Iterable[ReviewRow], texts: Mapping[str, str]) -> list[Path]:
    """Write the tasks and the labelling configuration into a folder and return both paths.

    Raises:
        OSError: if one cannot be written.
    """
    tasks, configuration = folder / TASKS, folder / CONFIGURATION
    items = [task(row, texts[row.article_id]) for row in rows]
    tasks.write_text(json.dumps(items, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    configuration.write_text(labelling(), encoding="utf-8")
    return [tasks, configuration]


def labelling() -> str:
    """Return the labelling configuration."""
    view = ElementTree.Element("View")
    ElementTree.SubElement(view, "Header", value="$heading")
    labels = ElementTree.SubElement(view, "Labels", name=_MARK, toName="text")
    ElementTree.SubElement(labels, "Label", value="evidence")
    ElementTree.SubElement(view, "Text", name="text", value="$text")
    for name, values in _CHOICES.items():
        ElementTree.SubElement(view, "Header", value=name)
        choices = ElementTree.SubElement(view, "Choices", name=name, toName="text", choice="single")
        for value in values:
            ElementTree.SubElement(choices, "Choice", value=value)
    for name in FIELDS:
        ElementTree.SubElement(view, "Header", value=name)
        ElementTree.SubElement(view, "TextArea", name=name, toName="text", editable="true", maxSubmissions="1")
    ElementTree.indent(view)
    return ElementTree.tostring(view, encoding="unicode") + "\n"


def task(row: ReviewRow, text: str) -> Item:
    """Return a row as a task with its cells as pre-annotations."""
    cells = sheet_cells(row)
    result: list[Item] = []
    if row.start is not None:
        place = {"start": row.start, "end": row.start + len(row.evidence), "text": row.evidence}
        result.append(_item(_MARK, "labels", place | {"labels": ["evidence"]}))
    result += [_item(name, "choices", {"choices": [cells[name]]}) for name in _CHOICES if cells[name]]
    result += [_item(name, "textarea", {"text": [cells[name]]}) for name in FIELDS if cells[name]]
    kept = {name: cells[name] for name in COLUMNS if name not in (*FIELDS, *_CHOICES)}
    heading = f"{row.article_id}: {row.cells['action']}, confidence {row.confidence}"
    return {
        "data": {"text": text, "heading": heading, **kept},
        "predictions": [{"model_version": MODEL, "result": result}],
    }


def _item(name: str, kind: str, value: Item) -> Item:
    return {"id": name, "from_name": name, "to_name": "text", "type": kind, "value": value}


def read_tasks(path: Path) -> list[ReviewRow]:
    """Read the decisions of a Label Studio export (JSON); of several annotations of a task the last counts.

    Raises:
        GoldError: it is no such export, or a task cannot be understood.
        OSError: if it cannot be read.
    """
    try:
        tasks = json.loads(path.read_text(encoding="utf-8"))
        return [
            row_of(_cells(one["data"], one["annotations"][-1]["result"]), f"{path}, task {number}")
            for number, one in enumerate(tasks, start=1)
            if one.get("annotations")
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"{path}: is no Label Studio export of review tasks ({error!r}); export the project as JSON"
        raise GoldError(message) from error


def _cells(data: Mapping[str, Any], result: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    cells = {name: str(data.get(name, "")) for name in COLUMNS} | dict.fromkeys((*FIELDS, *_CHOICES), "")
    for item in result:
        if item["from_name"] == _MARK:
            cells |= {"evidence": str(item["value"]["text"]).strip(), "start": str(item["value"]["start"])}
            continue
        values = item["value"].get("choices") or item["value"].get("text")
        if item["from_name"] in cells and isinstance(values, list):
            cells[item["from_name"]] = str(values[-1]).strip()
    return cells
