"""Assembles sanction events from linked actions and gathers what an article tells of one happening."""

from __future__ import annotations

from pipeline.events.assemble import assemble

__all__ = ["assemble"]
