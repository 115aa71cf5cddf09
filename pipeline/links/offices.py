"""Reads the noun phrase round a role: whose, of what body, party and country, current or former.

"former U.S. national security adviser", "Russia's UN envoy", "the executive director of the Tahrir Institute": what
stands before the role is its chain, what follows with a preposition its tail. Input is the line of ``stream``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span

from pipeline.links.stream import Item, Stream
from pipeline.vocabularies import Status

CHAIN = frozenset('FNSGYOLDmM#er"-XH')
_NAMES = frozenset("POYGLmM)")
_MOST_WORDS = 4
_MOST_OWN = 2
_MOST_CHAIN = 14
_MOST_TAIL = 16
_TAIL_MODIFIERS = frozenset('dqGLNSMmFrs#"-eD')
_PLAIN = frozenset("mM")
_WHEN = "WRB"
_STATES = re.compile(r"(?:G,){0,3}G,?&$")  # "his Greek, Cypriot and French counterparts"
_STATES_BEHIND = re.compile(r"od?G(?:,d?G){0,3},?&d?G")  # "the prime ministers of Greenland and Denmark"
_COMPOUND = re.compile(r"(?<=[mM]-)[GOYL]|[GOYL](?=-[mMv])")  # "pro-Russian", "Kremlin-backed"; not "Serbian-American"


@dataclass(frozen=True, slots=True)
class Office:
    """A role with what its phrase says of it.

    Attributes:
        role: the role's own words.
        text: the words for ``role_text``: with an organisation or region that stands before the role.
        possessor: "X" of "X's deputy", "his" of "his deputy".
        fellow: "a fellow senator".
        definite: begins with an article, a possessive, or a state's or body's genitive.
        field: "for the Near East", which belongs to some titles.
        start, end: item indices of the whole phrase.
        states: all states before the role.
    """

    role: Span
    text: Span
    organization: Span | None
    party: Span | None
    country: Span | None
    status: Status
    possessor: Item | None
    fellow: bool
    definite: bool
    field: Span | None
    start: int
    end: int
    states: tuple[Span, ...] = ()


def read_office(stream: Stream, index: int, *, tail: bool = True, limit: int | None = None) -> Office:
    """Return the office whose role is the item at ``index``.

    Args:
        stream: line of the article.
        index: of a role (``R``), or of a noun that is one beside a name (``H``).
        tail: read on after the role.
        limit: item index before which the tail ends.
    """
    start = _chain_start(stream, index)
    chain = _Chain(stream, start, index)
    reader = _Tail(stream, index + 1, len(stream.text) if limit is None else limit)
    if tail:
        reader.read()
    role = _whole_role(stream, start, index)
    organization = chain.organization or reader.organization
    text_end = reader.extension.end if reader.extension is not None else role.end
    return Office(
        role=role,
        text=role.doc[min(chain.text_start, role.start) : text_end],
        organization=organization,
        party=chain.party or reader.party,
        country=chain.country or reader.country,
        status=Status.FORMER if chain.former else Status.CURRENT,
        possessor=chain.possessor,
        fellow="e" in stream.text[start:index],
        definite=chain.definite,
        field=reader.field,
        start=start,
        end=reader.end,
        states=chain.states or _states_behind(stream, index + 1),
    )


def _states_behind(stream: Stream, index: int) -> tuple[Span, ...]:
    match = _STATES_BEHIND.match(stream.text, index)
    return tuple(item.span for item in stream.items[index : match.end()] if item.symbol == "G") if match else ()


def _whole_role(stream: Stream, start: int, index: int) -> Span:
    """Return a role's words; one that the lexicon does not know takes the plain words before it ("senior official")."""
    role = stream.items[index].span
    place = index
    while not role.kb_id_ and place > start and index - place < _MOST_OWN and _describes(stream, place - 1):
        place -= 1
    while place < index and "-" in stream.text[max(0, place - 1) : place + 1]:
        place += 1
    whole = role.doc[stream.items[place].span.start : role.end]
    return role if place == index else Span(role.doc, whole.start, whole.end, label=role.label_)


def _describes(stream: Stream, place: int) -> bool:
    """Say whether a plain word can be part of an unknown role: no conjunction that begins a sentence."""
    if stream.text[place] not in "SmM-":
        return False
    tag = stream.items[place].span[-1].tag_
    return not tag or tag.startswith(("NN", "JJ", "VBG", "VBN", "HYPH", "AFX"))


def _chain_start(stream: Stream, index: int) -> int:
    """Return where the words before a role begin that belong to its phrase."""
    words, place = 0, index
    while place > 0 and index - place < _MOST_CHAIN:
        symbol = stream.text[place - 1]
        if symbol in "dq":
            return place - 1
        if symbol == "s":
            if place < 2 or stream.text[place - 2] not in _NAMES:
                return place
            if stream.text[place - 2] == "P":
                return place - 2
            place -= 2
            continue
        if symbol not in CHAIN or stream.items[place - 1].span[-1].tag_ == _WHEN:
            return place
        listed = _STATES.search(stream.text, max(0, place - _MOST_CHAIN), place - 1) if symbol == "G" else None
        if listed is not None:
            place = listed.start()
            continue
        words = words + 1 if symbol in _PLAIN else 0
        if words > _MOST_WORDS:
            return place
        place -= 1
    return place


