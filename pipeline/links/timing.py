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

Places = tuple[tuple[set[int], str], ...]
"""Tokens that a date may hang on, and the rule that it then has."""

DATES = "dates"
"""Span group of the date finder."""


def dates_of(
    doc: Doc, trigger: Trigger, way: Climb, *, other_ends: frozenset[str], aftermath: frozenset[str]
) -> tuple[Argument, ...]:
    """Return the dates of a frame in text order; the rule says what each one hangs on.

    ``date:trigger`` dates the operation, ``date:stance`` the asking, planning or denying, ``date:speaker`` the report,
    ``date:after`` what the operation answers to.

    Args:
        doc: with the dates.
        trigger: of the frame.
        way: predicates round it.
        other_ends: prepositions whose date is not that of the action ("until", "after").
        aftermath: conjunctions of what it answers to ("imposed after it invaded X in 1990").
    """
    if DATES not in doc.spans:
        return ()
    token = doc[trigger.token]
    own = _clause_tokens(token)
    stances: set[int] = set().union(*(_places(stand.token) for stand in way.stands))
    speakers = {verb.i for verb in way.speakers}
    answered = {
        clause.i
        for place in sorted(own)
        for clause in syntax.adverbial_clauses(doc[place])
        if not aftermath.isdisjoint(syntax.clause_marks(clause))
    }
    places = (
        (own, "date:trigger"), (stances - own, "date:stance"), (speakers - own, "date:speaker"),
        (answered, "date:after"),
    )  # fmt: skip
    sentence = token.sent
    near = [date for date in doc.spans[DATES] if sentence.start <= date.start < sentence.end]
    dates = [date for date in near if syntax.preposition(date.root) not in other_ends]
    return tuple(_placed(dates, places))


def _placed(dates: list[Span], places: Places) -> Iterator[Argument]:
    for date in dates:
        for holder in _holders(date.root):
            rule = next((rule for tokens, rule in places if holder.i in tokens), "")
            if rule:
                yield argument(date, slot=Slot.DATE, rule=rule)
                break


def _clause_tokens(token: Token) -> set[int]:
    """Return the trigger, its light verb when it is a noun, and what its clause shares its date with."""
    found = {token.i, *_shared(token)}
    above = syntax.governor(token)
    if not syntax.is_verb(token) and above is not None and syntax.is_verb(above):
        found.add(above.i)
    return found


def _places(stance: Token) -> set[int]:
    """Return what a date of a stance may hang on."""
    head = syntax.clause_head(stance)
    return {stance.i, head.i, *_shared(stance), *_shared(head)}


def _shared(token: Token) -> Iterator[int]:
    """Yield the verb that a token is coordinated with, or the noun it modifies as a participle.

    "London on Monday warned and threatened"; "last week's resolution threatening a ban".
    """
    if syntax.relation(token) in {Relation.CONJUNCT, Relation.PARTICIPLE}:
        yield token.head.i


def _holders(token: Token) -> Iterator[Token]:
    """Yield what a date hangs on, nearest first, up to the verb of its clause."""
    for above in syntax.governors(token):
        yield above
        if syntax.is_verb(above):
            return
