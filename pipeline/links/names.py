"""Compares names of people: whether a shorter or differently spelt name can be the same person's.

Names are compared by folded words (no diacritics, case, points, apostrophes; hyphens divide). A name's key words are
its last word, or the first where the family name stands first ("Xi Jinping"); particles ("al-", "van der") and
honorifics do not count, initials agree with the words they begin, and a nickname agrees with its full form.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.lexicon import Lexicon
from pipeline.lexicon.names import fold_name, folded_words
from pipeline.lexicon.words import honorifics, name_words, nicknames

_LEAST_SPELLING = 4  # shortest word that may be a respelling of another
_MOST_EDITS = 2


@dataclass(frozen=True)
class NameTable:
    """Words of names that the lexicon knows, folded."""

    particles: frozenset[str]
    suffixes: frozenset[str]
    honorifics: frozenset[str]
    family_first: frozenset[str]
    nicknames: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Name:
    """A name in parts.

    Attributes:
        words: folded words without particles, honorifics and suffix, in order.
        suffix: "jr", "iii" ..., or empty.
        family_first: whether the first word is a family name that stands first.
    """

    words: tuple[str, ...]
    suffix: str
    family_first: bool


def read_name_table(lexicon: Lexicon) -> NameTable:
    """Return the name words of a lexicon."""
    return NameTable(
        particles=frozenset(map(fold_name, name_words(lexicon, "particle"))),
        suffixes=frozenset(map(fold_name, name_words(lexicon, "suffix"))),
        honorifics=frozenset(map(fold_name, honorifics(lexicon, sure=True))),
        family_first=frozenset(map(fold_name, name_words(lexicon, "family_first"))),
        nicknames=frozenset((fold_name(short), fold_name(full)) for short, full in nicknames(lexicon)),
    )


def read_name(text: str, table: NameTable) -> Name:
    """Return the parts of a name as written."""
    words = folded_words(text)
    while len(words) > 1 and words[0] in table.honorifics:
        words = words[1:]
    suffix = words.pop() if len(words) > 1 and words[-1] in table.suffixes else ""
    bare = [word for word in words if word not in table.particles or len(words) == 1]
    words = bare or words
    return Name(tuple(words), suffix, len(words) > 1 and words[0] in table.family_first)


def agreement(name: Name, full: Name, table: NameTable) -> int:
    """Return how well a name fits a fuller one: 0 not at all, 5 the same words.

    1: a word in the middle ("Kiir" of "Salva Kiir Mayardit"); 2: the given name alone; 3: the family name alone;
    4: several words, some of them initials, nicknames or respelt.
    """
    if not name.words or not full.words:
        return 0
    if name.words == full.words:
        return 5 if name.suffix == full.suffix else 0
    if len(name.words) == 1:
        return _one_word(name.words[0], full)
    if name.suffix and full.suffix and name.suffix != full.suffix:
        return 0
    if bool(name.suffix) != bool(full.suffix):
        return 0
    if sorted(name.words) == sorted(full.words):
        return 4  # the family name stands first in one of them
    return 4 if _fits_in_order(name.words, full.words, table) else 0


def _one_word(word: str, full: Name) -> int:
    family = {full.words[0]} if full.family_first else {full.words[-1]}
    if word in family:
        return 3
    if word in (full.words[0], full.words[-1]):
        return 2
    return 1 if word in full.words and len(word) > 2 else 0


def _fits_in_order(short: tuple[str, ...], long: tuple[str, ...], table: NameTable) -> bool:
    """Say whether the shorter name's words stand in the longer one in order and their family names agree."""
    if len(short) > len(long):
        short, long = long, short
    place = 0
    for word in short:
        found = next((i for i in range(place, len(long)) if _agree(word, long[i], table)), None)
        if found is None:
            return False
        place = found + 1
    same = set(short) & set(long)
    return any(len(word) > 1 for word in same) and (short[-1] in same or short[0] in same)


def _agree(one: str, other: str, table: NameTable) -> bool:
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    if (one, other) in table.nicknames or (other, one) in table.nicknames:
        return True
    return _respelt(one, other)


def _respelt(one: str, other: str) -> bool:
    """Say whether two words are spellings of one ("Sergei", "Sergey"; "Fatah", "Fattah")."""
    if min(len(one), len(other)) < _LEAST_SPELLING or one[0] != other[0]:
        return False
    return _edits(one, other, limit=_MOST_EDITS if min(len(one), len(other)) > 5 else 1) is not None


def _edits(one: str, other: str, *, limit: int) -> int | None:
    """Return the Levenshtein distance of two words, or None beyond the limit."""
    if abs(len(one) - len(other)) > limit:
        return None
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, right in enumerate(other, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (left != right))
    return row[-1] if row[-1] <= limit else None
