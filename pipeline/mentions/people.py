"""Finds names of people: label PERSON, span group ``people``.

Input: the model's PERSON entities. They are cut to the bare name (no title, honorific or possessive), names that are
part of another name are dropped ("the Magnitsky law", "the Trump administration"), and what the model missed is
added where the text is sure: words after an honorific or title, and repeats of a family name already found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from pipeline.lexicon import Lexicon, shared
from pipeline.mentions.combine import mention
from pipeline.mentions.companies import company_names
from pipeline.mentions.name_parts import read_name_parts
from pipeline.vocabularies import Label

SPANS = "people"

_OTHERS = ("places", "peoples", "bodies", "parties")
_BODY_LABELS = frozenset({Label.ORG.value, Label.GPE.value, Label.PARTY.value, Label.LAW.value})
_MOST_NAME_WORDS = 6
_SHORTEST_REPEAT = 3


@Language.factory(
    "person_finder",
    requires=["doc.ents", "doc.spans"],
    assigns=["doc.spans"],
    default_config={"overlay": ""},
)
def make_person_finder(nlp: Language, name: str, overlay: str) -> PersonFinder:
    """Make the component over the lexicon with the user's folder ``overlay`` laid over it."""
    return PersonFinder(shared(overlay))


@dataclass(frozen=True, slots=True)
class _OtherNames:
    """What else is named in an article.

    Attributes:
        known: (start, end) of the names of other kinds that the lexicon has.
        tokens: tokens of those, and of those that the lexicon has a part in.
        votes: by words, how much more often the model calls them a person than something else.
        opening: by word, minus the number of longer names of bodies that begin with it.
    """

    known: frozenset[tuple[int, int]]
    tokens: frozenset[int]
    votes: Counter[str]
    opening: Counter[str]


