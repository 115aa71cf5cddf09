"""Which texts tell no sanction event for certain, so that news of other things teaches the event head to be silent."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_FILE = "data/sanction_words.txt"


def is_eventless(text: str) -> bool:
    """Say whether no word of a text begins like one that sanctions are told with."""
    return _pattern().search(text) is None


@cache
def _pattern() -> re.Pattern[str]:
    lines = (files("pipeline.language.training") / _FILE).read_text(encoding="utf-8").splitlines()
    beginnings = sorted((line for line in lines if line and not line.startswith("#")), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, beginnings))})", re.IGNORECASE)
