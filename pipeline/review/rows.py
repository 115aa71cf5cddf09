"""What is reviewed: the events of every article that has a doubtful one, each with its evidence and its context.

Gold is of use only where it is whole, so an article comes with all its events; those that are not doubtful say so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.records import Record
from pipeline.tables import Frames, cell_text
from pipeline.vocabularies import Slot, Vocabulary

CELLS = ("action", *(slot.value for slot in Slot))
"""Columns of an event that a reviewer can correct, beside its evidence."""

Sentences = Mapping[str, Sequence[tuple[int, int]]]


class Verdict(Vocabulary):
    """What a reviewer says of a row."""

    OPEN = "", "not decided yet"
    RIGHT = "right", "the event is as the row has it, corrections in its cells included"
    WRONG = "wrong", "the article tells no such event"


class ReviewRow(Record):
    """One event to decide on, or decided.

    Attributes:
        key: digest of the article's text, the evidence's place and the trigger; empty for an event that the reviewer
            adds.
        doubtful: whether its confidence is low.
        cells: text by column of ``CELLS``, several values joined; empty where unknown.
        evidence: the clause that carries the action.
        start: offset of the evidence in the article; None for an event that the reviewer adds.
        context: the sentences round the evidence.
        note: the reviewer's remark.
    """

    key: str
    verdict: Verdict = Verdict.OPEN
    article_id: str
    doubtful: bool = True
    confidence: str = ""
    cells: dict[str, str]
    evidence: str
    start: int | None = None
    context: str = ""
    note: str = ""


def open_rows(
    tables: Frames,
    texts: Mapping[str, str],
    *,
    below: float,
    sentences: Sentences | None = None,
    decided: Mapping[str, ReviewRow] | None = None,
) -> list[ReviewRow]:
    """Return the events of the articles that have an undecided one of low confidence, in run order.

    Args:
        tables: of a run.
        texts: article id to text.
        below: confidence under which an event is doubtful.
        sentences: article id to half-open sentence spans, for the context.
        decided: earlier decisions by key; their rows come as they were decided.
    """
    known = decided or {}
    articles: dict[str, list[ReviewRow]] = {}
    for row in rows_of(tables, texts, below=below, sentences=sentences):
        earlier = known.get(row.key)
        kept = row if earlier is None else _as_decided(row, earlier)
        articles.setdefault(row.article_id, []).append(kept)
    return [row for found in articles.values() if any(map(_is_open, found)) for row in found]


def rows_of(
    tables: Frames, texts: Mapping[str, str], *, below: float = 0.0, sentences: Sentences | None = None
) -> Iterator[ReviewRow]:
    """Yield every event of a run as an undecided row; arguments as for ``open_rows``."""
    digests = dict(zip(tables["articles"]["article_id"], tables["articles"]["sha256"], strict=True))
    for event in tables["events"].to_dict("records"):
        name = event["article_id"]
        spans = (sentences or {}).get(name, ())
        yield ReviewRow(
            key=event_key(digests[name], {str(column): value for column, value in event.items()}),
            article_id=name,
            doubtful=event["confidence"] < below,
            confidence=cell_text(event["confidence"]),
            cells={column: cell_text(event[column]) for column in CELLS},
            evidence=event["evidence"],
            start=int(event["start"]),
            context=_context(texts[name], int(event["start"]), int(event["end"]), spans),
        )


def event_key(digest: str, event: Mapping[str, Any]) -> str:
    """Return the key of an event: the same for the same words of the same text, whatever the cells say."""
    content = f"{digest}\0{int(event['start'])}\0{int(event['end'])}\0{event['trigger']}"
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def _is_open(row: ReviewRow) -> bool:
    return row.doubtful and row.verdict is Verdict.OPEN


def _as_decided(row: ReviewRow, earlier: ReviewRow) -> ReviewRow:
    kept = {"verdict": earlier.verdict, "cells": earlier.cells, "note": earlier.note, "evidence": earlier.evidence}
    return row.model_copy(update=kept)


def _context(text: str, start: int, end: int, sentences: Sequence[tuple[int, int]]) -> str:
    """Return the sentences that hold the evidence, with one before and one after, on one line."""
    inside = [number for number, (first, last) in enumerate(sentences) if first < end and start < last]
    if inside:
        start = sentences[max(inside[0] - 1, 0)][0]
        end = sentences[min(inside[-1] + 1, len(sentences) - 1)][1]
    return " ".join(text[start:end].split())
