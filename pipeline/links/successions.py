"""Former offices that only a succession tells: "X becomes president after the resignation of Y", "She succeeds Y".

Input: the ties found so far. Whoever is succeeded, or loses an office that the text does not name, while somebody else
takes one up in the same sentence, held that office; a pronoun's office may stand in a sentence before.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.links import endings
from pipeline.links.references import References
from pipeline.links.stream import Stream
from pipeline.links.ties import Held, Tie
from pipeline.vocabularies import Status

_TAKEN_UP = ("affiliation:as", "affiliation:verb", "affiliation:copula", "affiliation:named")


def successions(held: Held, stream: Stream, references: References, words: endings.EndWords) -> Held:
    """Return the former offices of those whom somebody succeeds, and who have no role of their own."""
    found: Held = []
    with_roles = {person for person, tie in held if tie.role is not None}
    for successor, place in endings.succeeded(stream, words):
        person = references.who(place)
        office = _near(held, place, person, references) or _earlier(held, successor, place, references)
        if person is not None and office is not None and person not in with_roles:
            found.append((person, _former(office, place)))
        taker = references.who(successor) if successor is not None else None
        left = _last_office(held, person, place) if taker is not None else None
        if successor is not None and taker is not None and left is not None and taker not in with_roles:
            found.append((taker, replace(left, person=successor, rule="affiliation:succeeds", status=Status.CURRENT)))
    for place in endings.ended(stream, words):
        person = references.who(place)
        taken = [(other, tie) for other, tie in held if tie.rule in _TAKEN_UP and tie.status is Status.CURRENT]
        office = _near(taken, place, person, references)
        if person is not None and office is not None and person not in with_roles:
            found.append((person, _former(office, place)))
    return found


def _near(held: Held, place: int, person: int | None, references: References) -> Tie | None:
    """Return the nearest office of somebody else in the sentence."""
    near = [
        (abs(tie.start - place), tie.start, tie)
        for other, tie in held
        if other != person and tie.role is not None and references.same_sentence(tie.person, place)
    ]
    return min(near, key=_distance)[2] if near else None


def _last_office(held: Held, person: int | None, place: int) -> Tie | None:
    """Return the office last told of a person before an item, or at it."""
    told = [tie for other, tie in held if other == person and tie.role is not None and tie.start <= place]
    return max(told, key=_start) if told else None


def _start(tie: Tie) -> int:
    return tie.start


def _earlier(held: Held, successor: int | None, place: int, references: References) -> Tie | None:
    """Return the last office that was told of the one who takes it up."""
    who = references.who(successor) if successor is not None else None
    told = [(tie.start, tie.start, tie) for person, tie in held if person == who and tie.role and tie.start < place]
    return max(told, key=_distance)[2] if told and who is not None else None


def _distance(found: tuple[int, int, Tie]) -> tuple[int, int]:
    return found[:2]


def _former(office: Tie, place: int) -> Tie:
    return replace(office, person=place, rule="affiliation:succeeded", status=Status.FORMER)
