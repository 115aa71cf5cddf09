"""Answers about an article that a test writes down itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.records import Mention, Sentence, Span, TimeValue
from pipeline.vocabularies import Measure, Reason, TimexType

NOWHERE = Span(start=0, end=0, text="")


@dataclass(frozen=True)
class Issue:
    """A release of a state."""

    issuers: tuple[str, ...]
    published: date | None = None
    words: Span = NOWHERE


@dataclass
class WrittenFacts:
    """Looks everything up by the words of a phrase; what is not written down is unknown."""

    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    persons: Mapping[str, str] = field(default_factory=dict)
    told_measures: Mapping[str, Measure] = field(default_factory=dict)
    told_reasons: Mapping[str, Reason] = field(default_factory=dict)
    told_times: Mapping[str, str] = field(default_factory=dict)
    issued: Issue | None = None

    def person(self, span: Span) -> str:
        return self.persons.get(span.text, "")

    def people(self, span: Span) -> Sequence[tuple[str, Span]]:
        return [(name, span) for words, name in self.persons.items() if words in span.text]

    def entity(self, span: Span) -> str:
        return ""

    def meant(self, span: Span) -> Span:
        return span

    def is_pronoun(self, span: Span) -> bool:
        return span.text in {"they", "it"}

    def codes(self, span: Span) -> tuple[str, ...]:
        return self.named.get(span.text, ())

    def senders(self, span: Span) -> tuple[str, ...]:
        return self.named.get(span.text, ())

    def release(self) -> Issue | None:
        return self.issued

    def is_state(self, code: str) -> bool:
        return len(code) == 3

    def state_told_before(self, place: int, *, but: Collection[str]) -> tuple[str, Span] | None:
        return None

    def is_usual_sender(self, code: str) -> bool:
        return code in {"USA", "EU", "UN"}

    def is_state_name(self, span: Span) -> bool:
        return span.text in self.named

    def can_act(self, span: Span) -> bool:
        return any(name in span.text for name in (*self.named, *self.persons))

    def is_chamber(self, span: Span) -> bool:
        return False

    def is_measure(self, span: Span) -> bool:
        return span.text in self.told_measures

    def measures(self, span: Span) -> Sequence[tuple[Measure, Mention]]:
        return [
            (measure, Mention(start=span.start, end=span.end, text=words, label="MEASURE", rule="lexicon"))
            for words, measure in self.told_measures.items()
            if words in span.text
        ]

    def laws(self, span: Span) -> Sequence[Mention]:
        return []

    def law(self, mention: Mention, senders: Sequence[str], targets: Sequence[str]) -> tuple[str, str]:
        return "", ""

    def law_issuer(self, mention: Mention) -> tuple[str, ...]:
        return ()

    def continues(self, sentence: Sentence) -> bool:
        return False

    def reasons(self, span: Span) -> Sequence[tuple[Reason, Span]]:
        return [(reason, span) for words, reason in self.told_reasons.items() if words in span.text]

    def times(self, span: Span) -> Sequence[TimeValue]:
        return [
            TimeValue(start=span.start, end=span.end, text=words, type=TimexType.DATE, value=value, rule="")
            for words, value in self.told_times.items()
            if words in span.text
        ]

    def count(self, span: Span) -> int | None:
        return int(span.text.split()[0]) if span.text[:1].isdigit() else None

    def slice(self, start: int, end: int) -> Span:
        return Span(start=start, end=end, text="")
