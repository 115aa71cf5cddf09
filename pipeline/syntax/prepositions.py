"""Prepositional phrases: what stands behind a preposition, and on what they hang."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.syntax.labels import CLAUSAL, OBLIQUES


def prepositionals(head: Token) -> list[tuple[str, Token]]:
    """Return (preposition in lower case, noun or verb) for every prepositional phrase on a head, in text order.

    Compound prepositions come as one ("because of", "according to"). Coordinated nouns are not listed; see
    ``conjuncts``.
    """
    found: list[tuple[str, Token]] = []
    for child in head.children:
        if child.dep_ in OBLIQUES or child.dep_ in CLAUSAL:
            words = preposition(child)
            if words:
                found.append((words, child))
        elif child.dep_ in {"prep", "agent"}:
            words = " ".join(part.lower_ for part in _preposition_words(child))
            found.extend((words, noun) for noun in _prepositional_nouns(child))
    return found


def preposition(noun: Token) -> str:
    """Return the preposition that introduces a noun, in lower case, or empty."""
    cases = [child for child in noun.children if child.dep_ == "case" and child.i < noun.i]
    if cases:
        return " ".join(part.lower_ for case in cases for part in (case, *_fixed(case)))
    if noun.dep_ in {"pobj", "pcomp"}:
        outer = noun.head.head if _continues(noun.head) else noun.head
        return " ".join(part.lower_ for part in _preposition_words(outer))
    marks = [child for child in noun.children if child.dep_ == "mark" and child.tag_ == "IN" and child.i < noun.i]
    return marks[0].lower_ if marks and noun.tag_ == "VBG" else ""


def _fixed(case: Token) -> list[Token]:
    return [child for child in case.children if child.dep_ == "fixed"]


def _continues(prep: Token) -> bool:
    """Say whether a preposition is the second word of a compound one ("because of", "according to")."""
    return prep.head.dep_ == "prep" and (prep.dep_ == "prep" or (prep.dep_ == "pcomp" and prep.tag_ == "IN"))


def _preposition_words(prep: Token) -> list[Token]:
    return [prep, *[child for child in prep.children if _continues(child)][:1]]


def _prepositional_nouns(prep: Token) -> list[Token]:
    nouns: list[Token] = []
    for child in prep.children:
        if _continues(child):
            nouns.extend(_prepositional_nouns(child))
        elif child.dep_ in {"pobj", "pcomp"}:
            nouns.append(child)
    return nouns
