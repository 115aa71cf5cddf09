"""``sanction-events diff``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.console import out
from pipeline.cli.options import JsonOption

if TYPE_CHECKING:
    from pipeline.report import EventRow, RunChanges

_TOLD = ("action", "senders", "targets", "target_countries", "measures", "date")


def diff(
    before: Annotated[Path, typer.Argument(help="Run folder of the earlier run.")],
    after: Annotated[Path, typer.Argument(help="Run folder of the later run.")],
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", help="Column of events that may differ, repeatable.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Compare two runs: events gained, lost and changed, cell by cell.

    Example: sanction-events diff outputs/before outputs/after --ignore confidence
    """
    from pipeline.report import run_changes
    from pipeline.run import read_run
    from pipeline.tables import TABLES

    known = [column.name for column in TABLES["events"]]
    for name in ignore or ():
        if name not in known:
            raise typer.BadParameter(f"events have no column {name!r}; columns are {', '.join(known)}")
    changes = run_changes(read_run(before).tables, read_run(after).tables, ignore=ignore or ())
    if as_json:
        out.print_json(changes.model_dump_json())
    else:
        _print(changes)


def _print(changes: RunChanges) -> None:
    for sign, rows in (("+", changes.gained), ("-", changes.lost)):
        for row in rows:
            out.print(f"{sign} {row.article_id}  {row.event_id}  {_summary(row)}")
    for change in changes.changed:
        out.print(f"~ {change.article_id}  {change.event_id}  {change.action}")
        for cell in change.cells:
            out.print(f"    {cell.column}: {_shown(cell.before)} -> {_shown(cell.after)}")
    for words, articles in _articles(changes):
        out.print(f"{words}: {', '.join(articles)}")
    counts = f"{len(changes.gained)} gained, {len(changes.lost)} lost, {len(changes.changed)} changed"
    out.print(f"{counts}, {changes.same} the same")


def _articles(changes: RunChanges) -> list[tuple[str, Sequence[str]]]:
    named = [
        ("articles only in the later run", changes.articles_gained),
        ("articles only in the earlier run", changes.articles_lost),
        ("articles whose text differs", changes.articles_changed),
    ]
    return [(words, articles) for words, articles in named if articles]


def _summary(row: EventRow) -> str:
    told = "; ".join(row.cells[name] for name in _TOLD if name in row.cells)
    return f"{told}: {_shown(row.cells.get('evidence', ''))}"


def _shown(text: str) -> str:
    return f'"{" ".join(text.split())}"' if text else "empty"
