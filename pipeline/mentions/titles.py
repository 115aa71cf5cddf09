"""Finds titles in a ``Doc``: roles by their forms, and portfolio titles round their head word.

Thirty thousand portfolio titles are too many for a phrase matcher that is built anew in every process; they all
hold one of a few head words ("minister", "secretary"), so only the words round those are looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.lexicon import FormIndex, Lexicon, fold
from pipeline.lexicon.schema import Role, RoleTemplate
from pipeline.lexicon.titles import head_word, plural, titles
from pipeline.mentions.gazetteer import Gazetteer, Hit

_BEFORE, _AFTER = 9, 10
_SLOT = "{words}"
_LETTERS = re.compile(r"\s*([A-Za-z]*)([^\x00-\x7f])?")


class TitleFinder:
    """Finds every title of a lexicon; longest first where two overlap."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        known = titles(lexicon)
        roles = lexicon.entries(Role)
        self._plain: Gazetteer[Role] = Gazetteer(nlp, ((role, form) for role, form in known if role.id in roles))
        self._portfolio: FormIndex[Role] = FormIndex((role, form) for role, form in known if role.id not in roles)
        self._heads = frozenset(_heads(lexicon))
        # Looking a window up costs more than telling by its first letters that no title begins so.
        self._openers: set[str | None] = {None}
        self._openers |= {_opener(fold(form.text)) for role, form in known if role.id not in roles}

    def find(self, doc: Doc) -> list[Hit[Role]]:
        """Return the hits in text order."""
        hits = {(hit.span.start, hit.span.end): hit for hit in self._plain.find(doc)}
        for hit in self._portfolio_hits(doc):
            hits.setdefault((hit.span.start, hit.span.end), hit)
        kept = filter_spans([hit.span for hit in hits.values()])
        return [hits[span.start, span.end] for span in kept]

    def lookup(self, span: Span) -> Hit[Role] | None:
        """Return the hit that some words are, or None."""
        matches = self._plain.index.find(span.text) or self._portfolio.find(span.text)
        return Hit(span, tuple(matches)) if matches else None

    def _portfolio_hits(self, doc: Doc) -> Iterator[Hit[Role]]:
        heads = [token.i for token in doc if token.lower_ in self._heads]
        text = doc.text if heads else ""
        for head in heads:
            hit = self._longest(doc, head, text)
            if hit is not None:
                yield hit

    def _longest(self, doc: Doc, head: int, text: str) -> Hit[Role] | None:
        places = range(max(0, head - _BEFORE), head + 1)
        starts = [place for place in places if _opener(text, doc[place].idx) in self._openers]
        best: Hit[Role] | None = None
        for start, end in _windows(starts, head, len(doc)):
            if best is not None and end - start <= len(best.span):
                continue
            span = doc[start:end]
            matches = self._portfolio.find(span.text)
            if matches:
                best = Hit(span, tuple(matches))
        return best


def _windows(starts: Sequence[int], head: int, size: int) -> Iterator[tuple[int, int]]:
    for start in starts:
        yield start, head + 1
    for start in starts:
        for end in range(head + 2, min(size, head + _AFTER) + 1):
            yield start, end


def _opener(text: str, place: int = 0) -> str | None:
    """Return the plain letters that a place begins with, None where a sign after them may be folded into one."""
    match = _LETTERS.match(text, place)
    return match[1].casefold() if match is not None and not match[2] else None


def _heads(lexicon: Lexicon) -> Iterator[str]:
    for template in lexicon.entries(RoleTemplate).values():
        for pattern in template.patterns:
            head = head_word(pattern.replace(_SLOT, "x"))
            yield head
            yield plural(head)
