"""``sanction-events benchmark``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.console import out
from pipeline.cli.options import ConfigOption, JsonOption, LexiconOption, ModelOption, settings_of


def benchmark(
    folder: Annotated[Path, typer.Argument(help="Folder of articles to time on.")],
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    rounds: Annotated[int, typer.Option(min=1, help="Times every article is worked on.")] = 3,
    workers: Annotated[
        int, typer.Option("--workers", "-j", min=0, help="Also time runs with one and with this many workers.")
    ] = 0,
    articles: Annotated[int, typer.Option(min=1, help="Articles of the runs that --workers times.")] = 4000,
    memory: Annotated[
        int, typer.Option("--memory", min=0, help="Only measure how memory grows over a run of this many articles.")
    ] = 0,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Time the whole pipeline on one core, stage by stage, beside the language model alone.

    With --workers also whole runs and the start of a fresh command; with --memory the growth of memory instead. Both
    repeat stretches of the articles with ever new words.

    Example: sanction-events benchmark corpus/articles --rounds 5
    """
    from pipeline import run

    settings = settings_of(config, model=model, lexicon=lexicon)
    found: list[run.Speed | run.Scaling | run.MemoryUse] = []
    if memory:
        found.append(run.measure_memory(folder, settings=settings, articles=memory))
    else:
        found.append(run.measure_speed(folder, settings=settings, rounds=rounds))
        if workers:
            found.append(run.measure_scaling(folder, settings=settings, workers=workers, articles=articles))
    if as_json:
        out.print_json(data={key: value for part in found for key, value in part.model_dump().items()})
    else:
        for part in found:
            out.print(part.text())
