"""Affiliations of marked texts as lines that rows of tests compare."""

from __future__ import annotations

from functools import cache

from marked_text import found

from pipeline.lexicon import shared
from pipeline.links.individuals import PeopleLinker
from pipeline.links.reading import read_mentions, read_sentences
from pipeline.normalise.affiliations import PeopleNames
from pipeline.normalise.places import Codes
from pipeline.records import Linked


@cache
def tools() -> tuple[PeopleLinker, PeopleNames]:
    lexicon = shared()
    return PeopleLinker(lexicon), PeopleNames(lexicon, Codes(lexicon))


def affiliation_rows(text: str) -> list[str]:
    """Return every affiliation as "person: role, party, organisation, country, status"; "current" stays out."""
    linker, people_names = tools()
    doc = found(text)
    sentences = read_sentences(doc)
    individuals = linker.link(doc, sentences)
    linked = Linked(
        sentences=sentences,
        mentions=read_mentions(doc, "mentions", sentences),
        people=individuals.people,
        affiliations=individuals.affiliations,
    )
    people = people_names.people(linked, "a")
    lines = []
    for row in people_names.affiliations(linked, people):
        status = "" if row.status == "current" else row.status.value
        parts = [row.role, row.party, row.organization, row.country, status]
        lines.append(f"{row.person}: " + ", ".join(part for part in parts if part))
    return lines
