"""What the events stage asks about an article; the normalise stage answers, the builder brings the two together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol

from pipeline.records import Mention, Sentence, Span, TimeValue
from pipeline.vocabularies import Measure, Reason


class Issued(Protocol):
    """An article that is itself the act or word of somebody."""

    @property
    def issuers(self) -> tuple[str, ...]:
        """Codes of the states or bodies whose release it is."""
        ...

    @property
    def words(self) -> Span:
        """The words that name them."""
        ...

    @property
    def published(self) -> date | None:
        """The day of the release."""
        ...


class Facts(Protocol):
    """Canonical values behind the words of one article."""

    def person(self, span: Span) -> str:
        """Return the full name of the person a phrase names or stands for ("Bezan", "he"), or empty."""
        ...

    def entity(self, span: Span) -> str:
        """Return the name of the body that a short form stands for, or empty."""
        ...

    def meant(self, span: Span) -> Span:
        """Return the words that a phrase stands for: the body named before for "it", else the phrase."""
        ...

    def people(self, span: Span) -> Sequence[tuple[str, Span]]:
        """Return full name and words of everybody named within a phrase, in text order."""
        ...

    def is_pronoun(self, span: Span) -> bool:
        """Say whether a phrase names nobody by itself."""
        ...

    def codes(self, span: Span) -> tuple[str, ...]:
        """Return the codes of the states and bodies named within a phrase, a person's country included."""
        ...

    def senders(self, span: Span) -> tuple[str, ...]:
        """Return the codes of those within a phrase that can impose sanctions."""
        ...

    def release(self) -> Issued | None:
        """Return whose word or act the article itself is; None for a report."""
        ...

    def is_state(self, code: str) -> bool:
        """Say whether a code is a state's."""
        ...

    def state_told_before(self, place: int, *, but: Collection[str]) -> tuple[str, Span] | None:
        """Return the state named last before a place, within two sentences, other than some."""
        ...

    def is_usual_sender(self, code: str) -> bool:
        """Say whether a code before "sanctions" is read as their sender."""
        ...

    def is_state_name(self, span: Span) -> bool:
        """Say whether a phrase is the name of a state or place, not the adjective of its people."""
        ...

    def can_act(self, span: Span) -> bool:
        """Say whether a phrase names or describes somebody: a person, body, state, people, party, role or set."""
        ...

    def is_chamber(self, span: Span) -> bool:
        """Say whether a phrase names one house of a parliament, whose vote alone makes no law."""
        ...

    def is_measure(self, span: Span) -> bool:
        """Say whether a phrase is, or is headed by, a measure or a law."""
        ...

    def measures(self, span: Span) -> Sequence[tuple[Measure, Mention]]:
        """Return the measures named or described within a stretch of text, with their words."""
        ...

    def laws(self, span: Span) -> Sequence[Mention]:
        """Return the laws named within a stretch of text."""
        ...

    def law(self, mention: Mention, senders: Sequence[str], targets: Sequence[str]) -> tuple[str, str]:
        """Return (best name, programme key) of a law, given whose sanctions on whom they are; empty if it is none."""
        ...

    def law_issuer(self, mention: Mention) -> tuple[str, ...]:
        """Return whose law it is, when its words say so."""
        ...

    def continues(self, sentence: Sentence) -> bool:
        """Say whether a sentence goes on about sanctions already told ("The sanctions bar ...", "They also ...")."""
        ...

    def reasons(self, span: Span) -> Sequence[tuple[Reason, Span]]:
        """Return the reasons told within a stretch of text, with their cues."""
        ...

    def times(self, span: Span) -> Sequence[TimeValue]:
        """Return the time expressions within a stretch of text."""
        ...

    def count(self, span: Span) -> int | None:
        """Return the number that a phrase starts with ("four Chinese officials")."""
        ...

    def slice(self, start: int, end: int) -> Span:
        """Return a stretch of the article."""
        ...
