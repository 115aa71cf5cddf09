"""What the language model's event heads have read, as frames whose arguments are whole phrases."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipeline import records, syntax
from pipeline.links.arguments import ArgumentWords, can_be_sanctioned
from pipeline.links.phrases import argument, trimmed
from pipeline.records import Argument, EventArgument, EventReading, Frame, Mention, Sentence, event_readings
from pipeline.vocabularies import Label, Slot

_GATHERED = frozenset({Slot.MEASURES, Slot.REASONS})
"""Slots that a whole paragraph may tell; the others are taken from the nearest sentence that tells them."""


def read_frames(doc: Doc, sentences: tuple[Sentence, ...], words: ArgumentWords) -> tuple[Frame, ...]:
    """Return one frame per reading, in text order; none from a model without event heads."""
    starts = [sentence.start for sentence in sentences]
    told = (reading for reading in event_readings(doc.user_data) if not _is_of_other_things(doc[reading.token], words))
    return tuple(_frame(doc, reading, sentences, starts, words) for reading in told)


def _is_of_other_things(trigger: Token, words: ArgumentWords) -> bool:
    """Say whether the trigger is done to tariffs, wages or the like and to nothing else."""
    done_to = syntax.objects(trigger) if syntax.is_verb(trigger) else []
    return bool(done_to) and all(noun.lemma_.lower() in words.no_measures for noun in done_to)


def _frame(
    doc: Doc, reading: EventReading, sentences: tuple[Sentence, ...], starts: list[int], words: ArgumentWords
) -> Frame:
    place = max(0, bisect_right(starts, reading.start) - 1)
    head = syntax.clause_head(doc[reading.token])
    clause = syntax.clause_span(head)
    first, last = min(clause.start, reading.token), max(clause.end, reading.token + 1)
    clause = doc[max(first, head.sent.start) : min(last, head.sent.end)]
    return Frame(
        trigger=Mention(
            start=reading.start,
            end=reading.end,
            text=doc.text[reading.start : reading.end],
            label=Label.ACTION,
            rule=f"head:{reading.action.value}",
            entry=reading.action.value,
            sentence=place,
        ),
        operation=reading.action.value,
        tense=syntax.tense(head),
        sentence=place,
        clause=records.Span(start=clause.start_char, end=clause.end_char, text=clause.text),
        arguments=tuple(_arguments(doc, reading, sentences, place, words)),
        scores=reading.scores,
        probability=reading.probability,
    )


def _arguments(
    doc: Doc, reading: EventReading, sentences: tuple[Sentence, ...], place: int, words: ArgumentWords
) -> Iterator[Argument]:
    """Yield the phrases of each slot: of the trigger's sentence, else of the nearest in its paragraph."""
    paragraph = [sentence for sentence in sentences if sentence.paragraph == sentences[place].paragraph]
    for slot in Slot:
        told = [item for item in reading.arguments if item.slot is slot]
        by_distance = sorted(paragraph, key=lambda sentence: (abs(sentence.index - place), sentence.index))
        for sentence in by_distance:
            inside = [item for item in told if sentence.start <= item.start < sentence.end]
            yield from _phrases(doc, inside, words)
            if inside and slot not in _GATHERED:
                break


def _phrases(doc: Doc, told: list[EventArgument], words: ArgumentWords) -> Iterator[Argument]:
    end = -1
    for item in told:
        span = doc.char_span(item.start, item.end, alignment_mode="expand")
        if span is None:
            continue
        whole = trimmed(_with_names(span))
        if item.slot is Slot.TARGETS and not can_be_sanctioned(whole, words):
            continue
        if whole.start_char >= end:
            end = whole.end_char
            yield argument(whole, slot=item.slot, rule=f"head:{item.slot.value}")


def _with_names(span: Span) -> Span:
    """Return the phrase with the names that it holds in part."""
    start, end = span.start, span.end
    for name in span.doc.ents:
        if name.start < end and name.end > start:
            start, end = min(start, name.start), max(end, name.end)
    return span.doc[start:end]
