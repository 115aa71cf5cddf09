"""Finds time expressions: label DATE, span group ``dates``.

The grammar of ``pipeline.timex`` alone says what is one: adding the model's own DATE spans was measured, and costs
precision on every corpus. What the model or another finder knows to be part of a name or law is dropped. Each
expression notes where its clause places the happening (``span._.tense``) and whether it stands in direct speech
(``span._.quoted``). On a ``Doc`` without tags, trees or entities the grammar's own guards decide alone and the tense
stays ``none``. ``span.id_`` is the rule of the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline import syntax
from pipeline.mentions.combine import mention
from pipeline.timex import Found, Grammar, default_grammar, find
from pipeline.timex.meaning import Modified
from pipeline.vocabularies import Label, Tense

SPANS = "dates"
TENSE, QUOTED = "tense", "quoted"
"""Extension attributes of the spans."""

_NAMES = frozenset({Label.PERSON.value, Label.GPE.value, Label.LOC.value, Label.NORP.value, Label.PARTY.value})
_HOLDERS = _NAMES | {Label.ORG.value, Label.LAW.value, Label.MISC.value, "WORK_OF_ART", "PRODUCT", "FAC"}
"""Labels of names that may hold an expression, other models' among them; not events ("the 2016 election")."""

_LAWS = "laws"
_VERB_TAGS = frozenset({"MD", "VB", "VBD", "VBP", "VBZ", "VBN", "VBG"})
_OPENERS, _CLOSERS, _EITHER = "“«", "”»", '"'
_MARKS = re.compile(r"[“«”»\"]|\n(?=\n)")


@Language.factory("date_finder", assigns=["doc.spans", "span._.tense", "span._.quoted"], default_config={"overlay": ""})
def make_date_finder(nlp: Language, name: str, overlay: str) -> DateFinder:
    """Make the component over the lexicon with the user's folder ``overlay`` laid over it."""
    return DateFinder(default_grammar(overlay))


class DateFinder:
    """Writes ``doc.spans["dates"]``; place it after the law finder, so that it can see the laws."""

    def __init__(self, grammar: Grammar) -> None:
        for name, default in ((TENSE, Tense.NONE.value), (QUOTED, False)):
            if not Span.has_extension(name):
                Span.set_extension(name, default=default)
        self.grammar = grammar

    def __call__(self, doc: Doc) -> Doc:
        """Add the span group."""
        doc.spans[SPANS] = [span for span, _ in self.read(doc)]
        return doc

    def read(self, doc: Doc) -> list[tuple[Span, Found]]:
        """Return the expressions of a document, in text order, each with what the grammar read."""
        holders = list(_holders(doc))
        quotes = list(_quotes(doc.text))
        pairs = []
        for found in find(doc.text, grammar=self.grammar):
            words = doc.char_span(found.start, found.end, alignment_mode="expand")
            if words is None or (_belongs(words, holders) and not isinstance(found.meaning, Modified)):
                continue
            span = mention(words, label=Label.DATE.value, rule=found.rule)
            span._.set(TENSE, date_tense(words).value)
            span._.set(QUOTED, any(start < found.start and found.end <= end for start, end in quotes))
            pairs.append((span, found))
        return pairs


def _holders(doc: Doc) -> Iterator[Span]:
    """Yield the spans that may hold an expression as part of a name."""
    yield from (ent for ent in doc.ents if ent.label_ in _HOLDERS)
    if _LAWS in doc.spans:
        yield from doc.spans[_LAWS]


def _belongs(words: Span, holders: list[Span]) -> bool:
    """Say whether an expression is part of a name, is one itself, or is a verb ("march", "may").

    One with a modifier ("the post-2014 government") is never part of a name.
    """
    if len(words) == 1 and words[0].tag_ in _VERB_TAGS:
        return True
    return any(map(partial(_holds, words), holders))


def _holds(words: Span, holder: Span) -> bool:
    if not (holder.start <= words.start and words.end <= holder.end):
        return False
    larger = len(holder) > len(words)
    if holder.label_ in _NAMES:
        return larger or not any(token.like_num for token in words)
    return larger


def date_tense(words: Span) -> Tense:
    """Return where the clause of a time expression places its happening.

    NONE without a parse, and for an expression that modifies a noun: what happened in "December's announcement" is
    not told by the verb.
    """
    if not words.doc.has_annotation("DEP"):
        return Tense.NONE
    root = words.root
    if root.head is not root and root in syntax.modifiers(root.head):
        return Tense.NONE
    return syntax.tense(syntax.clause_head(root))


def _quotes(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of direct speech, by their marks; a paragraph's end closes what is open."""
    opened: int | None = None
    for mark in _MARKS.finditer(text):
        place, char = mark.start(), mark.group()
        if char in _OPENERS or (char == _EITHER and opened is None):
            opened = place if opened is None else opened
        elif opened is not None and (char in _CLOSERS or char == _EITHER):
            yield opened, place
            opened = None
        elif char == "\n":
            opened = None