class PersonFinder:
    """Writes ``doc.spans["people"]``."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._parts = read_name_parts(lexicon)

    def __call__(self, doc: Doc) -> Doc:
        """Add the span group."""
        others = _other_names(doc)
        found = [span for ent in doc.ents if ent.label_ == Label.PERSON for span in self._names(ent)]
        companies = company_names(doc, self._parts)
        found = [span for span in found if span.text not in companies]
        found = [span for span in found if not self._named_otherwise(span, found, others)]
        found += [span for span in self._titled(doc) if not _overlaps(span, found)]
        found += [span for span in self._repeats(doc, found, others) if not _overlaps(span, found)]
        doc.spans[SPANS] = sorted(filter_spans(found), key=_start)
        return doc

    def _names(self, ent: Span) -> Iterator[Span]:
        for line in _lines(ent):
            span = self._bare(line)
            if span is not None and not self._in_other_name(span):
                span = self._with_suffix(self._with_family(self._behind_title(span)))
                rule = "model:PERSON" if (span.start, span.end) == (ent.start, ent.end) else "model:PERSON+cut"
                yield mention(span, label=Label.PERSON.value, rule=rule)

    def _bare(self, span: Span) -> Span | None:
        start, end = span.start, span.end
        doc = span.doc
        while start < end and not _opens_name(doc[start]):
            start += 1
        while start < end - 1 and self._is_title(doc[start], left=end - start - 1):
            start += 1
            while start < end - 1 and doc[start].text == ".":
                start += 1
        while end > start and not _closes_name(doc[end - 1]):
            end -= 1
        if end - start == 1 and self._is_title(doc[start], left=0):
            return None
        return doc[start:end] if end > start else None

    def _is_title(self, token: Token, *, left: int) -> bool:
        if token.lower_ in self._parts.honorifics:
            return True
        words = token.lower_
        if left > 1 and not token.whitespace_ and token.nbor().text == ".":
            words += "."  # not every abbreviation is one token
        return left > 1 and (words in self._parts.weak_honorifics or words in self._parts.titles)

    def _in_other_name(self, span: Span) -> bool:
        follower = span.doc[span.end] if span.end < len(span.doc) else None
        before = span.doc[span.start - 1] if span.start > 0 else None
        if before is not None and (before.text == "&" or self._is_seat(span)):
            return True
        if follower is None:
            return False
        if follower.lower_ in self._parts.hosts or follower.text == "&":
            return True
        hyphenated = follower.text == "-" and span.end + 1 < len(span.doc) and not follower.whitespace_
        return hyphenated and span.doc[span.end + 1].lower_ in self._parts.hosts

    def _is_seat(self, span: Span) -> bool:
        """Say whether a word is the place in a peer's title: "Lord Marsh of Brockfort"."""
        doc, place = span.doc, span.start - 2
        if place < 0 or doc[place + 1].lower_ != "of" or doc[place].ent_type_ != Label.PERSON:
            return False
        while place > 0 and doc[place].ent_type_ == Label.PERSON:
            place -= 1
        return doc[place].lower_ in self._parts.honorifics

    def _behind_title(self, span: Span) -> Span:
        """Take in a capitalised word that the model left out between a title and a name ("General Than Lwin Oo")."""
        place = span.start - 1
        if place < 1 or not _is_bare_name_word(span.doc[place]) or span.doc[place].lower_ in self._parts.titles:
            return span
        titled = span.doc[place - 1].ent_type_ == Label.ROLE and span.doc[place].lower_ not in self._parts.honorifics
        return span.doc[place : span.end] if titled else span

    def _with_family(self, span: Span) -> Span:
        """Take in a family name that stands first and that the model left out: "Yip" of "Yip Kai Foon"."""
        before = span.doc[span.start - 1] if span.start > 0 else None
        if before is None or len(span) > 2 or before.ent_type_ or before.lower_ not in self._parts.family_first:
            return span
        return span.doc[span.start - 1 : span.end] if before.text[:1].isupper() and before.whitespace_ else span

    def _with_suffix(self, span: Span) -> Span:
        doc, end = span.doc, span.end
        if end < len(doc) and doc[end].lower_ in self._parts.suffixes and len(doc[end]) > 1:
            return doc[span.start : end + 1]
        comma = end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in self._parts.suffixes
        return doc[span.start : end + 2] if comma and doc[end + 1].text[:1].isupper() else span

    def _named_otherwise(self, span: Span, found: list[Span], others: _OtherNames) -> bool:
        """Say whether a name is rather a place's or body's: by the lexicon, its capitals, or its other mentions."""
        words = span.text.lower()
        if words in self._parts.others | self._parts.roles or any(token.lower_ in self._parts.cases for token in span):
            return True
        if self._after_title(span) or any(_is_part(span, other) for other in found):
            return False
        if (span.start, span.end) in others.known:
            return True
        if len(span) == 1 and span.text.isupper() and len(span.text) > 1:
            return True
        return others.votes[span.text] + (others.opening[span.text] if len(span) == 1 else 0) < 0

    def _after_title(self, span: Span) -> bool:
        before = span.doc[span.start - 1] if span.start > 0 else None
        if before is None:
            return False
        return (
            before.lower_ in self._parts.honorifics
            or before.ent_type_ == Label.ROLE
            or before.lower_ in self._parts.titles
        )

    def _titled(self, doc: Doc) -> Iterator[Span]:
        """Yield capitalised words after an honorific that the model gave no label, or another one."""
        for token in doc[:-1]:
            if token.lower_ not in self._parts.honorifics or not token.text[:1].isupper():
                continue
            end = self._name_end(doc, token.i + 1)
            if end > token.i + 1:
                yield mention(doc[token.i + 1 : end], label=Label.PERSON.value, rule="people:honorific")

    def _name_end(self, doc: Doc, start: int) -> int:
        end = start
        while end < min(len(doc), start + _MOST_NAME_WORDS):
            joins = end > start and _capital_follows(doc, end) and self._joins(doc[end])
            if not (joins or _name_word(doc[end])):
                break
            end += 1
        return end if end > start and doc[end - 1].text[:1].isupper() else start

    def _joins(self, token: Token) -> bool:
        """Say whether a token stands between two words of a name: "van", or the hyphen of "Kye-Gwan"."""
        return token.lower_ in self._parts.particles or (token.text == "-" and not token.nbor(-1).whitespace_)

    def _repeats(self, doc: Doc, found: Iterable[Span], others: _OtherNames) -> Iterator[Span]:
        surnames = {name.text for span in found for name in self._surnames(span)}
        for token in doc:
            if token.text not in surnames or not _is_free(token, others):
                continue
            if len(token) < _SHORTEST_REPEAT and token.tag_ != "NNP":
                continue
            span = doc[token.i : token.i + 1]
            if not self._in_other_name(span):
                yield mention(span, label=Label.PERSON.value, rule="people:repeat")

    def _surnames(self, span: Span) -> Iterator[Token]:
        """Yield the words of a full name that may stand for it alone: the last, and a family name that comes first."""
        names = [token for token in span if token.is_alpha and token.text[:1].isupper()]
        if len(names) < 2:
            return
        if names[0].lower_ in self._parts.family_first:
            yield names[0]
        if len(names[-1]) >= _SHORTEST_REPEAT and names[-1].lower_ not in self._parts.suffixes:
            yield names[-1]


