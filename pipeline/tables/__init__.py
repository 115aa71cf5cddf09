"""Records to pandas frames; the column contract of every file a run writes."""

from __future__ import annotations

from pipeline.tables.columns import TABLES, Column, Kind
from pipeline.tables.frames import Frames, build, empty
from pipeline.tables.text import cell_text

__all__ = ["TABLES", "Column", "Frames", "Kind", "build", "cell_text", "empty"]
