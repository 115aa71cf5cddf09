from __future__ import annotations

from pathlib import Path

import pytest

import pipeline.cli.run
import pipeline.run
import pipeline.run.manifest
from cli.commands import call
from cli.runs import stand_in, usual
from cli.test_run import FakeRun
from pipeline.cli.report import code_names, facts
from pipeline.lexicon import load


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    stand_in(monkeypatch, {tmp_path / "run": usual()})
    monkeypatch.setattr(pipeline.run.manifest, "read_report", lambda folder: {"version": "7", "settings": {}})
    return tmp_path / "run"


def test_report_is_written_into_the_run_folder(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("report", run) == 0
    assert capsys.readouterr().out == f"written: {run / 'report.html'}\n"
    assert '"version":"7"' in (run / "report.html").read_text(encoding="utf-8")


def test_report_goes_where_it_is_wanted(run: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert call("report", run, "--out", tmp_path / "new" / "page.html", "--title", "Our <run>", "--quiet") == 0
    assert capsys.readouterr().out == ""
    assert "<title>Our &lt;run&gt;</title>" in (tmp_path / "new" / "page.html").read_text(encoding="utf-8")


def test_report_names_codes() -> None:
    names = code_names(load())
    assert (names["CAN"], names["EU"]) == ("Canada", "European Union")


def test_report_tells_what_a_run_depends_on_and_not_where_it_was() -> None:
    told = facts({"version": "1", "model": "m", "settings": {"date_order": "auto", "x": None}, "machine": {"a": "b"}})
    assert told == {"version": "1", "code": "", "model": "m", "lexicon": "", "settings": "date_order = auto"}


def test_report_comes_with_a_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[Path] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pipeline.run, "run_folder", FakeRun())
    monkeypatch.setattr(
        pipeline.cli.run, "write_page", lambda run, *, lexicon: asked.append(run) or [run / "report.html"]
    )
    assert call("run", "articles", "--out", "out", "--report") == 0
    assert asked == [Path("out")]
    assert capsys.readouterr().out.endswith("tables are in out: articles.csv, events.csv, report.html\n")
    assert call("run", "articles", "--out", "out", "--report", "--format", "csv") == 2
    assert "add --format parquet" in " ".join(capsys.readouterr().err.split())


def test_report_of_an_earlier_run_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pipeline.run, "run_folder", FakeRun())
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "report.html").write_text("")
    call("run", "articles", "--out", "out")
    assert "note: report.html there is of an earlier run; --report writes it anew" in capsys.readouterr().err
