"""Decides whether two fills of a slot, or two parties, are the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from pipeline.evaluate.wording import content_words, dice, function_words, name_tokens, phrase_tokens

SAME_WORDS = 0.5  # "content-word sets overlap by at least half"

_WORD = re.compile(r"\S+")


class Resolver(Protocol):
    """Names things by their canonical id, so that two spellings can be compared.

    Every method returns the empty string unless the whole text names such a thing (``country("Washington")`` is
    ``USA``, ``country("Chinese officials")`` is empty).
    """

    def party(self, text: str, country: str) -> str:
        """Return the id of the political party that the text names; ``country`` is ISO alpha-3 or empty."""

    def country(self, text: str) -> str:
        """Return the code of the country that the text names."""

    def law(self, text: str) -> str:
        """Return the id of the law that the text names."""


class PlainResolver:
    """Knows no names: a party or law is its own folded words, no text names a country."""

    def party(self, text: str, country: str) -> str:
        """Return the folded words."""
        return " ".join(phrase_tokens(text))

    def country(self, text: str) -> str:
        """Return the empty string."""
        return ""

    def law(self, text: str) -> str:
        """Return the folded words."""
        return " ".join(phrase_tokens(text))


class Comparison:
    """Compares fills within one article; what a text names is looked up once."""

    def __init__(self, resolver: Resolver, people: Sequence[str]) -> None:
        """Keep the resolver and the names of the article's people as gold has them."""
        self._resolver = resolver
        self._people = tuple(people)
        self._words: dict[str, frozenset[str]] = {}
        self._named: dict[str, frozenset[str]] = {}

    def closeness(self, first: str, second: str) -> float:
        """Return how far two texts agree, 0 to 1: 1 when both name the same thing, else Dice of content words."""
        if self._names(first) & self._names(second):
            return 1.0
        return dice(self._content(first), self._content(second))

    def same_text(self, first: str, second: str) -> bool:
        """Say whether two text fills match: Dice >= 0.5, or both name the same person, country or law."""
        return self.closeness(first, second) >= SAME_WORDS

    def same_party(self, first: tuple[str, str], second: tuple[str, str]) -> bool:
        """Compare two (party, country) pairs by canonical entry; a missing country is taken from the other side."""
        one = self._party(first[0], first[1] or second[1])
        return bool(one) and one == self._party(second[0], second[1] or first[1])

    def _party(self, text: str, country: str) -> str:
        return self._resolver.party(text, country) or " ".join(phrase_tokens(text))

    def _content(self, text: str) -> frozenset[str]:
        if text not in self._words:
            self._words[text] = content_words(text)
        return self._words[text]

    def _names(self, text: str) -> frozenset[str]:
        if text not in self._named:
            bare = _without_determiner(text)
            named = {
                "person": named_person(bare, self._people),
                "country": self._resolver.country(bare),
                "law": self._resolver.law(bare),
            }
            self._named[text] = frozenset(f"{kind}:{value}" for kind, value in named.items() if value)
        return self._named[text]


def named_person(text: str, people: Sequence[str]) -> str:
    """Return the person that the whole text names, or the empty string.

    A text names a person when it ends in capitalised words that are tokens of that person's name and holds no
    function word: ``Sen. Joan Vale`` names Joan Vale, ``allies of Joan Vale`` does not. The longest ending decides;
    where it fits two people, the text names neither.
    """
    words = [(word, name_tokens(word)) for word in _WORD.findall(text)]
    tokens = [(token, word[:1].isupper()) for word, parts in words for token in parts]
    if any(token in function_words() and not upper for token, upper in tokens):
        return ""
    endings = {person: _ending(tokens, frozenset(name_tokens(person))) for person in dict.fromkeys(people)}
    longest = max(endings.values(), default=0)
    best = [person for person, length in endings.items() if length == longest]
    return best[0] if longest and len(best) == 1 else ""


def _ending(tokens: Sequence[tuple[str, bool]], name: frozenset[str]) -> int:
    length = 0
    for token, upper in reversed(tokens):
        if not upper or token not in name:
            break
        length += 1
    return length


def _without_determiner(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.casefold() in ("the", "a", "an") else text
