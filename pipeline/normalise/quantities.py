"""Numbers and small cue words at the head of a phrase or sentence."""

from __future__ import annotations

import re

from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Cue, TimeWords

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?|\d[\d,]*")


_SIMPLE, _SCALES = ("ONES", "TEENS", "TENS"), "SCALE"
"""Classes of number words in the lexicon's table ``time_words``."""


class Quantities:
    """Reads counts ("more than 50 companies": 50) and says whether a sentence goes on about the sanctions told."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.entries(TimeWords)
        self._numbers = {
            form: int(value) for name in _SIMPLE for value, forms in words[name].words.items() for form in forms
        }
        self._scales = {form: int(value) for value, forms in words[_SCALES].words.items() for form in forms}
        cues = lexicon.entries(Cue)
        self._scales |= {word: self._numbers[word] for word in cues["count_scales"].words}
        self._skipped = frozenset(cues["count_modifiers"].words)
        starts = sorted(cues["continuation_starts"].words, key=len, reverse=True)
        alternatives = "|".join(re.escape(start) for start in starts)
        self._continuation = re.compile(rf"\W*(?:{alternatives})(?!\w)", re.IGNORECASE)

    def count(self, phrase: str) -> int | None:
        """Return the number a phrase starts with, modifiers like "more than" skipped; None when it states none.

        A year, an ordinal or a number in the middle of the phrase is no count.
        """
        words = [match.group().lower() for match in _WORD.finditer(phrase)]
        place = 0
        while place < len(words) and words[place] in self._skipped:
            place += 1
        if place >= len(words):
            return None
        value = self._value(words[place])
        if value is None:
            return None
        if place + 1 < len(words) and words[place + 1] in self._scales:
            return value * self._scales[words[place + 1]]
        return value

    def _value(self, word: str) -> int | None:
        if _DIGITS.fullmatch(word):
            return int(word.replace(",", ""))
        if word in self._scales:
            return self._scales[word]
        tens, hyphen, ones = word.partition("-")
        if hyphen and tens in self._numbers and ones in self._numbers:
            return self._numbers[tens] + self._numbers[ones]
        return self._numbers.get(word)

    def continues(self, sentence: str) -> bool:
        """Say whether a sentence starts like one that goes on about sanctions already told."""
        return self._continuation.match(sentence) is not None
