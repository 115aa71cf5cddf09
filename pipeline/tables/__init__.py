"""Records to pandas frames; the column contract of every file a run writes."""

from __future__ import annotations

from pipeline.tables.columns import TABLES, Column, Kind
from pipeline.tables.frames import Frames, build, empty, frame_of
from pipeline.tables.text import JOINER, cell_text

__all__ = ["JOINER", "TABLES", "Column", "Frames", "Kind", "build", "cell_text", "empty", "frame_of"]
