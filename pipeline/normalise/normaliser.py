"""One article's mentions and links to canonical records."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Cue
from pipeline.normalise.affiliations import PeopleNames
from pipeline.normalise.antecedents import PronounWords
from pipeline.normalise.dates import DateNormaliser
from pipeline.normalise.facts import ArticleFacts, Vocabulary
from pipeline.normalise.groups import Groups
from pipeline.normalise.laws import Laws
from pipeline.normalise.measures import Measures
from pipeline.normalise.parties import Parties
from pipeline.normalise.places import Codes
from pipeline.normalise.powers import Powers
from pipeline.normalise.quantities import Quantities
from pipeline.normalise.reasons import Reasons
from pipeline.normalise.release import ReleaseMarks
from pipeline.normalise.roles import Roles
from pipeline.records import Affiliation, Article, Issue, Linked, Mention, Person, TimeValue
from pipeline.vocabularies import Label


@dataclass(frozen=True)
class Normal:
    """The canonical records of one article.

    Attributes:
        mentions: those of the links stage with ``canonical`` filled in.
        facts: answers for the events stage.
    """

    mentions: tuple[Mention, ...]
    people: tuple[Person, ...]
    affiliations: tuple[Affiliation, ...]
    times: tuple[TimeValue, ...]
    facts: ArticleFacts
    issues: tuple[Issue, ...] = ()


class Normaliser:
    """Normalises one article after another; all look-ups are built once."""

    def __init__(self, lexicon: Lexicon, *, date_order: str = "auto", overlay: str = "") -> None:
        codes = Codes(lexicon)
        self._people = PeopleNames(lexicon, codes)
        self._dates = DateNormaliser(overlay=overlay, date_order=date_order)
        self._roles = Roles(lexicon)
        self._parties = Parties(lexicon)
        self._groups = Groups(self._roles, self._parties, codes)
        self._vocabulary = Vocabulary(
            codes=codes,
            laws=Laws(lexicon),
            measures=Measures(lexicon),
            reasons=Reasons(lexicon),
            quantities=Quantities(lexicon),
            usual_senders=frozenset(lexicon.entries(Cue)["usual_senders"].words),
            place_prepositions=frozenset(lexicon.entries(Cue)["place_prepositions"].words),
            pronouns=PronounWords(lexicon),
            powers=Powers(lexicon, codes),
            releases=ReleaseMarks(lexicon),
        )

    def normalise(self, article: Article, linked: Linked) -> Normal:
        """Return the canonical records of an article."""
        people = self._people.people(linked, article.article_id)
        affiliations = self._people.affiliations(linked, people)
        times = self._dates.values(article, linked)
        facts = ArticleFacts(
            article, linked, people=people, affiliations=affiliations, times=times, vocabulary=self._vocabulary
        )
        return Normal(
            mentions=self._canonical(linked, people, times),
            people=people,
            affiliations=affiliations,
            times=times,
            facts=facts,
        )

    def _canonical(
        self, linked: Linked, people: tuple[Person, ...], times: tuple[TimeValue, ...]
    ) -> tuple[Mention, ...]:
        names = {(mention.start, mention.end): person.name for person in people for mention in person.mentions}
        values = {(time.start, time.end): time.value for time in times}
        countries = self._people.context(linked)
        starts = [mention.start for mention in linked.mentions]
        found = []
        for mention in linked.mentions:
            place = mention.start, mention.end
            if mention.label is Label.PERSON:
                canonical = names.get(place, "")
            elif mention.label is Label.DATE:
                canonical = values.get(place, "")
            elif mention.label is Label.GROUP:
                inside = linked.mentions[bisect_left(starts, mention.start) : bisect_left(starts, mention.end)]
                canonical = self._groups.canonical(mention, inside, countries)
            else:
                canonical = self._of_label(mention)
            found.append(mention.model_copy(update={"canonical": canonical}) if canonical else mention)
        return tuple(found)

    def _of_label(self, mention: Mention) -> str:
        if mention.label is Label.ROLE:
            return self._roles.standard(mention.text, entry=mention.entry).name
        if mention.label is Label.PARTY:
            return self._parties.party(mention.text, entry=mention.entry).name
        if mention.label is Label.MEASURE:
            return " | ".join(measure.value for measure in self._vocabulary.measures.of(mention))
        if mention.label is Label.LAW:
            candidates = self._vocabulary.laws.candidates(mention)
            return candidates[0].name if len(candidates) == 1 else ""
        return " | ".join(self._vocabulary.codes.of(mention))
