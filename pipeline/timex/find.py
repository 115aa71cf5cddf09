"""Finds the time expressions of a text: at every word the longest that some rule reads and its guard allows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from pipeline.timex.builders.points import Split
from pipeline.timex.grammar import Grammar, Rule
from pipeline.timex.guards import allows, value_before
from pipeline.timex.meaning import Meaning, Term
from pipeline.timex.reader import Reader
from pipeline.timex.starts import DIGITS, is_number
from pipeline.timex.tense import Cues, guess_tense
from pipeline.timex.tokens import tokenize
from pipeline.vocabularies import Tense

_NUMBER_SIGNS = frozenset(",.:/")
_LONGEST_LINK = 3
_MEMORY, _LOOK_BACK = 2000, 50
"""Tokens after which the reader forgets, and how far back guards and tense may still look."""

# ", " and "'s ("
_BESIDE = re.compile(r"(?:['’]s)?\s?[,(]?\s?")
_LONGEST_GAP = 5
LINK, DEADLINE = "AND", "DEADLINE"
"""Classes of words between expressions that share what one of them leaves out, and before ends and terms."""


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression, not yet placed in the calendar.

    Attributes:
        start, end: half-open code-point offsets.
        rule: id of the rule that read it.
        tense: where the words round it seem to place the happening.
        sentence, paragraph: numbers of the sentence and paragraph it stands in.
        linked: whether only a joining word stands between it and the expression before.
        beside: whether only a comma or bracket does ("tomorrow (Sunday)").
        term: whether a word right before makes it an end or a term ("by", "effective"), or one ahead ("until").
    """

    start: int
    end: int
    text: str
    rule: str
    meaning: Meaning
    tense: Tense = Tense.NONE
    sentence: int = 0
    paragraph: int = 0
    linked: bool = False
    beside: bool = False
    term: Term = Term.NONE


def find(text: str, *, grammar: Grammar) -> list[Found]:
    """Return the time expressions of a text in order, none overlapping; never raises, time linear in the length."""
    return list(_read(text, grammar))


@lru_cache(maxsize=1)
def _read(text: str, grammar: Grammar) -> tuple[Found, ...]:
    """Read a text once: the stage that finds expressions and the one that places them ask for the same one."""
    return tuple(Scan(text, grammar=grammar))


class Scan:
    """One walk over a text, yielding its expressions in order.

    Attributes:
        steps: pattern items tried so far, which grow linearly with the text.
    """

    def __init__(self, text: str, *, grammar: Grammar) -> None:
        self._tokens = tokenize(text, abbreviations=grammar.abbreviations)
        self._reader = Reader(grammar, self._tokens)
        self._cues = Cues(self._reader)

    @property
    def steps(self) -> int:
        """Return how many pattern items have been tried."""
        return self._reader.steps

    def __iter__(self) -> Iterator[Found]:
        """Yield the expressions."""
        before: Found | None = None
        index = last = 0
        remembered = _MEMORY
        norms, starting = self._tokens.norms, self._reader.grammar.starting
        while index < len(norms):
            if norms[index] not in starting and not norms[index].isdigit():
                index += 1
                continue
            if index > remembered:
                self._reader.forget(index - _LOOK_BACK)
                remembered = index + _MEMORY
            candidate = _longest(self._reader, index)
            if candidate is None:
                index += 1
                continue
            rule, end, meaning = candidate
            for start, stop, part in meaning.parts if isinstance(meaning, Split) else ((index, end, meaning),):
                one = _found(self._cues, start, stop, rule, part)
                if before is not None:
                    linked = _is_link(self._reader, last, start)
                    one = replace(one, linked=linked, beside=_is_beside(self._tokens.text, before, one))
                yield one
                before, last = one, stop
            index = end


def _found(cues: Cues, start: int, end: int, rule: Rule, meaning: Meaning) -> Found:
    tokens = cues.reader.tokens
    first, last = tokens.starts[start], tokens.ends[end - 1]
    return Found(
        first, last, tokens.text[first:last], rule.id, meaning, guess_tense(cues, start, end), tokens.sentences[start],
        tokens.paragraphs[start], term=_term(cues.reader, start),
    )  # fmt: skip


def _term(reader: Reader, start: int) -> Term:
    """Return the term that the word before makes of an expression; "Until Thursday" at the head looks back."""
    value = value_before(reader, start, DEADLINE)
    if not value or start < 2 or reader.tokens.sentences[start - 2] != reader.tokens.sentences[start]:
        return Term.NONE
    return Term(value)


def _longest(reader: Reader, index: int) -> tuple[Rule, int, Any] | None:
    """Return the longest expression that begins at a token, of equal ones that of the first rule."""
    norm = reader.tokens.norms[index]
    if (DIGITS if is_number(norm) else norm) not in reader.grammar.starting or not _may_begin(reader, index):
        return None
    candidates = []
    for order, rule in reader.pair(index).top:
        for end, meaning, _ in reader.read(rule, index):
            candidates.append((-end, order, rule, meaning))
    for negative_end, _, rule, meaning in sorted(candidates, key=_longest_first):
        end = -negative_end
        if _may_end(reader, index, end) and (rule.guard is None or allows(rule.guard, reader, index, end)):
            return rule, end, meaning
    return None


def _longest_first(candidate: tuple[int, int, Rule, Any]) -> tuple[int, int]:
    return candidate[0], candidate[1]


def _may_begin(reader: Reader, index: int) -> bool:
    """Say whether no part of a longer word or number stands glued before a token."""
    tokens = reader.tokens
    if index == 0 or not tokens.glued[index]:
        return True
    before = tokens.norms[index - 1]
    if before[-1].isalnum():
        return False
    numeric = tokens.norms[index][0].isdigit()
    if index >= 2 and tokens.glued[index - 1] and tokens.norms[index - 2][-1].isdigit():
        return not (before in _NUMBER_SIGNS or (numeric and before == "-"))
    if numeric and before == "-" and index >= 2 and tokens.glued[index - 1]:
        return not tokens.norms[index - 2][-1].isalpha()
    return True


def _may_end(reader: Reader, start: int, end: int) -> bool:
    """Say whether the expression breaks off no longer word or number and runs over no paragraph."""
    tokens = reader.tokens
    if tokens.paragraphs[start] != tokens.paragraphs[end - 1]:
        return False
    if end >= len(tokens) or not tokens.glued[end]:
        return True
    after = tokens.norms[end]
    if after[0].isalnum():
        return False
    if tokens.norms[end - 1][-1].isdigit() and end + 1 < len(tokens) and tokens.glued[end + 1]:
        return not (after in _NUMBER_SIGNS and tokens.norms[end + 1][0].isdigit())
    return True


def _is_beside(text: str, before: Found, after: Found) -> bool:
    gap = text[before.end : after.start]
    return len(gap) <= _LONGEST_GAP and _BESIDE.fullmatch(gap) is not None


def _is_link(reader: Reader, last: int, start: int) -> bool:
    """Say whether nothing but a joining word stands between two expressions."""
    tokens = reader.tokens
    if not last < start <= last + _LONGEST_LINK or tokens.paragraphs[last] != tokens.paragraphs[start]:
        return False
    return any(end == start for end, _ in reader.classes(last).get(LINK, ()))
