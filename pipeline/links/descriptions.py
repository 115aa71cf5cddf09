"""Descriptions that stand for a person already named: "the minister", "the Democratic president", "The Liberal MP".

Input: the line of ``stream`` and the ties found so far, as (person, tie).
"""

from __future__ import annotations

import re

from pipeline.lexicon.titles import singular
from pipeline.links.appositions import is_plural
from pipeline.links.offices import read_office
from pipeline.links.references import References
from pipeline.links.stream import Stream
from pipeline.links.ties import Held, Tie, tie

_INTRODUCED = re.compile(r'(?<=[./"])(?P<the>d)[FNSGYOLmM#s-]{0,6}(?P<role>R)')  # "The Liberal MP said"
_GOES_ON = re.compile(r"[vbB]|,[wDd]|r[vbB]")  # "The senator from Tasmania said"; "The mayor, a Republican,"
_BACK_TO_TOLD = 2
_MEMBER = re.compile(r'(?<=[./"])d[NFG]{0,2}(?P<party>Y)(?=[vbB]|,[wD]|r[vbB])')  # "The Arizona Republican said"
_DESCRIPTION = re.compile(r"d[NF#mY]{0,2}(?P<role>R)(?![RPGOYMs-]|,h*P|[of]d?[GOLMmYP])")  # "the president"


def introduced(stream: Stream, held: Held, references: References, indefinite: frozenset[str]) -> Held:
    """Return roles that a description gives to the only person of the sentence before: "The Liberal MP said".

    Args:
        stream: line of the article.
        held: the ties found so far.
        references: who its names stand for.
        indefinite: articles that bring in somebody new: "an aide said".
    """
    with_roles = {person for person, found in held if found.role is not None}
    taken = {found.role.start for _, found in held if found.role is not None}
    holders = {found.role.kb_id_ or found.role.text.lower() for _, found in held if found.role is not None}
    new: Held = []
    for match in _INTRODUCED.finditer(stream.text):
        place = match.start("role")
        role = stream.items[place].span
        office = read_office(stream, place)
        opener = stream.items[match.start("the")].words
        goes_on = _GOES_ON.match(stream.text, office.end) is not None and "&" not in stream.text[place : office.end]
        if opener in indefinite or not goes_on:
            continue
        person = references.prominent(place, back=_BACK_TO_TOLD if office.party is not None else 1)
        known = role.kb_id_ or role.text.lower()
        more = stream.text[match.start() : place].strip("dm#s-G")  # "The former prime minister", "The Greens MP"
        if person is None or (person in with_roles and not more) or role.start in taken or known in holders:
            continue
        if not is_plural(office) and office.possessor is None:
            new.append((person, tie(stream, place, office, "affiliation:introduced")))
    return new


def introduced_members(stream: Stream, references: References, nouns: frozenset[str]) -> Held:
    """Return the party of the only person of the sentence before: "The Arizona Republican said".

    Args:
        stream: line of the article.
        references: who its names stand for.
        nouns: for one member of a party.
    """
    new: Held = []
    for match in _MEMBER.finditer(stream.text):
        place = match.start("party")
        party = stream.items[place].span
        person = references.prominent(place) if party.text in nouns else None
        if person is not None:
            new.append((person, Tie(place, "affiliation:member", match.start(), place + 1, party=party)))
    return new


def described(stream: Stream, held: Held, references: References) -> dict[int, int]:
    """Return who a role with an article and no name stands for: person by item, the latest holder of that role."""
    holders: dict[str, list[tuple[int, int]]] = {}
    for person, found in held:
        if found.role is not None:
            key = found.role.kb_id_ or singular(found.role.text.lower())
            holders.setdefault(key, []).append((found.start, person))
    taken = {found.role.start for _, found in held if found.role is not None}
    meant: dict[int, int] = {}
    for match in _DESCRIPTION.finditer(stream.text):
        place = match.start("role")
        role = stream.items[place].span
        words = singular(role.text.lower())
        if role.start in taken or words != role.text.lower():
            continue
        told = [start for start in holders.get(role.kb_id_ or words, ()) if start[0] < place]
        if told:
            meant[place] = references.latest(place, told)
    return meant


def described_parties(stream: Stream, meant: dict[int, int]) -> Held:
    """Return the party of "the Democratic president" for whom it stands."""
    found: Held = []
    for place, person in meant.items():
        if stream.text[place - 1] == "Y":
            party = stream.items[place - 1].span
            found.append((person, Tie(place, "affiliation:description", place - 1, place + 1, party=party)))
    return found
