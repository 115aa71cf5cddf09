"""Says which rules and patterns can begin with a pair of words, so that most of them are passed over at most words.

A pattern is passed over only where no way through it begins with the two words; blanks and case are left to the reader.
What was found for a pair is remembered: texts hold few pairs of words that patterns know.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pipeline.timex.pattern import Group, Item, Row
from pipeline.timex.starts import DIGITS, Part, is_number
from pipeline.timex.words import NUMBER_CLASSES, WordClasses

if TYPE_CHECKING:
    from pipeline.timex.grammar import Rule

_UNKNOWN = ""
_MEMORY = 5000
"""Pairs remembered."""
_BOTH = 2
"""Where a way stands that has read both words."""

Opening = Mapping[str, Mapping[str, tuple["Rule", ...]]]


class Pair:
    """Two neighbouring words.

    Attributes:
        top: rules of whole expressions that can begin so, each with its place in their order.
    """

    def __init__(self, words: tuple[str, str], classes: WordClasses, opening: Opening, top: tuple[Rule, ...]) -> None:
        self._words = words
        self._classes = classes
        self._opening = opening
        self._ends: dict[tuple[str, int], frozenset[int]] = {}
        self._rows: dict[str, tuple[Row, ...]] = {}
        self._rules: dict[str, tuple[Rule, ...]] = {}
        self.top = tuple((order, rule) for order, rule in enumerate(top) if self.rows(rule))

    def rows(self, rule: Rule) -> tuple[Row, ...]:
        """Return the patterns of a rule that can begin so."""
        found = self._rows.get(rule.id)
        if found is None:
            rows = _at(rule.openers, self._words[0])
            found = self._rows[rule.id] = tuple(row for row in rows if any(self._row(row, 0, 0)))
        return found

    def rules(self, name: str) -> tuple[Rule, ...]:
        """Return the rules of a phrase that can begin so."""
        found = self._rules.get(name)
        if found is None:
            rules = _at(self._opening[name], self._words[0])
            found = self._rules[name] = tuple(rule for rule in rules if self.rows(rule))
        return found

    def _row(self, row: Row, place: int, index: int) -> Iterator[int]:
        """Yield where the ways through the rest of a pattern stand when it ends, or when both words are read."""
        if index == _BOTH or place == len(row):
            yield index
            return
        part = row[place]
        ends = set(self._row(part.items, 0, index)) if isinstance(part, Group) else self._item(part, index)
        if isinstance(part, Group) or part.optional:
            ends.add(index)
        for end in ends:
            yield from self._row(row, place + 1, end)

    def _item(self, item: Item, index: int) -> set[int]:
        ends = {index + 1} if self._words[index] in item.words else set()
        return ends.union(*(self._named(name, index) for name in item.names))

    def _named(self, name: str, index: int) -> frozenset[int]:
        """Return where a class of words or a phrase can end that begins with one of the two words."""
        key = name, index
        found = self._ends.get(key)
        if found is None:
            ends = self._phrase(name, index) if name in self._opening else self._class(name, index)
            found = self._ends[key] = frozenset(ends)
        return found

    def _phrase(self, name: str, index: int) -> Iterator[int]:
        for rule in _at(self._opening[name], self._words[index]):
            for row in _at(rule.openers, self._words[index]):
                yield from self._row(row, 0, index)

    def _class(self, name: str, index: int) -> Iterator[int]:
        if name in NUMBER_CLASSES and _is_number(self._words[index]):
            yield index + 1
        for length in self._classes.lengths(name, self._words[index:]):
            yield index + length


class Pairs:
    """All pairs of neighbouring words met."""

    def __init__(
        self,
        classes: WordClasses,
        opening: Opening,
        *,
        starting: Mapping[str, tuple[Rule, ...]],
        vocabulary: frozenset[str],
    ) -> None:
        self._classes = classes
        self._opening = opening
        self._starting = starting
        self._vocabulary = vocabulary
        self._known: dict[tuple[str, str], Pair] = {}

    def of(self, first: str, second: str) -> Pair:
        """Return the pair of two norms; the second is empty at the end of the text."""
        words = self._told_apart(first), self._told_apart(second)
        found = self._known.get(words)
        if found is None:
            if len(self._known) >= _MEMORY:
                self._known.clear()
            top = self._starting.get(DIGITS if is_number(first) else first, ())
            found = self._known[words] = Pair(words, self._classes, self._opening, top)
        return found

    def _told_apart(self, norm: str) -> str:
        """Return a word as far as patterns tell it apart: one number as any other, one unknown word as any other."""
        if norm in self._vocabulary:
            return norm
        return DIGITS if is_number(norm) else _UNKNOWN


def _is_number(word: str) -> bool:
    return word == DIGITS or is_number(word)


def _at(openers: Mapping[str, tuple[Part, ...]], word: str) -> tuple[Part, ...]:
    """Return what can begin with a word."""
    return openers.get(word) or (openers.get(DIGITS, ()) if is_number(word) else ())
