"""Puts an evaluation and a comparison into plain text tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.evaluate.compare import Changes, Difference
from pipeline.evaluate.metrics import Item, Metrics, Ratio, Reliability, Score
from pipeline.evaluate.scores import SCORES

_NONE = "-"
# What users care for most stands first in a list of changes.
_LISTED = ("events", "slots", "people", "roles", "parties", "dates_value", "dates_strict", "entities_strict")


def score_text(metrics: Metrics) -> str:
    """Return all scores as text: the main table, then slots, actions, labels, confusion and reliability."""
    main = {name: score for name, score in metrics.scores.items() if "." not in name}
    parts = [_head(metrics), _scores("score", main, list(main))]
    for score, title in (
        ("slots", "slot"),
        ("events", "action"),
        ("entities_strict", "label, strict"),
        ("entities_partial", "label, partial"),
    ):
        names = [name for name in metrics.scores if name.startswith(f"{score}.")]
        if names:
            parts.append(_scores(title, metrics.scores, names))
    parts += [_confusion(metrics.actions), _reliability(metrics.reliability)]
    return "\n\n".join(filter(None, parts)) + "\n"


def _head(metrics: Metrics) -> str:
    lines = [
        f"{len(metrics.articles)} articles scored; {metrics.level:.0%} intervals from {metrics.resamples} bootstrap "
        "draws of articles"
    ]
    if metrics.without_article:
        lines.append(f"not scored, gold without its article: {', '.join(metrics.without_article)}")
    if metrics.without_gold:
        lines.append(f"not scored, articles without gold: {', '.join(metrics.without_gold)}")
    return "\n".join(lines)


def _scores(title: str, scores: dict[str, Score], names: Sequence[str]) -> str:
    rows = [
        (
            name.partition(".")[2] or name,
            str(score.gold),
            str(score.predicted),
            f"{score.matched:g}",
            *(_ratio(ratio) for ratio in (score.precision, score.recall, score.f1)),
        )
        for name, score in ((name, scores[name]) for name in names)
    ]
    return table((title, "gold", "predicted", "right", "precision", "recall", "F1"), rows)


def _ratio(ratio: Ratio) -> str:
    if ratio.value is None:
        return _NONE
    return f"{ratio.value:.3f} [{_number(ratio.low)}, {_number(ratio.high)}]"


def _number(value: float | None, *, sign: str = "") -> str:
    return _NONE if value is None else f"{value:{sign}.3f}"


def _confusion(actions: dict[str, dict[str, int]]) -> str:
    rows = [
        (gold, predicted, str(events))
        for gold, columns in actions.items()
        for predicted, events in columns.items()
        if gold != predicted
    ]
    return table(("action in gold", "action predicted", "events"), rows) if rows else ""


def _reliability(reliability: Reliability) -> str:
    rows = [
        (f"{row.low:.1f}-{row.high:.1f}", str(row.events), _number(row.confidence), _number(row.precision))
        for row in reliability.bins
        if row.events
    ]
    if not rows:
        return ""
    below = f"calibration error {_number(reliability.error)}, Brier score {_number(reliability.brier)}"
    return f"{table(('confidence', 'events', 'mean stated', 'precision'), rows)}\n{below}"


def change_text(changes: Changes, *, limit: int = 25) -> str:
    """Return a comparison as text: the main scores' differences, then up to ``limit`` items per kind of change."""
    parts = []
    if changes.only_before or changes.only_now:
        parts.append(
            f"compared over the articles of both; {len(changes.only_before)} only before, {len(changes.only_now)} "
            "only now"
        )
    names = [name for name in SCORES if name in changes.differences]
    rows = [_difference(name, changes.differences[name]) for name in names]
    parts.append(table(("score", "F1 before", "F1 now", "difference", "better in draws"), rows))
    if changes.regraded:
        parts.append(f"the gold itself differs in {len(changes.regraded)} items, which are in no list below")
    parts += [
        _items("gained", changes.gained, limit),
        _items("lost", changes.lost, limit),
        _items("new spurious", changes.introduced, limit),
        _items("spurious no more", changes.removed, limit),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _difference(name: str, difference: Difference) -> tuple[str, ...]:
    f1 = difference.f1
    shown = _NONE
    if f1.value is not None:
        shown = f"{f1.value:+.3f} [{_number(f1.low, sign='+')}, {_number(f1.high, sign='+')}]"
    better = _NONE if difference.better is None else f"{difference.better:.0%}"
    return name, _number(difference.before), _number(difference.now), shown, better


def _items(title: str, items: Sequence[Item], limit: int) -> str:
    ranked = sorted(items, key=lambda item: (_LISTED.index(item.score), item.article_id, item.group, item.key))
    counts = Counter(item.score for item in ranked)
    by_score = ", ".join(f"{score} {count}" for score, count in counts.items())
    lines = [f"{title}: {len(items)}" + (f" ({by_score})" if items else "")]
    for item in ranked[:limit]:
        name = item.group if item.score == "slots" else item.score
        lines.append(f"  {item.article_id}  {name}: {item.key}" + (f"  [{item.event}]" if item.event else ""))
    if len(items) > limit:
        lines.append(f"  ... and {len(items) - limit} more")
    return "\n".join(lines)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows as aligned text: the first column to the left, the others to the right."""
    lines = [tuple(head), *map(tuple, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
