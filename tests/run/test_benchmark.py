from __future__ import annotations

from pathlib import Path

import pytest

import pipeline.run.benchmark
from pipeline.errors import ArticleError, RunError
from pipeline.run import measure_speed
from pipeline.run.benchmark import Speed
from pipeline.settings import Settings
from run.conftest import FakeStages


@pytest.fixture(autouse=True)
def faked(monkeypatch: pytest.MonkeyPatch, fake: type[FakeStages]) -> None:
    monkeypatch.setattr(pipeline.run.benchmark, "Stages", fake)


def test_benchmark_counts_rounds_and_leaves_the_first_out(articles: Path, fake: type[FakeStages]) -> None:
    (articles / "empty.txt").write_text("")
    speed = measure_speed(articles, settings=Settings(), rounds=2)
    assert (speed.articles, speed.words) == (10, 48)
    assert len(fake.worked) == 15
    assert speed.seconds["language"] == 2.5
    assert list(speed.seconds) == ["language", "tables"]


def test_benchmark_text_has_a_line_per_stage() -> None:
    speed = Speed(articles=2, words=1000, load=1.5, seconds={"language": 0.4, "links": 0.0, "tables": 0.1})
    assert speed.text().splitlines() == [
        "2 articles, 1000 words; model and lexicon loaded in 1.50 s",
        "language        2500 words/s  80.0%",
        "links              0 words/s   0.0%",
        "tables         10000 words/s  20.0%",
        "whole           2000 words/s, 1.25 times the model alone",
    ]


def test_benchmark_needs_an_article(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(RunError, match="no usable article here to time on"):
        measure_speed(tmp_path, settings=Settings(), rounds=1)
    with pytest.raises(ArticleError, match="no such file or folder"):
        measure_speed(tmp_path / "none", settings=Settings(), rounds=1)
