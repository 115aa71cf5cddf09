"""Finds unnamed sets of people or organisations: label GROUP, span group ``groups``.

"62 MPs", "more than a dozen senators", "three MPs from the Green Party", "two from Bloc Québécois", "Chinese
officials". Input: the roles, parties, bodies, places and peoples found before, tags where the model gave them. The
stated number is ``span._.count``: ``(value, kind)`` with the kinds of ``records.Count``, or None.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from pipeline.lexicon import Lexicon, shared
from pipeline.lexicon.titles import singular
from pipeline.lexicon.words import cue_pairs, cue_words
from pipeline.mentions.combine import mention
from pipeline.vocabularies import Label

SPANS = "groups"
COUNT = "count"

CountPair = tuple[int, str]

_KINDS = ("at_least", "at_most", "about")
_MODIFIER_TAGS = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "VBN", "VBG", "POS", "CD", "AFX", "HYPH"})
_OWN_KINDS = frozenset({Label.NORP, Label.GPE, Label.PARTY, Label.ORG, Label.LOC})
_ADJECTIVES = frozenset({Label.NORP, Label.PARTY})
_MOST_BEFORE = 7
_LARGEST_WORDS = 4


@dataclass(frozen=True)
class GroupWords:
    """Words that make up a group."""

    heads: frozenset[str]
    numbers: Mapping[str, str]
    kinds: Mapping[str, str]
    general: frozenset[str]


@Language.factory(
    "group_finder",
    requires=["doc.spans"],
    assigns=["doc.spans", "span._.count"],
    default_config={"overlay": ""},
)
def make_group_finder(nlp: Language, name: str, overlay: str) -> GroupFinder:
    """Make the component over the lexicon with the user's folder ``overlay`` laid over it."""
    if not Span.has_extension(COUNT):
        Span.set_extension(COUNT, default=None)
    return GroupFinder(shared(overlay))


def read_group_words(lexicon: Lexicon) -> GroupWords:
    """Return the group words of a lexicon."""
    return GroupWords(
        heads=cue_words(lexicon, "people.group_nouns"),
        numbers=cue_pairs(lexicon, "people.numbers"),
        kinds={words: kind for kind in _KINDS for words in cue_words(lexicon, f"people.count_{kind}")},
        general=cue_words(lexicon, "people.group_links"),
    )


