"""What the benchmark makes of runs; the runs themselves are tested elsewhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

import pipeline.run.scaling
from pipeline.errors import RunError
from pipeline.run import Progress, Scaling, measure_scaling
from pipeline.run.memory import varied
from pipeline.settings import Settings

TEXTS = ["Norway imposed sanctions on Belarus yesterday.", "Chile will lift its sanctions, the minister said."]


def test_scaling_takes_the_rate_when_all_workers_are_warm(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    asked: list[Settings] = []

    def run(dump: Path, out: Path, *, settings: Settings, progress: Callable[[Progress], None]) -> None:
        asked.append(settings)
        assert len([json.loads(line)["text"] for line in dump.read_text().splitlines()]) == 40
        clock[0] += 30  # the models are loaded
        for done in range(1, 11):
            clock[0] += 1 / settings.workers
            progress(Progress(done=done, total=10, words=100 * done))

    monkeypatch.setattr(pipeline.run.scaling, "run_folder", run)
    monkeypatch.setattr(pipeline.run.scaling, "time", SimpleNamespace(perf_counter=lambda: clock[0]))
    monkeypatch.setattr(pipeline.run.scaling, "_start", lambda text, place: 2.5)
    chosen = Settings(engine="ray", address="auto", storage="s3://bucket")
    found = measure_scaling(articles, settings=chosen, workers=4, articles=40)
    assert {count: round(rate) for count, rate in found.rates.items()} == {1: 100, 4: 400}
    assert [(one.engine, one.workers, one.address, one.storage) for one in asked] == [
        ("ray", 1, "", ""),
        ("ray", 4, "", ""),
    ]
    assert found.text().splitlines() == [
        "  1 workers       100 words/s, 1.00 times the first",
        "  4 workers       400 words/s, 4.00 times the first",
        "start to first result 2.50 s",
    ]


def test_scaling_needs_an_article(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="no usable article here to measure with"):
        measure_scaling(tmp_path, settings=Settings(), workers=2, articles=1)


def test_scaling_tells_of_a_start_that_fails(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline.run.scaling, "_rate", lambda *rest: 1.0)
    monkeypatch.setattr(pipeline.run.scaling.subprocess, "run", lambda *rest, **options: SimpleNamespace(returncode=1))
    with pytest.raises(RunError, match="the command fails; give it by itself to see why"):
        measure_scaling(articles, settings=Settings(), workers=1, articles=1)


def test_scaling_articles_are_varied_and_always_the_same() -> None:
    made = list(varied(TEXTS * 3, 50, length=5))
    assert made == list(varied(TEXTS * 3, 50, length=5))
    assert len(set(made)) > 10
    assert all(len(text.split(" ")) <= 5 for text in made)
    assert list(varied(["Of us"], 2, length=9)) == ["Of us", "Of us"]


def test_scaling_of_one_number_of_workers() -> None:
    assert Scaling(rates={1: 10.0}, start=1.0).text().startswith("  1 workers        10 words/s, 1.00 times")
