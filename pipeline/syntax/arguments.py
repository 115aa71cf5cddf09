"""Who does what to whom: subjects, objects, agents of verbs."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.syntax.labels import (
    AUX,
    COMPLEMENTS,
    OBJECTS,
    PARTICIPLES,
    PASSIVE_AUX,
    PASSIVE_SUBJECTS,
    RECIPIENTS,
    RELATIVES,
    SUBJECTS,
)
from pipeline.syntax.prepositions import prepositionals
from pipeline.syntax.relations import is_noun, is_verb


def subjects(verb: Token, *, inherit: bool = True) -> list[Token]:
    """Return the subjects of a clause head; a clause without one takes its governor's.

    Args:
        verb: head of a clause.
        inherit: look at the verb it is coordinated with, the controller of an infinitive, and for a participle
            that modifies a noun, that noun.
    """
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if own or not inherit:
        return own
    head = verb.head
    if head == verb:
        return []
    if verb.dep_ == "conj":
        return subjects(head)
    if verb.dep_ == "xcomp":
        return objects(head) or recipients(head) or subjects(head)
    if verb.dep_ in {"advcl", "pcomp"}:
        return subjects(head if is_verb(head) else head.head)
    if verb.dep_ in PARTICIPLES and verb.tag_ == "VBG":
        return [head]
    if verb.dep_ in PARTICIPLES and any(child.dep_ == "cop" for child in head.children):
        return [child for child in head.children if child.dep_ in SUBJECTS]
    return []


def objects(verb: Token) -> list[Token]:
    """Return direct objects of a verb; for a passive or a past participle on a noun, what undergoes it."""
    found = [child for child in verb.children if child.dep_ in OBJECTS]
    if found:
        return found
    if is_passive(verb):
        undergoing = [child for child in verb.children if child.dep_ in SUBJECTS]
        if undergoing:
            return undergoing
        if verb.dep_ in PARTICIPLES and is_noun(verb.head):
            return [verb.head]
        if verb.dep_ == "conj" and is_passive(verb.head):
            return objects(verb.head)
        if verb.dep_ == "xcomp" and is_verb(verb.head):
            return objects(verb.head) or ([verb.head.head] if verb.head.dep_ in RELATIVES else [])
    elif not any(child.dep_ in COMPLEMENTS for child in verb.children):
        return _shared_objects(verb)
    return found


def recipients(verb: Token) -> list[Token]:
    """Return to whom something is given, told or put ("urge the government to act")."""
    return [child for child in verb.children if child.dep_ in RECIPIENTS]


def _shared_objects(verb: Token) -> list[Token]:
    """Return the object that coordinated verbs share, on whichever of them the parse hangs it ("lift or ease X")."""
    if verb.dep_ == "conj" and is_verb(verb.head):
        return [child for child in verb.head.children if child.dep_ in OBJECTS and child.i > verb.i]
    for other in verb.children:
        between = verb.doc[verb.i + 1 : other.i]
        if other.dep_ == "conj" and is_verb(other) and all(t.dep_ in {"cc", "punct", "advmod", "neg"} for t in between):
            return [child for child in other.children if child.dep_ in OBJECTS]
    return []


def is_passive(verb: Token) -> bool:
    """Say whether a verb is passive: by its auxiliary or subject, or a bare past participle on a noun."""
    if any(child.dep_ in PASSIVE_AUX or child.dep_ in PASSIVE_SUBJECTS for child in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ in PARTICIPLES or (verb.dep_ == "xcomp" and not any(c.dep_ in AUX for c in verb.children)):
        return True
    return verb.dep_ == "conj" and is_passive(verb.head) and not any(c.dep_ in AUX for c in verb.children)


def agents(verb: Token) -> list[Token]:
    """Return the "by" phrases of a passive, as the nouns themselves."""
    return [noun for preposition, noun in prepositionals(verb) if preposition == "by"]


def predicated(noun: Token) -> list[Token]:
    """Return what a copula says of a subject: "mayor" for "West" in "West is the only mayor"."""
    if noun.dep_ not in SUBJECTS:
        return []
    head = noun.head
    if any(child.dep_ == "cop" for child in head.children):
        return [head]
    return [child for child in head.children if child.dep_ in {"attr", "acomp", "oprd"}]
