"""What an unnamed set is made of: "more than 20 Green MPs" is at least 20, Member of Parliament, Green.

Input: a GROUP mention, the other mentions of its article, and the states that the article is about. Output: one line of
``key=value`` pairs for what the words say, in the order count, role, party, country; empty where they say nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.normalise.parties import Parties
from pipeline.normalise.places import Codes
from pipeline.normalise.roles import Company, Roles
from pipeline.records import Count, Mention
from pipeline.vocabularies import Label

_SIGNS = {"exact": "=", "at_least": ">=", "at_most": "<=", "about": "~"}
_STATE_LABELS = frozenset({Label.GPE, Label.NORP})


class Groups:
    """Reads the parts of one group after another."""

    def __init__(self, roles: Roles, parties: Parties, codes: Codes) -> None:
        self._roles = roles
        self._parties = parties
        self._codes = codes

    def canonical(self, group: Mention, mentions: Sequence[Mention], countries: Sequence[str]) -> str:
        """Return what a group's words say of it, such as ``count=3; role=Senator; party=Green; country=AUS``.

        Args:
            group: a GROUP mention.
            mentions: all mentions of the article.
            countries: states of the article, nearest first; they decide between parties of one name.
        """
        inside = [other for other in mentions if group.start <= other.start and other.end <= group.end]
        state = self._state(inside)
        party = self._party(inside, (state, *countries) if state else countries)
        country = state or party[1]
        parts = {
            "role": self._role(inside, country, party=bool(party[0])),
            "party": party[0],
            "country": country,
        }
        pairs = [f"{key}={value}" for key, value in parts.items() if value]
        return "; ".join([*_number(group.count), *pairs])

    def _state(self, inside: Sequence[Mention]) -> str:
        codes = [code for other in inside if other.label in _STATE_LABELS for code in self._codes.of(other)[:1]]
        return next((code for code in codes if len(code) == 3 and code.isalpha()), "")

    def _party(self, inside: Sequence[Mention], countries: Sequence[str]) -> tuple[str, str]:
        for other in inside:
            if other.label is Label.PARTY:
                found = self._parties.party(other.text, entry=other.entry, countries=countries)
                return found.name, found.country if found.country != "EUR" else ""
        return "", ""

    def _role(self, inside: Sequence[Mention], country: str, *, party: bool) -> str:
        company = Company(countries=(country,) if country else (), party=party)
        roles = [other for other in inside if other.label is Label.ROLE]
        return self._roles.standard(roles[-1].text, entry=roles[-1].entry, company=company).name if roles else ""


def _number(count: Count | None) -> list[str]:
    return [f"count{_SIGNS[count.kind]}{count.value}"] if count is not None else []
