"""README.md and the help of commands say what is so: commands, options, tables, settings, examples."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from cli.commands import COMMANDS

from pipeline.settings import Settings
from pipeline.tables import TABLES

CHECKOUT = Path(__file__).parents[1]
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
SMALLER = {"50000": "500"}
"""Numbers of an example that would take a quarter of an hour, and with which it is tried."""

FENCE = re.compile(r"^```(?P<language>\w+)\n(?P<code>.*?)^```$", re.M | re.S)
COMMAND = "sanction-events"


def fenced(language: str) -> list[str]:
    return [match["code"] for match in FENCE.finditer(README) if match["language"] == language]


def examples() -> list[str]:
    """Return the command lines of the README's fences and of every command's help."""
    lines = [line.strip() for code in fenced("console") for line in code.replace("\\\n", " ").splitlines()]
    helps = [match[1] for command in COMMANDS.values() for match in re.finditer(r"Example: (.+)", command.help)]
    return sorted({line for line in (*lines, *helps) if line.startswith(f"{COMMAND} ")})


def split(example: str) -> tuple[str, list[str]]:
    """Return the name of an example's command and its arguments."""
    words = shlex.split(example, comments=True)[1:]
    name = " ".join(words[:2]) if " ".join(words[:2]) in COMMANDS else words[0]
    return name, words[len(name.split()) :]


def is_at_hand(example: str) -> bool:
    """Say whether all that an example reads lies in the checkout; what follows ``--out`` is written."""
    _, words = split(example)
    read = [word for before, word in zip(["", *words], words, strict=False) if not {before, word} & {"--out", "-o"}]
    paths = [word for word in read if "/" in word or not word.startswith("-")]
    return bool(paths) and all(word.isdigit() or (CHECKOUT / word).exists() for word in paths)


@pytest.mark.parametrize("name", COMMANDS)
def test_docs_name_every_command(name: str) -> None:
    assert re.search(rf"{COMMAND} {name}\b", README), f"README.md does not tell of `{COMMAND} {name}`"


@pytest.mark.parametrize("example", examples())
def test_docs_examples_are_valid_commands(example: str) -> None:
    name, words = split(example)
    assert name in COMMANDS
    COMMANDS[name].make_context(name, words)  # raises a usage error for what the command does not take


@pytest.mark.parametrize("table", TABLES)
def test_docs_tell_of_every_table(table: str) -> None:
    assert f"| `{table}.csv` |" in README


def test_docs_settings_are_valid() -> None:
    (text,) = fenced("toml")
    assert Settings(**tomllib.loads(text)).model_fields_set


def test_docs_python_examples_run(tmp_path: Path) -> None:
    for code in fenced("python"):
        subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=CHECKOUT, check=True, capture_output=True)


@pytest.mark.slow
@pytest.mark.parametrize("example", [example for example in examples() if is_at_hand(example)])
def test_docs_examples_run(example: str, tmp_path: Path) -> None:
    (tmp_path / "corpus").symlink_to(CHECKOUT / "corpus")
    words = [sys.executable, "-m", "pipeline", *(SMALLER.get(word, word) for word in shlex.split(example)[1:])]
    environment = {"PYTHONPATH": str(CHECKOUT), "PATH": ""}
    result = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert result.stdout
