"""The lexicon: names, titles, laws, verbs and cues as data, one schema, read and checked once."""

from __future__ import annotations

from pipeline.lexicon.forms import FormIndex, Match, fold
from pipeline.lexicon.loader import Lexicon, load

__all__ = ["FormIndex", "Lexicon", "Match", "fold", "load"]
