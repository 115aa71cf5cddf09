"""Genders that the words beside a name tell: "Mr.", "spokeswoman", "his wife", or a common given name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span

from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import NameWords
from pipeline.lexicon.words import cue_words

Gender = Literal["male", "female", ""]

_NEAR = 3
_GENDERS: tuple[Gender, ...] = ("male", "female")


@dataclass(frozen=True)
class Genders:
    """Words that tell a gender, in lower case.

    Attributes:
        pronouns: "he", "his" ...
        plural: "they" ...
        beside: titles, honorifics and kin.
        given: given names.
    """

    pronouns: Mapping[str, Gender]
    plural: frozenset[str]
    beside: Mapping[str, Gender]
    given: Mapping[str, Gender]

    def of(self, span: Span) -> Gender:
        """Return the gender of a name: by the words just before it, or else by its given name."""
        before = [token for token in span.doc[max(0, span.start - _NEAR) : span.start] if not token.is_punct]
        for token in reversed(before):
            gender = self.beside.get(token.lower_, "")
            if gender:
                return gender
            if token.ent_type_ and token.ent_type_ != "ROLE":
                break
        return self.given.get(span[0].lower_, "") if len(span) > 1 else ""


def read_genders(lexicon: Lexicon) -> Genders:
    """Return the gender words of a lexicon."""
    rows = lexicon.entries(NameWords)
    given: dict[str, Gender] = {}
    for gender in _GENDERS:
        row = rows.get(f"given-{gender}")
        given |= {name.lower(): gender for name in (row.words if row is not None else ())}
    return Genders(
        pronouns={word: gender for gender in _GENDERS for word in cue_words(lexicon, f"people.pronouns_{gender}")},
        plural=cue_words(lexicon, "people.pronouns_plural"),
        beside={word: gender for gender in _GENDERS for word in cue_words(lexicon, f"people.{gender}_words")},
        given=given,
    )
