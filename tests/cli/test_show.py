from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.commands import call
from cli.runs import stand_in, usual


@pytest.fixture(autouse=True)
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    stand_in(monkeypatch, {tmp_path / "run": usual()})
    return tmp_path / "run"


def test_show_tells_what_there_is(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("show", run) == 0
    said = capsys.readouterr().out
    assert "│ events       │ 2" in said
    assert "│ impose │ 2" in said
    call("show", run, "--json")
    told = json.loads(capsys.readouterr().out)
    assert (told["rows"]["articles"], told["rows"]["errors"], told["actions"]) == (3, 1, {"impose": 2})


@pytest.mark.parametrize(
    ("options", "words", "not_words"),
    [
        (["events"], ["norway-e", "Ruritania | Sylvania", "0.875"], ["rows; --limit"]),
        (["people", "--where", "article_id=SWED"], ["sweden"], ["norway"]),
        (["events", "-n", "1"], ["1 of 2 rows; --limit 0 shows all"], ["sweden-e1"]),
        (["events", "-c", "law", "-c", "trigger"], ["trigger", "froze"], ["measures"]),
        (["errors"], ['"no" text'], []),
    ],
)
def test_show_prints_a_table(
    run: Path, capsys: pytest.CaptureFixture[str], options: list[str], words: list[str], not_words: list[str]
) -> None:
    assert call("show", run, *options) == 0
    said = capsys.readouterr().out
    assert all(one in said for one in words)
    assert not any(one in said for one in not_words)


def test_show_json_has_values_of_their_kind(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call("show", run, "events", "--json", "--where", "article_id=norway")
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["targets"], row["target_count"], row["law"]) == (["Ruritania", "Sylvania"], 2, None)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["evnts"], "there is no table 'evnts'"),
        (["events", "--where", "colour=red"], "columns of events are article_id"),
        (["events", "--where", "law"], "'law' is not COLUMN=WORDS"),
        (["events", "-c", "colour"], "no column 'colour'"),
    ],
)
def test_show_says_what_it_does_not_know(
    run: Path, capsys: pytest.CaptureFixture[str], options: list[str], message: str
) -> None:
    assert call("show", run, *options) == 2
    assert message in " ".join(capsys.readouterr().err.split())


def test_show_needs_a_finished_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("show", tmp_path / "none", "events") == 1
    assert "no finished run here" in capsys.readouterr().err
