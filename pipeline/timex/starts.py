"""Works out which rules can begin with which word, so that most of them are passed over at most words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol, TypeVar

from pipeline.timex.pattern import Group, Item, Row
from pipeline.timex.words import NUMBER_CLASSES, WordClasses

DIGITS = "#"
"""Stands for any token of digits."""

Part = TypeVar("Part")


class HasRows(Protocol):
    """A rule, as far as its patterns go."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The patterns."""
        ...


def find_starts(
    phrases: Mapping[str, Sequence[HasRows]], words: WordClasses
) -> dict[str, list[tuple[frozenset[str], ...]]]:
    """Return the words that each pattern of each rule of each phrase can begin with, ``DIGITS`` for numbers.

    Phrases must not contain themselves.
    """
    numbers = {name: frozenset({DIGITS}) for name in NUMBER_CLASSES}
    firsts = _Collector(phrases, numbers | words.first_words())
    return {name: [tuple(map(firsts.of_row, rule.rows)) for rule in rules] for name, rules in phrases.items()}


def by_opener(parts: Sequence[tuple[Part, Collection[str]]]) -> dict[str, tuple[Part, ...]]:
    """Return rules or patterns, given with the words they can begin with, by these words.

    What begins with any number stands under every number that some other one names, too.
    """
    words = {word for _, firsts in parts for word in firsts}
    return {
        word: tuple(part for part, firsts in parts if word in firsts or (is_number(word) and DIGITS in firsts))
        for word in sorted(words)
    }


def is_number(norm: str) -> bool:
    """Say whether a token is one of digits."""
    return norm.isascii() and norm.isdigit()


class _Collector:
    """Collects the first words of patterns."""

    def __init__(self, phrases: Mapping[str, Sequence[HasRows]], known: Mapping[str, frozenset[str]]) -> None:
        self._phrases = phrases
        self._known = dict(known)

    def of_row(self, row: Row) -> frozenset[str]:
        """Return the words of one pattern."""
        found: set[str] = set()
        for part in row:
            found |= self._of_part(part)
            if not _may_be_missing(part):
                break
        return frozenset(found)

    def _of_part(self, part: Item | Group) -> frozenset[str]:
        if isinstance(part, Group):
            return self.of_row(part.items)
        return part.words.union(*map(self._of_name, part.names))

    def _of_name(self, name: str) -> frozenset[str]:
        if name not in self._known:
            rows = [row for rule in self._phrases.get(name, ()) for row in rule.rows]
            self._known[name] = frozenset().union(*map(self.of_row, rows))
        return self._known[name]


def _may_be_missing(part: Item | Group) -> bool:
    return isinstance(part, Group) or part.optional
