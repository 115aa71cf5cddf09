"""``sanction-events train`` and ``sanction-events model``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.console import err, new_app, out
from pipeline.cli.options import ModelOption, QuietOption
from pipeline.errors import ModelError

app = new_app("The language model.")

DataOption = Annotated[Path, typer.Option("--data", "-d", help="Folder of the data sets that the configuration names.")]
TrainingOption = Annotated[
    Path | None, typer.Option("--config", help="Training configuration in TOML, instead of the shipped model's.")
]


def train(
    data: DataOption,
    out_folder: Annotated[Path, typer.Option("--out", "-o", help="Folder for the model folder.")],
    config: TrainingOption = None,
    encoder: Annotated[
        Path | None, typer.Option(help="Folder of the encoder to start from, instead of the installed package's.")
    ] = None,
    work: Annotated[
        Path | None, typer.Option(help="Folder for checkpoints, beside the model by default; given again, it goes on.")
    ] = None,
    quiet: QuietOption = False,
) -> None:
    """Train a language model: tags, trees, sentences and entities in one network. Takes hours and the extra "training".

    Example: sanction-events train --data data --out my-models
    """
    with _training_extra():
        from pipeline.language.training.train import train as train_model

        folder = train_model(config, data, out_folder, encoder=encoder, work_dir=work, say=_silent if quiet else _say)
    out.print(f"written: {folder}")


@app.callback()
def group() -> None:
    """Commands on the language model."""


@app.command("evaluate")
def evaluate_model(
    data: DataOption,
    model: ModelOption = None,
    config: TrainingOption = None,
    speed: Annotated[bool, typer.Option("--speed/--no-speed", help="Also time it, beside spaCy's CNN.")] = True,
    quiet: QuietOption = False,
) -> None:
    """Score the language model on test sets: entities, tags, trees, sentences and words per second.

    Example: sanction-events model evaluate --data data --no-speed
    """
    with _training_extra():
        from pipeline.language.training.evaluate import evaluate

        report = evaluate(data, model=model, config_path=config, speed=speed, say=_silent if quiet else _say)
    for line in report.lines():
        out.print(line)


@contextmanager
def _training_extra() -> Iterator[None]:
    """Turn the lack of a package that only training needs into an error with its remedy."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("pipeline"):
            raise
        raise ModelError(
            f"this command needs {error.name}, which is not installed: pip install 'sanction-events[training]'"
        ) from error


def _say(line: str) -> None:
    err.print(line)


def _silent(line: str) -> None:
    """Say nothing."""
