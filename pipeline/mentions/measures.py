"""Finds restrictive measures: label MEASURE, span group ``measures``."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.lexicon import Lexicon, shared
from pipeline.lexicon.schema import Form, MeasureWords
from pipeline.mentions.combine import combine
from pipeline.mentions.gazetteer import Gazetteer
from pipeline.vocabularies import Label

SPANS = "measures"


@Language.factory(
    "measure_finder",
    requires=["doc.ents"],
    assigns=["doc.spans"],
    default_config={"overlay": ""},
)
def make_measure_finder(nlp: Language, name: str, overlay: str) -> MeasureFinder:
    """Make the component over the lexicon with the user's folder ``overlay`` laid over it."""
    return MeasureFinder(nlp, shared(overlay))


class MeasureFinder:
    """Writes ``doc.spans["measures"]``; a weak noun ("ban", "curbs") counts where the model says MEASURE."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self._measures = Gazetteer(nlp, _measures(lexicon))

    def __call__(self, doc: Doc) -> Doc:
        """Add the span group."""
        hits = [hit for hit in self._measures.find(doc) if not _is_verb(hit.span.root.tag_)]
        doc.spans[SPANS] = combine(doc, hits, labels={Label.MEASURE.value}, label_of=_label)
        return doc


def _measures(lexicon: Lexicon) -> Iterator[tuple[MeasureWords, Form]]:
    for words in lexicon.entries(MeasureWords).values():
        for form in words.forms():
            yield words, form
            yield words, Form(plural(form.text), strong=form.strong, cased=False)


def plural(noun: str) -> str:
    """Return the regular plural of a noun phrase whose head is its last word, or the word before "of", "on"."""
    head, joiner, rest = noun, "", ""
    for preposition in (" of ", " on "):
        if preposition in noun:
            head, joiner, rest = noun.partition(preposition)
            break
    if head.endswith(("s", "x", "ch", "sh")):
        ending = head + "es"
    elif head.endswith("y") and head[-2:-1] not in "aeiou":
        ending = head[:-1] + "ies"
    elif head.endswith("o") and not head.endswith("io"):
        ending = head + "es"
    else:
        ending = head + "s"
    return ending + joiner + rest


def _is_verb(tag: str) -> bool:
    return tag.startswith("VB") and tag not in {"VBG", "VBN"}


def _label(words: MeasureWords) -> str:
    return Label.MEASURE.value
