"""``sanction-events report``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.console import out
from pipeline.cli.options import LexiconOption, QuietOption

if TYPE_CHECKING:
    from pipeline.lexicon import Lexicon

PAGE = "report.html"


def report(
    run: Annotated[Path, typer.Argument(help="Run folder, as `run --out` filled it.")],
    page: Annotated[
        Path | None, typer.Option("--out", "-o", help="Page to write. By default report.html in the run folder.")
    ] = None,
    title: Annotated[str, typer.Option(help="Heading of the page.")] = "Sanction events",
    lexicon: LexiconOption = None,
    quiet: QuietOption = False,
) -> None:
    """Write the report of a finished run: a page to search, read and check it in any browser, without a network.

    The texts of more than 200 articles lie in a folder beside the page, and go where it goes.

    Example: sanction-events report outputs/articles
    """
    written = write_page(run, page, title=title, lexicon=lexicon)
    if not quiet:
        beside = f" (with {len(written) - 1} files in {written[1].parent})" if written[1:] else ""
        out.print(f"written: {written[0]}{beside}")


def write_page(
    run: Path, page: Path | None = None, *, title: str = "Sanction events", lexicon: Path | None = None
) -> list[Path]:
    """Write the report of a finished run and return the files written, the page first.

    Raises:
        RunError: if the folder holds no finished run with Parquet.
        OSError: if a file cannot be written.
    """
    from pipeline.lexicon import load
    from pipeline.report import write_report
    from pipeline.run import read_run, results
    from pipeline.run.manifest import read_report

    return write_report(
        page if page is not None else run / PAGE,
        read_run(run).tables,
        results(run),
        names=code_names(load(lexicon)),
        about=facts(read_report(run)),
        title=title,
    )


def code_names(lexicon: Lexicon) -> dict[str, str]:
    """Return the name of every country and body that has a code."""
    from pipeline.lexicon.schema import Body, Place

    names = {body.code: body.name for body in lexicon.entries(Body).values() if body.id == body.code}
    return names | {place.country: place.name for place in lexicon.entries(Place).values() if place.kind == "country"}


def facts(manifest: Mapping[str, Any]) -> dict[str, str]:
    """Return what the page tells of a run: what its results depend on, nothing of when or where it was made."""
    told = {name: str(manifest.get(name, "")) for name in ("version", "code", "model", "lexicon")}
    settings = manifest.get("settings", {})
    return told | {"settings": ", ".join(f"{name} = {value}" for name, value in settings.items() if value)}
