"""Compares two evaluations: differences of scores with paired intervals, and what was gained and lost by item."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.evaluate.intervals import paired_interval, ratios
from pipeline.evaluate.metrics import Item, Metrics, Ratio, rounded
from pipeline.evaluate.scores import Counts, as_array, names_in
from pipeline.records import Record


class Difference(Record):
    """Change of one score over the articles that both evaluations scored; positive is better now.

    Attributes:
        better: share of bootstrap draws in which F1 is higher now, ties counted half; None where undefined.
    """

    before: float | None
    now: float | None
    precision: Ratio
    recall: Ratio
    f1: Ratio
    better: float | None


class Changes(Record):
    """What became of every item between two evaluations.

    Attributes:
        gained, lost: gold items found now but not before, and the other way round.
        introduced, removed: spurious predictions that are new, and those that are gone.
        regraded: gold items that only one of the two knows; the gold itself was changed.
        only_before, only_now: articles that one evaluation alone scored; nothing else here counts them.
    """

    differences: dict[str, Difference]
    gained: tuple[Item, ...]
    lost: tuple[Item, ...]
    introduced: tuple[Item, ...]
    removed: tuple[Item, ...]
    regraded: tuple[Item, ...]
    only_before: tuple[str, ...]
    only_now: tuple[str, ...]


Key = tuple[str, str, str, str, str]


def compare(before: Metrics, now: Metrics) -> Changes:
    """Return the changes from one evaluation to another, over the articles that both scored.

    Intervals use the resamples, seed and level of ``now``. The fills of an event that itself changed are not listed
    beside it.
    """
    shared = sorted(set(before.articles) & set(now.articles))
    old, new = _by_key(before, shared, gold=True), _by_key(now, shared, gold=True)
    gained = [item for key, item in new.items() if item.right and key in old and not old[key].right]
    lost = [item for key, item in new.items() if not item.right and key in old and old[key].right]
    spurious_before, spurious = _by_key(before, shared, gold=False), _by_key(now, shared, gold=False)
    introduced = [item for key, item in spurious.items() if key not in spurious_before]
    removed = [item for key, item in spurious_before.items() if key not in spurious]
    changed = {(i.article_id, i.key) for i in (*gained, *lost, *introduced, *removed) if i.score == "events"}
    return Changes(
        differences=_differences(before, now, shared),
        gained=_listed(gained, changed),
        lost=_listed(lost, changed),
        introduced=_listed(introduced, changed),
        removed=_listed(removed, changed),
        regraded=tuple(item for key, item in (*old.items(), *new.items()) if (key in old) != (key in new)),
        only_before=tuple(sorted(set(before.articles) - set(shared))),
        only_now=tuple(sorted(set(now.articles) - set(shared))),
    )


def _by_key(metrics: Metrics, articles: Iterable[str], *, gold: bool) -> dict[Key, Item]:
    wanted = set(articles)
    items = (item for item in metrics.items if item.gold == gold and item.article_id in wanted)
    return {(item.article_id, item.score, item.group, item.event, item.key): item for item in items}


def _listed(items: Iterable[Item], changed: set[tuple[str, str]]) -> tuple[Item, ...]:
    return tuple(item for item in items if not item.event or (item.article_id, item.event) not in changed)


def _differences(before: Metrics, now: Metrics, shared: list[str]) -> dict[str, Difference]:
    if not shared:
        return {}
    old: Counts = {article: before.counts[article] for article in shared}
    new: Counts = {article: now.counts[article] for article in shared}
    names = names_in(old, new)
    tables = as_array(old, names), as_array(new, names)
    values = [ratios(table.sum(axis=0)) for table in tables]
    bounds, better = paired_interval(*tables, resamples=now.resamples, seed=now.seed, level=now.level)
    differences = {}
    for i, name in enumerate(names):
        parts = [
            Ratio(
                value=rounded(values[1][i, j] - values[0][i, j]),
                low=rounded(bounds.low[i, j]),
                high=rounded(bounds.high[i, j]),
            )
            for j in range(3)
        ]
        differences[name] = Difference(
            before=rounded(values[0][i, 2]),
            now=rounded(values[1][i, 2]),
            precision=parts[0],
            recall=parts[1],
            f1=parts[2],
            better=rounded(better[i, 2]),
        )
    return differences
