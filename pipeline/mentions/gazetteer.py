"""Finds lexicon entries in a ``Doc`` by the forms they are written in.

Input: entries with their forms. Output: hits, longest first wherever two overlap, each with every entry that the
words may name. Whether a weak form counts is for the caller: it knows the context.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.lexicon import FormIndex, Match
from pipeline.lexicon.schema import Entry, Form

EntryT = TypeVar("EntryT", bound=Entry)

_APOSTROPHES = ("'", "’")


@dataclass(frozen=True, slots=True)
class Hit(Generic[EntryT]):
    """Words that one or more entries are written in.

    Attributes:
        span: the words.
        matches: entries with the form that matched, strong forms first.
    """

    span: Span
    matches: tuple[Match[EntryT], ...]

    @property
    def strong(self) -> bool:
        """Whether some entry is named by these words alone."""
        return self.matches[0].form.strong

    @property
    def entry(self) -> EntryT:
        """The first entry: a strong one where there is any."""
        return self.matches[0].entry


class Gazetteer(Generic[EntryT]):
    """Matches all forms of some entries in one pass."""

    def __init__(self, nlp: Language, forms: Iterable[tuple[EntryT, Form]]) -> None:
        known = list(forms)
        self.index: FormIndex[EntryT] = FormIndex(known)
        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        texts = sorted({variant for _, form in known for variant in _variants(form.text)})
        self._matcher.add("forms", [nlp.make_doc(text) for text in texts])

    def find(self, doc: Doc) -> list[Hit[EntryT]]:
        """Return the hits in text order; of overlapping ones the longest, then the first."""
        hits = {}
        for _, start, end in self._matcher(doc):
            span = doc[start:end]
            matches = self.index.find(span.text)
            if matches:
                hits[start, end] = Hit(span, tuple(matches))
        kept = filter_spans([hit.span for hit in hits.values()])
        return [hits[span.start, span.end] for span in kept]


def _variants(text: str) -> set[str]:
    straight, curly = _APOSTROPHES
    return {text, text.replace(straight, curly), text.replace(curly, straight)}
