"""Finds the one-to-one alignment of gold and predicted items within an article.

Every alignment is an optimal assignment (scipy's ``linear_sum_assignment``) over whole-number weights, which are exact
in a float, on items sorted by their content: the order of the input changes nothing. A weight of 0 forbids a pair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from pipeline.evaluate.annotation import SCORED_SLOTS, TEXT_SLOTS, Individual, LabelledSpan, Template, Timex
from pipeline.evaluate.comparison import Comparison
from pipeline.evaluate.sentences import Sentences
from pipeline.evaluate.wording import dice, name_tokens, phrase_tokens, same_name
from pipeline.records import Span

ItemT = TypeVar("ItemT")
Pairs = list[tuple[int, int]]

# Ranks of what an alignment maximises, so far apart that a sum of lower ones over a thousand pairs does not reach
# the next, and a sum of all stays exact in a float.
_FIRST, _SECOND, _THIRD = 10**12, 10**8, 10**4
# The same for people, of whom an article has hundreds at most.
_PERSON_ALIKE, _PERSON_ROLE = 2 * 10**7, 2 * 10**3


def assign(gold: Sequence[ItemT], predicted: Sequence[ItemT], weigh: Callable[[ItemT, ItemT], int]) -> Pairs:
    """Return the index pairs, in gold order, whose total weight is greatest; pairs of weight 0 are none."""
    weights: NDArray[np.float64] = np.array([[weigh(g, p) for p in predicted] for g in gold], dtype=np.float64)
    if weights.size == 0:
        return []
    rows, columns = linear_sum_assignment(weights, maximize=True)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if weights[i, j] > 0]


def align_people(gold: Sequence[Individual], predicted: Sequence[Individual]) -> Pairs:
    """Align people by name: as many as match, then the most alike, then most roles, then most parties in common.

    Roles and parties are ranks of their own, so that alignments of one worth have the same scores.
    """
    return assign(gold, predicted, _person_weight)


def _person_weight(gold: Individual, predicted: Individual) -> int:
    if not same_name(gold.name, predicted.name):
        return 0
    alike = dice(frozenset(name_tokens(gold.name)), frozenset(name_tokens(predicted.name)))
    roles, parties = len(_roles(gold) & _roles(predicted)), len(_parties(gold) & _parties(predicted))
    return _FIRST + round(100 * alike) * _PERSON_ALIKE + min(roles, 9) * _PERSON_ROLE + min(parties, 3)


def _roles(person: Individual) -> frozenset[tuple[tuple[str, ...], str]]:
    return frozenset((phrase_tokens(tie.role), tie.status) for tie in person.ties if tie.role)


def _parties(person: Individual) -> frozenset[tuple[str, ...]]:
    return frozenset(phrase_tokens(tie.party) for tie in person.ties if tie.party)


def with_rest(
    gold: Sequence[ItemT], predicted: Sequence[ItemT], pairs: Pairs
) -> Iterator[tuple[ItemT | None, ItemT | None]]:
    """Yield the pairs, then the gold items without a partner, then the predicted ones."""
    yield from ((gold[i], predicted[j]) for i, j in pairs)
    aligned_gold, aligned_predicted = {i for i, _ in pairs}, {j for _, j in pairs}
    yield from ((item, None) for i, item in enumerate(gold) if i not in aligned_gold)
    yield from ((None, item) for j, item in enumerate(predicted) if j not in aligned_predicted)


def align_dates(gold: Sequence[Timex], predicted: Sequence[Timex]) -> Pairs:
    """Align overlapping time expressions: as many as can be, then the same spans, then the same values."""

    def weigh(one: Timex, other: Timex) -> int:
        shared = _shared(one, other)
        if not shared:
            return 0
        same = (one.start, one.end) == (other.start, other.end)
        return _FIRST + same * _SECOND + (one.value == other.value) * _THIRD + round(10 * shared)

    return assign(gold, predicted, weigh)


def align_spans(gold: Sequence[LabelledSpan], predicted: Sequence[LabelledSpan]) -> Pairs:
    """Align overlapping mentions of one label for the greatest credit: same span 1, other overlap a half."""

    def weigh(one: LabelledSpan, other: LabelledSpan) -> int:
        shared = _shared(one, other)
        if not shared or one.label != other.label:
            return 0
        same = (one.start, one.end) == (other.start, other.end)
        return _FIRST * (2 if same else 1) + round(10 * shared)

    return assign(gold, predicted, weigh)


def _shared(one: Span, other: Span) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / (max(one.end, other.end) - min(one.start, other.start))


def match_fills(slot: str, gold: Sequence[str], predicted: Sequence[str], comparison: Comparison) -> Pairs:
    """Match the fills of one slot one to one: text fills by words or name, all others exactly."""
    if slot not in TEXT_SLOTS:
        return assign(gold, predicted, lambda one, other: int(one == other))

    def weigh(one: str, other: str) -> int:
        if not comparison.same_text(one, other):
            return 0
        return _SECOND + round(1000 * comparison.closeness(one, other))

    return assign(gold, predicted, weigh)


def matched_fills(gold: Template, predicted: Template, comparison: Comparison) -> int:
    """Return how many fills of two events match, over all slots."""
    return sum(len(match_fills(s, gold.fills(s), predicted.fills(s), comparison)) for s in SCORED_SLOTS)


def align_events(
    gold: Sequence[Template],
    predicted: Sequence[Template],
    comparison: Comparison,
    sentences: Sentences,
    *,
    same_action: bool = True,
) -> Pairs:
    """Align events for the greatest total slot similarity, which is the number of matching fills.

    So the alignment is the one that is best for the slot score; between equals, the one whose pairs have the fewest
    fills that do not match, then the one with more evidence in common sentences. A pair is allowed with the same
    action (unless ``same_action`` is false) and a common sender, target country or evidence sentence.
    """
    places = {id(event): sentences.touched(event.start, event.end) for event in (*gold, *predicted)}

    def weigh(one: Template, other: Template) -> int:
        together = bool(places[id(one)] & places[id(other)])
        common = set(one.senders) & set(other.senders) or set(one.target_countries) & set(other.target_countries)
        if (same_action and one.action != other.action) or not (common or together):
            return 0
        matched = matched_fills(one, other, comparison)
        total = _size(one) + _size(other)
        # Without the action condition two events may have no fill in common and still share a sentence.
        return matched * _FIRST + round(1000 * 2 * matched / total) * _THIRD + 1 + together

    return assign(gold, predicted, weigh)


def _size(event: Template) -> int:
    return sum(len(event.fills(slot)) for slot in SCORED_SLOTS)
