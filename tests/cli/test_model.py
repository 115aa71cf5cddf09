from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cli.commands import call

TRAIN, EVALUATE = "pipeline.language.training.train", "pipeline.language.training.evaluate"


class Report:
    def lines(self) -> list[str]:
        return ["names (95 % interval, support)", "  F1  90.00  [ 89.00,  91.00]  12"]


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Put functions in the place of training and its evaluation, and return what they are called with."""
    calls: list[dict[str, Any]] = []

    def train(config_path: Path | None, data_dir: Path, out_dir: Path, **options: Any) -> Path:
        options.pop("say")("step 1")
        calls.append({"config": config_path, "data": data_dir, "out": out_dir} | options)
        return out_dir / "en_x"

    def evaluate(data_dir: Path, **options: Any) -> Report:
        options.pop("say")("reading names")
        calls.append({"data": data_dir} | options)
        return Report()

    for name, function in ((TRAIN, train), (EVALUATE, evaluate)):
        module = ModuleType(name)
        setattr(module, function.__name__, function)
        monkeypatch.setitem(sys.modules, name, module)
    return calls


def test_model_train_hands_its_options_on(called: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]) -> None:
    assert call("train", "--data", "data", "--out", "models", "--config", "c.toml", "--work", "w") == 0
    assert called == [
        {"config": Path("c.toml"), "data": Path("data"), "out": Path("models"), "encoder": None, "work_dir": Path("w")}
    ]
    assert capsys.readouterr() == ("written: models/en_x\n", "step 1\n")


def test_model_evaluate_prints_the_figures(called: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]) -> None:
    assert call("model", "evaluate", "--data", "data", "--model", "en_x", "--no-speed", "--quiet") == 0
    assert called == [{"data": Path("data"), "model": "en_x", "config_path": None, "speed": False}]
    assert capsys.readouterr() == ("\n".join(Report().lines()) + "\n", "")


def test_model_train_without_the_extra_names_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith("pipeline.language.training")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "torch", None)
    assert call("train", "--data", "data", "--out", "models") == 1
    assert capsys.readouterr() == (
        "", "error: this command needs torch, which is not installed: pip install 'sanction-events[training]'\n"
    )  # fmt: skip


def test_model_train_tells_of_data_that_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("model", "evaluate", "--data", tmp_path / "none", "--config", tmp_path / "none.toml") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"error: {tmp_path / 'none.toml'}: ")
