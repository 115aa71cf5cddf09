"""Words round and inside names of people, as the lexicon lists them."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Role
from pipeline.lexicon.words import cue_words, honorifics, name_words

_OFFICES = frozenset({"state", "cabinet", "legislature", "party", "organisation"})


@dataclass(frozen=True)
class NameParts:
    """Words round and inside names, in lower case."""

    honorifics: frozenset[str]
    weak_honorifics: frozenset[str]
    titles: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    family_first: frozenset[str]
    hosts: frozenset[str]
    others: frozenset[str]
    cases: frozenset[str]
    legal_forms: frozenset[str]
    company_nouns: frozenset[str]
    prefixes: frozenset[str]
    roles: frozenset[str]


def read_name_parts(lexicon: Lexicon) -> NameParts:
    """Return the name words of a lexicon; titles are the roles' abbreviations and one-word names."""
    titles = {
        form for role in lexicon.entries(Role).values() if role.title for form in (role.name, *role.abbreviations)
    }
    return NameParts(
        honorifics=honorifics(lexicon, sure=True),
        weak_honorifics=honorifics(lexicon, sure=False),
        titles=frozenset(title.lower() for title in titles if " " not in title),
        suffixes=name_words(lexicon, "suffix"),
        particles=name_words(lexicon, "particle"),
        family_first=name_words(lexicon, "family_first"),
        hosts=cue_words(lexicon, "people.name_hosts"),
        others=cue_words(lexicon, "people.not_people"),
        cases=cue_words(lexicon, "people.case_marks"),
        legal_forms=cue_words(lexicon, "people.legal_forms"),
        company_nouns=cue_words(lexicon, "people.company_nouns"),
        prefixes=cue_words(lexicon, "people.name_prefixes"),
        roles=frozenset(
            role.name.lower() for role in lexicon.entries(Role).values() if " " in role.name and role.group in _OFFICES
        ),
    )
