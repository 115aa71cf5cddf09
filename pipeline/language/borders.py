"""Where white space and signs at the beginning of a line settle a sentence's border before the network is asked."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.language.pieces import Ids
from pipeline.language.words import BLANK_LINE, LINE, LOWER, SPACE, START, word_shape

_BULLETS = frozenset(["•", "●", "▪", "■", "◦", "‣", "·", "*", "-", "–", "—"])
_CLOSERS = frozenset([".", "!", "?", ":", '"', "”", "'", "’", ")", "]"])
_DASHES = frozenset(["-", "--", "–", "—"])
_LONGEST_DATELINE = 14
_INITIALS = 3
"""Letters up to which a word in capitals opens no dateline ("EU")."""
UNDECIDED = -1


def certain_borders(words: Sequence[str], breaks: Ids) -> Ids:
    """Return 1 where a sentence begins for certain and -1 elsewhere.

    An empty line ends a sentence, unless a line without a full stop goes on in lower case below it (a page break). A
    line that begins with a bullet begins one, and so does the text behind a dateline. Other line ends are left to the
    network: a headline or a wrapped line.
    """
    borders = np.full(len(words), UNDECIDED, dtype=np.int64)
    borders[:1] = 1
    for i in np.flatnonzero((breaks == BLANK_LINE) | (breaks == LINE)).tolist():
        if i == 0:
            continue
        bullet = words[i] in _BULLETS and i + 1 < len(words) and breaks[i + 1] != 0
        goes_on = words[i - 1] not in _CLOSERS and word_shape(words[i]) == LOWER
        if bullet or (breaks[i] == BLANK_LINE and not goes_on):
            borders[i] = 1
    for i in np.flatnonzero((breaks == BLANK_LINE) | (breaks == LINE) | (breaks == START)).tolist():
        end = _dateline_end(words, breaks, i)
        if end < len(words):
            borders[end] = 1
    return borders


def _dateline_end(words: Sequence[str], breaks: Ids, start: int) -> int:
    """Return where the text behind a dateline begins ("OTTAWA, May 3 (Reuters) -"); beyond the end without one."""
    if not (words[start].isupper() and len(words[start]) > _INITIALS):
        return len(words)
    for i in range(start + 1, min(start + _LONGEST_DATELINE, len(words))):
        if breaks[i] in (LINE, BLANK_LINE) or words[i].islower():
            break
        if words[i] in _DASHES and breaks[i] == SPACE:
            return i + 1
    return len(words)
