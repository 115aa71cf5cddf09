"""Noun phrases as arguments: who is meant by a subject, an object, a document or a pronoun."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from pipeline import syntax
from pipeline.records import Argument
from pipeline.syntax import Relation
from pipeline.vocabularies import Slot

_DETERMINER = "DT"
_RELATIVE_PRONOUNS = frozenset({"WDT", "WP", "WP$", "WRB"})


def argument(span: Span, *, slot: Slot, rule: str) -> Argument:
    """Return a span as an argument record."""
    core = min(syntax.noun_phrase(span.root, clauses=False).end_char, span.end_char)
    if core <= span.start_char:
        core = span.end_char
    return Argument(start=span.start_char, end=span.end_char, text=span.text, slot=slot, rule=rule, core=core)


def phrases(noun: Token, *, clauses: bool) -> Iterator[Span]:
    """Yield one phrase per coordinated noun, without a leading article."""
    for token in syntax.conjuncts(antecedent(noun)):
        if syntax.is_noun(token) or syntax.is_verb(token) is False:
            yield trimmed(syntax.noun_phrase(token, clauses=clauses))


def trimmed(span: Span) -> Span:
    """Return a phrase without leading article, preposition and blanks; a lone article stays."""
    start, end = span.start, span.end
    while start < end - 1 and (
        span.doc[start].is_space
        or span.doc[start].is_punct
        or (span.doc[start].tag_ == _DETERMINER and span.doc[start].lower_ in {"the", "a", "an"})
        or span.doc[start].tag_ in {"IN", "CC", "POS"}
    ):
        start += 1
    return span.doc[start:end]


def antecedent(token: Token) -> Token:
    """Return what a relative pronoun stands for; any other token is itself."""
    if token.tag_ not in _RELATIVE_PRONOUNS:
        return token
    clause = syntax.clause_head(token)
    if syntax.relation(clause) is Relation.RELATIVE:
        above = syntax.governor(clause)
        return token if above is None else above
    return token


def authors(document: Token, *, authorship: frozenset[str]) -> list[Token]:
    """Return who stands for a letter, motion or report: its signatories, owner, sender, or who submits it."""
    found: list[Token] = []
    for verb in syntax.participles(document):
        if verb.lemma_.lower() in authorship:
            found += syntax.agents(verb)
    found += syntax.possessors(document)
    found += [noun for preposition, noun in syntax.prepositionals(document) if preposition in {"by", "from"}]
    if found:
        return found
    for verb in (token for token in syntax.governors(document) if syntax.is_verb(token)):
        if verb.lemma_.lower() in authorship:
            found = syntax.agents(verb) if syntax.is_passive(verb) else syntax.subjects(verb)
        if found or not syntax.is_reduced(verb):
            break
    return [token for token in found if token.i != document.i]
