"""Scores a run's tables against gold: the one entry that the command line and calibration use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from pipeline.evaluate.comparison import Comparison, PlainResolver, Resolver
from pipeline.evaluate.errors import error_rows
from pipeline.evaluate.event_outcomes import EventAlignment, align_article, event_outcomes
from pipeline.evaluate.gold import GoldSet
from pipeline.evaluate.intervals import LEVEL, RESAMPLES, SEED
from pipeline.evaluate.metrics import Metrics, metrics_json
from pipeline.evaluate.outcomes import Outcome, date_outcomes, people_outcomes, span_outcomes
from pipeline.evaluate.predicted import read_tables
from pipeline.evaluate.scores import confusion, count, list_items, reliability, score_corpus
from pipeline.evaluate.sentences import Sentences

SentenceSpans = Mapping[str, Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What an evaluation gives back.

    Attributes:
        metrics: the figures.
        errors: the mistakes, one to a row (``errors.COLUMNS``).
        judged: every predicted event of a scored article: article_id, event_id, action, confidence, right.
    """

    metrics: Metrics
    errors: pd.DataFrame
    judged: pd.DataFrame


def evaluate(
    tables: Mapping[str, pd.DataFrame],
    gold: GoldSet,
    texts: Mapping[str, str],
    *,
    sentences: SentenceSpans | None = None,
    resolver: Resolver | None = None,
    resamples: int = RESAMPLES,
    seed: int = SEED,
    level: float = LEVEL,
) -> Evaluation:
    """Score a run's tables against gold.

    Args:
        tables: people, affiliations, dates, events and entities as ``outputs.md`` names their columns.
        gold: what ``read_gold_folder`` gave; every annotation in it is scored, also of an article without any row.
        texts: article id to text as read.
        sentences: article id to half-open sentence spans; an article without any is split by punctuation.
        resolver: canonical names of parties, countries and laws; without one, names are compared as words.
        resamples: draws of the bootstrap over articles.
        seed: of the bootstrap.
        level: of its intervals.

    Raises:
        PipelineError: a table or column is missing.
    """
    spans = sentences or {}
    places = {article: Sentences(texts[article], spans.get(article)) for article in sorted(gold.annotations)}
    outcomes, alignments = _set_against(gold, tables, places, resolver or PlainResolver())
    judged = _judged(alignments)
    counts = count(list(gold.annotations), outcomes)
    metrics = Metrics(
        resamples=resamples,
        seed=seed,
        level=level,
        articles=tuple(counts),
        without_article=gold.without_article,
        without_gold=tuple(sorted(set(texts) - set(gold.annotations))),
        scores=score_corpus(counts, resamples=resamples, seed=seed, level=level),
        actions=confusion(pair for alignment in alignments.values() for pair in alignment.actions()),
        reliability=reliability(zip(judged["confidence"], judged["right"], strict=True)),
        counts=counts,
        items=list_items(outcomes),
    )
    confused = [(article, *pair) for article, alignment in alignments.items() for pair in alignment.confused()]
    return Evaluation(metrics=metrics, errors=error_rows(outcomes, places, confused), judged=judged)


def _judged(alignments: Mapping[str, EventAlignment]) -> pd.DataFrame:
    rows = [
        (article_id, event.event_id, event.action, event.confidence, right)
        for article_id, alignment in alignments.items()
        for event, right in alignment.judged()
    ]
    frame = pd.DataFrame(rows, columns=["article_id", "event_id", "action", "confidence", "right"])
    return frame.astype({"confidence": "float64", "right": "bool"})


def _set_against(
    gold: GoldSet, tables: Mapping[str, pd.DataFrame], places: Mapping[str, Sentences], resolver: Resolver
) -> tuple[list[Outcome], dict[str, EventAlignment]]:
    predicted = read_tables(tables, places)
    labels = frozenset(span.label for one in gold.annotations.values() for span in one.spans or ())
    outcomes: list[Outcome] = []
    alignments: dict[str, EventAlignment] = {}
    for article_id, sentences in places.items():
        mine, theirs = gold.annotations[article_id], predicted[article_id]
        comparison = Comparison(resolver, [person.name for person in mine.people])
        alignment = align_article(mine, theirs, comparison, sentences)
        if "people" in mine.annotated:
            outcomes += people_outcomes(mine, theirs, comparison, sentences)
        if "dates" in mine.annotated:
            outcomes += date_outcomes(mine, theirs)
        outcomes += span_outcomes(mine, theirs, labels)
        if "events" in mine.annotated:
            outcomes += event_outcomes(article_id, alignment, comparison)
            alignments[article_id] = alignment
    return outcomes, alignments


def write_evaluation(evaluation: Evaluation, folder: Path) -> tuple[Path, Path]:
    """Write ``metrics.json`` and ``errors.csv`` into a folder, which is made if need be, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    metrics, errors = folder / "metrics.json", folder / "errors.csv"
    metrics.write_text(metrics_json(evaluation.metrics), encoding="utf-8")
    evaluation.errors.to_csv(errors, index=False, encoding="utf-8", lineterminator="\r\n")
    return metrics, errors
