from __future__ import annotations

import csv
import multiprocessing
from pathlib import Path

import pytest

import pipeline.run.work
from pipeline.records import Article, ArticleResult, Fill
from pipeline.run import read_run, run_folder
from pipeline.settings import Settings
from pipeline.vocabularies import Slot
from run.conftest import FakeStages, Killed, found, tables, write

NEWS = "Norway imposed sanctions on Belarus on 3 May 2021."
TEXTS = {
    "north/a.txt": f"4 May 2021\n\n{NEWS}",
    "north/b.txt": f"5 May 2021\n\n{NEWS} Many more may come, a minister said in the capital on that day.",
    "south/c.txt": f"5 May 2021\n\n{NEWS} It will lift them when they have had an effect, Ida Berg said.",
    "south/d.txt": f"4 May 2021\n\n{NEWS}",
    "e.txt": "9 June 2021\n\nNothing of that kind was told.",
}


class TellingStages(FakeStages):
    """Finds in an article with sanctions that Norway is their sender and Belarus their target."""

    def extract(self, article: Article) -> ArticleResult:
        result = super().extract(article)
        codes = ((Slot.SENDERS, "NOR"), (Slot.TARGET_COUNTRIES, "BLR"))
        fills = tuple(Fill(slot=slot, value=value, rule="fake") for slot, value in codes)
        events = tuple(event.model_copy(update={"fills": fills}) for event in found(article).events)
        return result.model_copy(update={"events": events})


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    fork = multiprocessing.get_context("fork")
    monkeypatch.setattr("pipeline.run.processes.multiprocessing.get_context", lambda method: fork)
    monkeypatch.setattr(pipeline.run.work, "Stages", TellingStages)
    write(tmp_path / "news", TEXTS)
    return tmp_path / "news"


def rows(out: Path, table: str) -> list[dict[str, str]]:
    with (out / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_stories_of_a_run_gather_articles(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run_folder(news, out, settings=Settings(workers=1))
    assert [(row["article_id"], row["story_id"]) for row in rows(out, "events")] == [
        ("a", "a-e"), ("b", "a-e"), ("c", "c-e"), ("d", "a-e"),
    ]  # fmt: skip
    stories = {row["story_id"]: row for row in rows(out, "stories")}
    assert list(stories) == ["c-e", "a-e"]
    first = stories["a-e"]
    assert (first["action"], first["senders"], first["target_countries"]) == ("impose", "NOR", "BLR")
    # The last article repeats the first: another article, no other source.
    assert (first["articles"], first["sources"], first["article_ids"]) == ("3", "1", "a | b | d")
    assert (first["first_published"], first["last_published"]) == ("2021-05-04", "2021-05-05")
    assert read_run(out).tables["stories"]["articles"].tolist() == [1, 3]


@pytest.mark.parametrize("size", [1, 2])
def test_stories_are_the_same_for_any_number_of_workers(news: Path, tmp_path: Path, size: int) -> None:
    run_folder(news, tmp_path / "one", settings=Settings(workers=1))
    run_folder(news, tmp_path / "two", settings=Settings(workers=2, unit_size=size))
    assert tables(tmp_path / "one") == tables(tmp_path / "two")


def test_stories_are_the_same_after_an_interruption(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_folder(news, tmp_path / "whole", settings=Settings(workers=1))
    TellingStages.worked.clear()
    monkeypatch.setattr(FakeStages, "kill_after", 2)
    with pytest.raises(Killed):
        run_folder(news, tmp_path / "out", settings=Settings(workers=1, unit_size=1))
    monkeypatch.setattr(FakeStages, "kill_after", None)
    assert run_folder(news, tmp_path / "out", settings=Settings(workers=1, unit_size=1)).resumed == 2
    assert tables(tmp_path / "out") == tables(tmp_path / "whole")


def test_stories_take_the_source_that_a_dump_names(news: Path, tmp_path: Path) -> None:
    lines = [
        f'{{"title": "{number}", "text": "{NEWS}", "date": "2021-05-0{number}", "url": "https://{host}/x/{number}"}}'
        for number, host in enumerate(("www.lunden.example", "lunden.example", "Post.example"), start=3)
    ]
    write(tmp_path / "dump", {"all.jsonl": "\n".join(lines)})
    run_folder(tmp_path / "dump", tmp_path / "out", settings=Settings(workers=1))
    (story,) = rows(tmp_path / "out", "stories")
    assert (story["articles"], story["sources"]) == ("3", "2")
