"""One worker: reads the files of a unit, extracts each article, stores the results."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.records import Article, Failure
from pipeline.run.store import Outcome, Store
from pipeline.run.units import Order, Place, Tally, Task
from pipeline.settings import Settings
from pipeline.stages import Source, Stages

_MESSAGE = 300
"""Characters of a fault's message that are kept: it may quote the article."""

_TIDY_AFTER = 20_000
"""Words new to the vocabulary after which its store of strings is tidied, which takes some hundredths of a second."""

_MOST_NEW_WORDS = 1_000_000
"""Words new to the vocabulary after which it is renewed: spaCy keeps some thirty bytes for each, memory zone or not."""

_COLLECT_AFTER = 50_000
"""New objects after which garbage is looked for: loading makes millions that stay, an article few that are garbage."""

Told = Callable[[int], None]
"""Is called before every article with its number of characters."""


class Worker:
    """Holds the stages, made once, and works on units. Use it in a ``with`` statement, or close it."""

    def __init__(self, settings: Settings, store: Store) -> None:
        self._settings = settings
        self._store = store
        self._reading = 0.0
        self._threshold = gc.get_threshold()
        gc.set_threshold(_COLLECT_AFTER)
        self._load()

    def _load(self) -> None:
        self._stages = Stages(self._settings)
        self._words = self._tidied = self._stages.vocabulary
        # Model and lexicon stay: looking through them for garbage takes a tenth of the time.
        gc.freeze()

    def _renew(self) -> None:
        """Load the model anew when its vocabulary has met so many words that their traces take memory."""
        if self._stages.vocabulary - self._words >= _MOST_NEW_WORDS:
            self._stages.close()
            del self._stages
            gc.unfreeze()
            gc.collect()
            self._load()
        elif self._stages.vocabulary - self._tidied >= _TIDY_AFTER:
            self._stages.tidy()
            self._tidied = self._stages.vocabulary

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End what the stages keep running, and look for garbage as before."""
        self._stages.close()
        gc.unfreeze()
        gc.set_threshold(*self._threshold)

    def work(self, order: Order, *, told: Told | None = None) -> Tally:
        """Do one unit and store its results.

        Raises:
            RunError: if they cannot be stored.
        """
        self._renew()
        began = time.perf_counter()
        before = dict(self._stages.seconds)
        self._reading = 0.0
        index = self._store.write(
            order.unit, ((task.key, self._outcomes(task, order, told or _silent)) for task in order.unit.tasks)
        )
        spent = {stage: seconds - before.get(stage, 0.0) for stage, seconds in self._stages.seconds.items()}
        rest = time.perf_counter() - began - sum(spent.values()) - self._reading
        return Tally(
            articles=sum(entry.articles for entry in index.values()),
            failures=sum(entry.failures for entry in index.values()),
            words=sum(entry.words for entry in index.values()),
            seconds={"articles": self._reading, **spent, "store": rest},
            memory=memory(),
        )

    def _outcomes(self, task: Task, order: Order, told: Told) -> Iterator[Outcome]:
        """Yield what becomes of a file; a fault of ours becomes a row of ``errors.csv`` and the run goes on."""
        source = task.source
        try:
            for number, found in enumerate(self._read(task, order)):
                if isinstance(found, Failure):
                    yield found
                    continue
                told(len(found.text))
                place = task.key, number, "extract"
                if place in order.avoid:
                    yield _given_up(found.path, found.article_id, place, order)
                    continue
                if order.careful:
                    self._store.note_place(order.unit, place)
                yield self._extract(found)
        except Exception as error:  # the run must outlive any single file
            yield _fault(source.path, source.article_id, "articles", error)
        if _changed(source):
            message = f"{source.path}: it was changed while it was read; give the same command again"
            yield Failure(
                path=source.path, article_id=source.article_id, stage="articles", error="changed", message=message
            )

    def _read(self, task: Task, order: Order) -> Iterator[Article | Failure]:
        """Yield what the file holds, up to where reading it ended an earlier worker."""
        found: Iterator[Article | Failure] | None = None
        number = 0
        while True:
            place = task.key, number, "read"
            if place in order.avoid:
                yield _given_up(task.source.path, task.source.article_id, place, order)
                return
            if order.careful:
                self._store.note_place(order.unit, place)
            began = time.perf_counter()
            found = iter(self._stages.read(task.source)) if found is None else found
            item = next(found, None)
            self._reading += time.perf_counter() - began
            if item is None:
                return
            yield item
            number += 1

    def _extract(self, article: Article) -> Outcome:
        try:
            return self._stages.extract(article)
        except Exception as error:  # the run must outlive any single article
            return _fault(article.path, article.article_id, "extract", error)


def memory() -> int:
    """Return the bytes of memory that this process takes; the most it ever took where the system tells no more."""
    try:
        import resource
    except ImportError:
        return 0
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text().split()[1]) * resource.getpagesize()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _silent(size: int) -> None:
    """Say nothing."""


def _changed(source: Source) -> bool:
    """Say whether a file is another one than when its content was looked at; one that is gone was told already."""
    if source.stamp is None:
        return False
    try:
        found = source.file.stat()
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns) != source.stamp


def _given_up(path: str, article_id: str, place: Place, order: Order) -> Failure:
    why = order.avoid[place]
    remedy = "leave it out, or report it"
    said = "took too long over it" if why == "timeout" else "died of it twice"
    stage = "articles" if place[2] == "read" else "extract"
    return Failure(
        path=path, article_id=article_id, stage=stage, error=why, message=f"{path}: a worker process {said}; {remedy}"
    )


def _fault(path: str, article_id: str, stage: str, error: Exception) -> Failure:
    said = " ".join(str(error).encode("utf-8", "replace").decode().split())[:_MESSAGE]
    message = f"{path}: the pipeline failed on this input ({said}); please report it"
    return Failure(path=path, article_id=article_id, stage=stage, error=type(error).__name__, message=message)
