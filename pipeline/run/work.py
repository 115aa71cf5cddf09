"""One worker: reads the files of a unit, extracts each article, stores the results."""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import Self

from pipeline.records import Article, Failure
from pipeline.run.store import Outcome, Store
from pipeline.run.units import Task, Unit
from pipeline.settings import Settings
from pipeline.stages import Stages

_MESSAGE = 300
"""Characters of a fault's message that are kept: it may quote the article."""


class Worker:
    """Holds the stages, made once, and works on units. Use it in a ``with`` statement, or close it."""

    def __init__(self, settings: Settings, store: Store) -> None:
        self._stages = Stages(settings)
        self._store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End what the stages keep running."""
        self._stages.close()

    def work(self, unit: Unit) -> None:
        """Do one unit and store its results.

        Raises:
            RunError: if they cannot be stored.
        """
        self._store.write(unit, ((task.key, self._outcomes(task)) for task in unit.tasks))

    def _outcomes(self, task: Task) -> Iterator[Outcome]:
        """Yield what becomes of a file; a fault of ours becomes a row of ``errors.csv`` and the run goes on."""
        source = task.source
        try:
            for found in self._stages.read(source):
                yield found if isinstance(found, Failure) else self._extract(found)
        except Exception as error:  # the run must outlive any single file
            yield _fault(source.path, source.article_id, "articles", error)

    def _extract(self, article: Article) -> Outcome:
        try:
            return self._stages.extract(article)
        except Exception as error:  # the run must outlive any single article
            return _fault(article.path, article.article_id, "extract", error)


def _fault(path: str, article_id: str, stage: str, error: Exception) -> Failure:
    said = " ".join(str(error).encode("utf-8", "replace").decode().split())[:_MESSAGE]
    message = f"{path}: the pipeline failed on this input ({said}); please report it"
    return Failure(path=path, article_id=article_id, stage=stage, error=type(error).__name__, message=message)
