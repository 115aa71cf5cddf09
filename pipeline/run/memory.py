"""Measures whether memory grows with the articles of a run: real ones, repeated with ever new words in them."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from pipeline.errors import RunError
from pipeline.records import Record
from pipeline.run.folder import run_folder
from pipeline.run.progress import Progress
from pipeline.run.work import memory
from pipeline.settings import Settings
from pipeline.stages import Plan

_WORDS = 30
"""Words of each article: memory grows by articles and new words, not by the length of either."""
_NEW = 0.1
"""Share of the longer words that become new ones."""
_WARM = 0.2
"""Share of the articles before which memory still fills with what is kept once."""
_LONG = re.compile(r"\b[^\W\d_]{5,}\b")
_ONSETS, _VOWELS, _ENDS = ("b", "d", "g", "k", "l", "m", "n", "r", "s", "t", "v", "z"), "aeiou", ("", "n", "r", "s")
_MB = 1 << 20


class MemoryUse(Record):
    """Memory of one process over a run.

    Attributes:
        slope: megabytes per 10,000 articles, after warming up.
        begin, end: megabytes when warm and when the last article was done.
        merged: megabytes after the tables were written.
        words: tokens worked on.
        seconds: of the whole run.
    """

    articles: int
    words: int
    slope: float
    begin: float
    end: float
    merged: float
    seconds: float

    def text(self) -> str:
        """Return the figures as a line of text."""
        return (
            f"memory over {self.articles:,} articles, {self.words:,} words: {self.begin:.0f} MB when warm, "
            f"{self.end:.0f} MB at the end, {self.merged:.0f} MB after the tables; "
            f"{self.slope:.2f} MB per 10,000 articles"
        )


def measure_memory(folder: Path, *, settings: Settings, articles: int) -> MemoryUse:
    """Run over a dump of that many articles in this process and return how its memory grew.

    Raises:
        RunError: if the folder holds no usable article.
        ArticleError: if there is no such folder.
    """
    texts = list(Plan(settings).texts(folder).values())
    if not texts:
        raise RunError(f"{folder}: no usable article here to measure with")
    samples: list[tuple[int, int]] = []

    def sample(progress: Progress) -> None:
        samples.append((progress.articles, memory()))

    with TemporaryDirectory() as place:
        dump = Path(place) / "dump.jsonl"
        with dump.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps({"text": text}) + "\n" for text in varied(texts, articles, length=_WORDS))
        chosen = settings.model_copy(update={"workers": 1, "engine": "local", "storage": ""})
        summary = run_folder(dump, Path(place) / "run", settings=chosen, progress=sample)
    counts, sizes = np.array(samples, dtype=float).T
    warm = counts >= _WARM * articles if len(samples) > 2 else counts >= 0
    slope = np.polyfit(counts[warm], sizes[warm] / _MB, 1)[0] * 10_000 if warm.sum() > 1 else 0.0
    return MemoryUse(
        articles=summary.articles,
        words=summary.words,
        slope=float(slope),
        begin=float(sizes[warm][0] / _MB),
        end=float(sizes[-1] / _MB),
        merged=memory() / _MB,
        seconds=summary.seconds,
    )


def varied(texts: Sequence[str], count: int, *, length: int) -> Iterator[str]:
    """Yield that many articles: a stretch of each text in turn, with other words in the place of some.

    Args:
        texts: real articles.
        count: how many are made of them.
        length: their words at most.
    """
    for number in range(count):
        chance = random.Random(number)
        words = texts[number % len(texts)].split(" ")
        start = chance.randrange(max(1, len(words) - length))
        yield _LONG.sub(partial(_varied, chance), " ".join(words[start : start + length]))


def _varied(chance: random.Random, match: re.Match[str]) -> str:
    word = match.group()
    if chance.random() >= _NEW:
        return word
    syllables = (
        chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_ENDS) for _ in range(chance.randint(2, 4))
    )
    new = "".join(syllables)
    return new.capitalize() if word[0].isupper() else new
