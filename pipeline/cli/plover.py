"""``sanction-events gold plover``."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.console import out
from pipeline.cli.options import ConfigOption, JsonOption, LexiconOption, ModelOption, settings_of
from pipeline.settings import Settings

_WORDS = "plover_sanction_words"


def plover(
    data: Annotated[Path, typer.Option("--data", "-d", help="PLOVER's records: *.jsonl, packed or not, or a folder.")],
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Run over PLOVER's gold sentences: recall on those that tell of sanctions, false alarms on the others.

    A sentence tells of sanctions if its code is SANCTION, or if the words marked as its event name one (a threat, a
    rejection ...). Each share has its 95 % interval; --json also names the records that went wrong.

    Example: sanction-events gold plover --data plover.jsonl
    """
    from pipeline.evaluate.plover import plover_shares, plover_text, read_plover
    from pipeline.lexicon import load as load_lexicon
    from pipeline.lexicon.words import cue_words

    settings = settings_of(config, model=model, lexicon=lexicon)
    records = read_plover(data)
    codes = _codes(settings, [record.text for record in records])
    words = cue_words(load_lexicon(settings.lexicon), _WORDS)
    shares = plover_shares(records, codes.__getitem__, words=words)
    if as_json:
        out.print_json(data=[asdict(share) for share in shares])
    else:
        out.print(f"{len(records)} records\n\n{plover_text(shares)}")


def _codes(settings: Settings, texts: list[str]) -> dict[str, list[str]]:
    """Return the PLOVER codes of the events of each text."""
    from pipeline.stages import Plan, Stages

    known = Plan(settings).codes
    stages = Stages(settings)
    try:
        return {
            text: [known[event.action][0] for event in stages.extract_text(text).events]
            for text in dict.fromkeys(texts)
        }
    finally:
        stages.close()
