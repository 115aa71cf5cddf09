"""``sanction-events explain``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from pipeline.cli.console import out, print_table
from pipeline.cli.options import ConfigOption, JsonOption, LexiconOption, ModelOption, PublishedOption, settings_of
from pipeline.errors import ArticleError, RunError

if TYPE_CHECKING:
    from pipeline.settings import Settings
    from pipeline.tables import Frames

_CODES = ("law_id", "date_text", "date_earliest", "date_latest", "trigger", "confidence", "plover", "cameo")
"""What is told of an event beside its cells with words."""

Row = Mapping[str, Any]


def explain(
    source: Annotated[Path, typer.Argument(help="Run folder, or an article, which is then read and worked on.")],
    event: Annotated[
        str | None,
        typer.Argument(help="Event id or its first characters, or its number from 1. By default every event."),
    ] = None,
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    published: PublishedOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell where each cell of an event comes from: its words, their place, and the rule or model head that made it.

    Example: sanction-events explain corpus/articles/2022-07-04-ecowas-mali.txt 1
    """
    if source.is_dir():
        from pipeline.run import read_run

        tables = read_run(source).tables
    else:
        tables = _worked_on(source, settings_of(config, model=model, lexicon=lexicon, published=published))
    rows = _chosen([_named(row) for row in tables["events"].to_dict("records")], event, source)
    cells = [_named(cell) for cell in tables["cells"].to_dict("records")]
    told = [_told(row, cells) for row in rows]
    if as_json:
        out.print_json(json.dumps(told))
        return
    for one in told:
        _print(one)


def _worked_on(path: Path, settings: Settings) -> Frames:
    """Return the tables of the articles in one file."""
    from pipeline.records import ArticleResult, Failure
    from pipeline.stages import Plan, Stages
    from pipeline.tables import build

    plan = Plan(settings)
    stages = Stages(settings)
    results: list[ArticleResult] = []
    try:
        for source in plan.discover(path):
            for item in stages.read(source):
                if isinstance(item, Failure):
                    raise ArticleError(item.message, kind=item.error)
                results.append(stages.extract(item))
    finally:
        stages.close()
    return build(results, [], codes=plan.codes)


def _chosen(rows: Sequence[Row], event: str | None, source: Path) -> list[Row]:
    if not rows:
        raise RunError(f"{source}: there is no sanction event here")
    if event is None:
        return list(rows)
    if event.isdecimal() and 1 <= int(event) <= len(rows):
        return [rows[int(event) - 1]]
    found = [row for row in rows if row["event_id"].startswith(event)]
    if len(found) != 1:
        what = f"{len(found)} events begin with {event!r}" if found else f"there is no event {event!r}"
        raise RunError(f"{source}: {what}; `sanction-events explain {source}` tells all {len(rows)}")
    return found


def _named(row: Mapping[Any, Any]) -> Row:
    return {str(name): value for name, value in row.items()}


def _told(row: Row, cells: Sequence[Row]) -> dict[str, Any]:
    from pipeline.tables import cell_text

    known = ("column", "value", "text", "start", "end", "rule")
    own = [cell for cell in cells if cell["table"] == "events" and cell["row"] == row["event_id"]]
    own = [cell for cell in own if cell["article_id"] == row["article_id"]]
    return {
        "article_id": row["article_id"],
        "event_id": row["event_id"],
        "action": row["action"],
        "evidence": row["evidence"],
        "start": int(row["start"]),
        "end": int(row["end"]),
        "cells": [{name: _plain(cell[name]) for name in known} for cell in own],
        **{name: cell_text(row[name]) or None for name in _CODES},
    }


def _plain(value: Any) -> Any:
    from pipeline.tables import cell_text

    return value if cell_text(value) else None


def _definition(action: str) -> str:
    from pipeline.vocabularies import Action

    return {member.value: member.definition for member in Action}.get(action, "")


def _print(told: Row) -> None:
    out.print(
        f"{told['action']}  {told['event_id']}  in {told['article_id']}, characters {told['start']}-{told['end']}"
    )
    out.print(f"  {_definition(told['action'])}")
    out.print(f'  "{" ".join(told["evidence"].split())}"')
    table = Table("column", "value", "words", "rule or model head", header_style="bold")
    for cell in told["cells"]:
        words = f'"{" ".join(cell["text"].split())}" ({cell["start"]}-{cell["end"]})' if cell["text"] else "implied"
        table.add_row(cell["column"], cell["value"], words, cell["rule"])
    print_table(table)
    out.print("  " + "; ".join(f"{name} {told[name]}" for name in _CODES if told[name]))
    out.print()
