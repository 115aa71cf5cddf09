"""What is compared: one article's annotation, in the same form for gold and for a run.

Text is kept as written; unknown is the empty string, the empty tuple or None. Values of closed vocabularies are
plain strings here, because a run under test may hold anything; gold is checked where it is read.
"""

from __future__ import annotations

from pipeline.records import Record, Span
from pipeline.vocabularies import Slot, Status

PARTS = ("people", "dates", "events")
"""What gold annotates, unless it says that it annotates less."""

ACTION = "action"
TEXT_SLOTS = (Slot.ACTORS.value, Slot.TARGETS.value, Slot.ADDRESSEES.value, Slot.LAW.value)
SCORED_SLOTS = (ACTION, *(slot.value for slot in Slot))


class Tie(Record):
    """One affiliation of a person."""

    role: str = ""
    role_text: str = ""
    organization: str = ""
    party: str = ""
    country: str = ""
    status: str = Status.CURRENT.value


class Individual(Record):
    """One person of an article under the fullest name, with all affiliations."""

    name: str
    ties: tuple[Tie, ...] = ()

    def order(self) -> tuple[object, ...]:
        """Return a sort key by content."""
        return self.name, sorted(tie.model_dump_json() for tie in self.ties)


class Timex(Span):
    """A time expression with its TIMEX3 attributes."""

    type: str
    value: str
    mod: str = ""


class LabelledSpan(Span):
    """A mention with its label."""

    label: str


class Template(Record):
    """One sanction event: its slots, and where the clause that carries it stands.

    Attributes:
        start, end: offsets of the evidence clause; None where a run gives none.
        confidence: what the run states, 0 to 1; None for gold.
        event_id: the run's id of it; empty for gold.
    """

    action: str
    start: int | None = None
    end: int | None = None
    evidence: str = ""
    actors: tuple[str, ...] = ()
    senders: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    target_countries: tuple[str, ...] = ()
    target_count: int | None = None
    addressees: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    law: str = ""
    reasons: tuple[str, ...] = ()
    date: str = ""
    confidence: float | None = None
    event_id: str = ""

    def fills(self, slot: str) -> tuple[str, ...]:
        """Return the fills of one of ``SCORED_SLOTS`` as strings, each once, sorted."""
        value = getattr(self, slot)
        if isinstance(value, tuple):
            return tuple(sorted(set(value)))
        return () if value is None or value == "" else (str(value),)

    def order(self) -> tuple[object, ...]:
        """Return a sort key by content."""
        place = (-1 if self.start is None else self.start, -1 if self.end is None else self.end)
        return (*place, *(self.fills(slot) for slot in SCORED_SLOTS), self.evidence, self.confidence or 0.0)


class Annotation(Record):
    """Everything that is scored about one article.

    Attributes:
        spans: mentions; None where the gold of the article says nothing about them.
        annotated: those of ``PARTS`` that the gold of the article says something about.
    """

    article_id: str
    published: str = ""
    people: tuple[Individual, ...] = ()
    dates: tuple[Timex, ...] = ()
    events: tuple[Template, ...] = ()
    spans: tuple[LabelledSpan, ...] | None = None
    annotated: tuple[str, ...] = PARTS
    notes: str = ""
