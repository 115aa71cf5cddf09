"""Turns an annotation into standoff gold, which holds places in the article instead of its sentences."""

from __future__ import annotations

import json
from typing import Any

from pipeline.evaluate.annotation import PARTS, Annotation, Template, Tie
from pipeline.evaluate.gold import text_sha256

LONGEST_QUOTE = 8  # words; longer fills become offsets, so that no passage of an article is copied


def standoff(annotation: Annotation, text: str) -> dict[str, Any]:
    """Return the standoff gold object of an article's annotation.

    Evidence, dates and spans are offsets; so is a text fill of more than ``LONGEST_QUOTE`` words that the article has
    verbatim (the one inside the event's evidence where there are several). Keys stand in the guidelines' order;
    unknown values are null. ``notes`` are kept as they are.
    """
    gold: dict[str, Any] = {
        "article_id": annotation.article_id,
        "published": annotation.published or None,
        "sha256": text_sha256(text),
        "people": [
            {"name": person.name, "affiliations": [_tie(tie) for tie in person.ties]} for person in annotation.people
        ],
        "dates": [
            {"start": date.start, "end": date.end, "type": date.type, "value": date.value, "mod": date.mod or None}
            for date in annotation.dates
        ],
        "events": [_event(event, text) for event in annotation.events],
    }
    if annotation.annotated != PARTS:
        gold = {name: value for name, value in gold.items() if name not in PARTS or name in annotation.annotated}
        gold["annotated"] = list(annotation.annotated)
    if annotation.spans is not None:
        gold["spans"] = [{"start": span.start, "end": span.end, "label": span.label} for span in annotation.spans]
    if annotation.notes:
        gold["notes"] = annotation.notes
    return gold


def standoff_json(annotation: Annotation, text: str) -> str:
    """Return ``standoff`` as the text of a gold file."""
    return json.dumps(standoff(annotation, text), ensure_ascii=False, indent=1) + "\n"


def _tie(tie: Tie) -> dict[str, str | None]:
    return {key: value or None for key, value in tie.model_dump().items()}


def _event(event: Template, text: str) -> dict[str, Any]:
    def texts(values: tuple[str, ...]) -> list[str | dict[str, int]]:
        return [_fill(value, event, text) for value in values]

    return {
        "action": event.action,
        "evidence": {"start": event.start, "end": event.end},
        "actors": texts(event.actors),
        "senders": list(event.senders),
        "targets": texts(event.targets),
        "target_countries": list(event.target_countries),
        "target_count": event.target_count,
        "addressees": texts(event.addressees),
        "measures": list(event.measures),
        "law": _fill(event.law, event, text) if event.law else None,
        "reasons": list(event.reasons),
        "date": event.date or None,
    }


def _fill(value: str, event: Template, text: str) -> str | dict[str, int]:
    if len(value.split()) <= LONGEST_QUOTE:
        return value
    start = text.find(value, event.start or 0, event.end)
    if start < 0:
        start = text.find(value)
    return value if start < 0 else {"start": start, "end": start + len(value)}
