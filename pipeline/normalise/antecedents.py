"""What short forms and pronouns for states and bodies stand for within one article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Cue
from pipeline.records import Mention, Sentence, Span
from pipeline.vocabularies import Label

_SHORT_FORM = re.compile(r"\s?[(“\"]{1,2}(?:the )?(?P<short>[A-Z][A-Za-z.&-]*[A-Z.])[)”\"]")
_ACTING = frozenset({Label.GPE, Label.ORG})
_NAMED = _ACTING | {Label.NORP, Label.PERSON, Label.PARTY}
_MOST_BACK = 2


class PronounWords:
    """The lexicon's pronouns."""

    def __init__(self, lexicon: Lexicon) -> None:
        cues = lexicon.entries(Cue)
        self.of_bodies = frozenset(cues["pronouns_body"].words)
        self.all = frozenset(cues["pronouns"].words)
        nouns = "|".join(cues["state_nouns"].words)
        self.of_states = re.compile(rf"(?:(?:the|that|this) )?(?:[\w-]+ ){{0,2}}(?:{nouns})", re.IGNORECASE)


class Antecedents:
    """Answers for one article.

    Rules: a short form in brackets behind a body's name stands for that body from there on; "it" stands for the first
    state or body of its own sentence before it, else of the sentence before; "that country" for the state named last.
    """

    def __init__(
        self, text: str, mentions: Sequence[Mention], sentences: Sequence[Sentence], words: PronounWords
    ) -> None:
        self._words = words
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._acting = [mention for mention in mentions if mention.label in _ACTING]
        self._named = [mention for mention in mentions if mention.label in _NAMED]
        self._full: dict[str, str] = {}
        for mention in mentions:
            found = _SHORT_FORM.match(text, mention.end) if mention.label is Label.ORG else None
            if found is not None:
                self._full.setdefault(found["short"], mention.text)

    def name_in(self, span: Span) -> str:
        """Return the body's name that a description ends in ("rights group Amnesty International"), or empty."""
        for mention in self._acting:
            if mention.end == span.end and mention.start > span.start and mention.label is Label.ORG:
                before = span.text[: mention.start - span.start]
                return mention.text if before[1:].islower() and before.endswith(" ") else ""
        return ""

    def full_name(self, words: str) -> str:
        """Return the name that a short form was introduced for, or empty."""
        return self._full.get(words, "")

    def is_pronoun(self, span: Span) -> bool:
        """Say whether a phrase is a pronoun."""
        return span.text.lower() in self._words.all

    def meant(self, span: Span) -> Span:
        """Return the state or body that a pronoun stands for; any other phrase is itself."""
        if self._is_state_reference(span):
            return self._state_before(span)
        if span.text.lower() not in self._words.of_bodies:
            return span
        place = bisect_right(self._starts, span.start) - 1
        for sentence in reversed(self._sentences[max(0, place - 1) : place + 1]):
            before = [m for m in self._acting if sentence.start <= m.start and m.end <= min(sentence.end, span.start)]
            if before:
                return before[0]
        return span

    def _is_state_reference(self, span: Span) -> bool:
        if self._words.of_states.fullmatch(span.text) is None:
            return False
        return not any(span.start <= mention.start and mention.end <= span.end for mention in self._named)

    def _state_before(self, span: Span) -> Span:
        """Return the state named last before, within two sentences; the phrase where there is none."""
        place = bisect_right(self._starts, span.start) - 1
        earliest = self._starts[max(0, place - _MOST_BACK)] if self._starts else 0
        states = [m for m in self._acting if m.label is Label.GPE and earliest <= m.start and m.end <= span.start]
        return states[-1] if states else span
