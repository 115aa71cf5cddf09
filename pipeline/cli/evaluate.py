"""``sanction-events evaluate``."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.console import err, out, with_progress
from pipeline.cli.options import (
    ConfigOption,
    JsonOption,
    LexiconOption,
    ModelOption,
    PublishedOption,
    WorkersOption,
    settings_of,
)
from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.run import FinishedRun


def evaluate(
    articles: Annotated[Path, typer.Option("--articles", "-a", help="Folder of articles.")],
    gold: Annotated[Path, typer.Option("--gold", "-g", help="Folder of gold files, one JSON per article.")],
    out_folder: Annotated[
        Path | None, typer.Option("--out", "-o", help="Folder for metrics.json and errors.csv.")
    ] = None,
    finished: Annotated[Path | None, typer.Option("--run", help="Score this finished run, not a new one.")] = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", help="Earlier metrics.json: tells what is gained and lost since.")
    ] = None,
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    published: PublishedOption = None,
    workers: WorkersOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Run over articles and score the tables against gold, every score with its 95 % interval.

    With --out it writes metrics.json and errors.csv (missing, spurious, wrong value, each with its sentence).

    Example: sanction-events evaluate --articles corpus/articles --gold corpus/gold --out outputs/evaluation
    """
    from pipeline import evaluate as scoring
    from pipeline.lexicon import load as load_lexicon
    from pipeline.stages import LexiconResolver

    settings = settings_of(
        config, model=model, lexicon=lexicon, published=published, workers=workers, formats=("parquet",)
    )
    before = scoring.read_metrics(baseline) if baseline is not None else None
    run = _finished(finished) if finished is not None else _new(articles, settings, quiet=as_json)
    result = scoring.evaluate(
        run.tables,
        scoring.read_gold_folder(gold, run.texts),
        run.texts,
        sentences=run.sentences,
        resolver=LexiconResolver(load_lexicon(settings.lexicon)),
    )
    if as_json:
        out.print_json(scoring.metrics_json(result.metrics))
    else:
        out.print(scoring.score_text(result.metrics))
    if out_folder is not None:
        for path in scoring.write_evaluation(result, out_folder):
            err.print(f"written: {path}")
    if before is not None and not as_json:
        out.print(scoring.change_text(scoring.compare(before, result.metrics)))


def _finished(folder: Path) -> FinishedRun:
    from pipeline.run import read_run

    return read_run(folder)


def _new(articles: Path, settings: Settings, *, quiet: bool) -> FinishedRun:
    """Run over the articles in a folder that goes away; say which could not be used."""
    from pipeline.run import read_run, run_folder

    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        with_progress(lambda progress: run_folder(articles, folder, settings=settings, progress=progress), quiet=quiet)
        run = read_run(folder)
    for message in run.tables["errors"]["message"]:
        err.print(f"note: not scored: {message}")
    return run
