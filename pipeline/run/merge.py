"""The stored results of a run, in input order, to its tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

from pipeline.errors import RunError
from pipeline.export import EXPORTERS, Exporter
from pipeline.records import ArticleResult, Failure
from pipeline.run.duplicates import Duplicate
from pipeline.run.ledger import Ledger
from pipeline.run.store import Outcome
from pipeline.tables import build
from pipeline.vocabularies import Action

ACTION = "action:"
"""What the counts of events by action are prefixed with."""

_COUNTED = ("articles", "failures", "people", "events", "words", "files", "skipped", "duplicates", "near_duplicates")
_BATCH = 64
"""Articles whose rows are written together; part of what makes the files the same bytes for every run."""

Codes = Mapping[Action, tuple[str, str]]
Gatherer = Callable[[ArticleResult], ArticleResult]


def check_formats(formats: Iterable[str]) -> None:
    """Check that every export format is known and what it works with is installed.

    Raises:
        RunError: naming those that are known, or the package to install.
    """
    for name in formats:
        if name not in EXPORTERS:
            raise RunError(f"unknown export format {name!r}; known are {', '.join(EXPORTERS)}")
        needed = EXPORTERS[name].NEEDS
        if needed and find_spec(needed) is None:
            raise RunError(f"export format {name!r} needs the package {needed}; install sanction-events[{needed}]")


def merge(
    outcomes: Iterable[Outcome],
    out: Path,
    *,
    formats: Sequence[str],
    codes: Codes,
    gatherer: Gatherer,
    duplicates: Mapping[int, Duplicate] | None = None,
    ledger: Ledger | None = None,
    raw: bool = False,
) -> tuple[Counter[str], list[str]]:
    """Write every table in every format; return counts (of events also by action) and file names.

    Args:
        outcomes: in input order.
        out: the run folder.
        formats: names of exporters.
        codes: (PLOVER, CAMEO) per action.
        gatherer: completes the results by what those before them say.
        duplicates: what repeats an earlier article, by number.
        ledger: closed with the tables.
        raw: write CSV cells as they are.

    Raises:
        RunError: if a table cannot be written; no half-written one is left.
    """
    counts: Counter[str] = Counter(dict.fromkeys(_COUNTED, 0))
    with _writing(out, formats, ledger) as exporters:
        for exporter in exporters:
            exporter.raw = raw
        complete = _completed(_marked(outcomes, duplicates or {}, counts), gatherer)
        _feed_all(exporters, complete, counts, codes)
        files = [path.name for exporter in exporters for path in exporter.close()]
        if ledger is not None:
            files.append(ledger.close().name)
            counts.update(files=ledger.files, skipped=ledger.skipped)
        return counts, files


@contextmanager
def _writing(out: Path, formats: Iterable[str], ledger: Ledger | None) -> Iterator[list[Exporter]]:
    """Give one exporter per format; what is not closed at the end, ledger included, goes away."""
    exporters: list[Exporter] = []
    try:
        for name in dict.fromkeys(formats):
            exporters.append(EXPORTERS[name](out))
        yield exporters
    except OSError as error:
        raise RunError(
            f"{out}: cannot write the tables ({error.strerror or error}); free room or choose another --out"
        ) from error
    finally:
        if ledger is not None:
            with suppress(OSError):
                ledger.abandon()
        for exporter in exporters:
            exporter.abandon()


def _completed(outcomes: Iterable[Outcome], gatherer: Gatherer) -> Iterator[Outcome]:
    for outcome in outcomes:
        yield outcome if isinstance(outcome, Failure) else gatherer(outcome)


def _marked(
    outcomes: Iterable[Outcome], duplicates: Mapping[int, Duplicate], counts: Counter[str]
) -> Iterator[Outcome]:
    """Say of every article in its status which earlier one it repeats."""
    wanted = {duplicate.of for duplicate in duplicates.values()}
    names: dict[int, str] = {}
    number = 0
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            yield outcome
            continue
        if number in wanted:
            names[number] = outcome.article.article_id
        duplicate = duplicates.get(number)
        number += 1
        if duplicate is None:
            yield outcome
            continue
        kind = "duplicate" if duplicate.exact else "near_duplicate"
        counts[f"{kind}s"] += 1
        yield _remarked(outcome, f"{kind}:{names[duplicate.of]}")


def _remarked(result: ArticleResult, remark: str) -> ArticleResult:
    status = result.article.status
    said = remark if status == "ok" else f"{status} | {remark}"
    return result.model_copy(update={"article": result.article.model_copy(update={"status": said})})


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
    texts = {result.article.article_id: result.article.text for result in results}
    for exporter in exporters:
        exporter.texts = texts
        exporter.feed(frames)
    counts["articles"] += len(results)
    counts["failures"] += len(failures)
    for result in results:
        counts["people"] += len(result.people)
        counts["events"] += len(result.events)
        counts["words"] += result.words
        for event in result.events:
            counts[ACTION + event.action.value] += 1
