"""What the rules of ``affiliations`` find: a person tied to an office, a party or a body."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Span

from pipeline.links.offices import Office
from pipeline.links.stream import Stream
from pipeline.vocabularies import Label, Status

_HOME = re.compile(r"[oi]d?(?P<state>G)")


@dataclass(frozen=True, slots=True)
class Tie:
    """A person tied to an office, party or body.

    Attributes:
        person: item index of the name or pronoun that stands for the person.
        start, end: item indices of the words that tie them.
        entry: lexicon id of the role where a rule says it ("his deputy"); empty where the role's words do.
    """

    person: int
    rule: str
    start: int
    end: int
    role: Span | None = None
    text: Span | None = None
    organization: Span | None = None
    party: Span | None = None
    country: Span | None = None
    status: Status = Status.CURRENT
    entry: str = ""
    office: Office | None = None

    def former(self) -> Tie:
        """Return the same tie as one that is over."""
        return replace(self, status=Status.FORMER)


Held = list[tuple[int, Tie]]
"""(index of a person, tie) pairs."""


def entry_of(found: Tie) -> str:
    """Return the lexicon id of a tie's role: what a rule says, or what its words name."""
    return found.entry or (found.role.kb_id_ if found.role is not None else "")


def tie(stream: Stream, person: int, office: Office, rule: str, *, status: Status | None = None) -> Tie:
    """Return the tie of a person to an office; a former office stays former."""
    former = Status.FORMER in {office.status, status}
    return Tie(
        person=person,
        rule=rule,
        start=min(person, office.start),
        end=max(person + 1, office.end),
        role=office.role,
        text=office.text,
        organization=office.organization,
        party=office.party,
        country=office.country or _home(stream, person),
        status=Status.FORMER if former else Status.CURRENT,
        office=office,
    )


def _home(stream: Stream, person: int) -> Span | None:
    """Return the place that a name is tied to: "Brad West of Port Coquitlam", "Bo Tran of the Slovak Republic"."""
    match = _HOME.match(stream.text, person + 1)
    if match is None or stream.items[person + 1].words not in {"of", "from"}:
        return None
    return stream.items[match.start("state")].span


def labelled(span: Span, *, label: Label, rule: str, entry: str = "") -> Span:
    """Return the same words as a span with a label, rule id and lexicon entry."""
    made = Span(span.doc, span.start, span.end, label=label.value, kb_id=entry)
    made.id_ = rule
    return made
