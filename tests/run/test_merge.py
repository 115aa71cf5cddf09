from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from persons import person_result

from pipeline.errors import WatchlistError
from pipeline.records import ArticleResult
from pipeline.run.merge import merge
from pipeline.settings import Settings
from pipeline.stages import Plan
from run.conftest import Run

LIST = "id,schema,name,aliases,countries\nx-1,Person,Ana Lowén,,cl\nx-2,Company,Plovex Trading,,ru\n"


def rows(folder: Path, table: str) -> Iterator[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def results() -> list[ArticleResult]:
    return [
        person_result("a", [("Ana Lowén", ["Senator, , , CHL"])]),
        person_result("b", [("Bo Tran", []), ("Ana Lowen", ["Senator, , , CHL"])], targets=["Plovex Trading"]),
    ]


def test_merge_gives_one_person_of_two_articles_one_id(tmp_path: Path) -> None:
    merge(results(), tmp_path, formats=["csv"], codes={}, gatherer=Plan(Settings()).gatherer())
    people = [(row["article_id"], row["person_id"], row["name"]) for row in rows(tmp_path, "people")]
    assert people == [("a", "a:p1", "Ana Lowén"), ("b", "b:p1", "Bo Tran"), ("b", "a:p1", "Ana Lowen")]
    assert [row["person_id"] for row in rows(tmp_path, "affiliations")] == ["a:p1", "a:p1"]
    assert not list(rows(tmp_path, "watchlist"))


def test_merge_looks_up_the_watchlist(tmp_path: Path) -> None:
    path = tmp_path / "targets.simple.csv"
    path.write_text(LIST, encoding="utf-8")
    plan = Plan(Settings(watchlist=path))
    merge(results(), tmp_path, formats=["csv"], codes={}, gatherer=plan.gatherer())
    assert [
        (row["article_id"], row["table"], row["row"], row["name"], row["list_id"], row["list_name"], row["score"])
        for row in rows(tmp_path, "watchlist")
    ] == [
        ("a", "people", "a:p1", "Ana Lowén", "x-1", "Ana Lowén", "1"),
        ("b", "people", "a:p1", "Ana Lowen", "x-1", "Ana Lowén", "1"),
        ("b", "events", "b:e1", "Plovex Trading", "x-2", "Plovex Trading", "1"),
    ]
    assert plan.watchlist.startswith("targets.simple.csv-")
    assert plan.fingerprint == Plan(Settings()).fingerprint


def test_merge_refuses_a_file_that_is_no_watchlist_before_any_work(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("a,b\n", encoding="utf-8")
    with pytest.raises(WatchlistError, match="names no column"):
        run(watchlist=path)
    assert not (tmp_path / "out").exists()
