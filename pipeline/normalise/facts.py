"""Canonical values behind the words of one article, for the events stage.

Built once per article from its mentions, people, affiliations and times. Answers only what the article or the lexicon
tells: an unknown phrase has no code, an open law no key.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence

from pipeline.normalise.antecedents import Antecedents, PronounWords
from pipeline.normalise.laws import Laws
from pipeline.normalise.measures import Measures
from pipeline.normalise.places import Codes
from pipeline.normalise.powers import Powers
from pipeline.normalise.quantities import Quantities
from pipeline.normalise.reasons import Reasons
from pipeline.normalise.release import Release, ReleaseMarks
from pipeline.records import Affiliation, Article, Linked, Mention, Person, Sentence, Span, TimeValue
from pipeline.vocabularies import Label, Measure, Reason

_MOST_BACK = 2
"""Sentences back in which "the country" may have been named."""

_STATES = frozenset({Label.GPE, Label.NORP})
_ACTING = frozenset({Label.PERSON, Label.ORG, Label.GPE, Label.NORP, Label.PARTY, Label.ROLE, Label.GROUP})
_PLACES = frozenset({Label.GPE, Label.LOC})
_WORD_BEFORE = 20
"""Code points in which the preposition before a place is looked for."""
_BESIDE = 3
"""Longest gap, in code points, between a state and the body it owns ("Germany's Foreign Office")."""


class Vocabulary:
    """The lexicon's look-ups that all articles share."""

    def __init__(
        self,
        *,
        codes: Codes,
        laws: Laws,
        measures: Measures,
        reasons: Reasons,
        quantities: Quantities,
        usual_senders: frozenset[str],
        place_prepositions: frozenset[str],
        pronouns: PronounWords,
        powers: Powers,
        releases: ReleaseMarks,
    ) -> None:
        self.codes = codes
        self.laws = laws
        self.measures = measures
        self.reasons = reasons
        self.quantities = quantities
        self.usual_senders = usual_senders
        self.place_prepositions = place_prepositions
        self.pronouns = pronouns
        self.powers = powers
        self.releases = releases


