"""The network at run time: windows of a text through onnxruntime, one window per call.

Dynamic int8 scales depend on all that is computed in one call, so windows are never batched: an article gives the
same bits alone and among a million others. A window begins where a sentence begins; the sentences that end well
inside it are taken, and the next window begins at the first that does not. A sentence longer than a window is taken
in parts with context on both sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from pipeline.errors import ModelError
from pipeline.language.events import EventWords, window_events
from pipeline.language.pieces import Ids, Pieces, PieceTable
from pipeline.language.trees import Scores, sentence_heads

OUTPUTS = ("entity", "tag", "pos", "sentence", "arcs", "relation_dependent", "relation_head")
EVENT_OUTPUTS = ("action", "slot_trigger", "slot_word", "slot_distance")
"""What a network that reads sanction events answers beside ``OUTPUTS``."""
ROOT_RELATION = "ROOT"
LOOSE_RELATION = "dep"

_TAIL = 6
"""Words that must follow a border in the window for it to be preferred."""
_CONTEXT = 24
"""Words before a part of a sentence that is too long for a window."""
_EDGE_PIECES = 2


@dataclass(frozen=True)
class Reading:
    """What the network says of a text, one row per word.

    Attributes:
        entities: scores of the entity tags, shape (words, tags).
        tags, pos, relations: indices into the model's lists.
        heads: index of the head; a root is its own head.
        starts: True where a sentence begins.
        events: candidates for sanction events, in text order.
    """

    entities: Scores
    tags: Ids
    pos: Ids
    relations: Ids
    heads: Ids
    starts: NDArray[np.bool_]
    events: tuple[EventWords, ...] = ()


class Network:
    """An ONNX session with the limits of its model."""

    def __init__(self, graph: bytes, *, relations: tuple[str, ...], window_pieces: int, threads: int) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = ort.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime raises private classes without a common base
            raise ModelError(f"the network cannot be loaded ({error}); copy the model folder again") from error
        self.window_pieces = window_pieces
        known = {output.name for output in self._session.get_outputs()}
        self._outputs = [name for name in (*OUTPUTS, *EVENT_OUTPUTS) if name in known]
        self._root = relations.index(ROOT_RELATION)
        self._loose = relations.index(LOOSE_RELATION) if LOOSE_RELATION in relations else self._root

    def read(self, table: PieceTable, words: list[str], breaks: Ids, borders: Ids) -> Reading:
        """Return the reading of a text.

        Args:
            table: the model's word-pieces.
            words: the words of the text, white space left out.
            breaks: what stands before each word (``words.break_before``).
            borders: 1 where a sentence begins for certain, 0 where none does, -1 where the network decides.
        """
        pieces = table.split(words, breaks)
        parts: list[_Part] = []
        begin, inside = 0, False
        while begin < len(words):
            part = self._read_part(table, pieces, begin, borders, inside=inside)
            parts.append(part)
            begin, inside = part.stop, part.open
        return _join(parts, self._loose)

    def _read_part(self, table: PieceTable, pieces: Pieces, begin: int, borders: Ids, *, inside: bool) -> _Part:
        first = max(begin - _CONTEXT, 0) if inside else begin
        last = self._window_end(pieces, first, begin)
        outputs = self.call(table.window(pieces, first, last))
        total = len(pieces.offsets) - 1
        skip = begin - first
        starts = _starts(outputs["sentence"][skip:], borders[begin:last], inside=inside)
        size, is_open = last - begin, False
        if last < total:
            size, is_open = _take(starts)
        rows = slice(skip, skip + size)
        starts = starts[:size]
        tree_starts = starts.copy()
        tree_starts[0] = True
        arcs = outputs["arcs"][rows]
        arcs = np.concatenate((arcs[:, :1], arcs[:, 1 + skip : 1 + skip + size]), axis=1)
        heads = sentence_heads(arcs, tree_starts)
        relations = self._relations(outputs, heads, rows, skip)
        found = window_events(outputs, rows) if "action" in outputs else ()
        events = tuple(event.moved(first) for event in found)
        return _Part(outputs, rows, begin, begin + size, is_open, starts, heads, relations, events)

    def _window_end(self, pieces: Pieces, first: int, begin: int) -> int:
        limit = int(pieces.offsets[first]) + self.window_pieces - _EDGE_PIECES
        last = int(np.searchsorted(pieces.offsets, limit, side="right")) - 1
        return max(last, begin + 1)

    def call(self, inputs: dict[str, Ids]) -> dict[str, Any]:
        """Return the network's outputs for one window (``PieceTable.window``)."""
        return dict(zip(self._outputs, self._session.run(self._outputs, inputs), strict=True))

    def _relations(self, outputs: dict[str, Any], heads: Ids, rows: slice, skip: int) -> Ids:
        dependents = outputs["relation_dependent"][rows]
        chosen = outputs["relation_head"][np.where(heads < 0, 0, heads + 1 + skip)]
        scores = (dependents[..., :-1] @ chosen[:, :, None])[..., 0] + dependents[..., -1]
        scores[:, self._root] = -np.inf
        relations: Ids = scores.argmax(axis=1)
        relations[heads < 0] = self._root
        return relations


@dataclass(frozen=True)
class _Part:
    outputs: dict[str, Any]
    rows: slice
    begin: int
    stop: int
    open: bool
    starts: NDArray[np.bool_]
    heads: Ids
    relations: Ids
    events: tuple[EventWords, ...]


def _take(starts: NDArray[np.bool_]) -> tuple[int, bool]:
    """Return how many words of a window to take and whether they end inside a sentence.

    The last border that has enough words behind it counts; failing that, the first that has not.
    """
    ends = np.flatnonzero(starts[1:]) + 1
    sure = ends[ends <= len(starts) - _TAIL]
    if len(sure):
        return int(sure[-1]), False
    if len(ends):
        return int(ends[0]), False
    return max(len(starts) - _TAIL, 1), True


def _starts(scores: Scores, borders: Ids, *, inside: bool) -> NDArray[np.bool_]:
    starts = np.where(borders < 0, scores > 0, borders > 0)
    starts[0] = not inside
    return starts


def _join(parts: list[_Part], loose: int) -> Reading:
    """Put the parts of a text together; the parts of one long sentence hang on its first part's root."""
    heads, relations = [], []
    root = 0
    for part in parts:
        own = np.where(part.heads < 0, np.arange(len(part.heads)), part.heads) + part.begin
        labels = part.relations
        roots = np.flatnonzero(part.heads < 0)
        if not part.starts[0]:
            own[roots[0]] = root
            labels[roots[0]] = loose
            roots = roots[1:]
        if len(roots):
            root = int(roots[-1]) + part.begin
        heads.append(own)
        relations.append(labels)
    columns = {
        name: np.concatenate([part.outputs[name][part.rows] for part in parts]) for name in ("entity", "tag", "pos")
    }
    return Reading(
        entities=columns["entity"],
        tags=columns["tag"],
        pos=columns["pos"],
        relations=np.concatenate(relations),
        heads=np.concatenate(heads),
        starts=np.concatenate([part.starts for part in parts]),
        events=tuple(event for part in parts for event in part.events),
    )
