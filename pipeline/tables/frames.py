"""Turns article results and failures into one pandas frame per table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import pandas as pd

from pipeline.records import ArticleResult, Failure, Fill, SanctionEvent, Story
from pipeline.tables.columns import TABLES, Kind
from pipeline.vocabularies import Action, Slot

Frames = dict[str, pd.DataFrame]
"""A frame per table name; columns and kinds as in ``TABLES``."""

Row = dict[str, Any]

_DTYPES = {Kind.TEXT: "object", Kind.LIST: "object", Kind.INT: "Int64", Kind.FLOAT: "float64"}
_LISTS = (Slot.ACTORS, Slot.SENDERS, Slot.TARGETS, Slot.TARGET_COUNTRIES, Slot.ADDRESSEES, Slot.MEASURES, Slot.REASONS)


def empty() -> Frames:
    """Return the frames of a run without input: all columns, no rows."""
    return build((), (), codes={})


def build(
    results: Iterable[ArticleResult],
    failures: Iterable[Failure],
    *,
    codes: Mapping[Action, tuple[str, str]],
) -> Frames:
    """Return the frames of some articles, rows in article then text order.

    Args:
        results: one per article, in input order.
        failures: inputs that could not be used, in input order.
        codes: (PLOVER, CAMEO) per action.
    """
    rows: dict[str, list[Row]] = {table: [] for table in TABLES}
    for result in results:
        _add(rows, result, codes)
    rows["errors"] = [failure.model_dump() for failure in failures]
    return {table: frame_of(table, rows[table]) for table in TABLES}


def frame_of(table: str, rows: list[Row]) -> pd.DataFrame:
    """Return the frame of a table from its rows, cells by column name."""
    columns = TABLES[table]
    data = {
        column.name: pd.Series([row[column.name] for row in rows], dtype=_DTYPES[column.kind]) for column in columns
    }
    return pd.DataFrame(data, columns=[column.name for column in columns])


def _add(rows: dict[str, list[Row]], result: ArticleResult, codes: Mapping[Action, tuple[str, str]]) -> None:
    article = {"article_id": result.article.article_id}
    rows["articles"].append(_article_row(result))
    for mention in result.mentions:
        fields = ("start", "end", "text", "canonical", "sentence", "rule")
        rows["entities"].append(
            article | {field: getattr(mention, field) for field in fields} | {"label": mention.label.value}
        )
    for person in result.people:
        rows["people"].append(
            article
            | {
                "person_id": person.person_id,
                "name": person.name,
                "aliases": person.aliases,
                "mentions": len(person.mentions),
            }
        )
    for affiliation in result.affiliations:
        row = affiliation.model_dump(exclude={"evidence", "fills"})
        evidence = affiliation.evidence
        place = {"start": evidence.start, "end": evidence.end, "evidence": evidence.text}
        rows["affiliations"].append(article | row | place | {"status": affiliation.status.value})
        rows["cells"].extend(_cells(article, "affiliations", affiliation.person_id, affiliation.fills))
    for time in result.times:
        row = time.model_dump() | {"type": time.type.value, "mod": time.mod.value if time.mod else ""}
        rows["dates"].append(article | row | {"earliest": _iso(time.earliest), "latest": _iso(time.latest)})
    for event in result.events:
        rows["events"].append(article | _event_row(event, codes))
        rows["cells"].extend(_cells(article, "events", event.event_id, event.fills))
    rows["stories"].extend(_story_row(story) for story in result.stories)
    rows["watchlist"].extend(article | listing.model_dump() for listing in result.listings)
    rows["issues"].extend(article | issue.model_dump() for issue in result.issues)


def _article_row(result: ArticleResult) -> Row:
    article = result.article
    return {
        "article_id": article.article_id,
        "path": article.path,
        "title": " ".join(article.title.text.split()) if article.title else "",
        "published": _iso(article.published),
        "published_basis": article.published_basis.value,
        "sentences": len(result.sentences),
        "tokens": result.words,
        "sha256": article.sha256,
        "status": article.status,
    }


def _event_row(event: SanctionEvent, codes: Mapping[Action, tuple[str, str]]) -> Row:
    row: Row = {slot.value: event.values(slot) for slot in _LISTS}
    counts = event.values(Slot.TARGET_COUNT)
    plover, cameo = codes.get(event.action, ("", ""))
    return row | {
        "event_id": event.event_id,
        "action": event.action.value,
        "target_count": int(counts[0]) if counts else None,
        "law": "".join(event.values(Slot.LAW)[:1]),
        "law_id": event.law_id,
        "date": "".join(event.values(Slot.DATE)[:1]),
        "date_text": event.date_text,
        "date_earliest": _iso(event.date_earliest),
        "date_latest": _iso(event.date_latest),
        "trigger": event.trigger.text,
        "start": event.evidence.start,
        "end": event.evidence.end,
        "evidence": event.evidence.text,
        "confidence": event.confidence,
        "plover": plover,
        "cameo": cameo,
        "story_id": event.story_id,
    }


def _story_row(story: Story) -> Row:
    days = {"first_published": _iso(story.first_published), "last_published": _iso(story.last_published)}
    return story.model_dump() | days | {"action": story.action.value}


def _cells(article: Row, table: str, row: str, fills: Iterable[Fill]) -> Iterator[Row]:
    for fill in fills:
        cell = fill.model_dump(exclude={"slot"}) | {"column": fill.slot, "table": table, "row": row}
        yield article | cell


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
