"""Places, peoples and bodies to codes: ISO 3166-1 alpha-3, or a body's own in capitals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.lexicon import FormIndex, Lexicon
from pipeline.lexicon.schema import Bloc, Body, Form, GenericBody, Party, People, Place
from pipeline.records import Mention
from pipeline.vocabularies import Label

_PLACES = frozenset({Label.GPE, Label.LOC})


class Codes:
    """Answers whom the words of a place, people or body stand for.

    The mention's own lexicon entry decides; a mention without one is looked up by its words. What the lexicon does not
    know has no code: nothing is guessed.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._places = lexicon.entries(Place)
        self._peoples = lexicon.entries(People)
        self._bodies = lexicon.entries(Body)
        self._generic = lexicon.entries(GenericBody)
        self._index: FormIndex[Place | People | Body] = FormIndex(
            _forms(self._places.values(), self._peoples.values(), self._bodies.values())
        )
        self._parties = lexicon.entries(Party)
        deciding = [body for body in self._bodies.values() if body.sender and body.code]
        self._senders: FormIndex[Body] = FormIndex((body, form) for body in deciding for form in body.forms())
        self._blocs: FormIndex[Bloc] = FormIndex(
            (bloc, form) for bloc in lexicon.entries(Bloc).values() for form in bloc.forms()
        )
        self.names = {place.country: place.name for place in self._places.values() if place.kind == "country"}

    def of(self, mention: Mention) -> tuple[str, ...]:
        """Return the codes a mention stands for: mostly one, a bloc's members, or none."""
        if mention.label in _PLACES:
            place = self._places.get(mention.entry)
            return _one(place.country) if place is not None else self.named(mention.text)
        if mention.label is Label.NORP:
            people = self._peoples.get(mention.entry) or self._places.get(mention.entry)
            return _one(people.country) if people is not None else self.named(mention.text)
        if mention.label is Label.ORG:
            body = self._bodies.get(mention.entry)
            return _one(body.code) if body is not None else self.named(mention.text)
        if mention.label is Label.PARTY:
            party = self._parties.get(mention.entry)
            sure = party is not None and mention.text in party.aliases and party.country in self.names
            return _one(party.country) if party is not None and sure else ()
        return ()

    def deciding(self, mention: Mention) -> tuple[str, ...]:
        """Return the codes of a mention that acts or decides: "Brussels" that imposes is the EU, not Belgium."""
        if mention.label is Label.GPE:
            for match in self._senders.find(mention.text):
                return (match.entry.code,)
        return self.of(mention)

    def is_chamber(self, mention: Mention) -> bool:
        """Say whether a mention is one house of a parliament of two."""
        body = self._bodies.get(mention.entry) or self._generic.get(mention.entry)
        return body is not None and body.chamber

    def named(self, text: str) -> tuple[str, ...]:
        """Return the codes that words alone stand for."""
        for match in self._index.find(text):
            code = match.entry.code if isinstance(match.entry, Body) else match.entry.country
            if code:
                return (code,)
        for bloc in self._blocs.find(text):
            return bloc.entry.members
        return ()

    def generic(self, mention: Mention) -> GenericBody | None:
        """Return the generic body that a mention names ("parliament"), if it is one."""
        return self._generic.get(mention.entry)


def _one(code: str) -> tuple[str, ...]:
    return (code,) if code else ()


def _forms(
    places: Iterable[Place], peoples: Iterable[People], bodies: Iterable[Body]
) -> Iterator[tuple[Place | People | Body, Form]]:
    for place in places:
        for form in (*place.forms(), *place.peoples()):
            yield place, form
    for people in peoples:
        for form in people.forms():
            yield people, form
    for body in bodies:
        for form in body.forms():
            yield body, form