class GroupFinder:
    """Writes ``doc.spans["groups"]`` and the number of each."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = read_group_words(lexicon)

    def __call__(self, doc: Doc) -> Doc:
        """Add the span group."""
        found = sorted(dict(self._groups(doc)).items())
        spans = []
        for (start, end), (rule, count) in found:
            span = mention(doc[start:end], label=Label.GROUP.value, rule=rule)
            span._.set(COUNT, count)
            spans.append(span)
        doc.spans[SPANS] = spans
        return doc

    def _groups(self, doc: Doc) -> Iterator[tuple[tuple[int, int], tuple[str, CountPair | None]]]:
        marked = _marked(doc)
        for head_start, head_end in self._heads(doc):
            start = self._start(doc, head_start, marked)
            start, count = self._count(doc, start)
            end = self._end(doc, head_end, marked)
            if not _followed_by_name(doc, end, marked):
                yield (start, end), ("group:noun", count)
        for token in doc:
            count = self._bare_count(token)
            end = self._end(doc, token.i + 1, marked) if count is not None else token.i + 1
            if end > token.i + 1 and (end == len(doc) or doc[end].lower_ not in self._words.heads):
                yield (token.i, end), ("group:number", count)

    def _heads(self, doc: Doc) -> Iterator[tuple[int, int]]:
        roles = {span.start: span for span in doc.spans.get("roles", ()) if _is_plural(span)}
        taken: set[int] = set()
        for span in roles.values():
            taken.update(range(span.start, span.end))
            yield span.start, span.end
        for token in doc:
            if token.i not in taken and token.lower_ in self._words.heads and token.tag_ in {"NNS", "NNPS", "NN", ""}:
                yield token.i, token.i + 1

    def _start(self, doc: Doc, head: int, marked: Mapping[int, str]) -> int:
        start = head
        while start > 0 and head - start < _MOST_BEFORE:
            token = doc[start - 1]
            if marked.get(start - 1) in _OWN_KINDS or self._is_modifier(token):
                start -= 1
            elif token.lower_ == "and" and start > 1 and _pair(marked, start):
                start -= 2
            else:
                break
        while start < head and (doc[start].tag_ == "POS" or doc[start].is_punct):
            start += 1
        return start

    def _is_modifier(self, token: Token) -> bool:
        if token.tag_:
            return token.tag_ in _MODIFIER_TAGS and token.lower_ not in self._words.numbers and not token.like_num
        return token.text == "-"

    def _count(self, doc: Doc, start: int) -> tuple[int, CountPair | None]:
        """Return where a group begins with its number before it, and the number."""
        numbers: list[int] = []
        first = start - self._joiner(doc, start, "of")  # "a pair of senators"
        while first > 0 and len(numbers) < _LARGEST_WORDS:
            joined = first - (self._joiner(doc, first, "-") or self._joiner(doc, first, "and")) if numbers else first
            number = self._number(doc[joined - 1])
            if number is None:
                break
            numbers.insert(0, number)
            first = joined - 1
        first, value = first if numbers else start, _value(numbers)
        for length in range(min(3, first), 0, -1):
            words = doc[first - length : first].text.lower()
            if words in self._words.kinds:
                kind = self._words.kinds[words]
                return first - length, (value, kind) if value is not None else None
        if value is None:
            return start, None
        lone_article = first == start - 1 and not doc[first].like_num and doc[first].lower_ in {"a", "an"}
        return (start, None) if lone_article else (first, (value, "exact"))

    def _joiner(self, doc: Doc, place: int, word: str) -> int:
        """Return 1 where a word stands before a place and a number before that ("sixty-", "two hundred and"), or 0."""
        joins = place > 1 and doc[place - 1].lower_ == word and self._number(doc[place - 2]) is not None
        return int(joins and (word != "of" or doc[place - 2].is_alpha))

    def _number(self, token: Token) -> int | None:
        word = self._words.numbers.get(token.lower_, token.text.replace(",", ""))
        return int(word) if word.isascii() and word.isdigit() else None

    def _bare_count(self, token: Token) -> CountPair | None:
        """Return the number of an elliptical group: "two from Bloc Québécois"."""
        value = self._number(token)
        if value is None or token.i + 1 == len(token.doc) or token.nbor().lower_ not in self._words.general:
            return None
        return value, "exact"

    def _end(self, doc: Doc, end: int, marked: Mapping[int, str]) -> int:
        """Take in "from the Green Party", "in Xinjiang", "of the group"."""
        if end >= len(doc) or doc[end].lower_ not in self._words.general:
            return end
        place = end + 1
        while place < len(doc) and place - end < 4 and marked.get(place) not in _OWN_KINDS:
            if doc[place].tag_ not in {"DT", "", "JJ"}:
                return end
            place += 1
        last = place
        while last < len(doc) and marked.get(last) in _OWN_KINDS:
            last += 1
        return last if last > place else end


def _pair(marked: Mapping[int, str], place: int) -> bool:
    """Say whether two parties or peoples stand round an "and": "Conservative and Liberal MPs"."""
    return marked.get(place) in _ADJECTIVES and marked.get(place - 2) in _ADJECTIVES


def _value(numbers: list[int]) -> int | None:
    """Return what number words say together, read from the left: a greater one multiplies what stands before it."""
    if not numbers:
        return None
    value = 0
    for number in numbers:
        value = value * number if 0 < value < number else value + number
    return value


def _marked(doc: Doc) -> dict[int, str]:
    """Return the label of every token that stands in a mention of a state, party, body or place."""
    names = ("parties", "bodies", "places", "peoples")
    return {token.i: span.label_ for name in names for span in doc.spans.get(name, ()) for token in span}


def _is_plural(span: Span) -> bool:
    words = span.text.lower()
    return singular(words) != words


def _followed_by_name(doc: Doc, end: int, marked: Mapping[int, str]) -> bool:
    """Say whether the plural belongs to names that follow: "senators Leo Housakos and Linda Frum"."""
    return end < len(doc) and doc[end].ent_type_ == Label.PERSON
