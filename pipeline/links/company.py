"""What a tie takes from its surroundings: whose deputy, which party, what body "its" stands for.

"His deputy" is the office that the lexicon's role rules make of it by the roles of whom it is tied to; "the party's
spokeswoman" and "its president" take the party or body named before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import RoleRule
from pipeline.lexicon.titles import singular
from pipeline.lexicon.words import cue_words, honorifics
from pipeline.links.references import References
from pipeline.links.stream import Stream
from pipeline.links.ties import Held, Tie, entry_of
from pipeline.vocabularies import Status

_BODY = re.compile(r"(?:^|[./&,])d?[GNFmM]{0,2}s?[mM]{0,2}(?P<body>[OYG])")  # the first body or state of a clause
_BEFORE_WHOSE = re.compile(r"(?P<body>[OYG])(?:\([^)]{0,8}\))?,?$")  # "the Greens, whose"
_REACH_PARTY = 60
_REACH_BODY = 40


class CompanyReader:
    """Completes ties by what stands round them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._rules = tuple(rule for rule in lexicon.entries(RoleRule).values() if rule.company == "person")
        self._party_words = cue_words(lexicon, "people.party_words")
        self._its = cue_words(lexicon, "people.possessives_of_bodies")
        self._whose = cue_words(lexicon, "people.relative_possessive")
        self._posts = cue_words(lexicon, "people.party_posts")
        self._staff = cue_words(lexicon, "people.staff")
        self._voices = cue_words(lexicon, "people.voices")
        self._need_body = cue_words(lexicon, "people.need_body")
        self._no_offices = cue_words(lexicon, "people.no_offices") | honorifics(lexicon, sure=True)

    def completed(self, held: Held, stream: Stream, references: References) -> Held:
        """Return the ties with the offices, parties and bodies that their surroundings give; drop what is no office."""
        composed = [(person, self._composed(tie, person, held, references)) for person, tie in held]
        told = [(person, self._with_state(tie, stream)) for person, tie in composed]
        whole = [(person, self._with_body(self._with_party(tie, stream), stream)) for person, tie in told]
        return [(person, kept) for person, tie in whole if (kept := self._without_no_office(tie)) is not None]

    def _composed(self, tie: Tie, person: int, held: Held, references: References) -> Tie:
        """Turn "his deputy" into the office it is, by the roles of whom it is tied to."""
        if tie.office is None or tie.office.possessor is None or tie.role is None:
            return tie
        theirs = _roles_of(_someone_else(tie, references, person), held)
        words = singular(tie.role.text.lower())
        for rule in self._rules:
            if not {words, words.rsplit(" ", 1)[-1]} & set(rule.words):
                continue
            entry, match = next((pair for pair in theirs.items() if not rule.of or pair[0] in rule.of), ("", None))
            if match is None or not (rule.role or entry):
                continue
            past = Status.FORMER if match.status is Status.FORMER and not rule.abroad else tie.status
            return replace(
                tie,
                entry=rule.role or entry,
                status=rule.status if isinstance(rule.status, Status) else past,
                country=tie.country if tie.country is not None or rule.abroad else match.country,
                rule=f"{tie.rule}+{rule.id}",
            )
        over = bool(theirs) and all(other.status is Status.FORMER for other in theirs.values())
        return tie.former() if over and words.rsplit(" ", 1)[-1] in self._staff else tie

    def _with_state(self, tie: Tie, stream: Stream) -> Tie:
        """Give "a spokesman for the Somali government" the state of those it speaks for."""
        field = tie.office.field if tie.office is not None else None
        if field is None or tie.office is None or tie.role is None or tie.country or tie.organization:
            return tie
        if singular(tie.role.text.lower()).rsplit(" ", 1)[-1] not in self._voices:
            return tie
        items = stream.items[tie.office.start : tie.office.end]
        state = next((item.span for item in items if item.symbol == "G" and item.span.start >= field.start), None)
        return replace(tie, country=state)

    def _with_party(self, tie: Tie, stream: Stream) -> Tie:
        """Give "the party's spokeswoman" and "party leader X" the party named last before.

        A leader of nothing leads the only party that the sentence has named.
        """
        if tie.role is None or tie.party is not None or tie.organization is not None or tie.office is None:
            return tie
        words = _words(stream, tie.office.start, tie.office.end)
        start = max(0, tie.start - _REACH_PARTY)
        if not (words & self._party_words or tie.role.text.lower().split()[0] in self._party_words):
            if tie.country is not None or tie.office.possessor is not None or tie.role.text.lower() not in self._posts:
                return tie
            start = max(start, stream.text.rfind(".", 0, tie.start), stream.text.rfind("/", 0, tie.start))
            named = {
                stream.items[place].span.kb_id_ or stream.items[place].span.text
                for place in range(max(start, 0), tie.start)
                if stream.text[place] == "Y"
            }
            if len(named) != 1:
                return tie
        place = stream.text.rfind("Y", start, tie.start)
        return replace(tie, party=stream.items[place].span) if place >= 0 else tie

    def _with_body(self, tie: Tie, stream: Stream) -> Tie:
        """Give "its president" the body or state that the clause before is about, "whose president" the one before."""
        office = tie.office
        if office is None or tie.role is None:
            return tie
        if tie.organization is not None or tie.party is not None or tie.country is not None:
            return tie
        opener = _words(stream, office.start, office.start + 1)
        match = None
        if opener & self._whose:
            match = _BEFORE_WHOSE.search(stream.text, max(0, office.start - _REACH_BODY), office.start)
        elif opener & self._its:
            found = list(_BODY.finditer(stream.text, max(0, office.start - _REACH_BODY), office.start))
            match = found[-1] if found else None
        if match is None:
            return tie
        item = stream.items[match.start("body")]
        if item.symbol == "G":
            return replace(tie, country=item.span)
        return replace(tie, organization=item.span, party=item.span if item.symbol == "Y" else None)

    def _without_no_office(self, tie: Tie) -> Tie | None:
        """Return a tie whose role is an office, the party alone of one whose role is none, or nothing."""
        if tie.entry or not self._is_no_office(tie):
            return tie
        return Tie(tie.person, tie.rule, tie.start, tie.end, party=tie.party) if tie.party is not None else None

    def _is_no_office(self, tie: Tie) -> bool:
        if tie.role is None:
            return False
        words = singular(tie.role.text.lower())
        bodiless = tie.organization is None and tie.party is None and tie.country is None
        alone = tie.text is None or (tie.text.start, tie.text.end) == (tie.role.start, tie.role.end)
        return words in self._no_offices or (bodiless and alone and words in self._need_body)


def _someone_else(tie: Tie, references: References, person: int) -> int | None:
    """Return the person that the possessor in a role's phrase stands for, if it is not the holder."""
    people = (references.who(place) for place in range(tie.start, tie.end))
    return next((who for who in people if who is not None and who != person), None)


def _roles_of(person: int | None, held: Iterable[tuple[int, Tie]]) -> dict[str, Tie]:
    return {entry_of(tie): tie for number, tie in held if number == person and tie.role is not None}


def _words(stream: Stream, start: int, end: int) -> set[str]:
    return {item.words for item in stream.items[start:end]}
