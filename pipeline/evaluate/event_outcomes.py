"""Tells of every event, and of every fill of its slots, what became of it; and gathers what diagnoses events need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.evaluate.align import Pairs, align_events, match_fills, with_rest
from pipeline.evaluate.annotation import SCORED_SLOTS, Annotation, Template
from pipeline.evaluate.comparison import Comparison
from pipeline.evaluate.outcomes import Outcome, Place, pair_up
from pipeline.evaluate.sentences import Sentences

NO_EVENT = "none"
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class EventAlignment:
    """The events of one article set against each other.

    Attributes:
        pairs: aligned events; one side is None for a missing or spurious one.
        partners: what was taken for each other with another action, among the events left without a partner.
    """

    pairs: list[tuple[Template | None, Template | None]]
    partners: list[tuple[Template, Template]]

    def actions(self) -> Iterator[tuple[str, str]]:
        """Yield (gold action, predicted action) of every event, ``NO_EVENT`` on the side that has none."""
        confused = {id(event) for pair in self.partners for event in pair}
        for gold, predicted in self.pairs:
            if id(gold) not in confused and id(predicted) not in confused:
                yield gold.action if gold else NO_EVENT, predicted.action if predicted else NO_EVENT
        yield from ((gold.action, predicted.action) for gold, predicted in self.partners)

    def judged(self) -> Iterator[tuple[Template, bool]]:
        """Yield every predicted event and whether it is right."""
        for gold, predicted in self.pairs:
            if predicted:
                yield predicted, gold is not None

    def confused(self) -> Iterator[tuple[str, str]]:
        """Yield (gold event, predicted event), described, of the same happening under another action."""
        yield from ((describe(gold), describe(predicted)) for gold, predicted in self.partners)


def align_article(
    gold: Annotation, predicted: Annotation, comparison: Comparison, sentences: Sentences
) -> EventAlignment:
    """Align the events of an article, and what is left over again without the action condition."""
    one = sorted(gold.events, key=Template.order)
    other = sorted(predicted.events, key=Template.order)
    aligned = align_events(one, other, comparison, sentences)
    rest = [one[i] for i in _left(len(one), aligned, 0)], [other[j] for j in _left(len(other), aligned, 1)]
    confused = align_events(*rest, comparison, sentences, same_action=False)
    return EventAlignment(list(with_rest(one, other, aligned)), [(rest[0][i], rest[1][j]) for i, j in confused])


def _left(count: int, pairs: Pairs, side: int) -> list[int]:
    return sorted(set(range(count)) - {pair[side] for pair in pairs})


def event_outcomes(article_id: str, alignment: EventAlignment, comparison: Comparison) -> Iterator[Outcome]:
    """Yield the outcomes of events (detection) and of their slots."""
    for gold, predicted in alignment.pairs:
        event = gold or predicted
        if event is None:
            continue
        place = Place(article_id, event.start, event.end)
        shown, found = describe(gold), describe(predicted)
        yield place.outcome("events", shown, found, group=event.action)
        for slot in SCORED_SLOTS:
            yield from _slot_outcomes(place, slot, gold, predicted, comparison, shown or found)


def _slot_outcomes(
    place: Place, slot: str, gold: Template | None, predicted: Template | None, comparison: Comparison, event: str
) -> Iterator[Outcome]:
    mine, theirs = (gold.fills(slot) if gold else ()), (predicted.fills(slot) if predicted else ())
    right = match_fills(slot, mine, theirs, comparison)
    for i, j, is_right in pair_up(mine, theirs, right):
        one, other = ("" if i is None else mine[i]), ("" if j is None else theirs[j])
        yield place.outcome("slots", one, other, right=is_right, group=slot, event=event)


def describe(event: Template | None) -> str:
    """Return one line that names an event: action, who, whom, when, and where its evidence stands."""
    if event is None:
        return ""
    who = ", ".join(event.senders or event.actors) or "?"
    whom = ", ".join(event.targets or event.target_countries) or "?"
    line = f"{event.action}: {_clipped(who)} > {_clipped(whom)}"
    place = "" if event.start is None else f" @{event.start}-{event.end}"
    return f"{line}, {event.date}{place}" if event.date else f"{line}{place}"


def _clipped(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}..."
