"""``sanction-events lexicon``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.console import new_app, out
from pipeline.cli.options import JsonOption

app = new_app("Names, titles, laws and verbs that the rules read.")


@app.callback()
def group() -> None:
    """Names, titles, laws and verbs that the rules read."""


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(help="Your own folder of TOML files.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Check the lexicon, or your folder laid over it, and count its entries.

    Example: sanction-events lexicon check my-lexicon
    """
    from pipeline.lexicon import load

    lexicon = load(folder)
    counts = {table: len(entries) for table, entries in lexicon.tables.items()}
    if as_json:
        out.print_json(data={"digest": lexicon.digest, "entries": counts})
        return
    for table, count in counts.items():
        out.print(f"{count:6}  {table}")
    out.print(f"all entries are well formed (digest {lexicon.digest[:12]})")
