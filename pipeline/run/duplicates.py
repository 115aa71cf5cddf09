"""Finds articles that say the same: exactly, or in nearly all of their word sequences.

Every article gets marks when it is worked on: one for its exact text and eight for the runs of five words in it, each
of these made of the least values of twelve hash functions (MinHash with locality-sensitive banding; Broder 1997;
Leskovec et al., Mining of Massive Datasets, ch. 3). Two articles that share nine tenths of their word runs have a mark
in common with probability 0.93, three fifths 0.02. Marks take 72 bytes per article; nothing else is kept in memory.
"""

from __future__ import annotations

import re
import zlib
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.records import Article

Numbers = NDArray[np.uint64]

MARKS = 9
"""Marks per article: the text's, then the bands'."""

_RUN = 5
_BANDS, _ROWS = 8, 12
_FEWEST = 20
"""Runs of words below which nearly the same says little."""
_NONE = np.uint64(0)
_WORD = re.compile(r"\w+")
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)


class Duplicate(NamedTuple):
    """What an article repeats.

    Attributes:
        of: number of the first article that says the same.
        exact: whether the texts are equal.
    """

    of: int
    exact: bool


def marks_of(article: Article) -> bytes:
    """Return the marks of an article as bytes."""
    exact = np.array([int(article.sha256[:16] or "0", 16)], dtype="<u8")
    return bytes(np.concatenate((exact, _bands(article.text))).astype("<u8").tobytes())


def find_duplicates(marks: bytes) -> dict[int, Duplicate]:
    """Return what repeats an earlier article, by number.

    Args:
        marks: those of all articles of a run, in input order.
    """
    table = np.frombuffer(marks, dtype="<u8").reshape(-1, MARKS)
    found: dict[int, Duplicate] = {}
    if not len(table):
        return found
    firsts = np.stack([_firsts(table[:, column]) for column in range(MARKS)], axis=1)
    nearest = firsts.min(axis=1)
    for number in np.flatnonzero(nearest < np.arange(len(table))):
        exact = firsts[number, 0] < number
        of = int(firsts[number, 0] if exact else nearest[number])
        while of in found and not exact:
            of = found[of].of
        found[int(number)] = Duplicate(of, bool(exact))
    return found


def _firsts(column: Numbers) -> NDArray[np.int64]:
    """Return for every article the number of the first that has the same mark."""
    order = np.argsort(column, kind="stable")
    ordered = column[order]
    begins = np.concatenate(([True], ordered[1:] != ordered[:-1]))
    starts = order[np.flatnonzero(begins)]
    firsts = np.empty(len(column), dtype=np.int64)
    firsts[order] = starts[np.cumsum(begins) - 1]
    firsts[column == _NONE] = np.flatnonzero(column == _NONE)
    return firsts


def _bands(text: str) -> Numbers:
    words = [zlib.crc32(word.encode("utf-8", "replace")) for word in _WORD.findall(text.lower())]
    if len(words) < _FEWEST + _RUN - 1:
        return np.zeros(_BANDS, dtype=np.uint64)
    codes = np.array(words, dtype=np.uint64)
    size = len(codes) - _RUN + 1
    runs: Numbers = np.zeros(size, dtype=np.uint64)
    for place in range(_RUN):
        runs = _mixed(runs + codes[place : place + size])
    factors, offsets = _functions()
    least = np.array([(runs * factor + offset).min() for factor, offset in zip(factors, offsets, strict=True)])
    bands: Numbers = np.zeros(_BANDS, dtype=np.uint64)
    for row in least.reshape(_ROWS, _BANDS):
        bands = _mixed(bands + row)
    return np.maximum(bands, np.uint64(1))


@cache
def _functions() -> tuple[Any, Any]:
    """Return the factors and offsets of the hash functions: the same on every machine."""
    numbers = _mixed(np.arange(1, 2 * _BANDS * _ROWS + 1, dtype=np.uint64) * _MIX)
    return numbers[::2] | np.uint64(1), numbers[1::2]


def _mixed(values: Numbers) -> Numbers:
    """Spread every bit over the number, wrapping round at 64 bits."""
    mixed = (values ^ (values >> _SHIFT)) * _MIX
    return mixed ^ (mixed >> _SHIFT)
