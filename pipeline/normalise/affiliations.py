"""Linked people to person and affiliation records with canonical values.

Input: clusters and affiliation links of an article. Output: one record per person and one per affiliation, each value
with the words and rule it came from. The state of an affiliation is what stands beside it, or else that of its party or
body, of the title, of the person's other affiliations, of the parliament whose parties the article names, or the only
state in it; where none of them tells, it stays empty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Body, Place
from pipeline.lexicon.words import cue_words
from pipeline.normalise.names import Names
from pipeline.normalise.parties import Parties, PartyName
from pipeline.normalise.places import Codes
from pipeline.normalise.regions import states_of_regions
from pipeline.normalise.roles import Company, RoleName, Roles
from pipeline.records import Affiliation, AffiliationLink, Fill, Linked, Mention, Person
from pipeline.vocabularies import Label, Status

_STATE_LABELS = frozenset({Label.GPE, Label.NORP})
_MOST_STATES = 8
_SEVERAL_PARTIES = 3


@dataclass(frozen=True)
class _Resolved:
    """An affiliation link with its canonical values."""

    link: AffiliationLink
    role: RoleName | None
    party: PartyName | None
    country: str
    country_rule: str


class PeopleNames:
    """Makes the records of the people of one article after another."""

    def __init__(self, lexicon: Lexicon, codes: Codes) -> None:
        self._names = Names(lexicon)
        self._roles = Roles(lexicon)
        self._parties = Parties(lexicon)
        self._codes = codes
        self._places = lexicon.entries(Place)
        self._homes = states_of_regions(lexicon)
        committees = cue_words(lexicon, "people.committees")
        self._legislatures = {
            body.id
            for body in lexicon.entries(Body).values()
            if body.kind == "legislature" and not committees & set(body.name.lower().split())
        }

    def people(self, linked: Linked, article_id: str) -> tuple[Person, ...]:
        """Return the persons in order of first mention."""
        return tuple(
            Person(
                person_id=f"{article_id}:p{number}",
                name=self._names.fullest(cluster.names),
                aliases=self._names.aliases(cluster.names),
                mentions=(*cluster.names, *cluster.references),
            )
            for number, cluster in enumerate(linked.people, start=1)
        )

    def affiliations(self, linked: Linked, people: Sequence[Person]) -> tuple[Affiliation, ...]:
        """Return the affiliations of the persons, each role and party of a person once, in text order."""
        context = self.context(linked)
        resolved = [self._resolved(link, context) for link in linked.affiliations]
        resolved = self._with_shared_countries(resolved, context)
        found: list[Affiliation] = []
        for number, person in enumerate(people):
            own = [item for item in resolved if item.link.person == number]
            found += [self._record(item, person) for item in self._distinct(own)]
        return tuple(sorted(found, key=_place))

    def context(self, linked: Linked) -> tuple[str, ...]:
        """Return the states of an article: first that whose parties it names, then by number of mentions."""
        counts: Counter[str] = Counter()
        for mention in linked.mentions:
            if mention.label in _STATE_LABELS:
                counts.update(code for code in self._codes.of(mention)[:1] if _is_state(code))
        parties = [mention.text for mention in linked.mentions if mention.label is Label.PARTY]
        states = [state for state, _ in counts.most_common(_MOST_STATES)]
        return tuple(sorted(states, key=lambda state: (-self._parties.explained(parties, state), -counts[state])))

    def _resolved(self, link: AffiliationLink, context: tuple[str, ...]) -> _Resolved:
        beside = self._state(link.country)
        body = self._code(link.organization)
        near = tuple(code for code in (beside, body) if code)
        party = None
        if link.party is not None:
            home = self._homes.get(link.country.text, ()) if link.country is not None else ()
            told = (*near, *home, *context)
            party = self._parties.party(link.party.text, entry=link.party.entry, countries=told)
            beside = party.country if party.country in home else beside
        states = tuple(dict.fromkeys((*near, *((party.country,) if party is not None and party.country else ()))))
        role = self._role(link, link.role, states, context) if link.role is not None else None
        country, rule = _country(beside, party, body, role)
        if role is not None and role.group == _LOCAL and link.organization is None and self._is_local(link.country):
            link = link.model_copy(update={"organization": link.country})
        return _Resolved(link, role, party, country, rule)

    def _is_local(self, place: Mention | None) -> bool:
        """Say whether a place is a town or province, whose mayor or governor somebody is."""
        if place is None or place.label is not Label.GPE:
            return False
        known = self._places.get(place.entry)
        return known is None or known.kind in {"city", "region"} or place.text not in {known.name, *known.aliases}

    def _role(
        self, link: AffiliationLink, role: Mention, states: tuple[str, ...], context: tuple[str, ...]
    ) -> RoleName:
        bodies = self._codes.of(link.organization) if link.organization is not None else ()
        company = Company(
            codes=tuple(dict.fromkeys((*bodies, *states))),
            countries=states or context[:1],
            party=link.party is not None,
            organisation=link.organization is not None,
            legislature=link.organization is not None and link.organization.entry in self._legislatures,
        )
        return self._roles.standard(_core(role, link.organization), entry=role.entry, company=company)

    def _state(self, mention: Mention | None) -> str:
        codes = self._codes.of(mention) if mention is not None else ()
        return codes[0] if len(codes) == 1 and _is_state(codes[0]) else ""

    def _code(self, mention: Mention | None) -> str:
        codes = self._codes.of(mention) if mention is not None else ()
        return codes[0] if codes and _is_state(codes[0]) else ""

    def _with_shared_countries(self, resolved: list[_Resolved], context: tuple[str, ...]) -> list[_Resolved]:
        """Fill open countries from the person's other affiliations, the article's parliament, or its only state."""
        known: dict[int, str] = {}
        for item in resolved:
            if item.country and item.country != "EUR":
                known.setdefault(item.link.person, item.country)
        home = self._home(resolved, context)
        seat = home if self._names_its_parties(resolved, home) else (context[0] if len(context) == 1 else "")
        filled: list[_Resolved] = []
        for item in resolved:
            state = known.get(item.link.person, "")
            if not item.country and state:
                item = replace(item, country=state, country_rule="country:other-affiliation")
            elif not item.country and home and item.role is not None and item.role.group in _OF_PARLIAMENT:
                item = replace(item, country=home, country_rule="country:parliament")
            elif not item.country and seat and item.role is not None and item.role.group in _OF_STATE:
                item = replace(
                    item, country=seat, country_rule="country:only-state" if seat != home else "country:parliament"
                )
            filled.append(item)
        return filled

    def _home(self, resolved: list[_Resolved], context: tuple[str, ...]) -> str:
        parties = Counter(item.party.country for item in resolved if item.party is not None and item.party.country)
        return parties.most_common(1)[0][0] if parties and context[:1] == tuple(parties)[:1] else ""

    def _names_its_parties(self, resolved: list[_Resolved], home: str) -> bool:
        """Say whether an article names several parties of one state, so that its other offices are that state's too."""
        named = {item.party.entry for item in resolved if item.party is not None and item.party.country == home}
        return bool(home) and len(named) >= _SEVERAL_PARTIES

    def _distinct(self, items: list[_Resolved]) -> list[_Resolved]:
        """Keep one affiliation per role and body, the former one if any says so, and drop what says nothing new."""
        roles = [(item.role, item.link.status) for item in items if item.role is not None]
        parties = {_party_key(item.party) for item in items if item.party is not None and item.role is not None}
        kept: dict[tuple[str, str], _Resolved] = {}
        for item in items:
            if item.role is None:
                body = _text(item.link.organization)
                bodies = {_text(other.link.organization) for other in items if other.role is not None}
                told = _party_key(item.party) in parties if item.party is not None else not body or body in bodies
                if told:
                    continue
            elif self._roles.says_nothing_new(item.role, [role for role, status in roles if _covers(status, item)]):
                continue
            key = _key(item)
            kept[key] = _merged(kept[key], item) if key in kept else item
        return _without_bare(list(kept.values()))

    def _record(self, item: _Resolved, person: Person) -> Affiliation:
        link = item.link
        party = item.party.name if item.party is not None else ""
        fills = [
            _fill("role", item.role.name if item.role is not None else "", link.role, link.rule),
            _fill("role_text", link.role.text if link.role is not None else "", link.role, link.rule),
            _fill("organization", _text(link.organization), link.organization, link.rule),
            _fill("party", party, link.party, link.rule),
            _fill("country", item.country, link.country, item.country_rule),
        ]
        return Affiliation(
            person_id=person.person_id,
            person=person.name,
            role=item.role.name if item.role is not None else "",
            role_text=link.role.text if link.role is not None else "",
            organization=_text(link.organization),
            party=party,
            country=item.country,
            status=link.status,
            evidence=link.evidence,
            fills=tuple(fill for fill in fills if fill.value),
        )


