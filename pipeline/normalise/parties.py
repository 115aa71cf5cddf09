"""Parties as written to the parties of the lexicon, by the country of the context.

"Conservative" is a party of many countries: the state beside it decides, then the states of the article. What the
lexicon does not know stays as written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.lexicon import FormIndex, Lexicon, Match
from pipeline.lexicon.schema import Form, Party
from pipeline.lexicon.words import cue_words


@dataclass(frozen=True, slots=True)
class PartyName:
    """A party.

    Attributes:
        name: common name, or the words as written.
        entry: lexicon id, or empty.
        country: ISO alpha-3, ``EUR`` for a group of the European Parliament, or empty.
    """

    name: str
    entry: str = ""
    country: str = ""


class Parties:
    """Names the parties of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._parties = lexicon.entries(Party)
        self._index: FormIndex[Party] = FormIndex(_forms(lexicon))
        self._heads = cue_words(lexicon, "people.party_head_words")

    def party(self, text: str, *, entry: str = "", countries: Sequence[str] = ()) -> PartyName:
        """Return the party that the words name.

        Args:
            text: the words, a letter code included ("R").
            entry: lexicon id that the finder saw, used where the context decides nothing.
            countries: states of the context, nearest first.
        """
        matches = self._matches(text)
        for country in countries:
            found = [match for match in matches if match.entry.country == country]
            if found:
                return _name(found[0].entry)
        free = [match.entry for match in matches if not match.entry.country]
        strong = [match.entry for match in matches if match.form.strong]
        if strong:
            return _name(strong[0])
        if free:
            return _name(free[0])
        famous = [match.entry for match in matches if match.entry.famous]
        if famous or len({match.entry.id for match in matches}) == 1:
            return _name((famous or [matches[0].entry])[0])
        return PartyName(self._as_written(text))

    def explained(self, texts: Sequence[str], country: str) -> int:
        """Return how many of some party words name a party of a country."""
        return sum(any(match.entry.country == country for match in self._matches(text)) for text in set(texts))

    def identifier(self, text: str, country: str = "") -> str:
        """Return the id of the party that a text names, or empty; for comparing gold with a run."""
        by_name = [
            party.id
            for party in self._parties.values()
            if party.name.casefold() == text.casefold() and country in {"", party.country}
        ]
        found = self.party(text, countries=(country,) if country else ())
        if country and found.country not in {country, "", "EUR"} and by_name:
            return by_name[0]
        return found.entry or (by_name[0] if len(by_name) == 1 or (country and by_name) else "")

    def _matches(self, text: str) -> list[Match[Party]]:
        found = self._index.find(text)
        if found:
            return found
        head, _, last = text.rpartition(" ")
        if head and last.lower() in self._heads:
            return self._index.find(head)
        _, _, rest = text.partition(" ")
        return self._index.find(rest) if rest else []

    def _as_written(self, text: str) -> str:
        head, _, last = text.rpartition(" ")
        return f"{head} {last.capitalize()}" if head and last.lower() in self._heads else text


def _forms(lexicon: Lexicon) -> Iterator[tuple[Party, Form]]:
    for party in lexicon.entries(Party).values():
        yield from ((party, form) for form in party.forms())
        yield from ((party, Form(code, strong=False)) for code in party.codes)
        yield party, Form(party.name, strong=False)


def _name(party: Party) -> PartyName:
    return PartyName(party.name, party.id, party.country)
