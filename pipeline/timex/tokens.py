r"""Splits text into the pieces that patterns are written in: runs of digits, runs of letters, single signs.

Offsets are code points of the text as given. Nothing is dropped but white space, so "21st" is two tokens set
without a blank, and "July 14,\n2020" is four of which none is glued.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|\S")
_PLAIN = str.maketrans({
    "’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
})  # fmt: skip
_SENTENCE_ENDS = frozenset(".!?")
_CLOSERS = frozenset("\"')]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text as columns of equal length.

    Attributes:
        text: the text itself.
        norms: lower case, quotes and dashes made plain.
        glued: no white space before the token.
        sentences: number of the sentence each stands in, by a rough reading of the punctuation.
        paragraphs: number of the paragraph, set apart by blank lines.
    """

    text: str
    norms: list[str]
    starts: list[int]
    ends: list[int]
    glued: list[bool]
    sentences: list[int]
    paragraphs: list[int]

    def __len__(self) -> int:
        """Return how many tokens there are."""
        return len(self.norms)

    def word(self, index: int) -> str:
        """Return a token as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def norm(self, index: int) -> str:
        """Return a token's norm, empty outside the text."""
        return self.norms[index] if 0 <= index < len(self.norms) else ""


def tokenize(text: str, *, abbreviations: frozenset[str] = frozenset()) -> Tokens:
    """Split a text; time and memory linear in its length.

    Args:
        text: any text.
        abbreviations: words in lower case after which a full stop ends no sentence ("gen", "nov").
    """
    norms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    glued: list[bool] = []
    sentences: list[int] = []
    paragraphs: list[int] = []
    end = sentence = paragraph = 0
    ended = False
    for match in _TOKEN.finditer(text):
        start, before = match.start(), end
        word, end = match.group(), match.end()
        if start > before:
            if text.count("\n", before, start) > 1:
                paragraph += 1
                sentence += 1
            elif ended and not word[0].islower():
                sentence += 1
        ended = (word in _SENTENCE_ENDS and _ends_sentence(norms, abbreviations)) or (ended and word in _CLOSERS)
        norms.append((word if word.isalnum() else word.translate(_PLAIN)).lower())
        starts.append(start)
        ends.append(end)
        glued.append(start == before and before > 0)
        sentences.append(sentence)
        paragraphs.append(paragraph)
    return Tokens(text, norms, starts, ends, glued, sentences, paragraphs)


def _ends_sentence(norms: list[str], abbreviations: frozenset[str]) -> bool:
    """Say whether a full stop after these tokens can end a sentence: not after an initial ("U.S.") or abbreviation."""
    if not norms:
        return True
    word = norms[-1]
    return word not in abbreviations and (len(word) > 1 or not word.isalpha())
