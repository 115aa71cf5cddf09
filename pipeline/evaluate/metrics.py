"""The record of an evaluation, and its form as ``metrics.json``."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pipeline.errors import PipelineError
from pipeline.records import Record

FORMAT = 1


class Ratio(Record):
    """A value with its interval; None where it is undefined (nothing to divide by)."""

    value: float | None
    low: float | None
    high: float | None


class Score(Record):
    """Micro precision, recall and F1 of one score over the corpus.

    Attributes:
        matched: right items (a partial span counts a half).
    """

    gold: int
    predicted: int
    matched: float
    precision: Ratio
    recall: Ratio
    f1: Ratio


class Bin(Record):
    """Predicted events whose stated confidence lies in [low, high), the last bin in [low, high]."""

    low: float
    high: float
    events: int
    right: int
    confidence: float | None
    precision: float | None


class Reliability(Record):
    """Whether ``confidence`` keeps what it states.

    Attributes:
        unstated: predicted events without a confidence, which stand in no bin.
        error: expected calibration error, the bins' mean distance of confidence and precision weighted by events.
        brier: mean squared distance of confidence and outcome.
    """

    bins: tuple[Bin, ...]
    unstated: int
    error: float | None
    brier: float | None


class Item(Record):
    """One gold item, found or not, or one predicted item that is no gold item's.

    Attributes:
        key: the item in words, the same in another run over the same article.
        event: for a slot's fill, the event it belongs to.
        gold: whether it is a gold item; if not it is a spurious prediction.
        right: whether the run has it right.
    """

    article_id: str
    score: str
    group: str
    event: str
    key: str
    gold: bool
    right: bool


class Metrics(Record):
    """Everything that an evaluation found.

    Attributes:
        articles: ids scored, sorted.
        without_article: gold whose article was not given, not scored.
        without_gold: articles of the run that have no gold, not scored.
        scores: by name; a breakdown is ``score.group`` (``slots.law``, ``events.impose``).
        actions: gold action to predicted action to events; ``none`` stands for no event on that side.
        counts: per article and score the matched, gold and predicted items, for paired comparison.
    """

    format: int = FORMAT
    resamples: int
    seed: int
    level: float
    articles: tuple[str, ...]
    without_article: tuple[str, ...] = ()
    without_gold: tuple[str, ...] = ()
    scores: dict[str, Score]
    actions: dict[str, dict[str, int]]
    reliability: Reliability
    counts: dict[str, dict[str, tuple[float, int, int]]]
    items: tuple[Item, ...]


def rounded(value: float) -> float | None:
    """Return a value as the metrics hold it: four decimals, None for NaN."""
    return None if math.isnan(value) else round(float(value), 4)


def metrics_json(metrics: Metrics) -> str:
    """Return the text of ``metrics.json``: keys in a fixed order, counts and items one to a line."""
    data = metrics.model_dump(mode="json")
    counts, items = data.pop("counts"), data.pop("items")
    head = json.dumps(data, ensure_ascii=False, indent=1)[:-2]
    lines = [f"  {_line(article)}: {_line(scores)}" for article, scores in counts.items()]
    rows = [f"  {_line(item)}" for item in items]
    return f'{head},\n "counts": {_block("{", lines, "}")},\n "items": {_block("[", rows, "]")}\n}}\n'


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _block(begin: str, lines: list[str], end: str) -> str:
    return begin + "\n" + ",\n".join(lines) + f"\n {end}" if lines else begin + end


def read_metrics(path: Path) -> Metrics:
    """Read a ``metrics.json``.

    Raises:
        PipelineError: the file is absent or was not written by ``evaluate`` in this format.
    """
    try:
        return Metrics.model_validate_json(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PipelineError(f"{path}: cannot be read ({error.strerror}); give a metrics.json of evaluate") from error
    except (ValidationError, UnicodeDecodeError) as error:
        raise PipelineError(f"{path}: is no metrics.json of this version; evaluate that run again") from error
