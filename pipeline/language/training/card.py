"""The papers that go with a model: NOTICE with every source."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.language.training.config import TrainingConfig

NOTICE = "NOTICE"


def write_card(folder: Path, config: TrainingConfig, about: Mapping[str, Any]) -> None:
    """Write NOTICE beside the model."""
    lines = [
        f"{config.name} {config.version}",
        "",
        "The weights are licensed under the Creative Commons Attribution-ShareAlike 4.0 International licence",
        "(https://creativecommons.org/licenses/by-sa/4.0/). They begin with all-MiniLM-L6-v2 (Apache License 2.0).",
        "They were trained on the following works; none of them is contained in this folder.",
        "",
    ]
    for source in about["sources"]:
        lines.append(f"* {source['source']} ({source['name']}): {source['licence']}")
    (folder / NOTICE).write_text("\n".join(lines) + "\n", encoding="utf-8")
