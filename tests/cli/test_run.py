from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import pipeline.run
from cli.commands import call
from pipeline.cli.console import progress_text
from pipeline.errors import RunError
from pipeline.run import Progress, RunSummary


class FakeRun:
    """Stands for ``run_folder``: keeps what it was called with and reports every file of ``total``."""

    def __init__(self) -> None:
        self.called: dict[str, Any] = {}
        self.total = 3
        self.summary: dict[str, Any] = {}

    def __call__(self, root: Path, out: Path, *, progress: Callable[[Progress], None], **options: Any) -> RunSummary:
        self.called = {"root": root, "out": out} | options
        for done in range(1, self.total + 1):
            progress(Progress(done=done, total=self.total))
        usual = {
            "folder": out, "articles": 3, "failures": 0, "people": 4, "events": 2, "actions": {"impose": 1, "lift": 1},
            "words": 900, "resumed": 0, "seconds": 0.5, "files": ("articles.csv", "events.csv"),
        }  # fmt: skip
        return RunSummary(**(usual | self.summary))


@pytest.fixture(autouse=True)
def faked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeRun:
    run = FakeRun()
    monkeypatch.setattr(pipeline.run, "run_folder", run)
    monkeypatch.chdir(tmp_path)
    return run


def test_run_prints_a_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("run", "articles", "--out", "out") == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "3 articles, 900 words in 0.5 s (1800 words/s)",
        "4 people",
        "2 sanction events",
        "       1  impose",
        "       1  lift",
        "tables are in out: articles.csv, events.csv",
    ]
    assert said.err.splitlines() == ["1 of 3 files", "2 of 3 files", "3 of 3 files"]


def test_run_tells_what_was_done_before_and_what_failed(faked: FakeRun, capsys: pytest.CaptureFixture[str]) -> None:
    faked.summary = {"resumed": 2, "failures": 1, "notes": ("model differs [x]",)}
    assert call("run", "articles", "--out", "out") == 3
    said = capsys.readouterr()
    assert "900 words in 0.5 s (2 files from an earlier run)" in said.out
    assert "1 input could not be used: see out/errors.csv" in said.out
    assert "note: model differs [x]" in said.err


def test_run_counts_one_in_the_singular(faked: FakeRun, capsys: pytest.CaptureFixture[str]) -> None:
    faked.summary = {"articles": 1, "people": 1, "events": 1, "words": 1, "resumed": 1, "files": ("events.csv",)}
    call("run", "articles", "--out", "out")
    assert capsys.readouterr().out.splitlines()[:3] == [
        "1 article, 1 word in 0.5 s (1 file from an earlier run)", "1 person", "1 sanction event",
    ]  # fmt: skip


def test_run_json_is_all_that_is_printed(faked: FakeRun, capsys: pytest.CaptureFixture[str]) -> None:
    faked.summary = {"notes": ("a note",)}
    assert call("run", "articles", "--out", "out", "--json") == 0
    said = capsys.readouterr()
    printed = json.loads(said.out)
    assert (printed["events"], printed["actions"], printed["notes"]) == (2, {"impose": 1, "lift": 1}, ["a note"])
    assert said.err == ""


@pytest.mark.parametrize(("failures", "code"), [(0, 0), (2, 3)])
def test_run_quiet_prints_nothing(faked: FakeRun, capsys: pytest.CaptureFixture[str], failures: int, code: int) -> None:
    faked.summary = {"failures": failures}
    assert call("run", "articles", "--out", "out", "--quiet") == code
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("total", "lines"), [(0, 0), (7, 7), (20, 20), (100_000, 20)])
def test_run_progress_is_a_few_lines_where_there_is_no_terminal(
    faked: FakeRun, capsys: pytest.CaptureFixture[str], total: int, lines: int
) -> None:
    faked.total = total
    call("run", "articles", "--out", "out")
    said = capsys.readouterr().err.splitlines()
    assert len(said) == lines
    assert said[-1:] == ([f"{total} of {total} files"] if total else [])


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"done": 3, "total": 9}, "3 of 9 files"),
        ({"done": 3, "total": 9, "words": 5000, "seconds": 2.0}, "3 of 9 files, 2,500 words/s, 4 s left"),
        (
            {"done": 5, "total": 9, "resumed": 4, "seconds": 30.0, "failures": 2},
            "5 of 9 files, 2 min 00 s left, 2 failed",
        ),
        ({"done": 1, "total": 101, "seconds": 75.0}, "1 of 101 files, 2 h 05 min left"),
        ({"done": 4, "total": 4, "resumed": 4}, "4 of 4 files"),
    ],
)
def test_run_progress_tells_rate_remaining_time_and_failures(told: dict[str, Any], expected: str) -> None:
    assert progress_text(Progress(**told)) == expected


def test_run_tells_what_was_passed_over_and_what_repeats(faked: FakeRun, capsys: pytest.CaptureFixture[str]) -> None:
    faked.summary = {"skipped": 2, "duplicates": 1}
    assert call("run", "articles", "--out", "out") == 0
    said = capsys.readouterr().out
    assert "2 files passed over: see out/ledger.csv" in said
    assert "1 article repeating an earlier one: see status in articles.csv" in said


def test_run_hands_the_options_of_large_runs_on(faked: FakeRun) -> None:
    call(
        "run", "articles", "-o", "out", "--engine", "ray", "--address", "auto", "--storage", "s3://bucket/run",
        "--raw-csv", "--archives",
    )  # fmt: skip
    settings = faked.called["settings"]
    assert (settings.engine, settings.address, settings.storage) == ("ray", "auto", "s3://bucket/run")
    assert settings.raw_csv and settings.archives


def test_run_refuses_an_unknown_engine(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("run", "articles", "-o", "out", "--engine", "spark") == 1
    assert "setting 'engine'" in capsys.readouterr().err


def test_run_hands_its_options_on(faked: FakeRun, tmp_path: Path) -> None:
    call(
        "run", "articles", "-o", "out", "--model", "en_x", "--lexicon", "mine", "--published", "2020-07-14", "-j", "0",
        "--format", "csv", "--format", "jsonl", "--fresh",
    )  # fmt: skip
    settings = faked.called.pop("settings")
    assert faked.called == {"root": Path("articles"), "out": Path("out"), "fresh": True}
    assert (settings.model, settings.lexicon, settings.published) == ("en_x", Path("mine"), date(2020, 7, 14))
    assert (settings.workers, settings.formats) == (0, ("csv", "jsonl"))


def test_run_reads_the_settings_file_of_the_working_folder(faked: FakeRun, tmp_path: Path) -> None:
    (tmp_path / "sanction-events.toml").write_text('workers = 3\ndate_order = "dmy"\n')
    call("run", "articles", "--out", "out", "--workers", "2")
    settings = faked.called["settings"]
    assert (settings.workers, settings.date_order) == (2, "dmy")


def test_run_tells_errors_in_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise RunError("out: cannot write here; choose another --out")

    monkeypatch.setattr(pipeline.run, "run_folder", refuse)
    assert call("run", "articles", "--out", "out", "--quiet") == 1
    assert capsys.readouterr() == ("", "error: out: cannot write here; choose another --out\n")


@pytest.mark.parametrize("quiet", [[], ["--quiet"]])
def test_run_that_is_stopped_says_how_to_go_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], quiet: list[str]
) -> None:
    def stopped(*args: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline.run, "run_folder", stopped)
    assert call("run", "articles", "--out", "out", *quiet) == 130
    assert capsys.readouterr() == ("", "stopped; the same command goes on from here\n")
