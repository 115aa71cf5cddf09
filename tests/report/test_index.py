from __future__ import annotations

import math

import pandas as pd
import pytest
from samples import bare, result

from pipeline.report.families import FAMILIES
from pipeline.report.index import index, plain
from pipeline.report.parts import SIZE, parts
from pipeline.report.people import people
from pipeline.tables import Kind
from pipeline.vocabularies import Action
from report.conftest import ABOUT, NAMES, frames_of, listed


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (("a", "b"), Kind.LIST, ["a", "b"]),
        ("a", Kind.TEXT, "a"),
        (pd.NA, Kind.INT, None),
        (7, Kind.INT, 7),
        (math.nan, Kind.FLOAT, None),
        (0.87512, Kind.FLOAT, 0.875),
    ],
)
def test_index_cells_are_plain_values(value: object, kind: Kind, expected: object) -> None:
    assert plain(value, kind) == expected


def test_index_names_only_codes_in_use() -> None:
    made = index(frames_of([result()]), names=NAMES, about=ABOUT, title="T")
    assert made["names"] == {"NOR": "Norway"}


def test_index_counts_events_and_people_by_article() -> None:
    made = index(frames_of([result(), bare()]), names=NAMES, about=ABOUT, title="T")
    assert [row[-2:] for row in made["articles"]] == [[1, 1], [0, 0]]
    assert made["errors"] == [["scan.txt", 'scan.txt: it is an image, "no" text']]


def test_families_hold_every_action() -> None:
    assert set(FAMILIES) == set(Action)


def test_people_are_those_of_the_run() -> None:
    """One name in two articles is two persons until the run's table gives them one id."""
    frames = frames_of([result("one"), result("two")])
    assert [entry["places"] for entry in people(frames)] == [[["one", "one-p1"]], [["two", "two-p1"]]]
    for table in ("people", "affiliations"):
        frames[table]["person_id"] = "one-p1"
    (entry,) = people(frames)
    assert (entry["name"], entry["mentions"], len(entry["places"])) == ("Ida Berg", 4, 2)
    assert entry["roles"] == [["Minister", "", "NOR", "former"]]


def test_parts_take_the_ids_of_the_table() -> None:
    frames = frames_of([result("one"), result("two")])
    frames["people"]["person_id"] = "one-p1"
    (part,) = parts([result("one"), result("two")], frames["people"])
    assert [article["people"][0]["id"] for article in part["articles"]] == ["one-p1", "one-p1"]
    assert [article["affiliations"][0]["person"] for article in part["articles"]] == ["one-p1", "one-p1"]


def test_parts_are_of_one_size() -> None:
    results = [bare(f"b{number}") for number in range(SIZE + 1)]
    assert [len(part["articles"]) for part in parts(results, frames_of(results)["people"])] == [SIZE, 1]


def test_index_holds_the_hits_of_the_watchlist() -> None:
    made = index(frames_of([listed()]), names=NAMES, about=ABOUT, title="T")
    assert made["listings"] == [
        ["listed", row, "Ida Berg", "BERG, Ida", "L<1>", "Person", ["NOR"], 1.0] for row in ("listed-p1", "listed-e1")
    ]
