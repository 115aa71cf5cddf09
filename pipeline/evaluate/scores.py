"""Counts outcomes into scores with their intervals."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from pipeline.evaluate.annotation import SCORED_SLOTS
from pipeline.evaluate.intervals import Floats, interval, ratios
from pipeline.evaluate.metrics import Bin, Item, Ratio, Reliability, Score, rounded
from pipeline.evaluate.outcomes import Kind, Outcome
from pipeline.vocabularies import Action, Label

DATE_SCORES = ("dates_strict", "dates_relaxed", "dates_value", "dates_type", "dates_mod")
ENTITY_SCORES = ("entities_strict", "entities_partial")
SCORES = ("people", "roles", "parties", *DATE_SCORES, "events", "slots", *ENTITY_SCORES)
# Spans in a date's other scores, and half-right spans, would list the same item again.
ITEM_SCORES = ("people", "roles", "parties", "dates_strict", "dates_value", "events", "slots", "entities_strict")
_LABELS = tuple(label.value for label in Label)
_GROUPS = {
    "events": tuple(action.value for action in Action),
    "slots": SCORED_SLOTS,
    **dict.fromkeys(ENTITY_SCORES, _LABELS),
}
BINS = 10

Counts = dict[str, dict[str, tuple[float, int, int]]]


def count(articles: Sequence[str], outcomes: Iterable[Outcome]) -> Counts:
    """Return per article and score the (matched, gold, predicted) items; scores that an article lacks are left out."""
    found: dict[tuple[str, str], tuple[float, int, int]] = {}
    for outcome in outcomes:
        credit = outcome.credit if outcome.kind is Kind.RIGHT else 0.0
        for name in (outcome.score, f"{outcome.score}.{outcome.group}")[: 2 if outcome.group else 1]:
            matched, gold, predicted = found.get((outcome.article_id, name), (0.0, 0, 0))
            added = matched + credit, gold + bool(outcome.gold), predicted + bool(outcome.predicted)
            found[outcome.article_id, name] = added
    counts: Counts = {article: {} for article in sorted(articles)}
    for article, name in sorted(found, key=lambda key: (key[0], _rank(key[1]))):
        counts[article][name] = found[article, name]
    return counts


def _rank(name: str) -> tuple[int, int, str]:
    score, _, group = name.partition(".")
    order = _GROUPS.get(score, ())
    place = order.index(group) if group in order else len(order)
    return SCORES.index(score), place if group else -1, group


def as_array(counts: Counts, names: Sequence[str]) -> Floats:
    """Return counts as an array of shape (articles, names, 3), 0 where an article lacks a score."""
    rows = [[scores.get(name, (0.0, 0, 0)) for name in names] for scores in counts.values()]
    return np.array(rows, dtype=np.float64).reshape(len(counts), len(names), 3)


def names_in(*tables: Counts) -> tuple[str, ...]:
    """Return the names of all scores that the counts hold, in a fixed order; the main scores always."""
    main = [name for name in SCORES if name not in ENTITY_SCORES]
    found = {name for counts in tables for scores in counts.values() for name in scores}
    return tuple(sorted(found.union(main), key=_rank))


def score_corpus(counts: Counts, *, resamples: int, seed: int, level: float) -> dict[str, Score]:
    """Return the micro scores over all articles with their intervals."""
    names = names_in(counts)
    array = as_array(counts, names)
    totals = array.sum(axis=0)
    values = ratios(totals)
    bounds = interval(array, resamples=resamples, seed=seed, level=level) if len(counts) else None
    scores = {}
    for i, name in enumerate(names):
        parts = [
            Ratio(
                value=rounded(values[i, j]),
                low=rounded(bounds.low[i, j]) if bounds else None,
                high=rounded(bounds.high[i, j]) if bounds else None,
            )
            for j in range(3)
        ]
        matched, gold, predicted = totals[i]
        scores[name] = Score(
            gold=int(gold), predicted=int(predicted), matched=matched, precision=parts[0], recall=parts[1], f1=parts[2]
        )
    return scores


def list_items(outcomes: Iterable[Outcome]) -> tuple[Item, ...]:
    """Return the gold items and the spurious predictions, sorted; a repeated key gets ``#2``, ``#3`` and so on."""
    rows = []
    for outcome in outcomes:
        if outcome.score not in ITEM_SCORES:
            continue
        where = outcome.article_id, outcome.score, outcome.group, outcome.event
        if outcome.gold:
            rows.append((*where, outcome.gold, True, outcome.kind is Kind.RIGHT))
        if outcome.predicted and outcome.kind is not Kind.RIGHT:
            rows.append((*where, outcome.predicted, False, False))
    seen: Counter[tuple[object, ...]] = Counter()
    items = []
    for article_id, score, group, event, key, gold, right in sorted(rows):
        same = article_id, score, group, event, key, gold
        seen[same] += 1
        shown = f"{key} #{seen[same]}" if seen[same] > 1 else key
        items.append(
            Item(article_id=article_id, score=score, group=group, event=event, key=shown, gold=gold, right=right)
        )
    return tuple(items)


def confusion(actions: Iterable[tuple[str, str]]) -> dict[str, dict[str, int]]:
    """Return how often each gold action was given each predicted action; ``none`` is no event."""
    pairs = Counter(actions)
    order = {action.value: rank for rank, action in enumerate(Action)}

    def ranked(values: Iterable[str]) -> list[str]:
        return sorted(set(values), key=lambda value: (order.get(value, len(order)), value))

    return {
        gold: {predicted: pairs[gold, predicted] for predicted in ranked(p for g, p in pairs if g == gold)}
        for gold in ranked(gold for gold, _ in pairs)
    }


def reliability(trials: Iterable[tuple[float, bool]], *, bins: int = BINS) -> Reliability:
    """Return stated confidence (NaN where unstated) against observed precision in equal bins of [0, 1]."""
    given = list(trials)
    known = [(confidence, is_right) for confidence, is_right in given if not math.isnan(confidence)]
    stated = np.array([confidence for confidence, _ in known], dtype=np.float64)
    right = np.array([is_right for _, is_right in known], dtype=np.float64)
    places = np.clip((stated * bins).astype(int), 0, bins - 1)
    rows = [_bin(number, bins, stated[places == number], right[places == number]) for number in range(bins)]
    gaps = [row.events * abs((row.confidence or 0.0) - (row.precision or 0.0)) for row in rows]
    return Reliability(
        bins=tuple(rows),
        unstated=len(given) - len(known),
        error=rounded(sum(gaps) / len(known)) if known else None,
        brier=rounded(float(((stated - right) ** 2).mean())) if known else None,
    )


def _bin(number: int, bins: int, stated: Floats, right: Floats) -> Bin:
    return Bin(
        low=number / bins,
        high=(number + 1) / bins,
        events=len(stated),
        right=int(right.sum()),
        confidence=rounded(float(stated.mean())) if len(stated) else None,
        precision=rounded(float(right.mean())) if len(right) else None,
    )
