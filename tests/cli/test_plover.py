"""The table of PLOVER's records, with a stand-in for the chain that finds an event where it reads of sanctions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from samples import result

import pipeline.stages
from cli.commands import call
from pipeline.records import ArticleResult
from pipeline.settings import Settings


class FakeStages:
    """Finds an imposition in a text with the word sanctions."""

    def __init__(self, settings: Settings) -> None:
        pass

    def extract_text(self, text: str) -> ArticleResult:
        return result() if "sanctions" in text else result().model_copy(update={"events": ()})

    def close(self) -> None:
        pass


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(pipeline.stages, "Stages", FakeStages)
    rows = [
        {"id": "s1", "event": "SANCTION", "eventText": "imposed", "text": "Ruritania imposed sanctions."},
        {"id": "l1", "event": "THREATEN", "eventText": "threatened embargo", "text": "It threatened an embargo."},
        {"id": "o1", "event": "AID", "eventText": "gave", "text": "It gave aid."},
    ]
    path = tmp_path / "plover.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def test_plover_prints_recall_and_false_alarms(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("gold", "plover", "--data", data) == 0
    said = capsys.readouterr().out
    assert said.startswith("3 records")
    lines = [line.split() for line in said.splitlines()]
    assert [
        "SANCTION",
        "(sanction)",
        "1",
        "1",
        "1.000",
        "[0.207,",
        "1.000]",
        "1",
        "1.000",
        "[0.207,",
        "1.000]",
    ] in lines
    assert ["AID", "1", "0", "0.000", "[0.000,", "0.793]"] in lines


def test_plover_gives_json(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("gold", "plover", "--data", data, "--json") == 0
    shares = json.loads(capsys.readouterr().out)
    assert [(share["kind"], share["records"], share["any"], share["coded"], share["ids"]) for share in shares] == [
        ("sanction", 1, 1, 1, []), ("like", 1, 0, 0, ["l1"]), ("other", 1, 0, 0, []),
    ]  # fmt: skip
