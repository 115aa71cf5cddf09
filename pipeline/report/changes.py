"""Two runs compared: which events were gained, lost or changed, cell by cell.

Events are the same where article and trigger are (one ``event_id``); what is left is paired by evidence that overlaps,
those of one action first. Cells are compared as CSV shows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pipeline.records import Record
from pipeline.tables import TABLES, Frames, cell_text

_NEVER = ("article_id", "event_id", "story_id")
"""Columns that are not compared; a story is as other articles tell."""

Row = Mapping[str, Any]


class CellChange(Record):
    """A cell that differs."""

    column: str
    before: str
    after: str


class EventChange(Record):
    """An event of both runs in which cells differ; ``event_id`` is that of the later run."""

    article_id: str
    event_id: str
    action: str
    evidence: str
    cells: tuple[CellChange, ...]


class EventRow(Record):
    """An event that only one of the runs has, its cells by column as text, empty ones left out."""

    article_id: str
    event_id: str
    cells: dict[str, str]


class RunChanges(Record):
    """What differs between two runs, in article then text order.

    Attributes:
        same: number of events without any difference.
        articles_gained, articles_lost: articles that one run alone has read.
        articles_changed: articles whose text differs.
    """

    gained: tuple[EventRow, ...] = ()
    lost: tuple[EventRow, ...] = ()
    changed: tuple[EventChange, ...] = ()
    same: int = 0
    articles_gained: tuple[str, ...] = ()
    articles_lost: tuple[str, ...] = ()
    articles_changed: tuple[str, ...] = ()


def run_changes(before: Frames, after: Frames, *, ignore: Iterable[str] = ()) -> RunChanges:
    """Compare the events of two runs.

    Args:
        before: every table of the earlier run.
        after: every table of the later run.
        ignore: columns of events that may differ.
    """
    left_out = {*_NEVER, *ignore}
    columns = [column.name for column in TABLES["events"] if column.name not in left_out]
    old, new = _by_article(before), _by_article(after)
    pairs: list[tuple[Row, Row]] = []
    lost: list[Row] = []
    gained: list[Row] = []
    for article in dict.fromkeys((*new, *old)):
        found = _paired(old.get(article, []), new.get(article, []))
        pairs.extend(found)
        lost.extend(row for row in old.get(article, []) if all(row is not one for one, _ in found))
        gained.extend(row for row in new.get(article, []) if all(row is not one for _, one in found))
    changes = [_change(one, other, columns) for one, other in pairs]
    texts, texts_before = _digests(after), _digests(before)
    return RunChanges(
        gained=tuple(_row(row) for row in gained),
        lost=tuple(_row(row) for row in lost),
        changed=tuple(change for change in changes if change.cells),
        same=sum(not change.cells for change in changes),
        articles_gained=tuple(name for name in texts if name not in texts_before),
        articles_lost=tuple(name for name in texts_before if name not in texts),
        articles_changed=tuple(name for name in texts if texts_before.get(name, texts[name]) != texts[name]),
    )


def _by_article(frames: Frames) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {}
    for row in frames["events"].to_dict("records"):
        rows.setdefault(row["article_id"], []).append({str(name): value for name, value in row.items()})
    return rows


def _digests(frames: Frames) -> dict[str, str]:
    articles = frames["articles"]
    return dict(zip(articles["article_id"], articles["sha256"], strict=True))


def _paired(old: Sequence[Row], new: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Return the events of one article that are the same, in the order of the later run."""
    known = {row["event_id"]: row for row in old}
    found = {row["event_id"]: (known.pop(row["event_id"]), row) for row in new if row["event_id"] in known}
    left = list(known.values())
    for same_action in (True, False):
        for row in new:
            if row["event_id"] in found:
                continue
            fits = [one for one in left if _overlap(one, row) and (one["action"] == row["action"] or not same_action)]
            if fits:
                best = max(fits, key=lambda one: _overlap(one, row))
                left.remove(best)
                found[row["event_id"]] = best, row
    return [found[row["event_id"]] for row in new if row["event_id"] in found]


def _overlap(one: Row, other: Row) -> int:
    return max(0, min(int(one["end"]), int(other["end"])) - max(int(one["start"]), int(other["start"])))


def _change(before: Row, after: Row, columns: Sequence[str]) -> EventChange:
    texts = [(name, cell_text(before[name]), cell_text(after[name])) for name in columns]
    return EventChange(
        article_id=after["article_id"],
        event_id=after["event_id"],
        action=after["action"],
        evidence=after["evidence"],
        cells=tuple(CellChange(column=name, before=old, after=new) for name, old, new in texts if old != new),
    )


def _row(row: Row) -> EventRow:
    cells = {name: cell_text(value) for name, value in row.items() if name not in _NEVER}
    return EventRow(
        article_id=row["article_id"],
        event_id=row["event_id"],
        cells={name: text for name, text in cells.items() if text},
    )
