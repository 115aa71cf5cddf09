"""Finds places and peoples: labels GPE, LOC and NORP, span group ``places``."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.lexicon import Lexicon, shared
from pipeline.lexicon.schema import Form, People, Place
from pipeline.mentions.combine import combine
from pipeline.mentions.gazetteer import Gazetteer
from pipeline.vocabularies import Label

SPANS = "places"
PEOPLES = "peoples"


@Language.factory(
    "place_finder",
    requires=["doc.ents"],
    assigns=["doc.spans"],
    default_config={"overlay": ""},
)
def make_place_finder(nlp: Language, name: str, overlay: str) -> PlaceFinder:
    """Make the component over the lexicon with the user's folder ``overlay`` laid over it."""
    return PlaceFinder(nlp, shared(overlay))


class PlaceFinder:
    """Writes ``doc.spans["places"]`` (GPE, LOC) and ``doc.spans["peoples"]`` (NORP)."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        places = lexicon.entries(Place).values()
        self._places = Gazetteer(nlp, ((place, form) for place in places for form in place.forms()))
        self._peoples = Gazetteer(nlp, _peoples(lexicon))

    def __call__(self, doc: Doc) -> Doc:
        """Add the span groups."""
        doc.spans[SPANS] = combine(
            doc, self._places.find(doc), labels={Label.GPE.value, Label.LOC.value}, label_of=_place_label
        )
        doc.spans[PEOPLES] = combine(doc, self._peoples.find(doc), labels={Label.NORP.value}, label_of=_people_label)
        return doc


def _peoples(lexicon: Lexicon) -> Iterator[tuple[Place | People, Form]]:
    for place in lexicon.entries(Place).values():
        for form in place.peoples():
            yield place, form
    for people in lexicon.entries(People).values():
        for form in people.forms():
            yield people, form


def _place_label(place: Place) -> str:
    return (Label.LOC if place.kind == "area" else Label.GPE).value


def _people_label(entry: Place | People) -> str:
    return Label.NORP.value
