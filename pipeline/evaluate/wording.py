"""Compares words: names by their tokens, phrases by their content words. Accents, case and punctuation aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import cache
from importlib.resources import files

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
_APOSTROPHES = re.compile(r"['’‘ʼ`]")
_POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s|$))", re.IGNORECASE)  # China's, officials'
_POINTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")  # U.S., U.N.
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")  # 1,200
_TOKEN = re.compile(r"[^\W_]+")


@cache
def function_words() -> frozenset[str]:
    """Return the English function words, read from ``function_words.txt``."""
    lines = (files("pipeline.evaluate") / "function_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", _POSSESSIVE.sub("", text)))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().translate(_LETTERS)


def name_tokens(name: str) -> tuple[str, ...]:
    """Return the tokens of a name, folded; initials stand alone (``J.P. Ruiz`` gives ``j, p, ruiz``)."""
    return tuple(_TOKEN.findall(_plain(name)))


def phrase_tokens(text: str) -> tuple[str, ...]:
    """Return the tokens of a phrase, folded; pointed abbreviations are one (``U.S.`` gives ``us``)."""
    joined = _POINTED.sub(lambda match: match.group().replace(".", ""), _THOUSANDS.sub("", text))
    return tuple(_TOKEN.findall(_plain(joined)))


def content_words(text: str) -> frozenset[str]:
    """Return the set of a phrase's words that are no function words; all its words where none is left."""
    tokens = phrase_tokens(text)
    return frozenset(token for token in tokens if token not in function_words()) or frozenset(tokens)


def dice(first: Collection[str], second: Collection[str]) -> float:
    """Return Dice's coefficient of two sets, 2|A and B| / (|A| + |B|); 0 where both are empty."""
    total = len(first) + len(second)
    return 2 * len(set(first) & set(second)) / total if total else 0.0


def same_name(first: str, second: str) -> bool:
    """Say whether two names may be one person's.

    They are when the tokens of one contain the last token of the other and no given name contradicts. Given names
    stand before the shared token, or after it where it comes first (``Xi Jinping``). They contradict when both
    names have some and one of the name with fewer agrees with none of the other's; an initial agrees with the names
    it begins.
    """
    one, two = name_tokens(first), name_tokens(second)
    return _last_token_fits(one, two) or _last_token_fits(two, one)


def _last_token_fits(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not name or name[-1] not in other:
        return False
    place = len(other) - 1 - other[::-1].index(name[-1])
    given, others = name[:-1], other[:place] or other[place + 1 :]
    if not given or not others:
        return True
    fewer, more = sorted((given, others), key=len)
    return all(any(_agree(token, candidate) for candidate in more) for token in fewer)


def _agree(first: str, second: str) -> bool:
    return first == second or (min(len(first), len(second)) == 1 and first[0] == second[0])
