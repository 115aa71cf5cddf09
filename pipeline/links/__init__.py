"""Mentions that belong together: names of one person, roles to people, arguments to actions."""

from __future__ import annotations

from pipeline.links.linker import Linker

__all__ = ["Linker"]
