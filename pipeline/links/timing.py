"""Which time expressions stand with a trigger, with a stance round it, or with the verb that reports it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipeline import syntax
from pipeline.links.phrases import argument
from pipeline.links.stances import Climb
from pipeline.records import Argument, Trigger
from pipeline.syntax import Relation
from pipeline.vocabularies import Slot

DATES = "dates"
"""Span group of the date finder."""


def dates_of(doc: Doc, trigger: Trigger, way: Climb, *, other_ends: frozenset[str]) -> tuple[Argument, ...]:
    """Return the dates of a frame in text order; the rule says what each one hangs on.

    ``date:trigger`` dates the operation, ``date:stance`` the asking, planning or denying, ``date:speaker`` the report.

    Args:
        doc: with the dates.
        trigger: of the frame.
        way: predicates round it.
        other_ends: prepositions whose date is not that of the action ("until", "after").
    """
    if DATES not in doc.spans:
        return ()
    token = doc[trigger.token]
    own = _clause_tokens(token)
    stances = {stand.token.i for stand in way.stands} | {syntax.clause_head(stand.token).i for stand in way.stands}
    speakers = {verb.i for verb in way.speakers}
    dates = [date for date in doc.spans[DATES] if syntax.preposition(date.root) not in other_ends]
    return tuple(_of_sentence(dates, token, own, stances - own, speakers - own))


def _of_sentence(
    dates: list[Span], trigger: Token, own: set[int], stances: set[int], speakers: set[int]
) -> Iterator[Argument]:
    sentence = trigger.sent
    for date in dates:
        if not sentence.start <= date.start < sentence.end:
            continue
        for holder in _holders(date.root):
            rule = _rule(holder, own, stances, speakers)
            if rule:
                yield argument(date, slot=Slot.DATE, rule=rule)
                break


def _rule(holder: Token, own: set[int], stances: set[int], speakers: set[int]) -> str:
    for places, rule in ((own, "date:trigger"), (stances, "date:stance"), (speakers, "date:speaker")):
        if holder.i in places:
            return rule
    return ""


def _clause_tokens(token: Token) -> set[int]:
    """Return the trigger, its light verb when it is a noun, and the verb it is coordinated with."""
    found = {token.i}
    above = syntax.governor(token)
    if not syntax.is_verb(token) and above is not None and syntax.is_verb(above):
        found.add(above.i)
    if syntax.relation(token) is Relation.CONJUNCT:
        found.add(token.head.i)
    return found


def _holders(token: Token) -> Iterator[Token]:
    """Yield what a date hangs on, nearest first, up to the verb of its clause."""
    for above in syntax.governors(token):
        yield above
        if syntax.is_verb(above):
            return
