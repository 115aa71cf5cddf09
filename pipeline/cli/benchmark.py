"""``sanction-events benchmark``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.console import out
from pipeline.cli.options import ConfigOption, JsonOption, LexiconOption, ModelOption, settings_of
from pipeline.settings import Settings

BLANK = "blank-cnn"
_EXAMPLES = 20
"""Articles whose labels an untrained pipeline gets."""


def benchmark(
    folder: Annotated[Path, typer.Argument(help="Folder of articles to time on.")],
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    rounds: Annotated[int, typer.Option(min=1, help="Times every article is worked on.")] = 3,
    workers: Annotated[
        int, typer.Option("--workers", "-j", min=0, help="Also time runs with one and with this many workers.")
    ] = 0,
    engine: Annotated[
        str | None, typer.Option("--engine", help="What --workers times: local processes, or ray on this machine.")
    ] = None,
    articles: Annotated[int, typer.Option(min=1, help="Articles of the runs that --workers times.")] = 600,
    memory: Annotated[
        int, typer.Option("--memory", min=0, help="Only measure how memory grows over a run of this many articles.")
    ] = 0,
    beside: Annotated[
        list[str] | None,
        typer.Option(
            help=f"Also time an installed spaCy pipeline alone, repeatable; {BLANK}: of the small kind, untrained."
        ),
    ] = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Time the whole pipeline on one core, stage by stage, beside the language model alone.

    With --workers also whole runs and the start of a fresh command; with --memory the growth of memory instead. Both
    repeat stretches of the articles with ever new words.

    Example: sanction-events benchmark corpus/articles --rounds 5 --beside en_core_web_sm
    """
    from pipeline import run

    settings = settings_of(config, model=model, lexicon=lexicon, engine=engine)
    found: list[run.Speed | run.Scaling | run.MemoryUse] = []
    if memory:
        found.append(run.measure_memory(folder, settings=settings, articles=memory))
    else:
        found.append(run.measure_speed(folder, settings=settings, rounds=rounds))
        if workers:
            found.append(run.measure_scaling(folder, settings=settings, workers=workers, articles=articles))
    others = _others(beside or (), folder, settings)
    if as_json:
        shown = {key: value for part in found for key, value in part.model_dump().items()}
        out.print_json(data={**shown, "beside": others} if others else shown)
    else:
        for part in found:
            out.print(part.text())
        for name, rate in others.items():
            out.print(f"{name}: {rate:.0f} words/s")


def _others(names: Sequence[str], folder: Path, settings: Settings) -> dict[str, float]:
    """Return the words per second of spaCy pipelines on the same articles, the best of three rounds on one core."""
    if not names:
        return {}
    from pipeline.language import load
    from pipeline.language.training.speed import cnn_pipeline, words_per_second
    from pipeline.stages import Plan

    texts = list(Plan(settings).texts(folder).values())
    rates = {}
    for name in dict.fromkeys(names):
        if name == BLANK:
            own = load(settings.model or None)
            nlp = cnn_pipeline([own(text) for text in texts[:_EXAMPLES]])
        else:
            nlp = load(name)
        rates[name] = words_per_second(nlp, texts)
    return rates
