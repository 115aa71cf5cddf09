"""What commands print: results to standard output, progress, notes and errors to standard error."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

if TYPE_CHECKING:
    from pipeline.run import Progress, RunSummary

STOPPED = 130

# Messages quote articles, file names and TOML, whose brackets are no markup.
out = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)

_LINES = 20
"""Lines of progress at most, where there is no terminal for a bar."""

Report = Callable[["Progress"], None]


def new_app(help_text: str) -> typer.Typer:
    """Return a group of commands whose help and errors are plain text."""
    return typer.Typer(
        no_args_is_help=True,
        help=help_text,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
    )


def with_progress(job: Callable[[Report], RunSummary], *, quiet: bool) -> RunSummary:
    """Do a run with a progress bar on a terminal, a few plain lines elsewhere; Ctrl-C ends it with a word."""
    try:
        if quiet:
            return job(_silent)
        if not err.is_terminal:
            return job(_lines())
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Bar(*columns, console=err, transient=True) as bar:
            task = bar.add_task("files", total=None)
            return job(lambda progress: bar.update(task, completed=progress.done, total=progress.total))
    except KeyboardInterrupt:
        err.print("stopped; the same command goes on from here")
        raise typer.Exit(STOPPED) from None


def _silent(progress: Progress) -> None:
    """Say nothing."""


def _lines() -> Report:
    """Return a reporter that prints a line whenever another twentieth of the files is done."""
    told = 0

    def report(progress: Progress) -> None:
        nonlocal told
        share = progress.done * _LINES // max(progress.total, 1)
        if share > told:
            told = share
            err.print(f"{progress.done} of {progress.total} files")

    return report