def _opens_name(token: Token) -> bool:
    return not (token.is_space or token.is_punct) and (token.text[:1].isupper() or token.text[:1].isalpha())


def _closes_name(token: Token) -> bool:
    if token.is_space or token.text in {"'s", "’s", "'", "’", "‘s"}:
        return False
    return not token.is_punct or token.text.endswith(".")


def _other_names(doc: Doc) -> _OtherNames:
    """Look once over the names of other kinds: asking the whole article anew for each person takes ever longer."""
    spans = [span for name in _OTHERS for span in doc.spans.get(name, ()) if "lexicon:" in span.id_]
    votes: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    for ent in doc.ents:
        votes[ent.text] += 1 if ent.label_ == Label.PERSON else -1
        if len(ent) > 1 and ent.label_ in _BODY_LABELS:
            opening[ent[0].text] -= 1
    return _OtherNames(
        known=frozenset((span.start, span.end) for span in spans if span.id_.startswith("lexicon:")),
        tokens=frozenset(place for span in spans for place in range(span.start, span.end)),
        votes=votes,
        opening=opening,
    )


def _is_free(token: Token, others: _OtherNames) -> bool:
    """Say whether a word stands in no other name; a label that the model alone gave to it does not count."""
    if not token.ent_type_:
        return True
    last = token.i + 1 == len(token.doc) or token.doc[token.i + 1].ent_iob_ != "I"
    return token.ent_iob_ == "B" and last and token.i not in others.tokens


def _is_part(span: Span, other: Span) -> bool:
    """Say whether a fuller name of a person holds these words."""
    return len(other) > len(span) and f" {span.text} " in f" {other.text} "


def _is_bare_name_word(token: Token) -> bool:
    return token.is_alpha and token.text[:1].isupper() and bool(token.whitespace_) and not token.ent_type_


def _name_word(token: Token) -> bool:
    capital = token.text[:1].isupper() and token.is_alpha
    return token.ent_type_ == Label.PERSON or capital or _initial(token)


def _initial(token: Token) -> bool:
    return token.text.endswith(".") and token.text[:1].isupper() and len(token) <= 4


def _capital_follows(doc: Doc, index: int) -> bool:
    return index + 1 < len(doc) and doc[index + 1].text[:1].isupper()


def _lines(span: Span) -> Iterator[Span]:
    """Yield the parts of a span between line breaks."""
    start = span.start
    for token in span:
        if token.is_space and "\n" in token.text:
            if token.i > start:
                yield span.doc[start : token.i]
            start = token.i + 1
    if start < span.end:
        yield span.doc[start : span.end]


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _start(span: Span) -> int:
    return int(span.start)
