"""``sanction-events run``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.console import err, out, with_progress
from pipeline.cli.options import (
    ConfigOption,
    JsonOption,
    LexiconOption,
    ModelOption,
    PublishedOption,
    QuietOption,
    WatchlistOption,
    WorkersOption,
    settings_of,
)
from pipeline.cli.report import PAGE, write_page

if TYPE_CHECKING:
    from pipeline.run import RunSummary

SOME_INPUT_UNUSED = 3


def run(
    folder: Annotated[Path, typer.Argument(help="Folder of articles (txt, html, json, jsonl, csv), or one file.")],
    out_folder: Annotated[Path, typer.Option("--out", "-o", help="Run folder; made where it does not exist.")],
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    published: PublishedOption = None,
    workers: WorkersOption = None,
    config: ConfigOption = None,
    formats: Annotated[
        list[str] | None, typer.Option("--format", help="Export format, repeatable. By default csv, parquet, jsonl.")
    ] = None,
    watchlist: WatchlistOption = None,
    raw_csv: Annotated[
        bool, typer.Option("--raw-csv", help="Write CSV cells as they are, also those a spreadsheet would run.")
    ] = False,
    archives: Annotated[
        bool, typer.Option("--archives", help="Read .gz files too, up to 100 times their size.")
    ] = False,
    engine: Annotated[
        str | None, typer.Option("--engine", help="local (processes of this machine, the default) or ray (a cluster).")
    ] = None,
    address: Annotated[
        str | None, typer.Option("--address", help="Ray cluster, as ray://head:10001 or auto; by default a local one.")
    ] = None,
    storage: Annotated[
        str | None, typer.Option("--storage", help="Folder or URL (s3://...) for unit results, seen by all machines.")
    ] = None,
    with_report: Annotated[
        bool, typer.Option("--report", help="Also write report.html, the page to search, read and check the run in.")
    ] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Work on everything anew.")] = False,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Read a folder of articles and write the tables of events, people, roles and dates.

    A run that was stopped goes on where it was when the command is given again; files that were added are all it
    works on. The exit code is 3 when some input could not be used: errors.csv lists it, ledger.csv says of every file
    what became of it.

    Example: sanction-events run articles --out outputs/articles --workers 2
    """
    from pipeline.run import run_folder

    settings = settings_of(
        config,
        model=model,
        lexicon=lexicon,
        published=published,
        workers=workers,
        formats=tuple(formats) if formats else None,
        watchlist=watchlist,
        raw_csv=raw_csv or None,
        archives=archives or None,
        engine=engine,
        address=address,
        storage=storage,
    )
    if with_report and "parquet" not in settings.formats:
        raise typer.BadParameter("--report reads the Parquet tables; add --format parquet")
    summary = with_progress(
        lambda progress: run_folder(folder, out_folder, settings=settings, fresh=fresh, progress=progress),
        quiet=quiet or as_json,
    )
    if with_report:
        page, *_ = write_page(out_folder, lexicon=settings.lexicon)
        summary = summary.model_copy(update={"files": (*summary.files, page.name)})
    elif (out_folder / PAGE).exists():
        note = f"{PAGE} there is of an earlier run; --report writes it anew"
        summary = summary.model_copy(update={"notes": (*summary.notes, note)})
    if as_json:
        out.print_json(summary.model_dump_json())
    elif not quiet:
        _print(summary)
    if summary.failures:
        raise typer.Exit(SOME_INPUT_UNUSED)


def _print(summary: RunSummary) -> None:
    for note in summary.notes:
        err.print(f"note: {note}")
    articles, words = _number(summary.articles, "article"), _number(summary.words, "word")
    out.print(f"{articles}, {words} in {summary.seconds:.1f} s{_rate(summary)}")
    if summary.failures:
        unused = _number(summary.failures, "input")
        out.print(f"{unused} could not be used: see {summary.folder / 'errors.csv'}")
    if summary.skipped:
        out.print(f"{_number(summary.skipped, 'file')} passed over: see {summary.folder / 'ledger.csv'}")
    if summary.duplicates:
        out.print(f"{_number(summary.duplicates, 'article')} repeating an earlier one: see status in articles.csv")
    out.print(_number(summary.people, "person", "people"))
    out.print(_number(summary.events, "sanction event"))
    for action, count in summary.actions.items():
        out.print(f"{count:8}  {action}")
    out.print(f"tables are in {summary.folder}: {', '.join(summary.files)}")


def _number(count: int, one: str, several: str = "") -> str:
    return f"{count} {one if count == 1 else several or one + 's'}"


def _rate(summary: RunSummary) -> str:
    """Tell the speed where this run alone has done the work."""
    if summary.resumed:
        return f" ({_number(summary.resumed, 'file')} from an earlier run)"
    return f" ({summary.words / summary.seconds:.0f} words/s)" if summary.words and summary.seconds else ""
