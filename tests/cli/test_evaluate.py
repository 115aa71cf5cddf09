from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from samples import CODES, FAILURE, TEXT, result

import pipeline.run
from cli.commands import call
from pipeline import lexicon
from pipeline.run import FinishedRun
from pipeline.settings import Settings
from pipeline.tables import build

GOLD = {
    "article_id": "norway",
    "published": "2021-05-04",
    "people": [
        {
            "name": "Ida Berg",
            "affiliations": [
                {"role": "Minister", "role_text": "Minister", "organization": None, "party": None, "country": None,
                 "status": "former"}
            ],
        }
    ],
    "dates": [{"text": "Monday", "occurrence": 1, "type": "DATE", "value": "2021-05-03", "mod": None}],
    "events": [
        {"action": "impose", "evidence": "froze assets of Ruritania and Sylvania", "actors": ["Ida Berg"],
         "senders": ["NOR"], "targets": ["Ruritania"], "target_countries": [], "target_count": None, "addressees": [],
         "measures": ["asset_freeze"], "law": None, "reasons": [], "date": "2021-05-03"}
    ],
}  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "norway.json").write_text(json.dumps(GOLD))
    return folder


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Settings]:
    """Put a finished run in the place of runs, and return the settings that they were asked for with."""
    finished = FinishedRun(
        build([result()], [FAILURE], codes=CODES), {"norway": TEXT}, {"norway": [(0, 22), (24, len(TEXT))]}
    )
    asked: list[Settings] = []
    read = lexicon.shared()
    monkeypatch.setattr(lexicon, "load", lambda overlay: read)
    monkeypatch.setattr(pipeline.run, "read_run", lambda folder: finished)
    monkeypatch.setattr(pipeline.run, "run_folder", lambda *args, settings, progress: asked.append(settings))
    monkeypatch.chdir(tmp_path)
    return asked


def test_evaluate_prints_scores_and_writes_files(
    gold: Path, settings: list[Settings], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("evaluate", "--articles", "x", "--gold", gold, "--out", tmp_path / "scores") == 0
    said = capsys.readouterr()
    people = next(line for line in said.out.splitlines() if line.startswith("people"))
    assert people.split()[1:4] == ["1", "1", "1"]
    assert f"note: not scored: {FAILURE.message}" in said.err
    assert {path.name for path in (tmp_path / "scores").iterdir()} == {"metrics.json", "errors.csv"}
    assert settings[0].formats == ("parquet",)


def test_evaluate_of_a_finished_run_runs_nothing(gold: Path, settings: list[Settings]) -> None:
    assert call("evaluate", "--articles", "x", "--gold", gold, "--run", "out") == 0
    assert settings == []


def test_evaluate_json_is_the_metrics(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("evaluate", "--articles", "x", "--gold", gold, "--json", "--run", "out") == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["articles"] == ["norway"]
    assert said.err == ""


def test_evaluate_compares_with_a_baseline(gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    common: tuple[Any, ...] = ("evaluate", "--articles", "x", "--gold", gold, "--run", "out")
    call(*common, "--out", tmp_path / "scores")
    alone = capsys.readouterr().out
    assert call(*common, "--baseline", tmp_path / "scores" / "metrics.json") == 0
    assert len(capsys.readouterr().out) > len(alone)


@pytest.mark.parametrize(
    ("option", "value"), [("--baseline", "none.json"), ("--gold", "nowhere")], ids=["baseline", "gold"]
)
def test_evaluate_tells_what_is_missing(
    gold: Path, capsys: pytest.CaptureFixture[str], option: str, value: str
) -> None:
    assert call("evaluate", "--articles", "x", "--gold", gold, "--run", "out", option, value) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"error: {value}: ")
