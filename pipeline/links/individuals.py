"""Finds who is who in an article: its persons, what stands for them, and their affiliations.

Input: a ``Doc`` with the span groups of the finders, settled in ``doc.spans["mentions"]``. Output: records.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.lexicon import Lexicon
from pipeline.links.affiliations import AffiliationLinker
from pipeline.links.genders import read_genders
from pipeline.links.people import Cluster, NameLinker
from pipeline.links.reading import read_mention
from pipeline.links.references import References
from pipeline.links.stream import Stream, StreamReader
from pipeline.links.ties import labelled
from pipeline.records import AffiliationLink, Mention, PersonCluster, Sentence
from pipeline.vocabularies import Label


@dataclass(frozen=True)
class Individuals:
    """The persons of an article and their affiliations, whose ``person`` counts into ``people``."""

    people: tuple[PersonCluster, ...]
    affiliations: tuple[AffiliationLink, ...]


class PeopleLinker:
    """Links the people of one article after another."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._names = NameLinker(lexicon)
        self._stream = StreamReader(lexicon)
        self._genders = read_genders(lexicon)
        self._affiliations = AffiliationLinker(lexicon)

    def link(self, doc: Doc, sentences: tuple[Sentence, ...]) -> Individuals:
        """Return the persons in order of first mention, and their affiliations in text order."""
        starts = [sentence.start for sentence in sentences]
        stream = self._stream.read(doc)
        clusters = self._names.cluster(doc)
        references = References(stream, clusters, self._genders)
        offices = self._affiliations.link(stream, references, starts)
        meant = _meant(references, offices.descriptions)
        people = tuple(
            _person(cluster, [place for place, whom in meant if number in whom], stream, starts)
            for number, cluster in enumerate(clusters)
        )
        return Individuals(people, offices.links)


def _meant(references: References, descriptions: dict[int, int]) -> list[tuple[int, tuple[int, ...]]]:
    single = {**references.pronouns, **descriptions}
    return sorted([*((place, (person,)) for place, person in single.items()), *references.plurals.items()])


def _person(cluster: Cluster, places: list[int], stream: Stream, starts: list[int]) -> PersonCluster:
    names = tuple(read_mention(span, starts) for span in cluster.spans)
    references = tuple(_reference(stream, place, starts) for place in places)
    return PersonCluster(names=names, references=references)


def _reference(stream: Stream, place: int, starts: list[int]) -> Mention:
    """Return a pronoun (PERSON) or a description (ROLE) as a mention."""
    item = stream.items[place]
    if item.symbol == "R":
        return read_mention(item.span, starts)
    return read_mention(labelled(item.span, label=Label.PERSON, rule="reference:pronoun"), starts)
