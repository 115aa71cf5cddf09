"""The lexicon: names, titles, laws, verbs and cues as data, one schema, read and checked once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pipeline.lexicon.forms import FormIndex, Match, fold
from pipeline.lexicon.loader import Lexicon, load

__all__ = ["FormIndex", "Lexicon", "Match", "fold", "load", "shared"]


@cache
def shared(overlay: str = "") -> Lexicon:
    """Return the lexicon with the user's folder ``overlay`` laid over it, read once per process.

    Raises:
        LexiconError: as ``load``.
    """
    return load(Path(overlay) if overlay else None)