_LOCAL = "local"
_OF_PARLIAMENT = frozenset({"legislature", "party"})
_OF_STATE = frozenset(
    {"state", "candidacy", "cabinet", "legislature", "party", "royalty", "judiciary", "military", "local"}
)


def _country(beside: str, party: PartyName | None, body: str, role: RoleName | None) -> tuple[str, str]:
    if beside:
        return beside, "country:beside"
    if party is not None and party.country and party.country != "EUR":
        return party.country, "country:party"
    if body:
        return body, "country:body"
    if role is not None and role.country:
        return role.country, "country:title"
    return "", ""


def _core(role: Mention, organization: Mention | None) -> str:
    """Return a role's words without the organisation before them."""
    if organization is None or organization.start < role.start:
        return role.text
    before = organization.start - role.start
    head, rest = (
        role.text[before : before + len(organization.text)],
        role.text[before + len(organization.text) :].strip(),
    )
    return rest if head == organization.text and rest else role.text


def _is_state(code: str) -> bool:
    return len(code) == 3 and code.isalpha()


def _key(item: _Resolved) -> tuple[str, str]:
    if item.role is None:
        return "", _party_key(item.party) if item.party is not None else _text(item.link.organization).casefold()
    return item.role.name.casefold(), _text(item.link.organization).casefold()


