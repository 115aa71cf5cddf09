from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from review.reviewing import RESULTS, TEXTS, doubtful

from cli.commands import call
from cli.runs import stand_in


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    stand_in(monkeypatch, {tmp_path / "run": RESULTS, tmp_path / "later": [doubtful()]})
    return tmp_path / "run"


def decide(sheet: Path, *verdicts: str) -> None:
    with sheet.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    for row, verdict in zip(rows, verdicts, strict=True):
        row[header.index("verdict")] = verdict
    with sheet.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def test_review_goes_out_and_comes_back(run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, gold = tmp_path / "review", tmp_path / "gold"
    assert call("review", "export", run, "--out", out, "--below", "0.5") == 0
    assert capsys.readouterr().out.splitlines() == [
        "1 doubtful of 2 events in 1 articles",
        *(f"written: {out / name}" for name in ("review.csv", "review_tasks.json", "review_tasks.xml")),
    ]
    decide(out / "review.csv", "right", "")
    assert call("review", "import", out / "review.csv", "--run", run, "--gold", gold) == 0
    assert "doubtful: 1 events still wait for a verdict; no gold written" in capsys.readouterr().out
    decide(out / "review.csv", "right", "wrong")
    assert call("review", "import", out / "review.csv", "--run", run, "--gold", gold) == 0
    assert capsys.readouterr().out.startswith(f"2 decisions; gold of 1 articles in {gold}\n")
    assert sorted(path.name for path in gold.iterdir()) == ["decisions.csv", "doubtful.json"]

    assert call("review", "export", tmp_path / "later", "--out", out, "--below", "0.5", "--gold", gold) == 0
    assert capsys.readouterr().out.startswith("0 doubtful of 0 events in 0 articles\n")

    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "doubtful.txt").write_text(TEXTS["doubtful"], encoding="utf-8")
    assert call("evaluate", "--articles", articles, "--gold", gold, "--run", run, "--json") == 0
    scores = json.loads(capsys.readouterr().out)["scores"]
    assert (scores["events"]["gold"], scores["events"]["predicted"], scores["events"]["matched"]) == (1, 2, 1)


def test_review_takes_a_label_studio_export(run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call("review", "export", run, "--out", tmp_path / "review", "--below", "0.5")
    tasks = json.loads((tmp_path / "review" / "review_tasks.json").read_text(encoding="utf-8"))
    for task in tasks:
        verdict = {"from_name": "verdict", "type": "choices", "value": {"choices": ["right"]}}
        task["annotations"] = [{"result": [*task["predictions"][0]["result"], verdict]}]
    (tmp_path / "export.json").write_text(json.dumps(tasks), encoding="utf-8")
    capsys.readouterr()
    assert call("review", "import", tmp_path / "export.json", "--run", run, "--gold", tmp_path / "gold") == 0
    assert capsys.readouterr().out.startswith("2 decisions; gold of 1 articles")
