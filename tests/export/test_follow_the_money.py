from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from samples import CODES, result, span

from export.test_export import exported, opened
from pipeline.records import ArticleResult
from pipeline.tables import build
from pipeline.vocabularies import Action

ftm = pytest.importorskip("followthemoney", reason="followthemoney is not installed (extra `followthemoney`)")


def entities(path: Path) -> list[Any]:
    """Read the file as the library's own readers do, with its checks."""
    found = [ftm.model.get_proxy(json.loads(line), cleaned=False) for line in path.read_text().splitlines()]
    for entity in found:
        entity.schema.validate({"properties": {name: entity.get(name) for name in entity.properties}})
    return found


def made(action: Action = Action.IMPOSE, *, target: str = "Ida Berg", label: str = "ORG") -> ArticleResult:
    """Return the sample article with one target, and a mention of Ruritania with some label."""
    raw = json.loads(result("one").model_dump_json())
    event = raw["events"][0]
    event["action"] = action.value
    event["fills"] = [fill for fill in event["fills"] if fill["slot"] != "targets"]
    event["fills"].append({"slot": "targets", "value": target, "rule": "x", **span(target).model_dump()})
    raw["mentions"].append(
        raw["mentions"][0] | {**span("Ruritania").model_dump(), "label": label, "canonical": "Ruritania"}
    )
    return ArticleResult.model_validate(raw)


def of(folder: Path, *results: ArticleResult) -> dict[str, list[Any]]:
    exporter = opened("followthemoney", folder)
    exporter.feed(build(results, [], codes=CODES))
    by_schema: dict[str, list[Any]] = {}
    for entity in entities(exporter.close()[0]):
        by_schema.setdefault(entity.schema.name, []).append(entity)
    return by_schema


def test_follow_the_money_is_read_by_the_library(tmp_path: Path) -> None:
    (path,) = exported("followthemoney", tmp_path)
    found = entities(path)
    assert [entity.schema.name for entity in found] == [
        "Article", "Person", "Position", "Occupancy", "Article", "Article", "Person", "Occupancy",
    ]  # fmt: skip
    person, position, occupancy = found[1:4]
    assert (person.get("name"), person.get("alias"), person.get("country")) == (["Ida Berg"], ["Berg"], ["no"])
    assert (position.get("name"), position.get("country")) == (["Minister, NOR"], ["no"])
    assert (occupancy.get("holder"), occupancy.get("post"), occupancy.get("status")) == (
        [person.id], [position.id], ["ended"],
    )  # fmt: skip
    assert occupancy.get("proof") == [found[0].id]


@pytest.mark.parametrize(("target", "schema"), [("Ida Berg", "Person"), ("Ruritania", "Organization")])
def test_follow_the_money_has_imposed_listings_as_sanctions(tmp_path: Path, target: str, schema: str) -> None:
    found = of(tmp_path, made(target=target))
    (sanction,) = found["Sanction"]
    (listed,) = [entity for entity in found[schema] if entity.get("name") == [target]]
    assert sanction.get("entity") == [listed.id]
    assert sanction.get("country") == ["no"]
    assert sanction.get("provisions") == ["asset_freeze"]
    assert sanction.get("startDate") == ["2021-05-03"]
    assert sanction.get("summary") == ["froze assets of Ruritania and Sylvania"]


@pytest.mark.parametrize("action", [action for action in Action if action is not Action.IMPOSE])
def test_follow_the_money_has_nothing_else_as_a_sanction(tmp_path: Path, action: Action) -> None:
    assert "Sanction" not in of(tmp_path, made(action))


@pytest.mark.parametrize(("target", "label"), [("Ruritania", "GPE"), ("Ruritania", "GROUP"), ("Sylvania", "ORG")])
def test_follow_the_money_lists_no_states_and_no_unnamed_groups(tmp_path: Path, target: str, label: str) -> None:
    assert "Sanction" not in of(tmp_path, made(target=target, label=label))


def test_follow_the_money_has_a_person_of_two_articles_once(tmp_path: Path) -> None:
    first, second = result("one"), json.loads(result("two").model_dump_json())
    second["people"][0]["person_id"] = second["affiliations"][0]["person_id"] = "one-p1"
    second["affiliations"][0]["status"] = "current"
    found = of(tmp_path, first, ArticleResult.model_validate(second))
    assert len(found["Person"]) == 1
    assert len(found["Person"][0].get("proof")) == 2
    assert sorted(entity.get("status")[0] for entity in found["Occupancy"]) == ["current", "ended"]
