"""The words of a role as the article has them, for ``role_text``: "compliance director", "minister for East Africa".

A field behind some titles belongs to them; a noun or grade before a profession or rank does ("dairy farmer", "senior
prosecutor"); "of the day" behind a role says that it is over.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Role
from pipeline.lexicon.words import cue_words
from pipeline.links.ties import Tie

_EXTENDED = frozenset({"profession", "organisation", "military", "judiciary"})
_NOUN_TAGS = frozenset({"NN", "NNP"})
_MOST_BEFORE = 2
_MOST_TAIL = 3


class RoleWords:
    """Reads the words round a role."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._roles = lexicon.entries(Role)
        self._grades = cue_words(lexicon, "people.grades")
        self._standing = cue_words(lexicon, "people.standing") | cue_words(lexicon, "people.former")
        self._tails = cue_words(lexicon, "people.former_tails")

    def text(self, tie: Tie) -> Span | None:
        """Return the words for ``role_text``, or None for a tie without a role."""
        if tie.role is None:
            return None
        words = tie.text if tie.text is not None else tie.role
        field = self._field(tie)
        if field is not None:
            words = words.doc[words.start : field.end]
        start = self._start(tie.role) if words.start == tie.role.start and tie.role.kb_id_ else words.start
        return words.doc[start : words.end]

    def organization(self, tie: Tie) -> Span | None:
        """Return the organisation of a tie, unless it is part of the role's field."""
        field = self._field(tie)
        body = tie.organization
        return None if field is not None and body is not None and field.start <= body.start < field.end else body

    def is_over(self, tie: Tie) -> bool:
        """Say whether words behind the role tell that it is over: "the minister of the day"."""
        if tie.role is None:
            return False
        behind = tie.role.doc[tie.role.end : tie.role.end + _MOST_TAIL].text.lower()
        return any(behind.startswith(tail) for tail in self._tails)

    def _field(self, tie: Tie) -> Span | None:
        known = self._roles.get(tie.role.kb_id_) if tie.role is not None else None
        return tie.office.field if known is not None and known.fields and tie.office is not None else None

    def _start(self, role: Span) -> int:
        known = self._roles.get(role.kb_id_)
        if known is None or known.group not in _EXTENDED:
            return int(role.start)
        start = int(role.start)
        while start > 0 and role.start - start < _MOST_BEFORE and self._belongs(role.doc[start - 1]):
            start -= 1
        return start

    def _belongs(self, token: Token) -> bool:
        if token.ent_type_ or token.lower_ in self._standing or (token.i > 0 and token.nbor(-1).text == "-"):
            return False
        return token.lower_ in self._grades or (token.tag_ in _NOUN_TAGS and token.is_lower)
