"""A long run of the real chain, killed three times at random moments and given again: the same bytes as in one go.

The number of articles is small here; ``SANCTION_EVENTS_TEST_ARTICLES=10000`` in the environment makes it a long one.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from run.conftest import tables

COUNT = int(os.environ.get("SANCTION_EVENTS_TEST_ARTICLES", "300"))
NAMES = ("Ida Berg", "Pavel Sokol", "Amina Diallo", "Tomas Reyes", "Lin Mei Hua", "Oskar Lindqvist")
ROLES = ("Foreign Minister", "Senator", "spokesman", "Prime Minister", "Ambassador")
STATES = ("Norway", "Chile", "Belarus", "Myanmar", "Canada", "Mali", "Syria", "the European Union")
DEEDS = ("imposed sanctions on", "lifted its arms embargo on", "threatened new sanctions against", "froze assets of")
DAYS = ("on 3 May 2021", "last week", "on Monday", "in 2019", "two days earlier")


def article(number: int) -> str:
    """Return a short article, another one for every number."""
    chance = random.Random(number)
    one, other = chance.sample(STATES, 2)
    name, role, deed, day = map(chance.choice, (NAMES, ROLES, DEEDS, DAYS))
    return f"{role} {name} said {one} {deed} {other} {day}. It was decision {number} of {chance.randint(2, 99)}."


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with half of the articles in a dump and half in files."""
    folder = tmp_path_factory.mktemp("news")
    with (folder / "dump.jsonl").open("w", encoding="utf-8") as dump:
        for number in range(0, COUNT, 2):
            dump.write(json.dumps({"id": f"n{number}", "text": article(number)}) + "\n")
    for number in range(1, COUNT, 2):
        place = folder / f"{number // 1000}"
        place.mkdir(exist_ok=True)
        (place / f"{number:06}.txt").write_text(article(number), encoding="utf-8")
    return folder


def command(news: Path, out: Path, workers: int) -> list[str]:
    return [
        sys.executable, "-m", "pipeline", "run", str(news), "--out", str(out), "--workers", str(workers), "--quiet",
    ]  # fmt: skip


def finished_units(out: Path) -> int:
    return len(list((out / ".work").glob("*.index.json"))) if out.exists() else 0


def is_gone(group: int) -> bool:
    """Say whether all processes of a group end within seconds."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def report(out: Path) -> dict[str, object]:
    found = json.loads((out / "run.json").read_text(encoding="utf-8"))
    return {name: value for name, value in found.items() if name not in {"timings", "machine"}}


@pytest.mark.slow
def test_interrupted_three_times_at_random_is_the_same_bytes(news: Path, tmp_path: Path) -> None:
    chance = random.Random(time.time_ns())
    killed = []
    for _ in range(3):
        before = finished_units(tmp_path / "out")
        process = subprocess.Popen(command(news, tmp_path / "out", 2), start_new_session=True)
        enough = before + chance.randint(1, max(1, COUNT // 16 // 5))
        while process.poll() is None and finished_units(tmp_path / "out") < enough:
            time.sleep(0.02)
        # No longer than the rest of the articles takes.
        time.sleep(chance.random() * min(1, COUNT / 3000))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        killed.append(finished_units(tmp_path / "out"))
        assert not (tmp_path / "out" / "run.json").exists()
    assert 0 < killed[0] < killed[1] < killed[2]
    assert subprocess.run(command(news, tmp_path / "out", 2), check=False).returncode == 0
    assert subprocess.run(command(news, tmp_path / "whole", 1), check=False).returncode == 0
    assert tables(tmp_path / "out") == tables(tmp_path / "whole")
    assert report(tmp_path / "out") == report(tmp_path / "whole")
    assert len((tmp_path / "whole" / "ledger.csv").read_text().splitlines()) == 1 + 1 + COUNT // 2


@pytest.mark.slow
def test_interrupted_by_ctrl_c_ends_cleanly_and_goes_on(news: Path, tmp_path: Path) -> None:
    process = subprocess.Popen(
        command(news, tmp_path / "out", 2)[:-1], start_new_session=True, stderr=subprocess.PIPE, stdout=subprocess.PIPE
    )
    while process.poll() is None and finished_units(tmp_path / "out") < 2:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.decode().splitlines()[-1] == "stopped; the same command goes on from here"
    assert b"Traceback" not in said
    assert is_gone(process.pid)
    done = finished_units(tmp_path / "out")
    assert done >= 2
    last = subprocess.run(command(news, tmp_path / "out", 2)[:-1], check=False, capture_output=True, text=True)
    assert last.returncode == 0
    assert "from an earlier run" in last.stdout
