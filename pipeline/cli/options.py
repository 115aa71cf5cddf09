"""Options that several commands share, and the settings made of them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from pipeline import settings
from pipeline.settings import Settings

ModelOption = Annotated[
    str | None,
    typer.Option("--model", help="Installed spaCy English pipeline or model folder, instead of the shipped model."),
]
LexiconOption = Annotated[
    Path | None,
    typer.Option("--lexicon", help="Folder of TOML files laid over the lexicon: a known id replaces, a new id adds."),
]
PublishedOption = Annotated[
    datetime | None,
    typer.Option("--published", formats=["%Y-%m-%d"], help="Publication date of articles that state none."),
]
WorkersOption = Annotated[
    int | None, typer.Option("--workers", "-j", min=0, help="Processes; 0, the default, for one per core.")
]
ConfigOption = Annotated[
    Path | None, typer.Option("--config", help="TOML file of settings, instead of ./sanction-events.toml.")
]
WatchlistOption = Annotated[
    Path | None,
    typer.Option(
        "--watchlist", help="OpenSanctions targets.simple.csv, or FollowTheMoney JSON Lines, to look names up in."
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]


def settings_of(
    config: Path | None,
    *,
    model: str | None = None,
    lexicon: Path | None = None,
    published: datetime | None = None,
    workers: int | None = None,
    formats: tuple[str, ...] | None = None,
    watchlist: Path | None = None,
    **others: str | bool | None,
) -> Settings:
    """Return the settings of file, environment and command line; those that one command alone has by their names.

    Raises:
        SettingsError: naming the setting at fault.
    """
    day = published.date() if published is not None else None
    return settings.load(
        config,
        model=model,
        lexicon=lexicon,
        published=day,
        workers=workers,
        formats=formats,
        watchlist=watchlist,
        **others,
    )
