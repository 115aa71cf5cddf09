"""Finds legal instruments: label LAW, span group ``laws``."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.lexicon import Lexicon, shared
from pipeline.lexicon.schema import Cue, Law
from pipeline.mentions.combine import combine, mention
from pipeline.mentions.gazetteer import Gazetteer, Hit
from pipeline.vocabularies import Label

SPANS = "laws"
_NUMBER = 5
"""Tokens of the longest number: "no. 1718 (2006)"."""


@Language.factory(
    "law_finder",
    requires=["doc.ents"],
    assigns=["doc.spans"],
    default_config={"overlay": ""},
)
def make_law_finder(nlp: Language, name: str, overlay: str) -> LawFinder:
    """Make the component over the lexicon with the user's folder ``overlay`` laid over it."""
    return LawFinder(nlp, shared(overlay))


class LawFinder:
    """Writes ``doc.spans["laws"]``: the model's, the lexicon's, and numbered instruments ("Resolution 1718").

    A weak form ("Magnitsky law") counts wherever it is written with its capital: which law it is, the sender decides
    later.
    """

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        laws = lexicon.entries(Law).values()
        self._laws = Gazetteer(nlp, ((law, form) for law in laws for form in law.forms()))
        self._numbered = Matcher(nlp.vocab)
        nouns = lexicon.entries(Cue)["numbered_laws"].words
        self._openers = frozenset(noun.split()[0] for noun in nouns)
        self._longest = max((len(noun.split()) for noun in nouns), default=0) + _NUMBER
        for noun in nouns:
            words = [{"LOWER": word} for word in noun.split()]
            number = {"TEXT": {"REGEX": r"^\d{2,5}(/\d{2,4})?$"}}
            sign = {"LOWER": {"IN": ["no", "no.", "number", "#"]}, "OP": "?"}
            year = [{"ORTH": "("}, {"SHAPE": "dddd"}, {"ORTH": ")"}]
            self._numbered.add(noun, [[*words, sign, number], [*words, sign, number, *year]])

    def __call__(self, doc: Doc) -> Doc:
        """Add the span group."""
        named = combine(doc, self._laws.find(doc), labels={Label.LAW.value}, label_of=_label, accept=_any)
        doc.spans[SPANS] = filter_spans([*named, *self._cited(doc)])
        return doc

    def _cited(self, doc: Doc) -> Iterator[Span]:
        """Yield the laws cited by number; the matcher, which is slow, looks only where one may begin."""
        for place in [token.i for token in doc if token.lower_ in self._openers]:
            for key, start, end in self._numbered(doc[place : place + self._longest]):
                if start == 0:
                    rule = f"pattern:numbered-law/{doc.vocab.strings[key]}"
                    yield mention(doc[place : place + end], label=Label.LAW.value, rule=rule)


def _any(hit: Hit[Law]) -> bool:
    return True


def _label(law: Law) -> str:
    return Label.LAW.value
