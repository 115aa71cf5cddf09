"""Names of a person to the fullest one: no title, no honorific, no possessive."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lexicon import Lexicon
from pipeline.lexicon.words import honorifics
from pipeline.records import Mention

_POSSESSIVES = ("'s", "’s", "‘s", "'", "’")
_EDGES = ' ,;:()[]"“”'


class Names:
    """Chooses and cleans names."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._honorifics = honorifics(lexicon, sure=True)

    def fullest(self, mentions: Sequence[Mention]) -> str:
        """Return the fullest of a person's names: most words, mixed case before capitals, the earlier of equals."""
        return max((self.clean(mention.text) for mention in mentions), key=_fullness, default="")

    def aliases(self, mentions: Sequence[Mention]) -> tuple[str, ...]:
        """Return the other names of a person, each once, in text order."""
        full = self.fullest(mentions)
        names = dict.fromkeys(self.clean(mention.text) for mention in mentions)
        return tuple(name for name in names if name != full)

    def clean(self, text: str) -> str:
        """Return a name without honorifics before it and possessive mark behind it, with single blanks."""
        words = " ".join(text.split()).strip(_EDGES)
        for mark in _POSSESSIVES:
            words = words.removesuffix(mark)
        parts = words.split(" ")
        while len(parts) > 1 and parts[0].lower() in self._honorifics:
            parts = parts[1:]
        return " ".join(parts)


def _fullness(name: str) -> tuple[int, bool, int]:
    return len(name.split()), not name.isupper(), len(name)
