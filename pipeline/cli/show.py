"""``sanction-events show``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from pipeline.cli.console import out, print_table
from pipeline.cli.options import JsonOption

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.tables import Frames

_SHOWN = {
    "articles": ("article_id", "title", "published", "tokens", "status"),
    "entities": ("article_id", "start", "text", "label", "canonical"),
    "people": ("article_id", "name", "aliases", "mentions"),
    "affiliations": ("article_id", "person", "role", "organization", "party", "country", "status"),
    "dates": ("article_id", "text", "type", "value", "earliest", "latest"),
    "events": ("event_id", "date", "action", "senders", "targets", "measures", "confidence"),
    "cells": ("article_id", "row", "column", "value", "text", "rule"),
}
"""Columns shown of a table where none are asked for; of the others all."""

_ID = 8
"""Characters of an event id that are shown."""


def show(
    run: Annotated[Path, typer.Argument(help="Run folder, as `run --out` filled it.")],
    table: Annotated[
        str | None, typer.Argument(help="Table: events, people, dates ... By default what there is.")
    ] = None,
    columns: Annotated[list[str] | None, typer.Option("--column", "-c", help="Column to show, repeatable.")] = None,
    where: Annotated[
        list[str] | None, typer.Option("--where", "-w", help="COLUMN=WORDS that the cell must hold, repeatable.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="Rows at most; 0 for all.")] = 50,
    as_json: JsonOption = False,
) -> None:
    """Show what a run found as tables in the terminal.

    Example: sanction-events show outputs/articles events --where action=impose --where senders=USA
    """
    from pipeline.run import read_run

    tables = read_run(run).tables
    if table is None:
        _show_all(tables, as_json=as_json)
        return
    if table not in tables:
        raise typer.BadParameter(f"there is no table {table!r}; tables are {', '.join(tables)}", param_hint="TABLE")
    frame = _matching(tables[table], where or (), table)
    names = _known(columns, frame) if columns else list(frame.columns if as_json else _SHOWN.get(table, frame.columns))
    rows = frame[names].to_dict("records")[: limit or None]
    if as_json:
        out.print_json(json.dumps([{str(name): _plain(value) for name, value in row.items()} for row in rows]))
    else:
        _print(names, [[_cell(row[name]) for name in names] for row in rows])
        if len(rows) < len(frame):
            out.print(f"{len(rows)} of {len(frame)} rows; --limit 0 shows all")


def _show_all(tables: Frames, *, as_json: bool) -> None:
    counts = {name: len(frame) for name, frame in tables.items()}
    actions = {str(name): int(count) for name, count in tables["events"]["action"].value_counts().sort_index().items()}
    if as_json:
        out.print_json(json.dumps({"rows": counts, "actions": actions}))
        return
    _print(("table", "rows"), [[name, str(count)] for name, count in counts.items()])
    _print(("action", "events"), [[name, str(count)] for name, count in actions.items()])


def _matching(frame: pd.DataFrame, where: Sequence[str], table: str) -> pd.DataFrame:
    for condition in where:
        name, mark, words = condition.partition("=")
        if not mark or name not in frame.columns:
            known = ", ".join(frame.columns)
            raise typer.BadParameter(f"{condition!r} is not COLUMN=WORDS; columns of {table} are {known}")
        frame = frame[[words.casefold() in _cell(value).casefold() for value in frame[name]]]
    return frame


def _known(columns: Sequence[str], frame: pd.DataFrame) -> list[str]:
    for name in columns:
        if name not in frame.columns:
            raise typer.BadParameter(f"no column {name!r}; columns are {', '.join(frame.columns)}")
    return list(columns)


def _print(names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    shown = Table(header_style="bold")
    for name in names:
        # The first characters of an id are enough for `explain`.
        if name == "event_id":
            shown.add_column(name, max_width=_ID, no_wrap=True, overflow="crop")
        else:
            shown.add_column(name)
    for row in rows:
        shown.add_row(*row)
    print_table(shown)


def _cell(value: Any) -> str:
    from pipeline.tables import cell_text

    return cell_text(value)


def _plain(value: Any) -> Any:
    """Return a cell as a JSON value: lists as lists, unknown as null."""
    if isinstance(value, tuple):
        return list(value)
    return None if _cell(value) == "" else value
