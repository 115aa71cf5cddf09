"""Phrases as spans: nouns with what belongs to them, coordinations, clauses."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from pipeline.syntax.labels import AUX, CLAUSAL, MODIFIERS, NOT_OF_PHRASE, POSSESSIVES, SUBJECTS
from pipeline.syntax.relations import conjuncts, is_verb


def possessors(noun: Token) -> list[Token]:
    """Return "X" of "X's noun" and "his" of "his noun"."""
    return [child for child in noun.children if child.dep_ in POSSESSIVES]


def modifiers(noun: Token) -> list[Token]:
    """Return adjectives, numbers, nouns and possessors that stand before a noun and modify it."""
    return [child for child in noun.lefts if child.dep_ in MODIFIERS]


def adjuncts(token: Token) -> list[Token]:
    """Return the adverbs, adjectives and determiners that modify a word directly ("partly", "possible")."""
    return [child for child in token.children if child.dep_ in {"advmod", "amod", "det", "npadvmod", "nummod"}]


def noun_phrase(noun: Token, *, clauses: bool = True) -> Span:
    """Return the phrase of a noun: its modifiers, prepositional phrases and, if asked, its clauses.

    Coordinated nouns, appositions, a leading preposition, a possessive "'s" and punctuation at the edges are left out.
    """
    start, end = noun.i, noun.i + 1
    for child in noun.children:
        if not _belongs(noun, child, clauses=clauses):
            continue
        edge_start, edge_end = child.left_edge.i, child.right_edge.i + 1
        if child.i < noun.i:
            start = min(start, edge_start)
        else:
            end = max(end, edge_end)
    doc = noun.doc
    while start < noun.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    while end > noun.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return doc[start:end]


def _belongs(noun: Token, child: Token, *, clauses: bool) -> bool:
    if child.dep_ in NOT_OF_PHRASE or child.dep_ in SUBJECTS or child.dep_ in AUX:
        return False
    if child.dep_ in CLAUSAL:
        return clauses and child.i > noun.i and child.dep_ not in {"advcl", "ccomp"}
    return not (child.dep_ in {"obl", "advmod"} and is_verb(noun.head) and child.i > noun.i)


def list_phrase(noun: Token, *, clauses: bool = True) -> Span:
    """Return the phrase from the first to the last of a coordination ("individuals and organisations from ...")."""
    phrases = [noun_phrase(token, clauses=clauses) for token in conjuncts(noun)]
    return noun.doc[min(phrase.start for phrase in phrases) : max(phrase.end for phrase in phrases)]


def clause_span(verb: Token) -> Span:
    """Return the words of a clause with its arguments, without coordinated clauses and outer punctuation."""
    start, end = verb.i, verb.i + 1
    for child in verb.children:
        if child.dep_ in {"conj", "cc", "parataxis", "punct", "discourse"} and child.i > verb.i:
            continue
        start = min(start, child.left_edge.i)
        end = max(end, child.right_edge.i + 1)
    doc: Doc = verb.doc
    while start < verb.i and (doc[start].is_punct or doc[start].is_space or _introduces(doc[start])):
        start += 1
    while end > verb.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return doc[start:end]


def _introduces(token: Token) -> bool:
    """Say whether a token only opens a clause: a conjunction, or "to", which is "aux" in one of the label sets."""
    return token.dep_ in {"cc", "mark"} or (token.dep_ in AUX and token.lower_ == "to")
