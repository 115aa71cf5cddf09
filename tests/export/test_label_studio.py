from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from samples import CODES, result

from export.test_export import exported, opened
from pipeline.records import ArticleResult
from pipeline.tables import build, empty


def tasks_of(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return found


@pytest.fixture
def files(tmp_path: Path) -> tuple[list[dict[str, Any]], ElementTree.Element]:
    tasks, configuration = exported("labelstudio", tmp_path)
    return tasks_of(tasks), ElementTree.parse(configuration).getroot()


def test_label_studio_tasks_follow_the_configuration(
    files: tuple[list[dict[str, Any]], ElementTree.Element],
) -> None:
    """What Label Studio checks on import: names of tags, labels, data fields, and that relations tie regions."""
    tasks, view = files
    tags = {tag.get("name"): tag for tag in view.iter() if tag.get("name")}
    labels = {tag.get("value") for tag in tags["label"].iter("Label")}
    slots = {tag.get("value") for tag in view.iter("Relation")}
    fields = {(tag.get("value") or "")[1:] for tag in view.iter() if (tag.get("value") or "").startswith("$")}
    for task in tasks:
        assert fields <= set(task["data"])
        (prediction,) = task["predictions"]
        regions = {item["id"]: item for item in prediction["result"] if item["type"] == "labels"}
        assert len(regions) + sum(item["type"] == "relation" for item in prediction["result"]) == len(
            prediction["result"]
        )
        for item in prediction["result"]:
            if item["type"] == "relation":
                assert {item["from_id"], item["to_id"]} <= set(regions)
                assert set(item["labels"]) <= slots
                continue
            assert (tags[item["from_name"]].get("toName"), tags[item["to_name"]].tag) == ("text", "Text")
            assert set(item["value"]["labels"]) <= labels
            assert task["data"]["text"][item["value"]["start"] : item["value"]["end"]] == item["value"]["text"]


def test_label_studio_pre_annotations_are_what_was_found(
    files: tuple[list[dict[str, Any]], ElementTree.Element],
) -> None:
    one, bare, _ = files[0]
    (prediction,) = one["predictions"]
    regions = {item["id"]: item["value"] for item in prediction["result"] if item["type"] == "labels"}
    relations = [item for item in prediction["result"] if item["type"] == "relation"]
    assert [(item["labels"], regions[item["to_id"]]["text"]) for item in relations] == [
        (["actors"], "Ida Berg"), (["targets"], "Ruritania"), (["targets"], "Sylvania"), (["measures"], "froze assets"),
        (["date"], "Monday"),
    ]  # fmt: skip
    assert {regions[item["from_id"]]["labels"][0] for item in relations} == {"impose"}
    assert (prediction["score"], bare["predictions"][0]["result"]) == (0.8751, [])


def test_label_studio_counts_code_points(tmp_path: Path) -> None:
    made = json.loads(result("far").model_dump_json())
    text = f"\U0001f600\u0301 {made['article']['text']}"
    made["article"]["text"] = text
    start = text.index("Ida Berg")
    made["mentions"][1] |= {"start": start, "end": start + 8}
    exporter = opened("labelstudio", tmp_path)
    exporter.texts = {"far": text}
    exporter.feed(build([ArticleResult.model_validate(made)], [], codes=CODES))
    (task,) = tasks_of(exporter.close()[0])
    assert task["predictions"][0]["result"][1]["value"]["text"] == "Ida Berg"


def test_label_studio_of_nothing_is_an_empty_list(tmp_path: Path) -> None:
    assert tasks_of(exported("labelstudio", tmp_path, [empty()])[0]) == []
