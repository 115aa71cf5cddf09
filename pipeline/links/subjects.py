"""Finds the name or pronoun that the tree says is the subject of a verb."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline import syntax
from pipeline.links.stream import Stream


def named_subject(stream: Stream, verb: Token, start: int, end: int) -> int | None:
    """Return the item of the name or pronoun that is a verb's subject, or that of the clause above, or None.

    Args:
        stream: line of the article.
        verb: a verb of it.
        start: item index from which the subject may stand.
        end: item index before which it stands.
    """
    head = verb
    while syntax.is_verb(head):
        tokens = {token.i for token in syntax.subjects(head)}
        for place in range(start, end):
            span = stream.items[place].span
            if stream.text[place] in "Pp" and any(span.start <= token < span.end for token in tokens):
                return place
        above = syntax.governor(head)
        if above is None or tokens:
            return None
        head = above
    return None
