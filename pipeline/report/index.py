"""What the page holds of a run from its first moment: events, articles, people, and the words for its codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pipeline.report.families import FAMILIES, Family
from pipeline.report.people import people
from pipeline.tables import TABLES, Frames, Kind
from pipeline.tables.text import JOINER
from pipeline.vocabularies import Action, Label, Measure, Reason, Slot

ARTICLE_COLUMNS = ("article_id", "title", "published", "published_basis", "tokens", "path", "status")
"""Columns of the table of articles that the page keeps; numbers of events and people follow them."""

LISTING_COLUMNS = ("article_id", "row", "name", "list_name", "list_id", "list_schema", "list_countries", "score")
"""Columns of the table of watchlist hits that the page keeps."""

_NAMED = (
    ("events", "senders"),
    ("events", "target_countries"),
    ("affiliations", "country"),
    ("entities", "canonical"),
    ("watchlist", "list_countries"),
)


def index(frames: Frames, *, names: Mapping[str, str], about: Mapping[str, str], title: str) -> dict[str, Any]:
    """Return the page's index as plain JSON values.

    Args:
        frames: every table of the run.
        names: name of a country's or body's code; only those in use are kept.
        about: facts of the run that the page shows, by their name.
        title: heading of the page.
    """
    return {
        "title": title,
        "about": dict(about),
        "joiner": JOINER,
        "columns": [[column.name, column.kind.value, column.meaning] for column in TABLES["events"]],
        "events": _rows(frames["events"], "events"),
        "articles": _articles(frames),
        "people": people(frames),
        "listings": _listings(frames),
        "names": _names_in_use(frames, names),
        "actions": {action.value: [action.definition, FAMILIES[action].value] for action in Action},
        "families": _definitions(Family),
        "measures": _definitions(Measure),
        "reasons": _definitions(Reason),
        "labels": _definitions(Label),
        "slots": _definitions(Slot),
        "errors": frames["errors"][["path", "message"]].to_numpy().tolist(),
        "issues": len(frames["issues"]),
    }


def _definitions(vocabulary: type[Action | Family | Measure | Reason | Label | Slot]) -> dict[str, str]:
    return {member.value: member.definition for member in vocabulary}


def _rows(frame: pd.DataFrame, table: str) -> list[list[Any]]:
    kinds = [column.kind for column in TABLES[table]]
    return [
        [plain(value, kind) for value, kind in zip(row, kinds, strict=True)]
        for row in frame.itertuples(index=False, name=None)
    ]


def plain(value: Any, kind: Kind) -> Any:
    """Return a frame's cell as a JSON value: lists as lists, unknown numbers as None, shares with three decimals."""
    if kind is Kind.LIST:
        return list(value)
    if kind is Kind.TEXT:
        return value
    if pd.isna(value):
        return None
    return int(value) if kind is Kind.INT else round(float(value), 3)


def _articles(frames: Frames) -> list[list[Any]]:
    events = frames["events"]["article_id"].value_counts()
    persons = frames["people"]["article_id"].value_counts()
    kinds = {column.name: column.kind for column in TABLES["articles"]}
    return [
        [plain(row[name], kinds[name]) for name in ARTICLE_COLUMNS]
        + [int(events.get(row["article_id"], 0)), int(persons.get(row["article_id"], 0))]
        for row in frames["articles"].to_dict("records")
    ]


def _listings(frames: Frames) -> list[list[Any]]:
    """Return what the watchlist of the run holds: article, person or event, name there, id, schema, states, score."""
    kinds = {column.name: column.kind for column in TABLES["watchlist"]}
    rows = frames["watchlist"].to_dict("records")
    return [[plain(row[name], kinds[name]) for name in LISTING_COLUMNS] for row in rows]


def _names_in_use(frames: Frames, names: Mapping[str, str]) -> dict[str, str]:
    used: set[str] = set()
    for table, column in _NAMED:
        for value in frames[table][column]:
            used.update((value,) if isinstance(value, str) else value)
    return {code: name for code, name in sorted(names.items()) if code in used}
