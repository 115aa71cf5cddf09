"""Looks up lexicon entries by the words they are written in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pipeline.lexicon.schema import Entry, Form

EntryT = TypeVar("EntryT", bound=Entry)

_QUOTES = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "\u00ad": None})


def fold(text: str) -> str:
    """Return the text as forms are compared: NFKC, plain apostrophes and hyphens, single blanks."""
    if text.isascii():
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFKC", text).translate(_QUOTES).split())


@dataclass(frozen=True, slots=True)
class Match(Generic[EntryT]):
    """An entry found by a form."""

    entry: EntryT
    form: Form


class FormIndex(Generic[EntryT]):
    """Finds the entries of one table by exact words.

    A cased form matches as written, with a leading capital, or when the words are in all capitals; an uncased
    one in any case. Lookup keeps the order in which entries were added.
    """

    def __init__(self, forms: Iterable[tuple[EntryT, Form]]) -> None:
        self._matches: dict[str, list[Match[EntryT]]] = {}
        for entry, form in forms:
            self._matches.setdefault(fold(form.text).casefold(), []).append(Match(entry, form))

    def find(self, text: str) -> list[Match[EntryT]]:
        """Return every entry that the words may name, once, those with a strong form first."""
        words = fold(text)
        found = [match for match in self._matches.get(words.casefold(), ()) if _fits(match.form, words)]
        first: dict[int, Match[EntryT]] = {}
        for match in sorted(found, key=_is_weak):
            first.setdefault(id(match.entry), match)
        return list(first.values())


def _is_weak(match: Match[EntryT]) -> bool:
    return not match.form.strong


def _fits(form: Form, words: str) -> bool:
    if not form.cased or words.isupper():
        return True
    written = fold(form.text)
    return words == written or words == written[:1].upper() + written[1:]
