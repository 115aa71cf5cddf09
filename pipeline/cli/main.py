"""All commands in one application, and how its errors are told."""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Sequence

from pipeline.cli import dates, gold, lexicon, model, review
from pipeline.cli.benchmark import benchmark
from pipeline.cli.console import STOPPED, err, new_app
from pipeline.cli.diff import diff
from pipeline.cli.evaluate import evaluate
from pipeline.cli.explain import explain
from pipeline.cli.plover import plover
from pipeline.cli.report import report
from pipeline.cli.run import run
from pipeline.cli.show import show
from pipeline.errors import PipelineError

app = new_app("News articles to sanctions data.", completion=True)
for command in (run, report, show, explain, diff, evaluate, benchmark, model.train):
    app.command()(command)
app.add_typer(lexicon.app, name="lexicon")
gold.app.command()(plover)
app.add_typer(gold.app, name="gold")
app.add_typer(dates.app, name="dates")
app.add_typer(model.app, name="model")
app.add_typer(review.app, name="review")


_COLLECT_AFTER = 50_000
"""New objects after which garbage is looked for: what a command loads are millions that stay."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; errors of ours, and of the file system, are one plain message and exit code 1."""
    gc.set_threshold(_COLLECT_AFTER)
    # At the end the system takes all memory back at once: nobody need look through a model for garbage then.
    atexit.register(gc.freeze)
    try:
        app(arguments)
    except PipelineError as error:
        _fail(str(error))
    except OSError as error:
        where = error.filename if error.filename is not None else "the file system"
        _fail(f"{where}: {error.strerror or error}; see to it and give the command again")
    except KeyboardInterrupt:
        err.print("stopped")
        sys.exit(STOPPED)


def _fail(message: str) -> None:
    err.print(f"error: {message}", style="red")
    sys.exit(1)
