"""Times the pipeline on one core: words per second of the whole and of each stage, the model's alone beside it."""

from __future__ import annotations

import gc
import time
from pathlib import Path

from pipeline.errors import RunError
from pipeline.records import Article, Record
from pipeline.settings import Settings
from pipeline.stages import Plan, Stages
from pipeline.tables import build


class Speed(Record):
    """Seconds by stage over the same articles in one process on one thread.

    Attributes:
        words: tokens worked on, all rounds together.
        load: seconds to load model and lexicon.
        seconds: by stage, in order; ``tables`` makes the frames.
    """

    articles: int
    words: int
    load: float
    seconds: dict[str, float]

    @property
    def total(self) -> float:
        """Seconds of all stages."""
        return sum(self.seconds.values())

    def text(self) -> str:
        """Return the figures as lines of text."""
        lines = [f"{self.articles} articles, {self.words} words; model and lexicon loaded in {self.load:.2f} s"]
        for stage, seconds in self.seconds.items():
            lines.append(
                f"{stage:10} {self.words / seconds if seconds else 0:9.0f} words/s {seconds / self.total:6.1%}"
            )
        model = self.seconds["language"]
        lines.append(
            f"{'whole':10} {self.words / self.total:9.0f} words/s, {self.total / model:.2f} times the model alone"
        )
        return "\n".join(lines)


def measure_speed(folder: Path, *, settings: Settings, rounds: int) -> Speed:
    """Work on every article of a folder some times over and return the seconds spent.

    Raises:
        RunError: if the folder holds no usable article.
        ArticleError: if there is no such folder.
    """
    plan = Plan(settings)
    sources = list(plan.discover(folder))
    began = time.perf_counter()
    stages = Stages(settings)
    load = time.perf_counter() - began
    try:
        articles = [found for source in sources for found in stages.read(source) if isinstance(found, Article)]
    finally:
        stages.close()
    if not articles:
        raise RunError(f"{folder}: no usable article here to time on")
    for article in articles:
        stages.extract(article)
    # As a worker does with what it has loaded.
    gc.collect()
    gc.freeze()
    stages.seconds.clear()
    words, tables = 0, 0.0
    try:
        for _ in range(rounds):
            results = [stages.extract(article) for article in articles]
            words += sum(result.words for result in results)
            began = time.perf_counter()
            build(results, (), codes=plan.codes)
            tables += time.perf_counter() - began
    finally:
        gc.unfreeze()
    return Speed(articles=len(articles) * rounds, words=words, load=load, seconds={**stages.seconds, "tables": tables})
