"""Measures what more workers bring, and how soon a fresh command has its first result."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.errors import RunError
from pipeline.records import Record
from pipeline.run.folder import run_folder
from pipeline.run.memory import varied
from pipeline.run.progress import Progress
from pipeline.settings import Settings
from pipeline.stages import Plan

_WORDS = 500
"""Words of an article at most."""
_SHARE = 0.2
"""Of the articles, done before the clock starts: every worker has its model then."""


class Scaling(Record):
    """Words per second of whole runs, by number of workers, once they all work.

    Attributes:
        start: seconds from a fresh command to the tables of one article.
    """

    rates: dict[int, float]
    start: float

    def text(self) -> str:
        """Return the figures as lines of text."""
        first = next(iter(self.rates.values()))
        lines = [
            f"{workers:3} workers {rate:9.0f} words/s, {rate / first:.2f} times the first"
            for workers, rate in self.rates.items()
        ]
        return "\n".join([*lines, f"start to first result {self.start:.2f} s"])


def measure_scaling(folder: Path, *, settings: Settings, workers: int, articles: int) -> Scaling:
    """Run over that many articles with one worker and with several; tell how fast each was.

    Raises:
        RunError: if the folder holds no usable article, or a command fails.
        ArticleError: if there is no such folder.
    """
    texts = list(Plan(settings).texts(folder).values())
    if not texts:
        raise RunError(f"{folder}: no usable article here to measure with")
    with TemporaryDirectory() as place:
        dump = Path(place) / "dump.jsonl"
        with dump.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps({"text": text}) + "\n" for text in varied(texts, articles, length=_WORDS))
        rates = {count: _rate(dump, Path(place) / str(count), settings, count) for count in sorted({1, workers})}
        return Scaling(rates=rates, start=_start(texts[0], Path(place)))


def _rate(dump: Path, out: Path, settings: Settings, workers: int) -> float:
    told: list[tuple[float, Progress]] = []

    def note(progress: Progress) -> None:
        told.append((time.perf_counter(), progress))

    chosen = settings.model_copy(update={"workers": workers, "address": "", "storage": ""})
    run_folder(dump, out, settings=chosen, progress=note)
    warm = next(index for index, (_, progress) in enumerate(told) if progress.done >= _SHARE * progress.total)
    (began, first), (ended, last) = told[warm], told[-1]
    return (last.words - first.words) / (ended - began) if ended > began else 0.0


def _start(text: str, place: Path) -> float:
    """Return the seconds that a new process takes over one article."""
    article = place / "article.txt"
    article.write_text(text, encoding="utf-8")
    began = time.perf_counter()
    command = [sys.executable, "-m", "pipeline", "run", str(article), "--out", str(place / "one"), "--quiet"]
    if subprocess.run(command, check=False).returncode:
        raise RunError(f"{' '.join(command)}: the command fails; give it by itself to see why")
    return time.perf_counter() - began
