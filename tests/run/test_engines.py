from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import pipeline.run.folder
from pipeline.errors import ModelError
from pipeline.run import run_folder
from pipeline.run.engines import in_process
from pipeline.run.store import Store
from pipeline.run.units import Unit
from pipeline.settings import Settings
from run.conftest import FakeStages, Run, tables, write

SENTENCES = ("Norway imposed sanctions on Belarus on 3 May 2021.", "Foreign Minister Ida Berg of Norway spoke in Oslo.")


def backwards(units: Sequence[Unit], settings: Settings, folder: Path, workers: int) -> Iterator[Unit]:
    """Finish the last unit first, as other processes might."""
    return in_process(units[::-1], settings, folder, workers)


@pytest.mark.parametrize("size", [1, 2, 16])
def test_engines_make_the_same_bytes_in_any_order(
    run: Run, tmp_path: Path, fake: type[FakeStages], monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    run(tmp_path / "one")
    monkeypatch.setattr(pipeline.run.folder, "processes", backwards)
    run(tmp_path / "two", workers=2, unit_size=size)
    assert fake.worked != ["a", "b", "c", "d", "e"] or size == 16
    assert tables(tmp_path / "one") == tables(tmp_path / "two")


def test_engines_take_no_more_processes_than_there_are_units(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counting(units: Sequence[Unit], settings: Settings, folder: Path, workers: int) -> Iterator[Unit]:
        asked.append(workers)
        return in_process(units, settings, folder, workers)

    monkeypatch.setattr(pipeline.run.folder, "processes", counting)
    run(workers=9, unit_size=2)
    assert asked == [3]


def test_engines_load_no_model_for_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run()

    def unwanted(self: FakeStages, settings: Settings) -> None:
        raise AssertionError("a model is loaded")

    monkeypatch.setattr(FakeStages, "__init__", unwanted)
    assert run().resumed == 5


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return a folder of articles for the real chain."""
    monkeypatch.undo()
    write(tmp_path / "news", {f"{n}.txt": " ".join(SENTENCES[: 1 + n % 2]) for n in range(6)})
    return tmp_path / "news"


@pytest.mark.slow
def test_engines_processes_make_the_same_bytes(real: Path, tmp_path: Path) -> None:
    for workers in (1, 2):
        run_folder(real, tmp_path / f"out{workers}", settings=Settings(workers=workers, unit_size=2))
    assert tables(tmp_path / "out1") == tables(tmp_path / "out2")


@pytest.mark.slow
def test_engines_processes_tell_of_a_model_that_is_missing(real: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no_such_model: neither a model folder nor an installed"):
        run_folder(real, tmp_path / "out", settings=Settings(workers=2, unit_size=2, model="no_such_model"))


@pytest.mark.slow
@pytest.mark.parametrize("kill", [signal.SIGINT, signal.SIGKILL])
def test_engines_processes_end_with_the_run(real: Path, tmp_path: Path, kill: signal.Signals) -> None:
    """Neither Ctrl-C nor kill -9 leaves processes behind, and what was done stays."""
    command = [sys.executable, "-m", "pipeline", "run", str(real), "--out", str(tmp_path / "out"), "--workers", "2"]
    config = tmp_path / "settings.toml"
    config.write_text("unit_size = 1\n")
    process = subprocess.Popen(
        [*command, "--config", str(config)], stderr=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    )
    wait_for(lambda: bool(list((tmp_path / "out").rglob("*.index.json"))))
    if kill is signal.SIGINT:
        os.killpg(process.pid, kill)
    else:
        process.send_signal(kill)
    _, said = process.communicate(timeout=60)
    assert b"Traceback" not in said
    assert process.returncode == (130 if kill is signal.SIGINT else -signal.SIGKILL)
    wait_for(lambda: not alive(process.pid))
    assert Store(tmp_path / "out").done().finished()


def wait_for(happened: object, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not happened():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.1)


def alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
