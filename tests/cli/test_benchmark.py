from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.commands import call


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("Norway has imposed an arms embargo on Belarus. Minister Ida Berg spoke on Monday.")
    (folder / "b.txt").write_text("Chile lifted its sanctions on Peru, the foreign ministry in Santiago said.")
    return folder


@pytest.mark.slow
def test_benchmark_times_another_pipeline_beside_ours(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("benchmark", articles, "--rounds", "1", "--beside", "blank-cnn", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["articles"] == 2
    assert set(told["seconds"]) == {"language", "mentions", "links", "normalise", "events", "tables"}
    assert list(told["beside"]) == ["blank-cnn"]
    assert told["beside"]["blank-cnn"] > 0


@pytest.mark.slow
def test_benchmark_names_a_pipeline_that_is_not_installed(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("benchmark", articles, "--rounds", "1", "--beside", "nothere") == 1
    assert "nothere: neither a model folder nor an installed spaCy pipeline" in capsys.readouterr().err
