"""What commands print: results to standard output, progress, notes and errors to standard error."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.progress import BarColumn, TextColumn
from rich.progress import Progress as Bar
from rich.table import Table

if TYPE_CHECKING:
    from pipeline.run import Progress, RunSummary

STOPPED = 130

# Messages quote articles, file names and TOML, whose brackets are no markup.
out = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)

_LINES = 20
"""Lines of progress at most, where there is no terminal for a bar."""

_WIDTH = 160
"""Width of tables where there is no terminal that has one."""

Report = Callable[["Progress"], None]


def print_table(table: Table) -> None:
    """Print a table to standard output, as wide as the terminal."""
    console = out if out.is_terminal else Console(width=_WIDTH, highlight=False, markup=False, emoji=False)
    console.print(table, soft_wrap=False)


def new_app(help_text: str, *, completion: bool = False) -> typer.Typer:
    """Return a group of commands whose help and errors are plain text.

    Args:
        help_text: what the group is for.
        completion: whether it has options that set up the completion of commands in a shell.
    """
    return typer.Typer(
        no_args_is_help=True,
        help=help_text,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=completion,
    )


def with_progress(job: Callable[[Report], RunSummary], *, quiet: bool) -> RunSummary:
    """Do a run with a progress bar on a terminal, a few plain lines elsewhere; Ctrl-C ends it with a word."""
    try:
        if quiet:
            return job(_silent)
        if not err.is_terminal:
            return job(_lines())
        columns = (BarColumn(), TextColumn("{task.description}"))
        with Bar(*columns, console=err, transient=True) as bar:
            task = bar.add_task("reading the list of files", total=None)
            return job(
                lambda progress: bar.update(
                    task, description=progress_text(progress), completed=progress.done, total=progress.total
                )
            )
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
            err.print(progress_text(progress))

    return report


def progress_text(progress: Progress) -> str:
    """Return how far a run is in a line: files, rate, remaining time, failures."""
    parts = [f"{progress.done} of {progress.total} files"]
    if progress.words:
        parts.append(f"{progress.rate:,.0f} words/s")
    if progress.remaining:
        parts.append(f"{_duration(progress.remaining)} left")
    if progress.failures:
        parts.append(f"{progress.failures} failed")
    return ", ".join(parts)


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
