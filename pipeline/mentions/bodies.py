"""Finds organisations, bodies and seats of power: label ORG, span group ``bodies``."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.lexicon import Lexicon, shared
from pipeline.lexicon.schema import Body, Form, GenericBody
from pipeline.mentions.combine import combine
from pipeline.mentions.gazetteer import Gazetteer
from pipeline.vocabularies import Label

SPANS = "bodies"


@Language.factory(
    "body_finder",
    requires=["doc.ents"],
    assigns=["doc.spans"],
    default_config={"overlay": ""},
)
def make_body_finder(nlp: Language, name: str, overlay: str) -> BodyFinder:
    """Make the component over the lexicon with the user's folder ``overlay`` laid over it."""
    return BodyFinder(nlp, shared(overlay))


class BodyFinder:
    """Writes ``doc.spans["bodies"]``; a generic body ("foreign ministry") counts where the model says ORG."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self._bodies = Gazetteer(nlp, _bodies(lexicon))

    def __call__(self, doc: Doc) -> Doc:
        """Add the span group."""
        doc.spans[SPANS] = combine(doc, self._bodies.find(doc), labels={Label.ORG.value}, label_of=_label)
        return doc


def _bodies(lexicon: Lexicon) -> Iterator[tuple[Body | GenericBody, Form]]:
    for body in lexicon.entries(Body).values():
        for form in body.forms():
            yield body, form
    for generic in lexicon.entries(GenericBody).values():
        for form in generic.forms():
            yield generic, form


def _label(entry: Body | GenericBody) -> str:
    return Label.ORG.value
