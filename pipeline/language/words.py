"""What the network is told about a word beside its word-pieces: its shape and what stands before it.

Input: the words of a text and the blanks between them. Output: small integers, the rows of the network's
feature tables. The encoder is uncased, so letter case reaches it only through ``word_shape``. Training and
run time both read words through this module; changing a number here needs a newly trained model.
"""

from __future__ import annotations

import unicodedata

PAD_SHAPE = 0
LOWER, TITLE, CAPITAL, UPPER, MIXED, CAMEL = 1, 2, 3, 4, 5, 6
INITIALS, ABBREVIATION, NUMBER, ORDINAL, CODE = 7, 8, 9, 10, 11
POINT, COMMA, OTHER_PUNCTUATION, SYMBOL, UNCASED = 12, 13, 14, 15, 16
N_SHAPES = 17

GLUED, SPACE, LINE, BLANK_LINE, START, INNER = 0, 1, 2, 3, 4, 5
N_BREAKS = 6

# Typographic signs and the plain ones that stand for them; a soft hyphen stands for nothing.
_PLAIN = (("„«", "“"), ("»", "”"), ("‘’‚ʼ", "'"), ("\u2010\u2011", "-"), ("\u00ad", ""))
_QUOTES = str.maketrans({sign: plain for signs, plain in _PLAIN for sign in signs})
_TYPED_QUOTES = {"``": "“", "''": "”"}


def plain_form(word: str) -> str:
    """Return the word with the many kinds of quotes, apostrophes and hyphens made one, as the word-pieces know them."""
    word = word.translate(_QUOTES)
    return _TYPED_QUOTES.get(word, word)


def word_shape(word: str) -> int:
    """Return the shape of a word: how its letters are cased, whether it is a number, punctuation or a symbol."""
    letters = [char for char in word if char.isalpha()]
    if not letters:
        return _shape_without_letters(word)
    if any(char.isdigit() for char in word):
        return CODE if letters[0].isupper() else ORDINAL
    if not any(char.isupper() or char.islower() for char in letters):
        return UNCASED
    if word.endswith(".") and len(word) > 1:
        return INITIALS if len(letters) == 1 or "." in word[:-1] else ABBREVIATION if letters[0].isupper() else LOWER
    return _shape_of_case(letters)


def _shape_of_case(letters: list[str]) -> int:
    upper = [char.isupper() for char in letters]
    if not any(upper):
        return LOWER
    if len(letters) == 1:
        return CAPITAL
    if all(upper):
        return UPPER
    if not upper[0]:
        return CAMEL
    return MIXED if any(upper[1:]) else TITLE


def _shape_without_letters(word: str) -> int:
    if any(char.isdigit() for char in word):
        return NUMBER
    if word in (".", "!", "?"):
        return POINT
    if word in (",", ";", ":"):
        return COMMA
    return OTHER_PUNCTUATION if all(unicodedata.category(char).startswith("P") for char in word) else SYMBOL


def break_before(gap: str) -> int:
    """Return the kind of break that the white space before a word makes.

    Args:
        gap: the characters between the previous word and this one; empty when they touch.
    """
    if not gap:
        return GLUED
    lines = gap.count("\n") or gap.count("\r")
    if not lines:
        return SPACE
    return LINE if lines == 1 else BLANK_LINE
