"""Turns annotations into the tables that a run writes, so that a run can be told exactly."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from pipeline.evaluate.annotation import Annotation, Individual, LabelledSpan, Template, Tie, Timex
from pipeline.evaluate.gold import GoldSet

COLUMNS = {
    "people": "article_id person_id name aliases mentions",
    "affiliations": "article_id person_id person role role_text organization party country status start end evidence",
    "dates": "article_id start end text type value mod earliest latest",
    "events": "article_id event_id action actors senders targets target_countries target_count addressees measures law "
    "law_id reasons date date_text date_earliest date_latest trigger start end evidence confidence plover cameo",
    "entities": "article_id start end text label canonical sentence",
}


def tables_of(annotations: Iterable[Annotation]) -> dict[str, pd.DataFrame]:
    """Return the frames of outputs.md, multi-valued cells as tuples, that hold exactly these annotations."""
    rows: dict[str, list[dict[str, object]]] = {name: [] for name in COLUMNS}
    for annotation in annotations:
        article = {"article_id": annotation.article_id}
        for number, person in enumerate(annotation.people):
            person_id = f"p{number}"
            rows["people"].append(article | {"person_id": person_id, "name": person.name, "aliases": ()})
            rows["affiliations"] += [
                article | {"person_id": person_id, "person": person.name} | tie.model_dump() for tie in person.ties
            ]
        rows["dates"] += [article | date.model_dump() for date in annotation.dates]
        rows["events"] += [article | event.model_dump() for event in annotation.events]
        rows["entities"] += [article | span.model_dump() for span in annotation.spans or ()]
    return {name: pd.DataFrame(rows[name], columns=columns.split()) for name, columns in COLUMNS.items()}


def gold_of(*annotations: Annotation) -> GoldSet:
    return GoldSet(annotations={annotation.article_id: annotation for annotation in annotations})


def person(name: str, *ties: Tie) -> Individual:
    return Individual(name=name, ties=ties)


def holds(role: str = "", *, status: str = "current", party: str = "", country: str = "") -> Tie:
    return Tie(role=role, status=status, party=party, country=country)


def timex(start: int, end: int, value: str = "2031-05-02", **more: str) -> Timex:
    return Timex(start=start, end=end, text=f"words{start}", value=value, **({"type": "DATE"} | more))


def mention(start: int, end: int, label: str) -> LabelledSpan:
    return LabelledSpan(start=start, end=end, text="w", label=label)


def event(action: str, **slots: object) -> Template:
    return Template(action=action, **slots)  # type: ignore[arg-type]
