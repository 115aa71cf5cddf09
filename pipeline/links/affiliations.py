"""Ties every person to the roles, bodies and parties that the article gives them.

Input: the line of ``stream``, the persons of ``people`` and ``references``. The rules stand in ``appositions``,
``tenures`` and ``sets``; here their ties are gathered: one role's words go to one person (or to the list that shares
them), "his deputy" becomes the office that the lexicon's role rules make of it, a party told apart joins the role of
the same sentence, and who was fired, resigned or died holds no role any more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Span

from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Party, Role
from pipeline.lexicon.titles import singular
from pipeline.lexicon.words import cue_pairs, cue_words
from pipeline.links import (
    allegiances,
    appositions,
    descriptions,
    endings,
    layout,
    leads,
    memberships,
    rises,
    sets,
    tenures,
)
from pipeline.links.company import CompanyReader
from pipeline.links.reading import read_mention
from pipeline.links.references import References
from pipeline.links.role_words import RoleWords
from pipeline.links.stream import Stream
from pipeline.links.successions import successions
from pipeline.links.ties import Held, Tie, entry_of, labelled
from pipeline.records import AffiliationLink, Mention
from pipeline.records import Span as Words
from pipeline.vocabularies import Label, Status

_ORDER = (
    "affiliation:title", "affiliation:letters", "affiliation:label", "affiliation:behalf", "affiliation:comma",
    "affiliation:apposition", "affiliation:fronted",
    "affiliation:copula", "affiliation:verb", "affiliation:as", "affiliation:becoming", "affiliation:office-of",
    "affiliation:inverse", "affiliation:including",
)  # fmt: skip
_MILITARY = "military"
_LASTING = frozenset({"profession", "royalty", "religion"})


@dataclass(frozen=True)
class Offices:
    """What is known of an article's persons.

    Attributes:
        links: affiliations in text order.
        descriptions: person by the item of a role that stands for one ("the minister").
    """

    links: tuple[AffiliationLink, ...]
    descriptions: dict[int, int]


class AffiliationLinker:
    """Finds the affiliations of an article's persons."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._roles = lexicon.entries(Role)
        self._tenure = tenures.read_tenure_words(lexicon)
        self._leads = leads.read_lead_words(lexicon, self._tenure)
        self._rises = rises.read_rise_words(lexicon, self._tenure)
        self._sides = allegiances.read_side_words(lexicon, self._tenure)
        self._ends = endings.read_end_words(lexicon)
        self._indefinite = cue_words(lexicon, "people.indefinite")
        self._voices = cue_words(lexicon, "people.voices")
        self._staff = cue_words(lexicon, "people.staff")
        self._members = frozenset(singular(noun) for party in lexicon.entries(Party).values() for noun in party.members)
        self._party_heads = cue_words(lexicon, "people.party_head_words") | cue_words(lexicon, "people.party_factions")
        self._led_by = cue_words(lexicon, "people.led_by")
        self._numbers = cue_pairs(lexicon, "people.numbers")
        self._company = CompanyReader(lexicon)
        self._words = RoleWords(lexicon)

    def link(self, stream: Stream, references: References, starts: list[int]) -> Offices:
        """Return the affiliations in text order, and who descriptions stand for.

        Args:
            stream: line of the article.
            references: who its names and pronouns stand for.
            starts: character offsets of the sentences.
        """
        held = self._held(stream, references)
        held = self._company.completed(held, stream, references)
        held += rises.incumbents(held, stream, references, self._rises)
        held += successions(held, stream, references, self._ends)
        held += descriptions.introduced(stream, held, references, self._indefinite)
        held += descriptions.introduced_members(stream, references, self._members)
        described = descriptions.described(stream, held, references)
        held += descriptions.described_parties(stream, described)
        held = _with_parties(held, references)
        held = self._after_end(held, stream, references)
        links = tuple(self._link(stream, person, found, starts) for person, found in sorted(held, key=_place))
        return Offices(links, described)

    def _held(self, stream: Stream, references: References) -> Held:
        ties = [
            *appositions.title_ties(stream, self._staff),
            *layout.layout_ties(stream),
            *appositions.comma_ties(stream, self._voices),
            *appositions.behind_ties(stream),
            *appositions.fronted_ties(stream),
            *memberships.bracket_ties(stream),
            *memberships.body_ties(stream),
            *memberships.party_ties(stream),
            *tenures.copula_ties(stream, self._tenure),
            *tenures.as_ties(stream, self._tenure),
            *rises.rise_ties(stream, self._rises),
            *allegiances.side_ties(stream, self._sides),
            *leads.lead_ties(stream, self._leads),
            *sets.set_ties(stream, self._numbers, self._party_heads, self._led_by),
        ]
        held = [(person, tie) for tie in ties if (person := references.who(tie.person)) is not None]
        return _one_holder(held)

    def _after_end(self, held: Held, stream: Stream, references: References) -> Held:
        over = {references.sure(place) for place in endings.ended(stream, self._ends)}
        for successor, place in endings.succeeded(stream, self._ends):
            if successor is None or references.who(successor) != references.who(place):
                over.add(references.who(place))
        dead = {references.sure(place) for place in endings.dead(stream, self._ends)}
        return [
            (
                person,
                tie.former()
                if person in dead or (person in over and self._is_ended(tie)) or self._words.is_over(tie)
                else tie,
            )
            for person, tie in held
        ]

    def _is_ended(self, tie: Tie) -> bool:
        """Say whether a tie's office ends when its holder leaves: no profession, and no military rank."""
        role = self._roles.get(entry_of(tie))
        if role is None:
            return tie.role is not None
        return role.group not in _LASTING and not (role.group == _MILITARY and role.abbreviations)

    def _link(self, stream: Stream, person: int, tie: Tie, starts: list[int]) -> AffiliationLink:
        evidence = stream.span(tie.start, tie.end)
        return AffiliationLink(
            person=person,
            role=self._role(tie, starts),
            organization=_named(self._words.organization(tie), starts),
            party=_named(tie.party, starts),
            country=_named(tie.country, starts),
            status=tie.status,
            evidence=Words(start=evidence.start_char, end=evidence.end_char, text=evidence.text),
            rule=tie.rule,
        )

    def _role(self, tie: Tie, starts: list[int]) -> Mention | None:
        """Return the role as a mention: its words, and its lexicon entry where a rule says more than they do."""
        words = self._words.text(tie)
        if tie.role is None or words is None:
            return None
        return read_mention(labelled(words, label=Label.ROLE, rule=tie.role.id_ or tie.rule, entry=tie.entry), starts)


