"""Figures of the sanction events that a pipeline reads: triggers, actions, and the slots of the triggers it found."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.events import EventWords, Filler
from pipeline.language.training.align import Aligner, Inventory
from pipeline.language.training.event_scores import GoldEvent, argument_counts, gold_events, trigger_counts
from pipeline.language.training.frames import ACTIONS, SLOTS
from pipeline.language.training.passages import Passage
from pipeline.language.training.scores import Figure, f1_figure
from pipeline.records import EventReading, event_readings

_NAMES = ("trigger", "action", "arguments", *SLOTS)


def event_figures(nlp: Language, passages: Sequence[Passage]) -> list[Figure]:
    """Return F1 of triggers, of triggers with the right action, and of phrases over all slots and of each.

    Phrases count at gold triggers that the pipeline holds for a candidate; see ``event_scores``.
    """
    aligner = Aligner(nlp.tokenizer, Inventory((), (), (), (), {}))
    table = np.zeros((len(passages), len(_NAMES), 3), dtype=np.int64)
    for row, (passage, doc) in enumerate(zip(passages, nlp.pipe(item.text for item in passages), strict=True)):
        segment = aligner.segment(passage)
        found = found_events(doc)
        table[row, :2] = trigger_counts(segment, found)
        for event in gold_events(segment):
            best = _surest(event, found)
            if best is not None:
                table[row, 3:] += argument_counts(event, best.fillers)
    table[:, 2] = table[:, 3:].sum(axis=1)
    return [f1_figure(name, table[:, column]) for column, name in enumerate(_NAMES)]


def _surest(event: GoldEvent, found: Sequence[EventWords]) -> EventWords | None:
    near = [item for item in found if event.trigger & set(range(item.first, item.stop))]
    return max(near, key=lambda item: item.probability, default=None)


def found_events(doc: Doc) -> list[EventWords]:
    """Return the document's event readings as indices of its words, white space left out."""
    places = [(token.idx, token.idx + len(token)) for token in doc if not token.is_space]
    starts = {start: i for i, (start, _) in enumerate(places)}
    stops = {end: i + 1 for i, (_, end) in enumerate(places)}
    return [_event(reading, doc, starts, stops) for reading in event_readings(doc.user_data)]


def _event(reading: EventReading, doc: Doc, starts: dict[int, int], stops: dict[int, int]) -> EventWords:
    scores = {action.value: score for action, score in reading.scores}
    return EventWords(
        first=starts[reading.start],
        stop=stops[reading.end],
        word=starts[doc[reading.token].idx],
        probability=reading.probability,
        actions=tuple(scores.get(action, 0.0) for action in ACTIONS),
        fillers=tuple(
            Filler(SLOTS.index(item.slot), starts[item.start], stops[item.end], item.probability)
            for item in reading.arguments
        ),
    )
