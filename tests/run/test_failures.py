"""Folders that cannot be written: a plain message with the remedy, and no half-written table."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import RunError
from pipeline.export import EXPORTERS
from pipeline.settings import Settings
from run.conftest import Run, tables


def refuse(*args: Any, **options: Any) -> Any:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_failures_of_a_run_folder_that_cannot_be_made(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mkdir(self: Path, *args: Any, **options: Any) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", mkdir)
    with pytest.raises(RunError) as error:
        run()
    assert str(error.value) == (f"{tmp_path / 'out'}: cannot write here (Permission denied); choose another --out")


def test_failures_of_a_run_folder_that_is_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(RunError, match="choose another --out"):
        run()
    assert (tmp_path / "out").read_text() == "mine"


def test_failures_of_a_full_disk_during_a_unit(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run()
    whole = tables(tmp_path / "out")
    replace, calls = Path.replace, []

    def full(self: Path, target: Path) -> Path:
        calls.append(self)
        return refuse() if len(calls) == 6 else replace(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(RunError, match=r"cannot write here \(No space left on device\)"):
        run(tmp_path / "full")
    assert not list((tmp_path / "full").rglob("*.part"))
    monkeypatch.setattr(Path, "replace", replace)
    assert run(tmp_path / "full").resumed == 2
    assert tables(tmp_path / "full") == whole


@pytest.mark.parametrize("verb", ["open", "feed", "close"])
@pytest.mark.parametrize("name", Settings().formats)
def test_failures_of_a_full_disk_leave_no_half_written_table(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, verb: str
) -> None:
    monkeypatch.setattr(EXPORTERS[name], verb, refuse)
    with pytest.raises(RunError, match=r"cannot write the tables \(No space left on device\); free room"):
        run()
    out = tmp_path / "out"
    assert not (out / "run.json").exists()
    assert not list(out.rglob("*.part"))
    monkeypatch.undo()
    left = tables(out)
    # Formats that were complete before the disk was full may stand; each of their tables is whole.
    order = list(Settings().formats)
    before = {file for other in order[: order.index(name)] for file in EXPORTERS[other].FILES.values()}
    assert set(left) == (before if verb == "close" else set())


def test_failures_take_the_report_of_an_earlier_run_away(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    monkeypatch.setattr(EXPORTERS["csv"], "feed", refuse)
    with pytest.raises(RunError):
        run()
    assert not (tmp_path / "out" / "run.json").exists()
