"""What a token is to its governor, and who stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from spacy.tokens import Token

from pipeline.syntax.labels import (
    COMPLEMENTS,
    MODIFIERS,
    OBJECTS,
    OBLIQUES,
    PARTICIPLES,
    POSSESSIVES,
    RECIPIENTS,
    RELATIVES,
    ROOTS,
    SUBJECTS,
    VERBAL,
)


class Relation(StrEnum):
    """What a token is to its governor, in the terms of both label sets."""

    SUBJECT = "subject"
    OBJECT = "object"
    OBLIQUE = "oblique"
    COMPLEMENT = "complement"
    ADVERBIAL = "adverbial"
    RELATIVE = "relative"
    PARTICIPLE = "participle"
    CONJUNCT = "conjunct"
    APPOSITION = "apposition"
    POSSESSOR = "possessor"
    MODIFIER = "modifier"
    PREDICATE = "predicate"
    ROOT = "root"
    OTHER = "other"


_RELATIONS = (
    (Relation.SUBJECT, SUBJECTS),
    (Relation.OBJECT, OBJECTS | RECIPIENTS),
    (Relation.OBLIQUE, OBLIQUES | {"pobj", "pcomp"}),
    (Relation.COMPLEMENT, COMPLEMENTS),
    (Relation.ADVERBIAL, frozenset({"advcl", "advcl:relcl"})),
    (Relation.RELATIVE, RELATIVES),
    (Relation.PARTICIPLE, PARTICIPLES),
    (Relation.CONJUNCT, frozenset({"conj"})),
    (Relation.APPOSITION, frozenset({"appos"})),
    (Relation.POSSESSOR, POSSESSIVES),
    (Relation.MODIFIER, MODIFIERS),
    (Relation.PREDICATE, frozenset({"attr", "acomp", "oprd"})),
    (Relation.ROOT, ROOTS),
)


def relation(token: Token) -> Relation:
    """Return what a token is to its governor; for a noun after a preposition, what the phrase is."""
    for relation_, labels in _RELATIONS:
        if token.dep_ in labels:
            return relation_
    return Relation.OTHER


def governor(token: Token) -> Token | None:
    """Return what governs a token, prepositions skipped; None for a root."""
    head = token.head
    while _is_preposition(head) and head.head != head:
        head = head.head
    return None if head == token or token.dep_ in ROOTS else head


def _is_preposition(token: Token) -> bool:
    """Say whether a token is a preposition with its noun below it, "of" in "because of" included."""
    return token.dep_ in {"prep", "agent"} or (token.dep_ == "pcomp" and token.tag_ == "IN")


def governors(token: Token) -> Iterator[Token]:
    """Yield the ancestors of a token, nearest first."""
    yield from token.ancestors


def is_verb(token: Token) -> bool:
    """Say whether the token is a verb form (not a noun made from one)."""
    return token.pos_ in VERBAL or token.tag_.startswith("VB")


def is_noun(token: Token) -> bool:
    """Say whether the token can head a noun phrase."""
    return token.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} or token.tag_.startswith(("NN", "PRP", "CD"))


def conjuncts(token: Token) -> list[Token]:
    """Return the token and everything coordinated with it, in text order.

    A phrase among the members of a list that differs in number from the one it is parsed as apposed to is a member
    itself ("62 MPs, a former speaker, and 20 groups").
    """
    members = [token, *token.conjuncts]
    last = max(member.i for member in members)
    listed = [
        child
        for member in members
        for child in appositions(member)
        if child.i < last and _is_plural(member) and child.tag_ == "NN"
    ]
    return sorted((*members, *listed), key=in_order)


def _is_plural(noun: Token) -> bool:
    return noun.tag_ in {"NNS", "NNPS"}


def is_conjunct(token: Token) -> bool:
    """Say whether a token is a later member of a coordination."""
    return bool(token.dep_ == "conj")


def is_alternative(token: Token) -> bool:
    """Say whether a later member of a coordination is joined to it by "or"."""
    return is_conjunct(token) and any(child.dep_ == "cc" and child.lower_ == "or" for child in token.children)


def appositions(token: Token) -> list[Token]:
    """Return the heads of the phrases set in apposition to a token."""
    return [child for child in token.children if child.dep_ == "appos"]


def apposed_to(token: Token) -> Token | None:
    """Return the token that this one stands in apposition to."""
    return token.head if token.dep_ == "appos" else None


def in_order(token: Token) -> int:
    """Return the sort key that puts tokens into text order."""
    return int(token.i)
