"""An article as a line of one-letter symbols: mentions and the few words that tie them, for patterns over both.

A name, its titles and its party stand side by side in news, and that outlives a wrong attachment in the tree. So the
rules of ``affiliations`` are regular expressions over this line. Mentions come from ``doc.spans["mentions"]``.

Symbols of mentions: ``P`` person, ``R`` role, ``Y`` party, ``O`` organisation, ``G`` state or nationality, ``L`` other
place, ``D`` date, ``X`` any other. Of words: ``d`` article, ``q`` his/her/their, ``p`` he/she, ``s`` possessive mark,
``&`` and/or, ``o`` of, ``f`` for, ``t`` to, ``i`` in/at/with/from/on/by, ``a`` as, ``b`` is, ``B`` was, ``w`` who,
``F`` former, ``N`` acting, new ..., ``S`` senior, ``e`` fellow, ``n`` including, ``h`` honorific, ``H`` a noun that is
a role only beside a name, ``k`` son, ally ..., ``v`` verb, ``r`` adverb, ``#`` number, ``m`` other word, ``M`` the same
with a capital. Punctuation stands for itself, ``~`` for a dash, ``.`` for the end of a sentence, ``/`` for a break
between paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from pipeline.lexicon import Lexicon
from pipeline.lexicon.words import cue_words, honorifics
from pipeline.vocabularies import Label

MENTIONS = "mentions"

_SHORT_LINE = 50
_PREFIXED = 3
_OF_LABEL = {
    Label.PERSON.value: "P",
    Label.ROLE.value: "R",
    Label.PARTY.value: "Y",
    Label.ORG.value: "O",
    Label.GPE.value: "G",
    Label.NORP.value: "G",
    Label.LOC.value: "L",
    Label.DATE.value: "D",
}
_LAYERS = frozenset({Label.GROUP.value, Label.ACTION.value})
_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", "(": "(", "[": "(", ")": ")", "]": ")", "-": "-", "‑": "-", "‐": "-",
    "–": "~", "—": "~", "--": "~", "―": "~", ".": ".", "!": ".", "?": ".", "...": ".", "…": ".",
    "|": ":", "•": ".", "·": ".",
}  # fmt: skip
_QUOTES = frozenset({'"', "“", "”", "''", "``", "«", "»", "„"})
_POSSESSIVE = frozenset({"'s", "’s", "‘s", "'", "’"})
_SUBJECTS = frozenset({"NOUN", "PROPN", "PRON", "ADV"})
_PREPOSITIONS = {
    "of": "o", "for": "f", "to": "t", "as": "a", "and": "&", "or": "&", "&": "&", "in": "i", "at": "i", "with": "i",
    "from": "i", "on": "i", "by": "i", "under": "i", "within": "i", "inside": "i", "near": "i",
    "since": "i", "until": "i",
}  # fmt: skip


class Item(NamedTuple):
    """One symbol of the line and the tokens it stands for."""

    symbol: str
    span: Span

    @property
    def words(self) -> str:
        """Its words in lower case."""
        return self.span.text.lower()


@dataclass(frozen=True)
class Stream:
    """The line of an article.

    Attributes:
        items: mentions and words in text order.
        text: their symbols, one letter each, so that a match's offsets are indices into ``items``.
    """

    items: tuple[Item, ...]
    text: str

    def span(self, start: int, end: int) -> Span:
        """Return the tokens from one item up to another."""
        first, last = self.items[start].span, self.items[end - 1].span
        return first.doc[first.start : last.end]


class StreamReader:
    """Turns documents into lines, by the cue lists of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words: Mapping[str, str] = dict(_word_symbols(lexicon))
        self._honorifics = honorifics(lexicon, sure=True)
        self._prefixes = cue_words(lexicon, "people.verb_prefixes")

    def read(self, doc: Doc) -> Stream:
        """Return the line of a document."""
        items = list(self._items(doc))
        return Stream(tuple(items), "".join(item.symbol for item in items))

    def _items(self, doc: Doc) -> Iterator[Item]:
        covered = {span.start: span for span in doc.spans[MENTIONS] if span.label_ not in _LAYERS}
        tokens = list(doc)
        index = 0
        while index < len(tokens):
            mention = covered.get(index)
            if mention is not None:
                yield Item(self._mention_symbol(mention), mention)
                index = mention.end
                continue
            split = self._split_word(tokens[index : index + _PREFIXED])
            symbol = split or self._symbol(tokens[index])
            end = index + (_PREFIXED if split else 1)
            if symbol:
                yield Item(symbol, doc[index:end])
            index = end

    def _split_word(self, tokens: list[Token]) -> str:
        """Return the symbol of a verb or listed word split at its hyphen ("re-elected", "one-time"), or nothing."""
        if len(tokens) < _PREFIXED or tokens[1].text != "-":
            return ""
        first, hyphen, last = tokens
        if first.lower_ in self._prefixes and not (first.whitespace_ or hyphen.whitespace_) and last.pos_ == "VERB":
            return "v"
        return self._words.get(first.doc[first.i : last.i + 1].text.lower(), "")

    def _mention_symbol(self, mention: Span) -> str:
        symbol = _OF_LABEL.get(mention.label_, "X")
        words = mention.text.lower()
        if symbol == "R" and words in self._honorifics:
            return "h"
        if symbol == "R" and self._words.get(words) == "e" and _word_follows(mention):
            return "e"
        return symbol

    def _symbol(self, token: Token) -> str:
        if token.is_space:
            return "/" if _breaks(token) else ""
        text = token.text
        if text in _QUOTES:
            return '"'
        if text in _POSSESSIVE and token.i > 0 and not token.doc[token.i - 1].whitespace_:
            return "s"
        if text in _PUNCTUATION:
            return _PUNCTUATION[text]
        known = self._words.get(token.lower_)
        if known is not None and not (known in {"N", "F"} and self._is_verb(token)):
            return known
        if token.like_num:
            return "#"
        if token.pos_ in {"VERB", "AUX"} and not _in_compound(token):
            return "v"
        if token.pos_ == "ADV" and not _in_compound(token):
            return "r"
        return "M" if text[:1].isupper() else "m"

    def _is_verb(self, token: Token) -> bool:
        """Say whether a word like "elected" or "ousted" is a verb: behind "was" or "has", or a past tense."""
        before = token.nbor(-1) if token.i > 0 else None
        if before is None:
            return False
        helped = self._words.get(before.lower_) in {"b", "B"} or before.pos_ == "AUX"
        return (token.pos_ == "VERB" and helped) or (token.tag_ == "VBD" and before.pos_ in _SUBJECTS)


