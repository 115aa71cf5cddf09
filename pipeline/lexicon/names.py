"""Names of people and bodies folded to words that can be compared: no diacritics, case, points or apostrophes."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"})
_SPLIT = re.compile(r"[\s\-‐‑–.,\"“”()]+")
_QUOTES = re.compile(r"['’‘ʼ`]")


def fold_name(text: str) -> str:
    """Return a name in small plain letters: "Łukasz O’Neill" is "lukasz oneill"."""
    decomposed = unicodedata.normalize("NFKD", _QUOTES.sub("", text))
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    return kept.casefold().translate(_LETTERS).rstrip(".")


def folded_words(text: str) -> list[str]:
    """Return the folded words of a name in order; hyphens divide."""
    return [word for word in _SPLIT.split(fold_name(text)) if word]
