"""Who speaks for a state: its officials do, its lawmakers, parties and citizens do not."""

from __future__ import annotations

from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Role
from pipeline.normalise.places import Codes
from pipeline.records import Affiliation

_POWERLESS = frozenset({"legislature", "party", "profession", "religion", "local"})
_OF_BODY = "organisation"


class Powers:
    """Tells by the group of a role whether its holder acts for the state."""

    def __init__(self, lexicon: Lexicon, codes: Codes) -> None:
        roles = lexicon.entries(Role).values()
        self._powerless = frozenset(role.name for role in roles if role.group in _POWERLESS)
        self._of_body = frozenset(role.name for role in roles if role.group == _OF_BODY)
        self._codes = codes

    def speaks_for_state(self, affiliation: Affiliation) -> bool:
        """Say whether who is so affiliated can decide or announce the state's sanctions.

        Presidents, directors and spokespeople of a body do so only when the body is a state's or can decide itself.
        """
        if not affiliation.role or affiliation.role in self._powerless:
            return False
        if affiliation.role in self._of_body and affiliation.organization:
            return bool(self._codes.named(affiliation.organization))
        return True
