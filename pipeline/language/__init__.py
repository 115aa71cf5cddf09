"""The language stage: text to a spaCy ``Doc`` with tags, lemmas, trees, sentences and entities."""

from __future__ import annotations

from pipeline.language.loading import load

__all__ = ["load"]
