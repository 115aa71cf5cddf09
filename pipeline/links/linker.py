"""A finished ``Doc`` to the ``Linked`` record that everything after spaCy works on."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.lexicon import Lexicon
from pipeline.links.frames import build_frames, read_frame_words
from pipeline.links.individuals import PeopleLinker
from pipeline.links.reading import read_mentions, read_sentences
from pipeline.links.readings import read_frames
from pipeline.records import Linked

MENTIONS, DATES, DESCRIBED, TRIGGERS = "mentions", "dates", "described", "triggers"
"""Span groups and extension of the mentions stage that are read here."""


class Linker:
    """Links one article after another."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._people = PeopleLinker(lexicon)
        self._frames = read_frame_words(lexicon)

    def link(self, doc: Doc) -> Linked:
        """Return sentences, mentions, people, affiliations and frames of a document."""
        sentences = read_sentences(doc)
        individuals = self._people.link(doc, sentences)
        return Linked(
            sentences=sentences,
            mentions=read_mentions(doc, MENTIONS, sentences),
            dates=read_mentions(doc, DATES, sentences),
            described=read_mentions(doc, DESCRIBED, sentences),
            people=individuals.people,
            affiliations=individuals.affiliations,
            frames=build_frames(doc, doc._.get(TRIGGERS), self._frames, sentences=sentences),
            readings=read_frames(doc, sentences, self._frames.arguments),
        )
