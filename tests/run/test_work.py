from __future__ import annotations

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
    assert fake.made == 1
    monkeypatch.setattr(fake, "extract", growing)
    monkeypatch.setattr("pipeline.run.work._MOST_NEW_WORDS", 200)
    run(tmp_path / "two")
    assert fake.made == 1 + 3
    assert tables(tmp_path / "one") == tables(tmp_path / "two")


def test_work_tells_the_memory_it_takes() -> None:
    assert 10 << 20 < memory() < 64 << 30
