"""JSON Lines: one sanction event per line, with the words behind each of its cells."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, ClassVar

import pandas as pd

from pipeline.export.base import Exporter, Part
from pipeline.tables import Frames

_CELL = ("column", "value", "start", "end", "text", "rule")


class JsonLinesExporter(Exporter):
    """Writes ``events.jsonl``; unknown is null, also where the tables have the empty text."""

    NAME = "jsonl"
    TITLE = "events as JSON Lines"
    FILES: ClassVar[Mapping[str, str]] = {"events": "events.jsonl"}

    _file: IO[str]

    def open(self, table: str, path: Path) -> Part:
        """Open the file."""
        self._file = path.open("w", encoding="utf-8", newline="\n")
        return self._file

    def feed(self, frames: Frames) -> None:
        """Append the events of some articles."""
        cells: dict[str, list[dict[str, Any]]] = {}
        for cell in frames["cells"].to_dict("records"):
            if cell["table"] == "events":
                cells.setdefault(cell["row"], []).append({name: _plain(cell[name]) for name in _CELL})
        for event in frames["events"].to_dict("records"):
            row = {str(name): _plain(value) for name, value in event.items()}
            self._file.write(json.dumps(row | {"cells": cells.get(event["event_id"], [])}, ensure_ascii=False) + "\n")


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    if value is pd.NA or value == "":
        return None
    return value
