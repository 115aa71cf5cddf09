"""Reads a run's tables into annotations, the form that gold has.

Cells may be as the frames of ``tables`` have them (tuples, empty strings) or as a CSV or Parquet file gives them back
(values joined by `` | ``, NaN, arrays).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from pipeline.errors import PipelineError
from pipeline.evaluate.annotation import Annotation, Individual, LabelledSpan, Template, Tie, Timex

_NEEDED = {
    "people": ("article_id", "person_id", "name"),
    "affiliations": (
        "article_id",
        "person_id",
        "person",
        "role",
        "role_text",
        "organization",
        "party",
        "country",
        "status",
    ),
    "dates": ("article_id", "start", "end", "text", "type", "value", "mod"),
    "events": (
        *(
            "article_id",
            "event_id",
            "action",
            "actors",
            "senders",
            "targets",
            "target_countries",
            "target_count",
            "addressees",
        ),
        *("measures", "law", "reasons", "date", "start", "end", "evidence", "confidence"),
    ),
    "entities": ("article_id", "start", "end", "text", "label"),
}
_JOINER = " | "

Row = Mapping[str, Any]


def read_tables(tables: Mapping[str, pd.DataFrame], article_ids: Iterable[str]) -> dict[str, Annotation]:
    """Return the annotation that a run's tables hold of each article; empty for an article without rows.

    Raises:
        PipelineError: a table or a column of it is missing.
    """
    rows = {name: _rows_by_article(tables, name) for name in _NEEDED}
    return {
        article_id: Annotation(
            article_id=article_id,
            people=_people(rows["people"][article_id], rows["affiliations"][article_id]),
            dates=tuple(_date(row) for row in rows["dates"][article_id]),
            events=tuple(_event(row) for row in rows["events"][article_id]),
            spans=tuple(_span(row) for row in rows["entities"][article_id]),
        )
        for article_id in article_ids
    }


def _rows_by_article(tables: Mapping[str, pd.DataFrame], name: str) -> defaultdict[str, list[Row]]:
    if name not in tables:
        raise PipelineError(f"the run has no table '{name}'; run the articles again before evaluating")
    frame = tables[name]
    missing = [column for column in _NEEDED[name] if column not in frame.columns]
    if missing:
        raise PipelineError(f"table '{name}' has no column {', '.join(missing)}; run the articles again")
    columns = {column: frame[column].tolist() for column in _NEEDED[name]}
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for values in zip(*columns.values(), strict=True):
        row = dict(zip(columns, values, strict=True))
        rows[_text(row["article_id"])].append(row)
    return rows


def _people(people: Iterable[Row], affiliations: Iterable[Row]) -> tuple[Individual, ...]:
    ties: defaultdict[str, list[Tie]] = defaultdict(list)
    names: dict[str, str] = {_text(row["person_id"]): _text(row["name"]) for row in people}
    known = set(names)
    for row in affiliations:
        person_id = _text(row["person_id"])
        names.setdefault(person_id, _text(row["person"]))
        words = ("role", "role_text", "organization", "party", "country", "status")
        ties[person_id].append(Tie(**{word: _text(row[word]) for word in words}))
    unlisted = sorted(set(names) - known)
    if unlisted:
        raise PipelineError(
            f"affiliations of persons that 'people' does not list: {', '.join(unlisted)}; run the articles again"
        )
    return tuple(Individual(name=name, ties=tuple(ties[person_id])) for person_id, name in names.items())


def _date(row: Row) -> Timex:
    return Timex(
        start=int(row["start"]),
        end=int(row["end"]),
        text=_text(row["text"]),
        type=_text(row["type"]),
        value=_text(row["value"]),
        mod=_text(row["mod"]),
    )


def _event(row: Row) -> Template:
    lists = ("actors", "senders", "targets", "target_countries", "addressees", "measures", "reasons")
    words = ("event_id", "action", "evidence", "law", "date")
    confidence = row["confidence"]
    return Template(
        **{slot: _values(row[slot]) for slot in lists},
        **{slot: _text(row[slot]) for slot in words},
        start=_number(row["start"]),
        end=_number(row["end"]),
        target_count=_number(row["target_count"]),
        confidence=None if _missing(confidence) else float(confidence),
    )


def _span(row: Row) -> LabelledSpan:
    return LabelledSpan(
        start=int(row["start"]), end=int(row["end"]), text=_text(row["text"]), label=_text(row["label"])
    )


def _missing(cell: Any) -> bool:
    return cell == "" if isinstance(cell, str) else bool(pd.isna(cell))


def _text(cell: Any) -> str:
    return "" if _missing(cell) else str(cell)


def _number(cell: Any) -> int | None:
    return None if _missing(cell) else int(cell)


def _values(cell: Any) -> tuple[str, ...]:
    if isinstance(cell, str):
        return tuple(filter(None, cell.split(_JOINER)))
    if not hasattr(cell, "__iter__"):
        return ()
    return tuple(filter(None, (_text(value) for value in cell)))
