from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.commands import COMMANDS, call
from pipeline import lexicon
from pipeline.cli import app
from pipeline.cli.console import err

HERE = Path(__file__).parents[2]


def shell(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline", *arguments]
    return subprocess.run(command, cwd=HERE, capture_output=True, text=True, timeout=120, check=False)


def test_main_has_these_commands() -> None:
    assert sorted(COMMANDS) == [
        "benchmark", "dates benchmark", "dates evaluate", "dates phrases", "diff", "evaluate", "explain", "gold check",
        "gold plover", "gold standoff", "lexicon check", "model evaluate", "report", "review export", "review import",
        "run", "show", "train",
    ]  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS)
def test_main_help_teaches_every_command(name: str) -> None:
    result = CliRunner().invoke(app, [*name.split(), "--help"])
    text = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert f"Example: sanction-events {name}" in text
    for parameter in COMMANDS[name].params:
        assert parameter.help, f"{name}: {parameter.name} has no help"


@pytest.mark.parametrize(
    ("words", "completed"), [("sanction-events ex", "explain"), ("sanction-events review im", "import")]
)
def test_main_completes_commands_in_the_shell(words: str, completed: str) -> None:
    environment = {
        "_SANCTION_EVENTS_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" ")),
    }  # fmt: skip
    result = CliRunner().invoke(app, [], prog_name="sanction-events", env=environment)
    assert result.stdout.split() == [completed]


@pytest.mark.parametrize("name", ["", "dates", "lexicon", "gold", "model", "review"])
def test_main_without_a_command_shows_help(name: str) -> None:
    result = CliRunner().invoke(app, name.split())
    assert result.exit_code == 2
    assert "Commands:" in result.output


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["rnu"], "rnu"),
        (["run"], "folder"),
        (["run", "articles"], "--out"),
        (["run", "articles", "--out", "x", "--published", "14 July"], "--published"),
        (["run", "articles", "--out", "x", "--workers", "-1"], "--workers"),
        (["run", "articles", "--out", "x", "--colour", "red"], "--colour"),
        (["benchmark", "articles", "--rounds", "0"], "--rounds"),
    ],
)
def test_main_wrong_usage_is_told_with_code_2(arguments: list[str], named: str) -> None:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert named in result.stderr.lower().splitlines()[-1]
    assert result.stdout == ""


def test_main_errors_are_one_plain_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Brackets in a message are words, no markup."""
    (tmp_path / "roles.toml").write_text("[role]\n")
    assert call("lexicon", "check", tmp_path) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "error: roles.toml: write [[role]] with double brackets, one per entry\n"


def test_main_errors_of_the_file_system_are_plain_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(lexicon, "load", refuse)
    assert call("lexicon", "check", tmp_path) == 1
    assert capsys.readouterr().err == f"error: {tmp_path}: Permission denied; see to it and give the command again\n"


def test_main_faults_of_ours_are_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(folder: Path | None) -> None:
        raise ValueError("a fault")

    monkeypatch.setattr(lexicon, "load", fail)
    result = CliRunner().invoke(app, ["lexicon", "check"])
    assert isinstance(result.exception, ValueError)


def test_main_consoles_do_not_wrap_or_colour(capsys: pytest.CaptureFixture[str]) -> None:
    err.print("[red]x[/red] :smile: " + "word " * 60)
    assert capsys.readouterr().err == "[red]x[/red] :smile: " + "word " * 60 + "\n"


def test_main_runs_as_a_module() -> None:
    result = shell("--help")
    assert result.returncode == 0
    assert "News articles to sanctions data." in result.stdout
    assert result.stderr == ""


def test_main_as_a_module_needs_neither_model_nor_tables_for_help() -> None:
    code = "import sys, pipeline.cli; print(sorted({'spacy', 'pandas', 'torch', 'onnxruntime'} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], cwd=HERE, capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"


def test_main_as_a_module_tells_errors_without_traceback(tmp_path: Path) -> None:
    result = shell("lexicon", "check", str(tmp_path / "none"))
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.startswith(f"error: {tmp_path / 'none'}: no such folder")
    assert result.stderr.count("\n") == 1


def test_main_as_a_module_checks_the_lexicon() -> None:
    result = shell("lexicon", "check")
    assert result.returncode == 0, result.stderr
    assert "all entries are well formed" in result.stdout
