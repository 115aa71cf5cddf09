"""Assembles sanction events from linked actions and gathers what an article, and a run, tells of one happening."""

from __future__ import annotations

from pipeline.events.assemble import assemble
from pipeline.events.story_keys import marks_of
from pipeline.events.story_rows import Stories

__all__ = ["Stories", "assemble", "marks_of"]