def _one_holder(held: Held) -> Held:
    """Keep, for every role's words, the ties of the rule that binds closest."""
    best: dict[int, int] = {}
    for _, tie in held:
        if tie.role is not None:
            rank = _rank(tie)
            best[tie.role.start] = min(best.get(tie.role.start, rank), rank)
    kept: Held = []
    seen: set[tuple[int, int]] = set()
    for person, tie in held:
        if tie.role is not None:
            key = (person, tie.role.start)
            if _rank(tie) > best[tie.role.start] or key in seen:
                continue
            seen.add(key)
        kept.append((person, tie))
    return kept


def _rank(tie: Tie) -> int:
    return _ORDER.index(tie.rule) if tie.rule in _ORDER else len(_ORDER)


def _with_parties(held: Held, references: References) -> Held:
    """Give a party that stands alone to the person's roles of the same sentence; drop what then says nothing new."""
    out: Held = []
    alone = [(person, tie) for person, tie in held if tie.role is None and tie.party is not None]
    used: set[int] = set()
    for person, tie in held:
        if tie.role is not None and tie.party is None:
            for number, (other, party) in enumerate(alone):
                left = party.status is Status.FORMER and tie.status is Status.CURRENT
                if other == person and not left and references.same_sentence(party.person, tie.person):
                    tie = replace(tie, party=party.party)
                    used.add(number)
                    break
        out.append((person, tie))
    spent = {id(alone[number][1]) for number in used}
    return [(person, tie) for person, tie in out if id(tie) not in spent]


def _place(pair: tuple[int, Tie]) -> tuple[int, int, str]:
    person, tie = pair
    return tie.start, person, tie.rule


def _named(span: Span | None, starts: list[int]) -> Mention | None:
    return read_mention(span, starts) if span is not None else None
