"""Judges by the neighbouring words whether an expression is one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from pipeline.lexicon.schema import TimeGuard
from pipeline.timex.reader import Reader

_CLAUSE_ENDS = frozenset('.;:!?()"')
_SHORTEST_PLURAL = 4


def allows(guard: TimeGuard, reader: Reader, start: int, end: int) -> bool:
    """Say whether the words round the tokens from ``start`` to ``end`` let them be an expression."""
    if stands_after(reader, start, guard.never_after) or _stands_before(reader, end, guard.never_before, guard.ahead):
        return False
    placed = []
    if guard.after:
        placed.append(stands_after(reader, start, guard.after, guard.reach))
    if guard.before:
        placed.append(_stands_before(reader, end, guard.before))
    if placed and not (any(placed) if guard.either else all(placed)):
        return False
    if not guard.shapes or (guard.exempt and stands_after(reader, start, guard.exempt)):
        return True
    return not any(_SHAPES[shape](reader, start, end, guard.never_noun) for shape in guard.shapes)


def stands_after(reader: Reader, start: int, classes: Iterable[str], reach: int = 1) -> bool:
    """Say whether a word of one of the classes ends at most ``reach`` tokens before a token, in the same clause."""
    wanted = tuple(classes)
    if not wanted:
        return False
    tokens = reader.tokens
    for back in range(reach):
        edge = start - back
        if edge <= 0 or tokens.paragraphs[edge - 1] != tokens.paragraphs[start]:
            return False
        first = max(0, edge - reader.grammar.words.longest)
        for index in range(edge - 1, first - 1, -1):
            found = reader.classes(index)
            if any(end == edge for name in wanted for end, _ in found.get(name, ())):
                return True
        if reach > 1 and tokens.norms[edge - 1] in _CLAUSE_ENDS:
            return False
    return False


def value_before(reader: Reader, start: int, name: str) -> str:
    """Return the value of the word of a class that ends right before a token, empty where there is none."""
    for index in range(start - 1, max(0, start - reader.grammar.words.longest) - 1, -1):
        for end, value in reader.classes(index).get(name, ()):
            if end == start:
                return str(value)
    return ""


def _stands_before(reader: Reader, end: int, classes: Iterable[str], ahead: int = 1) -> bool:
    tokens = reader.tokens
    for index in range(end, min(end + ahead, len(tokens))):
        if tokens.paragraphs[index] != tokens.paragraphs[end - 1]:
            return False
        found = reader.classes(index)
        if any(name in found for name in classes):
            return True
        if tokens.norms[index] in _CLAUSE_ENDS:
            return False
    return False


def _next_word(reader: Reader, end: int) -> str:
    """Return the word after the expression, empty at the end of the sentence or when a sign follows."""
    tokens = reader.tokens
    if end >= len(tokens) or tokens.sentences[end] != tokens.sentences[end - 1] or not tokens.norms[end][0].isalpha():
        return ""
    return tokens.word(end)


def _last_word(reader: Reader, start: int) -> str:
    tokens = reader.tokens
    if start == 0 or tokens.sentences[start - 1] != tokens.sentences[start] or not tokens.norms[start - 1][0].isalpha():
        return ""
    return tokens.word(start - 1)


def _inside_sentence(reader: Reader, start: int) -> bool:
    tokens = reader.tokens
    return start > 0 and tokens.sentences[start - 1] == tokens.sentences[start] and tokens.norms[start - 1] not in "\"'"


def _name_follows(reader: Reader, start: int, end: int, never_noun: tuple[str, ...]) -> bool:
    return _next_word(reader, end)[:1].isupper()


def _name_precedes(reader: Reader, start: int, end: int, never_noun: tuple[str, ...]) -> bool:
    return _last_word(reader, start)[:1].isupper() and _inside_sentence(reader, start - 1)


def _noun_follows(reader: Reader, start: int, end: int, never_noun: tuple[str, ...]) -> bool:
    word = _next_word(reader, end)
    if not word or not word[0].islower():
        return False
    found = reader.classes(end)
    return not any(name in found for name in never_noun)


def _no_noun_follows(reader: Reader, start: int, end: int, never_noun: tuple[str, ...]) -> bool:
    return not _noun_follows(reader, start, end, never_noun)


def _plural_follows(reader: Reader, start: int, end: int, never_noun: tuple[str, ...]) -> bool:
    word = _next_word(reader, end)
    plural = len(word) >= _SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss") and word.islower()
    return plural and not any(name in reader.classes(end) for name in never_noun)


def _number_precedes(reader: Reader, start: int, end: int, never_noun: tuple[str, ...]) -> bool:
    return start > 0 and "INT" in reader.classes(start - 1)


def _capital(reader: Reader, start: int, end: int, never_noun: tuple[str, ...]) -> bool:
    return reader.tokens.word(start)[0].isupper() and _inside_sentence(reader, start)


def _capital_after_name(reader: Reader, start: int, end: int, never_noun: tuple[str, ...]) -> bool:
    return _capital(reader, start, end, never_noun) and _last_word(reader, start)[:1].isupper()


def _capital_before_name(reader: Reader, start: int, end: int, never_noun: tuple[str, ...]) -> bool:
    return reader.tokens.word(start)[0].isupper() and _next_word(reader, end)[:1].isupper()


def _starts_sentence(reader: Reader, start: int, end: int, never_noun: tuple[str, ...]) -> bool:
    return not _inside_sentence(reader, start)


def _capital_inside(reader: Reader, start: int, end: int, never_noun: tuple[str, ...]) -> bool:
    words = [reader.tokens.word(index) for index in range(start + 1, end)]
    return any(word[0].isupper() and not word.isupper() for word in words)


def _between_names(reader: Reader, start: int, end: int, never_noun: tuple[str, ...]) -> bool:
    return _last_word(reader, start)[:1].isupper() and _next_word(reader, end)[:1].isupper()


def _capitals(reader: Reader, start: int, end: int, never_noun: tuple[str, ...]) -> bool:
    words = reader.tokens.text[reader.tokens.starts[start] : reader.tokens.ends[end - 1]]
    near = _next_word(reader, end) or _last_word(reader, start)
    return len(words) > 1 and words.isupper() and not near.isupper()


def _hyphen_follows(reader: Reader, start: int, end: int, never_noun: tuple[str, ...]) -> bool:
    tokens = reader.tokens
    return tokens.norm(end) == "-" and tokens.glued[end] and end + 1 < len(tokens) and tokens.glued[end + 1]


_SHAPES: Mapping[str, Callable[[Reader, int, int, tuple[str, ...]], bool]] = {
    function.__name__.removeprefix("_"): function
    for function in (
        _between_names, _starts_sentence, _capital_before_name, _capital, _capital_after_name, _capital_inside,
        _capitals, _name_follows, _name_precedes, _noun_follows, _no_noun_follows, _plural_follows,
        _number_precedes, _hyphen_follows,
    )
}  # fmt: skip
