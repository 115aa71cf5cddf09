"""The clothes that text wears in print: curly quotes, datelines, bullets, speakers, wrapped lines, other case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

import numpy as np

from pipeline.language.training.align import UNKNOWN, UNKNOWN_HEAD, Segment
from pipeline.language.training.segments import Pools
from pipeline.language.words import GLUED, LINE, SPACE

_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "with",
        "by",
        "from",
        "as",
        "over",
        "after",
    ]
)
_DASHES = ("-", "-", "--", "—", "–")
_BULLETS = ("•", "-", "*", "·", "–")
_SINGLE = 3


def recased(segment: Segment, style: str) -> Segment:
    """Return the segment in ``upper``, ``lower`` or ``title`` case."""
    if style == "upper":
        words = [word.upper() for word in segment.words]
    elif style == "lower":
        words = [word.lower() for word in segment.words]
    else:
        words = [
            word if word in _SMALL_WORDS and i else word[:1].upper() + word[1:] for i, word in enumerate(segment.words)
        ]
    return replace(segment, words=words)


def curled(segment: Segment) -> Segment:
    """Return the segment with straight double quotes made to open and close in turn, and curly apostrophes."""
    words = []
    is_open = False
    for word in segment.words:
        if word == '"':
            words.append("”" if is_open else "“")
            is_open = not is_open
        else:
            words.append(word.replace("'", "’"))
    return replace(segment, words=words)


def wrapped(segment: Segment, width: int) -> Segment:
    """Return the segment with a line end about every ``width`` words, as in text that a program has wrapped."""
    breaks = segment.breaks.copy()
    column = 0
    for i in range(1, len(breaks)):
        column += 1
        if column >= width and breaks[i] == SPACE:
            breaks[i] = LINE
            column = 0
    return replace(segment, breaks=breaks)


def with_dateline(segment: Segment, places: int, agencies: int, pools: Pools, random: Random) -> Segment:
    """Return the segment behind "PLACE (Agency) -", names drawn from the pools of the two labels."""
    words, tags = _named([word.upper() for word in random.choice(pools[places])], places)
    if random.random() < 0.6:
        name, name_tags = _named(random.choice(pools[agencies]), agencies)
        words, tags = [*words, "(", *name, ")"], [*tags, 0, *name_tags, 0]
    return _behind(segment, [*words, random.choice(_DASHES)], [*tags, 0])


def with_bullet(segment: Segment, random: Random) -> Segment:
    """Return the segment behind the sign of a list."""
    return _behind(segment, [random.choice(_BULLETS)], [0])


def with_speaker(segment: Segment, people: int, pools: Pools, random: Random) -> Segment:
    """Return the segment as a line of a transcript: a name in capitals and a colon."""
    name = [word.upper() for word in random.choice(pools[people])]
    words, tags = _named(name[-1:] if random.random() < 0.5 else name, people)
    return _behind(segment, [*words, ":"], [*tags, 0])


def _named(words: Sequence[str], label: int) -> tuple[list[str], list[int]]:
    first = 1 + 4 * label
    if len(words) == 1:
        return list(words), [first + _SINGLE]
    return list(words), [first, *([first + 1] * (len(words) - 2)), first + 2]


def _behind(segment: Segment, words: list[str], tags: list[int]) -> Segment:
    """Put words before the segment, all in one sentence; how they hang in its tree is not said."""
    count = len(words)
    unknown = np.full(count, UNKNOWN, dtype=np.int64)
    starts = np.zeros(count, dtype=np.int64)
    starts[:1] = segment.starts[:1]
    gaps = [
        GLUED if word in "):" or before == "(" else SPACE for word, before in zip(words, ["", *words[:-1]], strict=True)
    ]
    columns: dict[str, Any] = {
        name: np.concatenate((unknown, getattr(segment, name))) for name in ("tags", "pos", "relations")
    }
    for name in ("actions", "roles"):
        own = getattr(segment, name)
        columns[name] = np.concatenate((np.zeros((count, *own.shape[1:]), dtype=np.int64), own))
    own_breaks, own_starts = segment.breaks.copy(), segment.starts.copy()
    own_breaks[:1], own_starts[:1] = SPACE, 0
    heads = np.where(segment.heads >= 0, segment.heads + count, segment.heads)
    return replace(
        segment,
        words=[*words, *segment.words],
        breaks=np.concatenate((np.array(gaps, dtype=np.int64), own_breaks)),
        allowed=np.concatenate((np.array([1 << tag for tag in tags], dtype=np.uint64), segment.allowed)),
        heads=np.concatenate((np.full(count, UNKNOWN_HEAD, dtype=np.int64), heads)),
        starts=np.concatenate((starts, own_starts)),
        **columns,
    )
