"""Reads the notation of time patterns (see ``lexicon.schema.dates.TimeRule``) into rows of items."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.errors import LexiconError

_PIECES = re.compile(r"\[|\]|[^\s\[\]]+")
# ~month=MON|MONTH?
_ITEM = re.compile(r"(?P<glued>~?)(?:(?P<key>[a-z_]+)=)?(?P<options>[^\s=~?]+?)(?P<optional>\??)")
_NAME = re.compile(r"[A-Z][A-Z0-9_]*")


@dataclass(frozen=True, slots=True)
class Item:
    """One place of a pattern.

    Attributes:
        words: norms that stand for themselves.
        names: classes or phrases.
        key: what the match is called in the builder's arguments; empty for the name of what matched.
    """

    words: frozenset[str]
    names: tuple[str, ...]
    key: str = ""
    optional: bool = False
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Items that may be missing together."""

    items: Row


Row = tuple[Item | Group, ...]


def read_pattern(text: str, *, where: str) -> Row:
    """Return the items of a pattern.

    Args:
        text: the pattern.
        where: what to name in an error.

    Raises:
        LexiconError: when brackets do not pair or an item cannot be read.
    """
    stack: list[list[Item | Group]] = [[]]
    for piece in _PIECES.findall(text):
        if piece == "[":
            stack.append([])
        elif piece == "]":
            if len(stack) == 1 or not stack[-1]:
                raise LexiconError(f"{where}: pattern {text!r}: a ']' closes nothing; pair the brackets")
            group = Group(tuple(stack.pop()))
            stack[-1].append(group)
        else:
            stack[-1].append(_item(piece, text, where))
    if len(stack) > 1:
        raise LexiconError(f"{where}: pattern {text!r}: a '[' is not closed; pair the brackets")
    return tuple(stack[0])


def _item(piece: str, text: str, where: str) -> Item:
    match = _ITEM.fullmatch(piece)
    if match is None:
        raise LexiconError(f"{where}: pattern {text!r}: cannot read {piece!r}; write [~][name=]word|CLASS[?]")
    options = match["options"].split("|") if match["options"] != "|" else ["|"]
    names = tuple(option for option in options if _NAME.fullmatch(option))
    words = frozenset(option for option in options if not _NAME.fullmatch(option))
    if any(word != word.lower() for word in words):
        raise LexiconError(f"{where}: pattern {text!r}: {piece!r} mixes cases; words are lower, classes upper case")
    return Item(words, names, match["key"] or "", bool(match["optional"]), bool(match["glued"]))


def names_in(row: Row) -> set[str]:
    """Return every class and phrase that a row names."""
    found: set[str] = set()
    for part in row:
        found |= set(part.names) if isinstance(part, Item) else names_in(part.items)
    return found


def words_in(row: Row) -> set[str]:
    """Return every word that stands for itself in a row."""
    found: set[str] = set()
    for part in row:
        found |= part.words if isinstance(part, Item) else words_in(part.items)
    return found
