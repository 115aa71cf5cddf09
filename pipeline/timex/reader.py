"""Reads phrases and whole expressions at a token of a text, remembering what it has read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.timex.grammar import Grammar, Rule
from pipeline.timex.pairs import Pair
from pipeline.timex.pattern import Group, Item, Row
from pipeline.timex.tokens import Tokens
from pipeline.timex.words import Hit

Captured = Mapping[str, Any]
"""What the items of a pattern yielded, by name; under ``@name`` the first token and the end of each."""


class Reader:
    """One text being read.

    Attributes:
        steps: items tried so far; grows linearly with the text.
    """

    def __init__(self, grammar: Grammar, tokens: Tokens) -> None:
        self.grammar = grammar
        self.tokens = tokens
        self.steps = 0
        self._size = len(tokens)
        self._classes: dict[int, Mapping[str, tuple[Hit, ...]]] = {}
        self._pairs: dict[int, Pair] = {}
        self._phrases: dict[tuple[str, int], tuple[tuple[int, Any], ...]] = {}

    def classes(self, index: int) -> Mapping[str, tuple[Hit, ...]]:
        """Return the word classes that match at a token."""
        found = self._classes.get(index)
        if found is None:
            found = self._classes[index] = self.grammar.words.at(self.tokens, index)
        return found

    def pair(self, index: int) -> Pair:
        """Return what can begin with a token and the one behind it."""
        found = self._pairs.get(index)
        if found is None:
            norm = self.tokens.norm
            found = self._pairs[index] = self.grammar.pairs.of(norm(index), norm(index + 1))
        return found

    def forget(self, index: int) -> None:
        """Drop what was read before a token; what is asked for again is read again."""
        self._classes = {place: found for place, found in self._classes.items() if place >= index}
        self._pairs = {place: found for place, found in self._pairs.items() if place >= index}
        self._phrases = {key: found for key, found in self._phrases.items() if key[1] >= index}

    def read(self, rule: Rule, index: int) -> Iterator[tuple[int, Any, Captured]]:
        """Yield (end, meaning, captured) for every way a rule reads the tokens from one on."""
        seen: set[int] = set()
        for row in self.pair(index).rows(rule):
            for end, captured in self._row(row, 0, index, {}):
                if end in seen:
                    continue
                built = rule.build(captured, rule.fixed)
                if built is not None:
                    seen.add(end)
                    yield end, built, captured

    def _phrase(self, name: str, index: int) -> tuple[tuple[int, Any], ...]:
        key = (name, index)
        found = self._phrases.get(key)
        if found is None and index >= self._size:
            return ()
        if found is None:
            ends: dict[int, Any] = {}
            for rule in self.pair(index).rules(name):
                for end, built, _ in self.read(rule, index):
                    ends.setdefault(end, built)
            found = self._phrases[key] = tuple(ends.items())
        return found

    def _row(self, row: Row, place: int, index: int, captured: dict[str, Any]) -> Iterator[tuple[int, dict[str, Any]]]:
        if place == len(row):
            yield index, captured
            return
        part = row[place]
        if isinstance(part, Group):
            for end, more in self._row(part.items, 0, index, captured):
                yield from self._row(row, place + 1, end, more)
            yield from self._row(row, place + 1, index, captured)
            return
        for end, name, value in self._item(part, index):
            if name:
                yield from self._row(row, place + 1, end, {**captured, name: value, f"@{name}": (index, end)})
            else:
                yield from self._row(row, place + 1, end, captured)
        if part.optional:
            yield from self._row(row, place + 1, index, captured)

    def _item(self, item: Item, index: int) -> Iterator[tuple[int, str, Any]]:
        self.steps += 1
        if index >= self._size or (item.glued and not self.tokens.glued[index]):
            return
        if self.tokens.norms[index] in item.words:
            yield index + 1, item.key, self.tokens.norms[index]
        phrases = self.grammar.phrases
        for name in item.names:
            found = self._phrase(name, index) if name in phrases else self.classes(index).get(name, ())
            for end, value in found:
                yield end, item.key or name.lower(), value
