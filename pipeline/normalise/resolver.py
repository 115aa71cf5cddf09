"""Names what a whole text names: party, country or law, for the evaluation."""

from __future__ import annotations

from pipeline.lexicon import Lexicon
from pipeline.normalise.laws import Laws
from pipeline.normalise.parties import Parties
from pipeline.normalise.places import Codes
from pipeline.records import Mention
from pipeline.vocabularies import Label


class Resolver:
    """Answers with an id only where the whole text is a form of one entry; otherwise with the empty string."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._parties = Parties(lexicon)
        self._codes = Codes(lexicon)
        self._laws = Laws(lexicon)

    def party(self, text: str, country: str) -> str:
        """Return the id of the party that the text names; its folded name where the lexicon does not know it."""
        return self._parties.identifier(text, country)

    def country(self, text: str) -> str:
        """Return the code of the state or body that the text names."""
        codes = self._codes.named(text)
        return codes[0] if len(codes) == 1 else ""

    def law(self, text: str) -> str:
        """Return the id of the law that the text names."""
        mention = Mention(start=0, end=len(text), text=text, label=Label.LAW, rule="")
        found = self._laws.candidates(mention)
        return found[0].id if len(found) == 1 else ""
