"""Says which persons of different articles are one, and gives them one ``person_id``.

Input: the results of a run in input order, one at a time. A person takes the id of an earlier one only when both have
the same full name (diacritics, case, hyphens and the order of its words aside), something that few share supports it
(the same office of the same state, the same organisation, or the same party where no office speaks against it), nothing
contradicts it, and no second earlier person fits as well. A surname alone, or a name alone, is no evidence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from pipeline.lexicon import Lexicon
from pipeline.lexicon.names import fold_name, folded_words
from pipeline.lexicon.words import honorifics, name_words
from pipeline.normalise.roles import Roles
from pipeline.records import Affiliation, ArticleResult

_PUBLIC = frozenset(
    {"state", "candidacy", "cabinet", "legislature", "party", "diplomacy", "local", "judiciary", "royalty"}
)
"""Groups of roles that few people of one name hold in one state."""

_MOST_YEARS = 15
"""Years between two articles beyond which one office may be a namesake's."""

Office = tuple[str, str, str]
"""(standard role, folded organisation, country)."""


@dataclass
class _Evidence:
    """What articles say of one person that tells it from a namesake."""

    initials: set[str] = field(default_factory=set)
    offices: set[Office] = field(default_factory=set)
    organizations: set[str] = field(default_factory=set)
    parties: set[tuple[str, str]] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)

    def supports(self, other: _Evidence) -> bool:
        """Say whether something that few share is said of both."""
        if self.organizations & other.organizations:
            return True
        if any(_same_office(one, two) for one in self.offices for two in other.offices):
            return True
        return bool(self.parties & other.parties) and not (self.offices and other.offices)

    def contradicts(self, other: _Evidence) -> bool:
        """Say whether what is said of one cannot be so of the other."""
        pairs = (
            (self.initials, other.initials),
            (self.countries, other.countries),
            (self.parties, other.parties),
        )
        if any(one and two and not one & two for one, two in pairs):
            return True
        gaps = [abs(one - two) for one in self.years for two in other.years]
        return bool(gaps) and min(gaps) > _MOST_YEARS

    def add(self, other: _Evidence) -> None:
        """Take over what an article adds."""
        for name, values in vars(other).items():
            getattr(self, name).update(values)


@dataclass
class _Identity:
    """A person of one or more articles."""

    person_id: str
    evidence: _Evidence


class Identities:
    """Names the persons of article after article; what it keeps grows with the persons of whom something is said."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._roles = Roles(lexicon)
        self._honorifics = frozenset(map(fold_name, honorifics(lexicon, sure=True)))
        self._suffixes = frozenset(map(fold_name, name_words(lexicon, "suffix")))
        self._groups: dict[str, str] = {}
        self._known: dict[tuple[str, ...], list[_Identity]] = {}

    def named(self, result: ArticleResult) -> ArticleResult:
        """Return the result with the ids of earlier persons where they are the same; to be called in input order."""
        ids: dict[str, str] = {}
        new: list[tuple[tuple[str, ...], _Identity]] = []
        for person in result.people:
            key, initials = self._key(person.name)
            ties = [tie for tie in result.affiliations if tie.person_id == person.person_id]
            evidence = self._evidence(ties, initials=initials, published=result.article.published)
            known = self._earlier(key, evidence)
            if known is not None and known.person_id not in ids.values():
                known.evidence.add(evidence)
                ids[person.person_id] = known.person_id
            elif len(key) > 1 and (evidence.offices or evidence.organizations or evidence.parties):
                new.append((key, _Identity(person.person_id, evidence)))
        for key, identity in new:
            self._known.setdefault(key, []).append(identity)
        return _renamed(result, ids) if ids else result

    def _key(self, name: str) -> tuple[tuple[str, ...], set[str]]:
        """Return the full words of a name in alphabetical order, and its initials."""
        words = folded_words(name)
        while words and words[0] in self._honorifics:
            words = words[1:]
        full = [word for word in words if len(word) > 1]
        if len([word for word in full if word not in self._suffixes]) < 2:
            return (), set()
        return tuple(sorted(full)), {word for word in words if len(word) == 1}

    def _earlier(self, key: tuple[str, ...], evidence: _Evidence) -> _Identity | None:
        """Return the one earlier person that this is, or None where none or several fit."""
        fits = [
            identity
            for identity in self._known.get(key, ())
            if evidence.supports(identity.evidence) and not evidence.contradicts(identity.evidence)
        ]
        return fits[0] if len(fits) == 1 else None

    def _evidence(self, ties: Iterable[Affiliation], *, initials: set[str], published: date | None) -> _Evidence:
        found = _Evidence(initials=initials)
        for tie in ties:
            organization = _body(tie.organization)
            if tie.country:
                found.countries.add(tie.country)
            if organization:
                found.organizations.add(organization)
            if tie.party and tie.country:
                found.parties.add((tie.party, tie.country))
            if tie.role and (tie.country or organization) and self._is_public(tie.role):
                found.offices.add((tie.role, organization, tie.country))
        if published is not None:
            found.years.add(published.year)
        return found

    def _is_public(self, role: str) -> bool:
        if role not in self._groups:
            self._groups[role] = self._roles.standard(role).group
        return self._groups[role] in _PUBLIC


def _same_office(one: Office, other: Office) -> bool:
    (role, body, country), (role_too, body_too, country_too) = one, other
    same_body = body == body_too or not (body and body_too)
    return role == role_too and same_body and country == country_too and bool(country or (body and body_too))


def _body(name: str) -> str:
    """Return an organisation's name for comparison; one without capitals ("company") is none."""
    return " ".join(folded_words(name)) if name != name.lower() else ""


def _renamed(result: ArticleResult, ids: dict[str, str]) -> ArticleResult:
    people = tuple(
        person.model_copy(update={"person_id": ids.get(person.person_id, person.person_id)}) for person in result.people
    )
    affiliations = tuple(
        tie.model_copy(update={"person_id": ids.get(tie.person_id, tie.person_id)}) for tie in result.affiliations
    )
    return result.model_copy(update={"people": people, "affiliations": affiliations})