def _party_key(party: PartyName | None) -> str:
    return (party.entry or party.name.casefold()) if party is not None else ""


def _covers(status: Status, item: _Resolved) -> bool:
    """Say whether a role of some status can make another one say nothing new: no former one a current one."""
    return status is Status.CURRENT or item.link.status is Status.FORMER


def _merged(one: _Resolved, other: _Resolved) -> _Resolved:
    status = Status.FORMER if Status.FORMER in {one.link.status, other.link.status} else Status.CURRENT
    link = one.link.model_copy(
        update={
            "status": status,
            "party": one.link.party or other.link.party,
            "country": one.link.country or other.link.country,
        }
    )
    country, rule = (one.country, one.country_rule) if one.country else (other.country, other.country_rule)
    return replace(one, link=link, party=one.party or other.party, country=country, country_rule=rule)


def _without_bare(items: list[_Resolved]) -> list[_Resolved]:
    """Merge a role without a body into the same role with one."""
    bare = [item for item in items if item.role is not None and item.link.organization is None]
    kept = [item for item in items if item not in bare]
    for item in bare:
        place = next((i for i, other in enumerate(kept) if other.role is not None and other.role == item.role), None)
        if place is None:
            kept.append(item)
        else:
            kept[place] = _merged(kept[place], item)
    return kept


def _text(mention: Mention | None) -> str:
    return " ".join(mention.text.split()) if mention is not None else ""


def _fill(slot: str, value: str, mention: Mention | None, rule: str) -> Fill:
    if mention is None:
        return Fill(slot=slot, value=value, rule=rule)
    rules = f"{mention.rule}+{rule}" if mention.rule else rule
    return Fill(slot=slot, value=value, rule=rules, start=mention.start, end=mention.end, text=mention.text)


def _place(affiliation: Affiliation) -> tuple[int, str, str]:
    return affiliation.evidence.start, affiliation.person_id, affiliation.role
