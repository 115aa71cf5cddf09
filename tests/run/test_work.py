from __future__ import annotations

import gc
from pathlib import Path

import pytest

from pipeline.records import Article, ArticleResult
from pipeline.run.work import memory
from run.conftest import FakeStages, Run, found, tables


def test_work_renews_a_vocabulary_that_has_met_too_many_words(
    run: Run, tmp_path: Path, fake: type[FakeStages], monkeypatch: pytest.MonkeyPatch
) -> None:
    def growing(self: FakeStages, article: Article) -> ArticleResult:
        self.vocabulary += 100
        return found(article)

    run(tmp_path / "one")
    assert (fake.made, fake.tidied) == (1, 0)
    monkeypatch.setattr(fake, "extract", growing)
    monkeypatch.setattr("pipeline.run.work._MOST_NEW_WORDS", 200)
    run(tmp_path / "two")
    assert (fake.made, fake.tidied) == (1 + 3, 0)
    monkeypatch.setattr("pipeline.run.work._TIDY_AFTER", 100)
    run(tmp_path / "three")
    assert (fake.made, fake.tidied) == (4 + 3, 2)
    assert tables(tmp_path / "one") == tables(tmp_path / "two") == tables(tmp_path / "three")


def test_work_tells_the_memory_it_takes() -> None:
    assert 10 << 20 < memory() < 64 << 30


def test_work_looks_for_garbage_as_often_afterwards_as_before(run: Run) -> None:
    before = gc.get_threshold()
    seen: list[int] = []

    class Watched(FakeStages):
        def close(self) -> None:
            seen.append(gc.get_threshold()[0])
            super().close()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.run.work.Stages", Watched)
        run()
    assert seen == [50_000]
    assert gc.get_threshold() == before


def test_work_keeps_nothing_from_being_garbage_afterwards(run: Run) -> None:
    run()
    assert gc.get_freeze_count() == 0
