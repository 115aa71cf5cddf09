from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from pipeline.errors import GoldError
from pipeline.review import Verdict, read_tasks, write_tasks
from review.reviewing import TEXTS, rows


def answered(folder: Path, **answers: str) -> Path:
    """Return what Label Studio exports when somebody accepts the pre-annotations and changes some fields."""
    tasks = json.loads(write_tasks(folder, rows(), TEXTS)[0].read_text(encoding="utf-8"))
    for task in tasks:
        result: list[dict[str, Any]] = task.pop("predictions")[0]["result"]
        result = [item for item in result if item["from_name"] not in answers]
        for name, value in answers.items():
            kind, field = ("choices", "choices") if name in {"verdict", "action"} else ("textarea", "text")
            result.append({"from_name": name, "to_name": "text", "type": kind, "value": {field: [value]}})
        task["annotations"] = [{"result": []}, {"result": result}]
    path = folder / "export.json"
    path.write_text(json.dumps(tasks), encoding="utf-8")
    return path


def test_tasks_bring_rows_back(tmp_path: Path) -> None:
    assert read_tasks(answered(tmp_path, verdict="right")) == rows(Verdict.RIGHT)


def test_tasks_bring_corrections_back(tmp_path: Path) -> None:
    found = read_tasks(answered(tmp_path, verdict="right", action="lift", law="Some Act"))
    assert found == rows(Verdict.RIGHT, action="lift", law="Some Act")


def test_tasks_without_annotation_are_passed_over(tmp_path: Path) -> None:
    tasks, _ = write_tasks(tmp_path, rows(), TEXTS)
    assert read_tasks(tasks) == []


def test_tasks_follow_their_configuration(tmp_path: Path) -> None:
    tasks, configuration = write_tasks(tmp_path, rows(), TEXTS)
    view = ElementTree.parse(configuration).getroot()
    tags = {tag.get("name"): tag for tag in view.iter() if tag.get("name")}
    fields = {(tag.get("value") or "")[1:] for tag in view.iter() if (tag.get("value") or "").startswith("$")}
    kinds = {"labels": "Labels", "choices": "Choices", "textarea": "TextArea"}
    for task in json.loads(tasks.read_text(encoding="utf-8")):
        assert fields <= set(task["data"])
        for item in task["predictions"][0]["result"]:
            assert tags[item["from_name"]].tag == kinds[item["type"]]
            if item["type"] == "labels":
                place = item["value"]
                assert task["data"]["text"][place["start"] : place["end"]] == place["text"]


@pytest.mark.parametrize("content", ["{", "[1]", '[{"annotations": [{"result": [{}]}], "data": {}}]', '{"a": 1}'])
def test_tasks_say_when_they_are_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "x.json").write_text(content)
    with pytest.raises(GoldError, match="is no Label Studio export of review tasks"):
        read_tasks(tmp_path / "x.json")