class ArticleFacts:
    """Answers the events stage's questions about one article."""

    def __init__(
        self,
        article: Article,
        linked: Linked,
        *,
        people: Sequence[Person],
        affiliations: Sequence[Affiliation],
        times: Sequence[TimeValue],
        vocabulary: Vocabulary,
    ) -> None:
        self._text = article.text
        self._linked = linked
        self._times = times
        self._vocabulary = vocabulary
        self._mentions = sorted(linked.mentions, key=_place)
        self._starts = [mention.start for mention in self._mentions]
        self._antecedents = Antecedents(article.text, self._mentions, linked.sentences, vocabulary.pronouns)
        self._article = article
        self._people = {(mention.start, mention.end): person.name for person in people for mention in person.mentions}
        self._countries: dict[str, Counter[str]] = {}
        self._powers: dict[str, Counter[str]] = {}
        for affiliation in affiliations:
            if affiliation.country:
                self._countries.setdefault(affiliation.person, Counter())[affiliation.country] += 1
                if vocabulary.powers.speaks_for_state(affiliation):
                    self._powers.setdefault(affiliation.person, Counter())[affiliation.country] += 1

    def release(self) -> Release | None:
        """Return whose word or act the article itself is; None for a report."""
        return self._vocabulary.releases.read(self._article, self._linked.sentences, self.senders)

    def slice(self, start: int, end: int) -> Span:
        """Return a stretch of the article."""
        return Span(start=start, end=end, text=self._text[start:end])

    def person(self, span: Span) -> str:
        """Return the full name of the person whose name or pronoun ends, or is, the phrase."""
        for (start, end), name in self._people.items():
            if span.start <= start and end <= span.end and (end == span.end or start == span.start):
                return name
        return ""

    def entity(self, span: Span) -> str:
        """Return the name of a body that a short form ("ACHK") or a description with its name stands for, or empty."""
        return self._antecedents.full_name(span.text) or self._antecedents.name_in(span)

    def meant(self, span: Span) -> Span:
        """Return the words that a phrase stands for: the body named before for "it", else the phrase."""
        return self._antecedents.meant(span)

    def people(self, span: Span) -> tuple[tuple[str, Span], ...]:
        """Return full name and words of everybody named within a phrase, in text order."""
        named = [(start, end, name) for (start, end), name in self._people.items()]
        inside = sorted(item for item in named if span.start <= item[0] and item[1] <= span.end)
        return tuple((name, self.slice(start, end)) for start, end, name in inside)

    def is_pronoun(self, span: Span) -> bool:
        """Say whether a phrase names nobody by itself."""
        return self._antecedents.is_pronoun(span)

    def codes(self, span: Span) -> tuple[str, ...]:
        """Return the codes of the states and bodies named within a phrase, a person's country included."""
        return self._codes(span, self._vocabulary.codes.of, self._countries)

    def senders(self, span: Span) -> tuple[str, ...]:
        """Return the codes of those within a phrase that may decide sanctions: states, bodies, their officials."""
        return self._codes(span, self._deciding, self._powers)

    def _deciding(self, mention: Mention) -> tuple[str, ...]:
        """Return the codes of a mention unless it only tells where people are ("marchers across Australia")."""
        before = self._text[max(0, mention.start - _WORD_BEFORE) : mention.start].removesuffix("the ").split()
        place = mention.label in _PLACES and before and before[-1].lower() in self._vocabulary.place_prepositions
        return () if place else self._vocabulary.codes.deciding(mention)

    def _codes(
        self, span: Span, code_of: Callable[[Mention], tuple[str, ...]], countries: Mapping[str, Counter[str]]
    ) -> tuple[str, ...]:
        found: dict[str, None] = {}
        before: Mention | None = None
        for mention in self._within(span):
            codes = code_of(mention)
            owned = before is not None and mention.label is Label.ORG and mention.start - before.end <= _BESIDE
            if not owned:
                found.update(dict.fromkeys(codes))
            before = mention if codes and mention.label in _STATES else None
        name = self.person(span)
        if name and name in countries:
            found.update(dict.fromkeys(country for country, _ in countries[name].most_common(1)))
        return tuple(found)

    def is_state(self, code: str) -> bool:
        """Say whether a code is a state's: three letters; a body's is never that long by rule of the lexicon."""
        return code in self._vocabulary.codes.names

    def state_told_before(self, place: int, *, but: Collection[str]) -> tuple[str, Span] | None:
        """Return the state named last before a place, within some sentences, other than some."""
        sentence = max((s.index for s in self._linked.sentences if s.start <= place), default=0)
        for mention in reversed(self._mentions[: bisect_left(self._starts, place)]):
            if mention.sentence < sentence - _MOST_BACK:
                return None
            for code in self._vocabulary.codes.of(mention)[:1]:
                if self.is_state(code) and code not in but:
                    return code, mention
        return None

    def is_usual_sender(self, code: str) -> bool:
        """Say whether a code before "sanctions" is read as their sender."""
        return code in self._vocabulary.usual_senders

    def is_state_name(self, span: Span) -> bool:
        """Say whether a phrase is the name of a state or place, not the adjective of its people."""
        return any(mention.label is Label.GPE for mention in self._within(span))

    def can_act(self, span: Span) -> bool:
        """Say whether a phrase names or describes somebody: a person, body, state, people, party, role or set."""
        return self.is_pronoun(span) or any(mention.label in _ACTING for mention in self._within(span))

    def is_chamber(self, span: Span) -> bool:
        """Say whether a phrase names one house of a parliament, whose vote alone makes no law."""
        return any(self._vocabulary.codes.is_chamber(mention) for mention in self._within(span))

    def is_measure(self, span: Span) -> bool:
        """Say whether a phrase ends in a measure or a law."""
        return any(
            mention.label in {Label.MEASURE, Label.LAW} and mention.end == span.end for mention in self._within(span)
        )

    def measures(self, span: Span) -> list[tuple[Measure, Mention]]:
        """Return the measures named or described within a stretch of text, with their words."""
        words = [mention for mention in self._within(span) if mention.label is Label.MEASURE]
        words += [mention for mention in self._linked.described if span.contains(mention)]
        found = [(measure, mention) for mention in words for measure in self._vocabulary.measures.of(mention)]
        return list({measure: (measure, mention) for measure, mention in reversed(found)}.values())[::-1]

    def laws(self, span: Span) -> list[Mention]:
        """Return the laws named within a stretch of text."""
        return [mention for mention in self._within(span) if mention.label is Label.LAW]

    def law(self, mention: Mention, senders: Sequence[str], targets: Sequence[str]) -> tuple[str, str]:
        """Return (best name in the article, programme key); the best name is the longest of that law."""
        laws = self._vocabulary.laws
        if not laws.is_ground(mention):
            return "", ""
        law = laws.resolve(mention, senders=senders, targets=targets)
        if law is None:
            return mention.text, ""
        named = [
            other
            for other in self._mentions
            if other.label is Label.LAW and laws.resolve(other, senders=senders, targets=targets) == law
        ]
        best = max(named, key=_length, default=mention)
        return best.text, law.programme or law.id

    def law_issuer(self, mention: Mention) -> tuple[str, ...]:
        """Return whose law it is, when its words say so."""
        issuers = dict.fromkeys(law.issuer for law in self._vocabulary.laws.candidates(mention))
        return tuple(issuers) if len(issuers) == 1 else ()

    def continues(self, sentence: Sentence) -> bool:
        """Say whether a sentence goes on about sanctions already told: it starts with "The sanctions", "They", "It"."""
        return self._vocabulary.quantities.continues(sentence.text)

    def reasons(self, span: Span) -> list[tuple[Reason, Span]]:
        """Return the reasons told within a stretch of text, with their cues."""
        return [
            (reason, self.slice(span.start + start, span.start + end))
            for reason, start, end in self._vocabulary.reasons.find(self._text[span.start : span.end])
        ]

    def times(self, span: Span) -> list[TimeValue]:
        """Return the time expressions within a stretch of text."""
        return [time for time in self._times if span.contains(time)]

    def count(self, span: Span) -> int | None:
        """Return the number of people or things that a phrase starts with."""
        return self._vocabulary.quantities.count(span.text)

    def _within(self, span: Span) -> list[Mention]:
        first = bisect_left(self._starts, span.start)
        found = []
        for mention in self._mentions[first:]:
            if mention.start >= span.end:
                break
            if mention.end <= span.end:
                found.append(mention)
        return found


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


def _length(mention: Mention) -> tuple[int, int]:
    return len(mention.text), -mention.start
