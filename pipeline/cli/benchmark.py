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
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Time the whole pipeline on one core, stage by stage, beside the language model alone.

    Example: sanction-events benchmark corpus/articles --rounds 5
    """
    from pipeline.run import measure_speed

    speed = measure_speed(folder, settings=settings_of(config, model=model, lexicon=lexicon), rounds=rounds)
    if as_json:
        out.print_json(speed.model_dump_json())
    else:
        out.print(speed.text())
