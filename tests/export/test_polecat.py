from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from samples import result

from export.test_export import exported, opened
from pipeline.export.polecat import COLUMNS
from pipeline.records import ArticleResult
from pipeline.tables import build
from pipeline.vocabularies import Action

CODES = {Action.IMPOSE: ("SANCTION-discontinue", "163"), Action.OPPOSE: ("REQUEST-yield", ""), Action.PROPOSE: ("", "")}


def rows(path: Path) -> list[dict[str, str]]:
    """Read the file as its users do, by tabs and line ends alone."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))


def of(folder: Path, **event: Any) -> list[dict[str, str]]:
    made = json.loads(result("one").model_dump_json())
    fills = event.pop("fills", [])
    made["events"][0] |= event
    made["events"][0]["fills"] += [{"slot": slot, "value": value, "rule": "x"} for slot, value in fills]
    exporter = opened("polecat", folder)
    exporter.feed(build([ArticleResult.model_validate(made)], [], codes=CODES))
    return rows(exporter.close()[0])


def test_polecat_has_a_row_per_sender_and_target_country(tmp_path: Path) -> None:
    found = of(tmp_path, fills=[("senders", "EU"), ("target_countries", "BLR"), ("target_countries", "RUS")])
    assert [(row["Event ID"], row["Actor Country"], row["Recipient Country"]) for row in found] == [
        ("one-e1-1", "NOR", "BLR"), ("one-e1-2", "NOR", "RUS"), ("one-e1-3", "EU", "BLR"), ("one-e1-4", "EU", "RUS"),
    ]  # fmt: skip


def test_polecat_rows_say_who_did_what_to_whom(tmp_path: Path) -> None:
    (row,) = of(tmp_path)
    assert tuple(row) == COLUMNS
    assert (row["Event Type"], row["Event Mode"], row["Quad Code"]) == ("SANCTION", "discontinue", "MATERIAL CONFLICT")
    assert (row["Event Date"], row["Publication Date"]) == ("2021-05-03", "2021-05-04")
    assert (row["Actor Name"], row["Recipient Name"]) == ("Ida Berg", "Ruritania;Sylvania")
    assert (row["Story People"], row["Story Locations"], row["Recipient Country"]) == ("Ida Berg", "", "")


@pytest.mark.parametrize(("action", "count", "quad"), [("oppose", 1, "VERBAL CONFLICT"), ("propose", 0, "")])
def test_polecat_leaves_out_what_plover_has_no_code_for(tmp_path: Path, action: str, count: int, quad: str) -> None:
    found = of(tmp_path, action=action)
    assert [row["Quad Code"] for row in found] == [quad] * count


@pytest.mark.parametrize(
    ("value", "cell"), [("a\tb\nc", "a b c"), ("=1+1", "'=1+1"), ("  x  ", "x")], ids=["tab", "formula", "blank"]
)
def test_polecat_cells_are_of_one_line_and_harmless(tmp_path: Path, value: str, cell: str) -> None:
    (row,) = of(tmp_path, fills=[("reasons", value)])
    assert row["Contexts"] == cell


def test_polecat_dates_what_has_no_date_by_publication(tmp_path: Path) -> None:
    (row,) = of(tmp_path, date_earliest=None)
    assert row["Event Date"] == "2021-05-04"


def test_polecat_has_a_header_without_rows(tmp_path: Path) -> None:
    from pipeline.tables import empty

    (path,) = exported("polecat", tmp_path, [empty()])
    assert path.read_text().rstrip("\n").split("\t") == list(COLUMNS)
