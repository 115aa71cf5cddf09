"""Where the words of an article's rows stand: mentions, triggers and cells of events, as spans with what they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from pipeline.tables import Frames

Row = Mapping[str, Any]


class Place(NamedTuple):
    """Words of an article that are one thing."""

    start: int
    end: int
    label: str


class EventPlaces(NamedTuple):
    """An event's trigger, and the words of its cells with their slot as label, in slot order."""

    row: Row
    trigger: Place
    cells: tuple[Place, ...]


class ArticlePlaces(NamedTuple):
    """What stands where in one article.

    Attributes:
        mentions: with their rows of ``entities``.
    """

    row: Row
    text: str
    mentions: tuple[tuple[Place, Row], ...]
    events: tuple[EventPlaces, ...]


def places(frames: Frames, texts: Mapping[str, str]) -> Iterator[ArticlePlaces]:
    """Yield the places of every article in the frames.

    Args:
        frames: every table.
        texts: text of each of their articles by id.
    """
    mentions, events, cells = (_by_article(frames[table]) for table in ("entities", "events", "cells"))
    for article in rows(frames["articles"]):
        name = article["article_id"]
        text = texts[name]
        yield ArticlePlaces(
            row=article,
            text=text,
            mentions=tuple((Place(row["start"], row["end"], row["label"]), row) for row in mentions.get(name, ())),
            events=tuple(_event(row, cells.get(name, ()), text) for row in events.get(name, ())),
        )


def _event(row: Row, cells: tuple[Row, ...] | list[Row], text: str) -> EventPlaces:
    own = (cell for cell in cells if cell["table"] == "events" and cell["row"] == row["event_id"])
    worded = (Place(cell["start"], cell["end"], cell["column"]) for cell in own if not pd.isna(cell["start"]))
    return EventPlaces(row, _trigger(row, text), tuple(dict.fromkeys(worded)))


def _trigger(row: Row, text: str) -> Place:
    """Return where the trigger stands: in the evidence, else where the article first has it, else the evidence."""
    words = row["trigger"]
    for start, end in ((row["start"], row["end"]), (0, len(text))):
        at = text.find(words, start, end) if words else -1
        if at >= 0:
            return Place(at, at + len(words), row["action"])
    return Place(row["start"], row["end"], row["action"])


def _by_article(frame: pd.DataFrame) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows(frame):
        found.setdefault(row["article_id"], []).append(row)
    return found


def rows(frame: pd.DataFrame) -> Iterator[Row]:
    """Yield the rows of a frame, cells by column name."""
    for row in frame.to_dict("records"):
        yield {str(name): value for name, value in row.items()}
