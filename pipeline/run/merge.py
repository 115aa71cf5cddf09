"""The stored results of a run, in input order, to its tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pipeline.errors import RunError
from pipeline.export import EXPORTERS, Exporter
from pipeline.records import ArticleResult, Failure
from pipeline.run.store import Outcome
from pipeline.tables import build
from pipeline.vocabularies import Action

ACTION = "action:"
"""What the counts of events by action are prefixed with."""

_BATCH = 64
"""Articles whose rows are written together; part of what makes the files the same bytes for every run."""

Codes = Mapping[Action, tuple[str, str]]


def check_formats(formats: Iterable[str]) -> None:
    """Check that every export format is known.

    Raises:
        RunError: naming those that are.
    """
    for name in formats:
        if name not in EXPORTERS:
            raise RunError(f"unknown export format {name!r}; known are {', '.join(EXPORTERS)}")


def merge(
    outcomes: Iterable[Outcome], out: Path, *, formats: Sequence[str], codes: Codes
) -> tuple[Counter[str], list[str]]:
    """Write every table in every format; return counts (of events also by action) and file names.

    Raises:
        RunError: if a table cannot be written; no half-written one is left.
    """
    counts: Counter[str] = Counter(dict.fromkeys(("articles", "failures", "people", "events", "words"), 0))
    exporters: list[Exporter] = []
    try:
        for name in formats:
            exporters.append(EXPORTERS[name](out))
        _feed_all(exporters, outcomes, counts, codes)
        return counts, [path.name for exporter in exporters for path in exporter.close()]
    except OSError as error:
        raise RunError(
            f"{out}: cannot write the tables ({error.strerror or error}); free room or choose another --out"
        ) from error
    finally:
        for exporter in exporters:
            exporter.abandon()


def _feed_all(exporters: Sequence[Exporter], outcomes: Iterable[Outcome], counts: Counter[str], codes: Codes) -> None:
    results: list[ArticleResult] = []
    failures: list[Failure] = []
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            failures.append(outcome)
        else:
            results.append(outcome)
        if len(results) + len(failures) >= _BATCH:
            _feed(exporters, results, failures, counts, codes)
            results, failures = [], []
    _feed(exporters, results, failures, counts, codes)


def _feed(
    exporters: Sequence[Exporter],
    results: Sequence[ArticleResult],
    failures: Sequence[Failure],
    counts: Counter[str],
    codes: Codes,
) -> None:
    frames = build(results, failures, codes=codes)
    for exporter in exporters:
        exporter.feed(frames)
    counts["articles"] += len(results)
    counts["failures"] += len(failures)
    for result in results:
        counts["people"] += len(result.people)
        counts["events"] += len(result.events)
        counts["words"] += result.words
        for event in result.events:
            counts[ACTION + event.action.value] += 1