def _breaks(token: Token) -> bool:
    """Say whether a white-space token ends a paragraph, or a short line as heads and addresses have them."""
    if token.text.count("\n") != 1:
        return token.text.count("\n") > 1
    return token.idx - _line_start(token) < _SHORT_LINE


def _line_start(token: Token) -> int:
    """Return where the line before a token begins, or some place in it when it is no short one."""
    for before in reversed(range(token.i)):
        other = token.doc[before]
        if "\n" in other.text:
            return int(other.idx) + other.text.rfind("\n") + 1
        if token.idx - other.idx >= _SHORT_LINE:
            return int(other.idx)
    return 0


def _word_follows(mention: Span) -> bool:
    """Say whether a word other than a preposition follows at once: "fellow senator", not "fellow at"."""
    following = mention.doc[mention.end] if mention.end < len(mention.doc) else None
    return following is not None and following.is_alpha and following.lower_ not in _PREPOSITIONS


def _in_compound(token: Token) -> bool:
    """Say whether a token is tied to a neighbour by a hyphen: "whistle-blowing"."""
    before = token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    after = token.i + 1 < len(token.doc) and token.nbor().text == "-" and not token.whitespace_
    return before or after


def _word_symbols(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    cues = (
        ("H", "people.role_heads"),
        ("k", "people.kin"),
        ("N", "people.standing"),
        ("S", "people.grades"),
        ("F", "people.former"),
        ("d", "people.determiners"),
        ("q", "people.possessive_pronouns"),
        ("p", "people.pronouns_subject"),
        ("n", "people.including"),
        ("b", "people.be_present"),
        ("B", "people.be_past"),
        ("w", "people.relative"),
    )
    for symbol, cue in cues:
        for word in sorted(cue_words(lexicon, cue)):
            yield word, symbol
    for word in sorted(honorifics(lexicon, sure=True)):
        yield word, "h"
    yield from _PREPOSITIONS.items()
    for word in sorted(cue_words(lexicon, "people.fellow")):
        yield word, "e"
