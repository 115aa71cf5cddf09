"""Titles as written to standard role names.

A title is looked up whole, then by the lexicon's rules for a word in company ("head" of a body is its Chair), then
without the words before a role that they do not change ("defence analyst"). A portfolio that the lexicon does not
list goes through the same templates. Anything else stays as written: singular, in title case.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from pipeline.lexicon import Lexicon, Match, fold
from pipeline.lexicon.schema import Role, RoleRule, RoleTemplate
from pipeline.lexicon.titles import singular, title_case, title_index, titles
from pipeline.lexicon.words import cue_words

_PREPOSITIONS = (" of ", " for ")
_SLOT_NAME, _SLOT_WORDS = "{name}", "{words}"


@dataclass(frozen=True, slots=True)
class RoleName:
    """A standard role.

    Attributes:
        name: standard name.
        entry: lexicon id, or empty for a role kept as written.
        country: ISO alpha-3 of the state whose title it is, or empty.
        group: sort of role, or empty.
    """

    name: str
    entry: str = ""
    country: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Company:
    """What a role stands with.

    Attributes:
        codes: codes of the organisation and state beside it.
        countries: states of the context, nearest first.
        party, organisation, legislature: whether a party, another body, or a parliament stands with it.
    """

    codes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    party: bool = False
    organisation: bool = False
    legislature: bool = False


class Roles:
    """Names the roles of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._roles = lexicon.entries(Role)
        self._index = title_index(lexicon)
        self._titles = {role.id: role for role, _ in reversed(titles(lexicon))}
        self._rules = tuple(rule for rule in lexicon.entries(RoleRule).values() if rule.use == "noun")
        self._ranks = cue_words(lexicon, "people.rank_words")
        self._small = cue_words(lexicon, "people.keep_lower")
        self._no_portfolio = cue_words(lexicon, "people.other_role_words")
        self._templates = tuple(_patterns(lexicon))

    def standard(self, text: str, *, entry: str = "", company: Company | None = None) -> RoleName:
        """Return the standard name of a title.

        Args:
            text: the title as written, without organisation, party and state.
            entry: lexicon id, where a rule has already said which role it is.
            company: what stands with it.
        """
        beside = company or Company()
        words = fold(text)
        if entry in self._roles or (entry in self._titles and entry not in self._ids(words)):
            return _name(self._titles[entry])
        return (
            self._ruled(words, beside)
            or self._listed(words, beside)
            or self._portfolio(words)
            or self._with_field(words)
            or self._of_something(words, beside)
            or self._absorbed(words, beside)
            or RoleName(title_case(singular(_lowered(words)), self._small))
        )

    def entry(self, identifier: str) -> RoleName | None:
        """Return the standard name of a lexicon role by its id."""
        role = self._roles.get(identifier)
        return _name(role) if role is not None else None

    def _ids(self, words: str) -> set[str]:
        """Return the ids of what words name; a portfolio title that they name is named as they phrase it."""
        return {match.entry.id for match in self._index.find(words)}

    def says_nothing_new(self, role: RoleName, others: Collection[RoleName]) -> bool:
        """Say whether a role is contained in another one of the same person ("minister" in a cabinet post)."""
        own = self._roles.get(role.entry)
        if own is None:
            return False
        return any(other.entry != role.entry and {other.entry, other.group} & set(own.within) for other in others)

    def _ruled(self, words: str, company: Company) -> RoleName | None:
        whole = singular(words.lower())
        for rule in self._rules:
            if rule.company != "person" and whole in rule.words and rule.role and _in_company(rule, company):
                return self.entry(rule.role)
        return None

    def _listed(self, words: str, company: Company) -> RoleName | None:
        matches = self._index.find(words)
        if not matches:
            return None
        own = [match for match in matches if match.entry.country and match.entry.country in company.countries]
        free = [match for match in matches if match.form.strong or not match.entry.country]
        chosen = min(own or free or matches, key=_preference)
        return _name(chosen.entry)

    def _with_field(self, words: str) -> RoleName | None:
        """Keep "assistant secretary of state for the Near East" as written: the field belongs to the title."""
        head, preposition, field = words.partition(" for ")
        listed = self._listed(head, Company()) if preposition else None
        role = self._roles.get(listed.entry) if listed is not None else None
        if listed is None or role is None or not role.fields:
            return None
        return RoleName(title_case(f"{listed.name} for {field}", self._small), group=listed.group)

    def _of_something(self, words: str, company: Company) -> RoleName | None:
        """Name "vice-president of research" by its head, unless the head alone says nothing ("head of sales")."""
        for preposition in _PREPOSITIONS:
            head, found, _ = words.partition(preposition)
            if found and any(match.form.strong for match in self._index.find(head)):
                return self._listed(head, company)
        return None

    def _portfolio(self, words: str) -> RoleName | None:
        lowered = words.lower()
        for pattern, name in self._templates:
            match = pattern.fullmatch(lowered)
            if match is None or set(match["words"].split()) & self._no_portfolio:
                continue
            portfolio = title_case(_kept_capitals(words, match.span("words")), self._small)
            return RoleName(name.replace(_SLOT_NAME, portfolio).replace(_SLOT_WORDS, portfolio), group="cabinet")
        return None

    def _absorbed(self, words: str, company: Company) -> RoleName | None:
        parts = words.split()
        for start in range(1, len(parts)):
            if parts[start - 1].lower().strip("-") in self._ranks:
                return None
            rest = " ".join(parts[start:])
            found = self._ruled(rest, replace(company, codes=())) or self._listed(rest, company)
            if found is not None and found != (self._ruled(rest, company) or found):
                return None  # "the UN's sanctions chief" is not its Secretary-General
            if found is not None:
                role = self._roles.get(found.entry)
                return found if role is None or role.absorbs else None
        return None


def _name(role: Role) -> RoleName:
    return RoleName(role.name, role.id, role.country, role.group)


def _preference(match: Match[Role]) -> tuple[bool, bool]:
    return not match.form.strong, bool(match.entry.country)


def _in_company(rule: RoleRule, company: Company) -> bool:
    if rule.codes and not set(rule.codes) & set(company.codes):
        return False
    if rule.company == "party":
        return company.party
    if rule.company == "legislature":
        return company.legislature
    if rule.company == "organisation":
        return company.organisation and not company.party
    if rule.company == "country":
        return any(len(code) == 3 and code not in rule.codes for code in company.countries)
    return bool(rule.codes) or not rule.company


def _patterns(lexicon: Lexicon) -> Iterator[tuple[re.Pattern[str], str]]:
    for template in lexicon.entries(RoleTemplate).values():
        for pattern in template.patterns:
            fixed = [re.escape(part) for part in pattern.split(_SLOT_WORDS)]
            yield re.compile(r"(?P<words>\w[\w ,'’&-]*)".join(fixed) + "s?"), template.name


def _kept_capitals(words: str, span: tuple[int, int]) -> str:
    part = words[slice(*span)]
    return part.lower() if part.islower() or part.istitle() else part


def _lowered(words: str) -> str:
    """Return words in lower case unless they hold capitals inside ("UN envoy")."""
    return " ".join(word.lower() if word.istitle() else word for word in words.split())