class _Chain:
    """What stands before a role."""

    def __init__(self, stream: Stream, start: int, index: int) -> None:
        symbols = _COMPOUND.sub("m", stream.text[start:index])
        items = stream.items[start:index]
        self.states = tuple(item.span for item, symbol in zip(items, symbols, strict=True) if symbol == "G")
        self.organization = _last(items, symbols, "O")
        self.party = _last(items, symbols, "Y")
        self.country = self._country(items, symbols)
        self.former = "F" in symbols
        self.possessor = next((item for item in items if item.symbol in "Pq"), None)
        self.definite = symbols[:1] in {"d", "q"} or "s" in symbols
        self.text_start = self._text_start(stream, start, index)

    @staticmethod
    def _country(items: tuple[Item, ...], symbols: str) -> Span | None:
        """Return the state: the first of those next to each other; one behind a body is only its topic."""
        place = symbols.rfind("G")
        body = symbols.rfind("O")
        if place < 0:
            return None
        if body > place or body < 0:
            while place > 0 and symbols[place - 1] == "G":
                place -= 1
            return items[place].span
        before = symbols[:body].rfind("G")
        return items[before].span if before >= 0 else None

    @staticmethod
    def _text_start(stream: Stream, start: int, index: int) -> int:
        place = index
        while place > start and stream.text[place - 1] in "OL":
            place -= 1
        return int(stream.items[place].span.start)


class _Tail:
    """What follows a role with a preposition."""

    def __init__(self, stream: Stream, start: int, limit: int) -> None:
        self._stream = stream
        self._place = start
        self._limit = min(limit, start + _MOST_TAIL)
        self.organization: Span | None = None
        self.party: Span | None = None
        self.country: Span | None = None
        self.extension: Span | None = None
        self.field: Span | None = None
        self.end = start

    def read(self) -> None:
        """Read prepositional phrases one after another, as far as they belong to the role."""
        limit = self._limit
        while self._place < limit and self._stream.text[self._place] in "ofti&":
            if not self._phrase(self._stream.text[self._place], limit):
                return

    def _phrase(self, preposition: str, limit: int) -> bool:
        text = self._stream.text
        start = self._place + 1
        place = start
        while place < limit and text[place] in _TAIL_MODIFIERS:
            place += 1
        head = text[place] if place < limit else ""
        if head in {"O", "Y"} and preposition != "&":
            self._note_field(preposition, start, place + 1)
            self._take_body(start, place)
            self._advance(self._part_of_body(place + 1, limit))
            return True
        named = text[start:place].rstrip('mMNsr"-#D')
        if named[-1:] in {"G", "L"} and head not in {"P", "R"}:
            return self._take_place(preposition, start, start + len(named), place)
        if head not in {"P", "R"} and place > start:
            return self._skip(preposition, start, place)
        return False

    def _part_of_body(self, place: int, limit: int) -> int:
        """Return where "the Council's Haiti panel" ends that begins with a body's genitive, or the same place."""
        text = self._stream.text
        if text[place : place + 1] != "s":
            return place
        end = place + 1
        while end < limit and text[end] in "LGOmMN-":
            end += 1
        return (
            end
            if (text[end - 1] in _PLAIN or text[end - 1] == "O") and text[end : end + 1] not in {"R", "P"}
            else place
        )

    def _take_body(self, start: int, place: int) -> None:
        span = self._stream.items[place].span
        if self.organization is None:
            self.organization = span
            before = [item.span for item in self._stream.items[start:place] if item.symbol == "G"]
            if before and self.country is None:
                self.country = before[0]
        if self._stream.text[place] == "Y" and self.party is None:
            self.party = span

    def _take_place(self, preposition: str, start: int, end: int, last: int) -> bool:
        place = next((i for i in range(start, end) if self._stream.text[i] == "G"), None)
        if preposition == "o" and place is not None and self.country is None and self.organization is None:
            self.country = self._stream.items[place].span
        self._note_field(preposition, start, end)
        noun = end < last and self._stream.text[last - 1] in _PLAIN and not self._stream.text[end:last].strip("mMNSs")
        self._advance(last if noun else end)
        return True

    def _note_field(self, preposition: str, start: int, end: int) -> None:
        if preposition == "f" and self.field is None:
            self.field = self._stream.span(start - 1, end)

    def _skip(self, preposition: str, start: int, place: int) -> bool:
        """Go over plain words; those after "of" without an article belong to the role: "head of sales"."""
        end = start
        while end < place and self._stream.text[end] in "dmM#-Ns":
            end += 1
        if end == start or self._stream.text[end - 1] not in _PLAIN:
            return False
        if preposition == "i":
            return False
        bare = preposition == "o" and set(self._stream.text[start:end]) <= _PLAIN
        if bare and self.extension is None and self.organization is None:
            self.extension = self._stream.span(start, end)
        self._note_field(preposition, start, end)
        self._advance(end)
        return True

    def _advance(self, place: int) -> None:
        self._place = place
        self.end = place


def _last(items: tuple[Item, ...], symbols: str, symbol: str) -> Span | None:
    place = symbols.rfind(symbol)
    return items[place].span if place >= 0 else None
