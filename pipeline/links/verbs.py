"""Compares verbs with the lexicon's by their inflected forms, and says whether they tell a deed done."""

from __future__ import annotations

from spacy.tokens import Token

DONE_TAGS = frozenset({"VBD", "VBN", "VBZ"})
PAST_TAGS = frozenset({"VBD", "VBN"})

_BEFORE = 3


def is_one_of(verb: Token, forms: frozenset[str]) -> bool:
    """Say whether a verb is one of some, alone or with the word behind it ("stepped down")."""
    following = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    return verb.lower_ in forms or (following is not None and f"{verb.lower_} {following.lower_}" in forms)


def is_plan(verb: Token) -> bool:
    """Say whether a verb is an infinitive, a modal's or a future: not done yet."""
    before = [token for token in verb.doc[max(0, verb.i - _BEFORE) : verb.i] if not token.is_punct]
    return any(token.tag_ in {"MD", "TO"} or token.lower_ == "to" for token in before)
