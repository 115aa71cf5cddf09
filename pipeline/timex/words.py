"""Looks up the classes that words belong to, and the number classes that digits belong to by their shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.lexicon.schema import TimeWords
from pipeline.timex.tokens import Tokens, tokenize

Value = str | int
Hit = tuple[int, Value]
"""End token and value of a match."""

NUMBER_CLASSES = ("INT", "INT1", "INT2", "INT3", "INT4", "DAY_NUMBER", "MONTH_NUMBER", "HOUR_NUMBER", "YEAR_NUMBER")
"""Classes of digit tokens: any of up to nine digits; of one to four; fit for a day, month, hour or year."""

_LONGEST_NUMBER = 9


@dataclass(slots=True)
class _Node:
    """A node of the tree of forms; ``glued`` tells of each child whether it may follow only without a blank."""

    children: dict[str, _Node] = field(default_factory=dict)
    glued: bool = False
    ends: list[tuple[str, Value, bool]] = field(default_factory=list)


class WordClasses:
    """All word classes in one tree, so that every class that matches at a token is found in one walk.

    Attributes:
        words: every word that occurs in a form of each class.
        longest: tokens of the longest form.
    """

    def __init__(self, entries: Iterable[TimeWords]) -> None:
        self.words: dict[str, set[str]] = {}
        self.longest = 1
        self._root = _Node()
        for entry in entries:
            self.words.setdefault(entry.id, set())
            for cased, table in ((False, entry.words), (True, entry.cased)):
                for value, forms in table.items():
                    for form in forms:
                        self._add(entry.id, int(value) if value.lstrip("-").isdigit() else value, form, cased)

    def _add(self, name: str, value: Value, form: str, cased: bool) -> None:
        tokens = tokenize(form)
        node = self._root
        self.words[name].update(tokens.norms)
        for index, norm in enumerate(tokens.norms):
            node = node.children.setdefault(norm, _Node())
            node.glued = node.glued or tokens.glued[index]
        self.longest = max(self.longest, len(tokens))
        node.ends.append((name, value, cased))

    def first_words(self) -> dict[str, frozenset[str]]:
        """Return the words that the forms of each class begin with."""
        found: dict[str, set[str]] = {name: set() for name in self.words}
        for norm, node in self._root.children.items():
            for name in _names_below(node):
                found[name].add(norm)
        return {name: frozenset(words) for name, words in found.items()}

    def lengths(self, name: str, words: Sequence[str]) -> Iterator[int]:
        """Yield how many of some words a form of a class takes that begins with them, or goes on behind them."""
        node: _Node | None = self._root
        for length, word in enumerate(words, start=1):
            node = node.children.get(word) if node is not None else None
            if node is None:
                return
            if any(name == other for other, _, _ in node.ends):
                yield length
        if node is not None and name in _names_below(node):
            yield len(words)

    def at(self, tokens: Tokens, index: int) -> Mapping[str, tuple[Hit, ...]]:
        """Return, for every class that matches at a token, its ends and values, longest first."""
        norm = tokens.norms[index]
        found = _number_hits(norm, index) if norm.isascii() and norm.isdigit() else {}
        node = self._root.children.get(norm)
        if node is None:
            return found
        capital = tokens.word(index)[0].isupper()
        position = index
        while node is not None:
            for name, value, cased in node.ends:
                if capital or not cased:
                    found[name] = ((position + 1, value), *found.get(name, ()))
            position += 1
            node = node.children.get(tokens.norm(position))
            if node is not None and node.glued and not tokens.glued[position]:
                break
        return found


def _names_below(node: _Node) -> Iterator[str]:
    """Yield the classes whose forms pass through a node or end there."""
    todo = [node]
    while todo:
        below = todo.pop()
        yield from (name for name, _, _ in below.ends)
        todo.extend(below.children.values())


def _number_hits(norm: str, index: int) -> dict[str, tuple[Hit, ...]]:
    length = len(norm)
    if length > _LONGEST_NUMBER:
        return {}
    number = int(norm)
    hit: tuple[Hit, ...] = ((index + 1, number),)
    found = {"INT": hit}
    if length <= 4:
        found[f"INT{length}"] = hit
    if length <= 2:
        if 1 <= number <= 31:
            found["DAY_NUMBER"] = hit
        if 1 <= number <= 12:
            found["MONTH_NUMBER"] = hit
        if number <= 24:
            found["HOUR_NUMBER"] = hit
    elif length == 4 and number >= 1000:
        found["YEAR_NUMBER"] = hit
    return found
