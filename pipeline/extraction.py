"""The chain for one text at a time, for use from Python: text to pandas frames."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import TracebackType
from typing import Self

import pandas as pd

from pipeline.records import ArticleResult
from pipeline.settings import Settings
from pipeline.stages import Plan, Stages
from pipeline.tables import Frames, build


@dataclass(frozen=True)
class Result:
    """What was found in one article, as the tables of a run hold it.

    Attributes:
        frames: every table by name; columns, kinds and meaning as in ``pipeline.tables.TABLES``.
        record: the same as records.
    """

    frames: Frames
    record: ArticleResult

    @property
    def text(self) -> str:
        """The text that all offsets count in: the title, if one was given apart, an empty line, the body."""
        return self.record.article.text

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the events, and the text with what was found in it marked."""
        from pipeline.report import result_html

        return result_html(self.record)

    @property
    def events(self) -> pd.DataFrame:
        """Sanction events."""
        return self.frames["events"]

    @property
    def people(self) -> pd.DataFrame:
        """Persons."""
        return self.frames["people"]

    @property
    def affiliations(self) -> pd.DataFrame:
        """Roles, parties, organisations and countries of the persons."""
        return self.frames["affiliations"]

    @property
    def dates(self) -> pd.DataFrame:
        """Time expressions."""
        return self.frames["dates"]

    @property
    def entities(self) -> pd.DataFrame:
        """Mentions."""
        return self.frames["entities"]

    @property
    def cells(self) -> pd.DataFrame:
        """The words and the rule behind every cell of events and affiliations."""
        return self.frames["cells"]

    @property
    def issues(self) -> pd.DataFrame:
        """What could not be resolved."""
        return self.frames["issues"]


class Extractor:
    """Model and lexicon, loaded once. Not safe for use from several threads. Close it, or use it in a ``with``."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._codes = Plan(settings).codes
        self._stages = Stages(settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End what the chain keeps running."""
        self._stages.close()

    def extract(self, text: str, *, published: date | None = None, title: str = "") -> Result:
        """Return everything found in an article.

        Args:
            text: the article's body, or all of it.
            published: the day from which "on Monday" and the like are counted; by default that of the settings.
            title: headline, if it is not in the text.
        """
        record = self._stages.extract_text(text, published=published or self._settings.published, title=title)
        return Result(build([record], [], codes=self._codes), record)
