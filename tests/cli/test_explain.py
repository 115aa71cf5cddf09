from __future__ import annotations

import json
from pathlib import Path

import pytest
from run.conftest import FakeStages

import pipeline.stages
from cli.commands import call
from cli.runs import stand_in, usual


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    stand_in(monkeypatch, {tmp_path / "run": usual()})
    return tmp_path / "run"


@pytest.mark.parametrize("event", ["2", "sweden-e1", "swe"])
def test_explain_tells_the_words_and_rule_of_every_cell(
    run: Path, capsys: pytest.CaptureFixture[str], event: str
) -> None:
    assert call("explain", run, event) == 0
    said = capsys.readouterr().out
    assert said.startswith("impose  sweden-e1  in sweden, characters ")
    lines = [[cell.strip() for cell in line.strip("│").split("│")] for line in said.splitlines() if line[:1] == "│"]
    assert ["targets", "Sylvania", '"Sylvania" (94-102)', "model:x"] in lines
    assert ["senders", "NOR", "implied", "implied:x"] in lines
    assert "confidence 0.875" in said


def test_explain_tells_all_events_where_none_is_named(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("explain", run, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["event_id"] for one in told] == ["norway-e1", "sweden-e1"]
    assert told[0]["cells"][1] == {
        "column": "senders", "value": "NOR", "text": None, "start": None, "end": None, "rule": "implied:x",
    }  # fmt: skip
    assert told[0]["cells"][2]["start"] == 80


@pytest.mark.parametrize("event", ["3", "x", ""])
def test_explain_says_which_events_there_are(run: Path, capsys: pytest.CaptureFixture[str], event: str) -> None:
    assert call("explain", run, event) == 1
    assert "tells all 2" in capsys.readouterr().err


def test_explain_works_on_an_article(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline.stages, "Stages", FakeStages)
    article = tmp_path / "a.txt"
    article.write_text("Norway imposed sanctions.")
    assert call("explain", article, "1") == 0
    assert '"Norway" (0-6)' in capsys.readouterr().out
    article.write_text("Norway rests.")
    assert call("explain", article) == 1
    assert "there is no sanction event here" in capsys.readouterr().err
    article.write_text("")
    assert call("explain", article) == 1
    assert "a.txt" in capsys.readouterr().err
