"""Tells of every gold and predicted item of an article whether it is right, missing, spurious or a wrong value.

Scores, error listing and the comparison of two runs are all counted from these outcomes, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.evaluate.align import align_dates, align_people, align_spans, assign, with_rest
from pipeline.evaluate.annotation import Annotation, Individual, LabelledSpan, Timex
from pipeline.evaluate.comparison import Comparison
from pipeline.evaluate.sentences import Sentences
from pipeline.evaluate.wording import content_words, dice, phrase_tokens
from pipeline.records import Span


class Kind(StrEnum):
    """What became of an item."""

    RIGHT = "right"
    MISSING = "missing"
    SPURIOUS = "spurious"
    WRONG = "wrong value"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One gold item, one predicted item, or two that were set against each other.

    Attributes:
        score: which score it counts for.
        gold, predicted: the item in words, the same for the same item in another run; empty where there is none.
        start, end: where it stands in the article, where known.
        group: slot, action or label for the breakdown, or empty.
        credit: how much a right item counts (a half for a partial span).
        event: for a slot's fill, the event it belongs to.
    """

    article_id: str
    score: str
    kind: Kind
    gold: str = ""
    predicted: str = ""
    start: int | None = None
    end: int | None = None
    group: str = ""
    credit: float = 1.0
    event: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the outcomes of one item stand."""

    article_id: str
    start: int | None = None
    end: int | None = None

    def outcome(
        self,
        score: str,
        gold: str,
        predicted: str,
        *,
        right: bool = True,
        group: str = "",
        credit: float = 1.0,
        event: str = "",
    ) -> Outcome:
        """Return the outcome of a gold and a predicted item, either of which may be empty."""
        kind = Kind.RIGHT if right else Kind.WRONG
        if not (gold and predicted):
            kind = Kind.MISSING if gold else Kind.SPURIOUS
        return Outcome(self.article_id, score, kind, gold, predicted, self.start, self.end, group, credit, event)


Value = tuple[str, str]
Same = Callable[[Value, Value], bool]


def people_outcomes(
    gold: Annotation, predicted: Annotation, comparison: Comparison, sentences: Sentences
) -> Iterator[Outcome]:
    """Yield the outcomes of people, and of the roles and parties of matched people."""
    one = sorted(gold.people, key=Individual.order)
    other = sorted(predicted.people, key=Individual.order)
    for mine, theirs in with_rest(one, other, align_people(one, other)):
        name, given = (mine.name if mine else ""), (theirs.name if theirs else "")
        place = Place(gold.article_id, *sentences.find(name or given))
        yield place.outcome("people", name, given)
        yield from _tied(place, "roles", _roles(mine), _roles(theirs), _same_role, name, given)
        yield from _tied(place, "parties", _parties(mine), _parties(theirs), comparison.same_party, name, given)


def _roles(person: Individual | None) -> list[Value]:
    return sorted({(tie.role, tie.status) for tie in person.ties if tie.role}) if person else []


def _parties(person: Individual | None) -> list[Value]:
    return sorted({(tie.party, tie.country) for tie in person.ties if tie.party}) if person else []


def _same_role(one: Value, other: Value) -> bool:
    return phrase_tokens(one[0]) == phrase_tokens(other[0]) and one[1] == other[1]


def _tied(
    place: Place, score: str, gold: list[Value], predicted: list[Value], same: Same, name: str, given: str
) -> Iterator[Outcome]:
    mine, theirs = _distinct(gold, same), _distinct(predicted, same)
    right = assign(mine, theirs, lambda one, other: int(same(one, other))) if name and given else []
    shown = [_described(name, value) for value in mine]
    found = [_described(given, value) for value in theirs]
    for i, j, is_right in pair_up(shown, found, right):
        yield place.outcome(score, "" if i is None else shown[i], "" if j is None else found[j], right=is_right)


def _distinct(values: Sequence[Value], same: Same) -> list[Value]:
    kept: list[Value] = []
    for value in values:
        if not any(same(value, other) for other in kept):
            kept.append(value)
    return kept


def _described(name: str, value: Value) -> str:
    return f"{name}: {value[0]} ({value[1]})" if value[1] else f"{name}: {value[0]}"


def pair_up(
    gold: Sequence[str], predicted: Sequence[str], right: Sequence[tuple[int, int]]
) -> Iterator[tuple[int | None, int | None, bool]]:
    """Yield (gold index, predicted index, whether right) for every item, None for the side that has none.

    What is left beside the right pairs is set against each other as wrong values, the most alike first; the rest is
    missing or spurious.
    """
    yield from ((i, j, True) for i, j in right)
    mine = sorted(set(range(len(gold))) - {i for i, _ in right})
    theirs = sorted(set(range(len(predicted))) - {j for _, j in right})
    words = {text: content_words(text) for text in (*gold, *predicted)}
    wrong = assign(mine, theirs, lambda i, j: 1 + round(1000 * dice(words[gold[i]], words[predicted[j]])))
    for i, j in with_rest(mine, theirs, wrong):
        yield i, j, False


def date_outcomes(gold: Annotation, predicted: Annotation) -> Iterator[Outcome]:
    """Yield the outcomes of time expressions: strict and relaxed spans; value, type and mod of relaxed pairs."""
    one, other = sorted(gold.dates, key=_order), sorted(predicted.dates, key=_order)
    for mine, theirs in with_rest(one, other, align_dates(one, other)):
        place = _span_place(gold.article_id, mine, theirs)
        yield place.outcome("dates_strict", _at(mine), _at(theirs), right=_at(mine) == _at(theirs))
        yield place.outcome("dates_relaxed", _at(mine), _at(theirs))
        for name in ("value", "type", "mod"):
            right = getattr(mine, name, None) == getattr(theirs, name, None)
            yield place.outcome(f"dates_{name}", _valued(mine, name), _valued(theirs, name), right=right)


def span_outcomes(gold: Annotation, predicted: Annotation, labels: frozenset[str]) -> Iterator[Outcome]:
    """Yield the strict and partial outcomes of mentions, for the labels that the corpus' span gold has."""
    if gold.spans is None:
        return
    one = sorted(gold.spans, key=_order)
    other = sorted((span for span in predicted.spans or () if span.label in labels), key=_order)
    for mine, theirs in with_rest(one, other, align_spans(one, other)):
        place = _span_place(gold.article_id, mine, theirs)
        label = mine.label if mine else theirs.label if theirs else ""
        same = _at(mine) == _at(theirs)
        yield place.outcome("entities_strict", _at(mine), _at(theirs), right=same, group=label)
        yield place.outcome("entities_partial", _at(mine), _at(theirs), group=label, credit=1.0 if same else 0.5)


def _order(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, span.model_dump_json()


def _span_place(article_id: str, gold: Span | None, predicted: Span | None) -> Place:
    span = gold or predicted
    return Place(article_id, span.start, span.end) if span else Place(article_id)


def _at(span: Timex | LabelledSpan | None) -> str:
    return f"{span.start}-{span.end} {span.text}" if span else ""


def _valued(date: Timex | None, name: str) -> str:
    return f"{_at(date)} = {getattr(date, name) or 'none'}" if date else ""
