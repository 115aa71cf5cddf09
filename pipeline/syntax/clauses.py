"""Clauses: which depend on a word, when they place their happening, what they deny."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.syntax.labels import (
    AUX,
    COMPLEMENTS,
    MODAL_TAG,
    NEGATION_LABELS,
    NEGATIONS,
    PARTICIPLES,
    PAST_TAGS,
    RELATIVES,
    ROOTS,
    SUBJECTS,
)
from pipeline.syntax.relations import in_order, is_verb
from pipeline.vocabularies import Tense


def relative_clauses(noun: Token) -> list[Token]:
    """Return the head verbs of the relative clauses on a noun."""
    return [child for child in noun.children if child.dep_ in RELATIVES]


def participles(noun: Token) -> list[Token]:
    """Return the heads of reduced clauses on a noun ("officials linked to ...", "a plan to sanction ...")."""
    return [child for child in noun.children if child.dep_ in PARTICIPLES]


def is_reduced(verb: Token) -> bool:
    """Say whether a verb heads a clause without subject or finite form, on a noun or another clause: "calling on X"."""
    return verb.dep_ in PARTICIPLES | {"advcl"} and verb.tag_ in {"VBG", "VBN"} and not _has_infinitive_mark(verb)


def complements(head: Token) -> list[Token]:
    """Return the heads of the complement clauses of a verb, adjective or noun ("want to impose", "a vow to")."""
    found = [child for child in head.children if child.dep_ in COMPLEMENTS]
    if not is_verb(head):
        found.extend(child for child in head.children if child.dep_ in PARTICIPLES and _has_infinitive_mark(child))
    return sorted(found, key=in_order)


def adverbial_clauses(verb: Token) -> list[Token]:
    """Return the heads of the adverbial clauses on a clause head."""
    return [child for child in verb.children if child.dep_ in {"advcl", "advcl:relcl"}]


def clause_marks(verb: Token) -> list[str]:
    """Return the conjunctions that introduce a clause, in lower case ("if", "until", "that")."""
    return [child.lower_ for child in verb.children if child.dep_ == "mark" and child.i < verb.i]


def clause_head(token: Token) -> Token:
    """Return the verb or predicate whose clause a token stands in; the root where there is none."""
    current = token
    while not (is_verb(current) and current.dep_ not in AUX) and current.dep_ not in ROOTS:
        if current.head == current:
            break
        if any(child.dep_ == "cop" for child in current.children):
            break
        current = current.head
    return current


def auxiliaries(verb: Token) -> list[Token]:
    """Return the auxiliaries of a clause head, copula included; a coordinated verb may share the first's."""
    own = [child for child in verb.children if child.dep_ in AUX]
    if not own and verb.dep_ == "conj" and is_verb(verb.head):
        has_subject = any(child.dep_ in SUBJECTS for child in verb.children)
        return [] if has_subject or verb.tag_ in {"VBD", "VBZ", "VBP"} else auxiliaries(verb.head)
    return own


def modals(verb: Token) -> list[str]:
    """Return the modal auxiliaries of a clause head in lower case ("could", "will")."""
    return [token.lower_ for token in auxiliaries(verb) if token.tag_ == MODAL_TAG]


def tense(verb: Token) -> Tense:
    """Return where a clause places its happening; non-finite clauses take their governor's tense."""
    helpers = auxiliaries(verb)
    if any(token.tag_ == MODAL_TAG for token in helpers):
        return Tense.FUTURE
    if verb.lemma_.lower() == "go" and verb.tag_ == "VBG" and complements(verb):
        return Tense.FUTURE
    finite = [token for token in (*helpers, verb) if token.tag_ in {"VBD", "VBZ", "VBP"}]
    if any(token.tag_ == "VBD" for token in finite):
        return Tense.PAST
    if finite:
        perfect = verb.tag_ in PAST_TAGS and any(t.lemma_.lower() in {"have", "'ve", "’ve"} for t in helpers)
        return Tense.PAST if perfect else Tense.PRESENT
    if _has_infinitive_mark(verb):
        return Tense.FUTURE
    if verb.tag_ == "VBN" and verb.dep_ in PARTICIPLES:
        return Tense.PAST
    if verb.dep_ not in ROOTS and verb.head != verb:
        governor = clause_head(verb.head)
        return tense(governor) if governor != verb else Tense.NONE
    return Tense.NONE


def _has_infinitive_mark(verb: Token) -> bool:
    return any(child.dep_ in {"mark", "aux"} and child.lower_ == "to" for child in verb.children)


def is_infinitive(verb: Token) -> bool:
    """Say whether a verb is a to-infinitive."""
    return _has_infinitive_mark(verb)


def is_negated(token: Token) -> bool:
    """Say whether a predicate or noun carries a negation of its own ("not lifted", "no sanctions", "without aid")."""
    if token.dep_ in {"pobj", "pcomp"} and token.head.lower_ in NEGATIONS:
        return True
    return any(
        child.dep_ in NEGATION_LABELS or (child.lower_ in NEGATIONS and child.dep_ != "prep")
        for child in token.children
    )


def particles(verb: Token) -> list[str]:
    """Return verb particles in lower case ("roll over": ["over"])."""
    return [child.lower_ for child in verb.children if child.dep_ in {"compound:prt", "prt"}]
