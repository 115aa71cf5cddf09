"""Finds and normalises time expressions in English news text: TIMEX3 values, bounds, EDTF.

Usable on its own:

    >>> from datetime import date
    >>> from pipeline.timex import tag
    >>> [(t.text, t.value) for t in tag("They met last Friday.", published=date(2020, 8, 14))]
    [('last Friday', '2020-08-07')]

``find`` reads a text with a grammar that the lexicon holds (``lexicon/data/dates``), ``resolve`` places what was
found in the calendar by the day of publication, the tense and what the text told before. Texts are never altered,
offsets are code points, nothing raises for any text, and both take time linear in its length.
"""

from __future__ import annotations

from datetime import date

from pipeline.records import TimeValue
from pipeline.timex.bounds import bounds, edtf
from pipeline.timex.find import Found, find
from pipeline.timex.grammar import Grammar, compile_grammar, default_grammar
from pipeline.timex.resolve import resolve
from pipeline.timex.values import is_valid

__all__ = [
    "Found", "Grammar", "bounds", "compile_grammar", "default_grammar", "edtf", "find", "is_valid",
    "resolve", "tag",
]  # fmt: skip


def tag(
    text: str, *, published: date | None = None, grammar: Grammar | None = None, day_first: bool | None = None
) -> list[TimeValue]:
    """Return the time expressions of a text with their values, in text order.

    Args:
        text: any text.
        published: day of publication; without it, what cannot be resolved keeps X (``XXXX-WXX-2``).
        grammar: the package's own unless another is given.
        day_first: as for ``resolve``.
    """
    used = grammar or default_grammar()
    return resolve(find(text, grammar=used), grammar=used, published=published, day_first=day_first)
