"""Words to the encoder's word-pieces, by a table that remembers the words it has met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from pipeline.errors import ModelError
from pipeline.language.words import INNER, PAD_SHAPE, START, plain_form, word_shape

MAX_PIECES_PER_WORD = 12
_MEMORY = 20_000
"""Words remembered: nineteen in twenty of a text are among them; more would be memory for what never comes again."""

Ids = NDArray[np.int64]


@dataclass(frozen=True)
class Pieces:
    """The word-pieces of a text, flat, with the features of the word that each belongs to.

    Attributes:
        offsets: where every word's pieces begin; one more entry than words.
    """

    ids: Ids
    shapes: Ids
    breaks: Ids
    offsets: Ids


class PieceTable:
    """Splits words into word-pieces; a word longer than ``MAX_PIECES_PER_WORD`` is known by its first ones."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise ModelError(f"{path} is missing: the model folder is incomplete; copy it again or train the model")
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._unknown = (self._id("[UNK]"),)
        self.start, self.stop = self._id("[CLS]"), self._id("[SEP]")
        self._known: dict[str, tuple[tuple[int, ...], int]] = {}

    def _id(self, piece: str) -> int:
        found = self._tokenizer.token_to_id(piece)
        if found is None:
            raise ModelError(f"the model's tokenizer has no {piece} piece; it is not the tokenizer of a BERT encoder")
        return int(found)

    def split(self, words: Sequence[str], breaks: Ids) -> Pieces:
        """Return the pieces of the words.

        Args:
            words: words of one text, in order.
            breaks: what stands before each word, from ``words.break_before``.
        """
        if len(self._known) > _MEMORY:
            self._known.clear()
        known = self._known
        new = list(dict.fromkeys(word for word in words if word not in known))
        if new:
            self._learn(new)
        found = [known[word] for word in words]
        counts = np.fromiter((len(ids) for ids, _ in found), dtype=np.int64, count=len(found))
        offsets = np.zeros(len(found) + 1, dtype=np.int64)
        np.cumsum(counts, out=offsets[1:])
        shapes = np.fromiter((shape for _, shape in found), dtype=np.int64, count=len(found))
        spread = np.full(int(offsets[-1]), INNER, dtype=np.int64)
        spread[offsets[:-1]] = breaks
        ids = np.fromiter((piece for pieces, _ in found for piece in pieces), dtype=np.int64, count=int(offsets[-1]))
        return Pieces(ids, np.repeat(shapes, counts), spread, offsets)

    def _learn(self, words: list[str]) -> None:
        encodings = self._tokenizer.encode_batch([plain_form(word) for word in words], add_special_tokens=False)
        for word, encoding in zip(words, encodings, strict=True):
            ids = tuple(encoding.ids[:MAX_PIECES_PER_WORD]) or self._unknown
            self._known[word] = ids, word_shape(word)

    def window(self, pieces: Pieces, start: int, stop: int) -> dict[str, Ids]:
        """Return the network's input for the words ``start`` to ``stop``, without a batch axis."""
        first, last = int(pieces.offsets[start]), int(pieces.offsets[stop])
        edge = np.array([PAD_SHAPE], dtype=np.int64)
        begin = np.array([START], dtype=np.int64)
        return {
            "pieces": np.concatenate(([self.start], pieces.ids[first:last], [self.stop])),
            "shapes": np.concatenate((edge, pieces.shapes[first:last], edge)),
            "breaks": np.concatenate((begin, pieces.breaks[first:last], begin)),
            "first": pieces.offsets[start:stop] - first + 1,
        }
