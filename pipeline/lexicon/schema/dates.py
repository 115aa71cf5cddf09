"""Words, rules, guards and holidays of the time grammar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from pipeline.lexicon.schema.base import Entry, NamedEntry, Text

ClassId = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]*$")]
"""Name of a word class or phrase in patterns, in capitals."""


class TimeWords(Entry):
    """A class of words that stand for values (``dates/*.toml``, table ``time_words``).

    Attributes:
        id: the class, in capitals, as patterns name it.
        words: value to the forms that stand for it, in any case; a value of digits is read as a number.
        cased: the same for forms that count only with a capital ("March", "Sun.").
    """

    id: ClassId
    words: Mapping[str, tuple[Text, ...]] = {}
    cased: Mapping[str, tuple[Text, ...]] = {}

    @model_validator(mode="after")
    def _has_forms(self) -> TimeWords:
        if not self.words and not self.cased:
            raise ValueError("has no words")
        return self


class TimeRule(Entry):
    """A pattern of the time grammar (table ``time_rule``).

    A pattern is a row of items set apart by blanks: a word in lower case or a sign stands for itself, a name in
    capitals for a class of words or for the phrases that other rules ``give``; ``a|b`` is one of several,
    ``name=ITEM`` names what the item yields, ``ITEM?`` may be missing, ``[...]`` groups items that may be missing
    together, and ``~`` before an item says that no blank stands between it and the item before.

    Attributes:
        gives: what phrase the rule builds; ``TIMEX`` for whole expressions.
        patterns: the spellings.
        make: which builder turns the named items into a meaning.
        fixed: constants handed to the builder beside the named items.
        guard: id of the guard that looks at the words round the expression.
        examples: expressions that the rule itself reads whole.
    """

    gives: ClassId
    patterns: tuple[Text, ...] = Field(min_length=1)
    make: str
    fixed: Mapping[str, str | int] = {}
    guard: str = ""
    examples: tuple[Text, ...] = ()

    def refers_to(self) -> Iterator[tuple[str, str]]:
        """Yield the guard."""
        if self.guard:
            yield "time_guard", self.guard


Shape = Literal[
    "between_names",  # words with a capital stand before and after it
    "capital",  # the expression begins with a capital inside a sentence
    "capital_after_name",  # the same, and a word with a capital stands before it
    "capital_before_name",  # the expression begins with a capital, and a word with a capital follows
    "capital_inside",  # one of its later words begins with a capital
    "capitals",  # it is in capitals and the next word is not
    "name_follows",  # a word with a capital follows
    "name_precedes",  # a word with a capital stands before it inside a sentence
    "noun_follows",  # a word in lower case follows that is none of ``never_noun``
    "no_noun_follows",  # no such word follows
    "plural_follows",  # a word in lower case on -s follows
    "starts_sentence",  # the expression stands at the head of its sentence
    "number_precedes",  # a number stands before it
    "hyphen_follows",  # a hyphen is glued to its end
]


class TimeGuard(Entry):
    """What may stand beside an expression (table ``time_guard``); classes are ids of ``time_words`` or ``INT``.

    Attributes:
        after: the expression counts only after one of these classes, at most ``reach`` words back.
        before: it counts only directly before one of these.
        either: one of ``after`` and ``before`` is enough.
        never_after: it does not count directly after one of these.
        never_before: it does not count before one of these, at most ``ahead`` words on.
        shapes: shapes of the expression and its neighbours that forbid it.
        exempt: the shapes do not count directly after one of these classes.
        never_noun: classes of words that are no noun.
    """

    after: tuple[ClassId, ...] = ()
    before: tuple[ClassId, ...] = ()
    either: bool = False
    never_after: tuple[ClassId, ...] = ()
    never_before: tuple[ClassId, ...] = ()
    shapes: tuple[Shape, ...] = ()
    exempt: tuple[ClassId, ...] = ()
    never_noun: tuple[ClassId, ...] = ()
    reach: int = Field(default=1, ge=1, le=8)
    ahead: int = Field(default=1, ge=1, le=8)


class Holiday(NamedEntry):
    """A day that has a name (table ``holiday``). Exactly one of ``date``, ``weekday`` and ``easter`` places it.

    Attributes:
        date: "MM-DD" every year, or "YYYY-MM-DD" for a day of history ("Black Monday").
        weekday: "n-weekday-month", the n-th such day of the month, n = -1 for the last ("4-4-11": the fourth
            Thursday of November).
        after: days added to what ``weekday`` gives ("Election Day" is the day after the first Monday).
        easter: days after Western Easter Sunday.
        cased: counts only with capitals ("Epiphany").
    """

    date: Annotated[str, StringConstraints(pattern=r"^(\d{4}-)?\d\d-\d\d$")] | Literal[""] = ""
    weekday: Annotated[str, StringConstraints(pattern=r"^(-1|[1-5])-[1-7]-(1[0-2]|[1-9])$")] | Literal[""] = ""
    after: int = 0
    easter: int | None = None
    cased: bool = False

    @model_validator(mode="after")
    def _one_place(self) -> Holiday:
        if (bool(self.date), bool(self.weekday), self.easter is not None).count(True) != 1:
            raise ValueError("give exactly one of date, weekday and easter")
        return self
