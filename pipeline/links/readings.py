"""What the language model's event heads have read, as frames whose arguments are whole phrases."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from pipeline import records, syntax
from pipeline.links.arguments import ArgumentWords, can_be_sanctioned
from pipeline.links.phrases import argument, trimmed
from pipeline.records import Argument, EventArgument, EventReading, Frame, Mention, Sentence, event_readings
from pipeline.vocabularies import Label, Slot

_GATHERED = frozenset({Slot.MEASURES, Slot.REASONS})
"""Slots that a whole paragraph may tell; the others are taken from the nearest sentence that tells them."""


class _Whole(NamedTuple):
    """A text with what is put together anew each time that its ``Doc`` is asked for it."""

    doc: Doc
    text: str
    names: Sequence[Span]


def read_frames(doc: Doc, sentences: tuple[Sentence, ...], words: ArgumentWords) -> tuple[Frame, ...]:
    """Return one frame per reading, in text order; none from a model without event heads."""
    starts = [sentence.start for sentence in sentences]
    told = (reading for reading in event_readings(doc.user_data) if not _is_of_other_things(doc[reading.token], words))
    whole = _Whole(doc, doc.text, doc.ents)
    return tuple(_frame(whole, reading, sentences, starts, words) for reading in told)


def _is_of_other_things(trigger: Token, words: ArgumentWords) -> bool:
    """Say whether the trigger is done to tariffs, wages or the like and to nothing else."""
    done_to = syntax.objects(trigger) if syntax.is_verb(trigger) else []
    return bool(done_to) and all(noun.lemma_.lower() in words.no_measures for noun in done_to)


def _frame(
    whole: _Whole, reading: EventReading, sentences: tuple[Sentence, ...], starts: list[int], words: ArgumentWords
) -> Frame:
    doc = whole.doc
    place = max(0, bisect_right(starts, reading.start) - 1)
    head = syntax.clause_head(doc[reading.token])
    clause = syntax.clause_span(head)
    first, last = min(clause.start, reading.token), max(clause.end, reading.token + 1)
    clause = doc[max(first, head.sent.start) : min(last, head.sent.end)]
    return Frame(
        trigger=Mention(
            start=reading.start,
            end=reading.end,
            text=whole.text[reading.start : reading.end],
            label=Label.ACTION,
            rule=f"head:{reading.action.value}",
            entry=reading.action.value,
            sentence=place,
        ),
        operation=reading.action.value,
        tense=syntax.tense(head),
        sentence=place,
        clause=records.Span(start=clause.start_char, end=clause.end_char, text=clause.text),
        arguments=tuple(_arguments(whole, reading, sentences, place, words)),
        scores=reading.scores,
        probability=reading.probability,
    )


def _arguments(
    whole: _Whole, reading: EventReading, sentences: tuple[Sentence, ...], place: int, words: ArgumentWords
) -> Iterator[Argument]:
    """Yield the phrases of each slot: of the trigger's sentence, else of the nearest in its paragraph."""
    paragraph = [sentence for sentence in sentences if sentence.paragraph == sentences[place].paragraph]
    by_distance = sorted(paragraph, key=lambda sentence: (abs(sentence.index - place), sentence.index))
    for slot in Slot:
        told = [item for item in reading.arguments if item.slot is slot]
        for sentence in by_distance if told else ():
            inside = [item for item in told if sentence.start <= item.start < sentence.end]
            yield from _phrases(whole, inside, words)
            if inside and slot not in _GATHERED:
                break


def _phrases(whole: _Whole, told: list[EventArgument], words: ArgumentWords) -> Iterator[Argument]:
    end = -1
    for item in told:
        span = whole.doc.char_span(item.start, item.end, alignment_mode="expand")
        if span is None:
            continue
        phrase = trimmed(_with_names(span, whole.names))
        if item.slot is Slot.TARGETS and not can_be_sanctioned(phrase, words):
            continue
        if phrase.start_char >= end:
            end = phrase.end_char
            yield argument(phrase, slot=item.slot, rule=f"head:{item.slot.value}")


def _with_names(span: Span, names: Sequence[Span]) -> Span:
    """Return the phrase with the names that it holds in part."""
    start, end = span.start, span.end
    for name in names[bisect_right(names, start, key=_end) :]:
        if name.start >= end:
            break
        start, end = min(start, name.start), max(end, name.end)
    return span.doc[start:end]


def _end(name: Span) -> int:
    return name.end
