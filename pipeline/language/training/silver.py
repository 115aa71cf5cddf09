"""Lets a trained network fill in what a set does not say, and read raw text: training data for the next stage.

Nothing that people marked is changed. Entities: a word may have every tag that is both allowed by its set and held
likely by the network; where the two contradict, nothing is said. Trees and tags: taken where the network is
sure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from pipeline.language.pieces import PieceTable
from pipeline.language.training.align import UNKNOWN, UNKNOWN_HEAD, Inventory, Segment
from pipeline.language.training.config import SilverConfig, TrainingConfig
from pipeline.language.training.data import Corpus, read_raw
from pipeline.language.training.network import Network, relation_scores
from pipeline.language.training.predict import Outputs, predict, standing_alone
from pipeline.language.training.window import join_segments
from pipeline.language.training.windows import TrainingSet
from pipeline.language.trees import sentence_heads

_CHUNK = 512
Say = Callable[[str], None]
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Filler:
    """A trained network and how far it is believed."""

    network: Network
    inventory: Inventory
    table: PieceTable
    options: SilverConfig

    def fill(self, segments: Sequence[Segment], *, split: bool = False) -> Iterator[Segment]:
        """Yield the segments with the gaps filled; with ``split``, cut into the sentences that the network finds."""
        for begin in range(0, len(segments), _CHUNK):
            chunk = segments[begin : begin + _CHUNK]
            windows = [join_segments([standing_alone(segment)], self.table) for segment in chunk]
            for segment, outputs in zip(
                chunk, predict(self.network, windows, 1 + 4 * len(self.inventory.labels)), strict=True
            ):
                if split:
                    yield from self._sentences(segment, outputs)
                else:
                    yield self._filled(segment, outputs)

    def _filled(self, segment: Segment, outputs: Outputs) -> Segment:
        sure = self.options.sure
        columns: dict[str, Any] = {"allowed": likely_tags(outputs["entity"], segment.allowed, self.options.mass)}
        for column, head in (("tags", "tag"), ("pos", "pos"), ("starts", "sentence")):
            own = getattr(segment, column)
            columns[column] = np.where(own == UNKNOWN, _choices(outputs[head], sure), own)
        tree_loss = segment.tree_loss
        if not segment.gold_tree:
            starts = columns["starts"] == 1
            heads, relations = self._tree(outputs, starts)
            columns |= {"heads": heads, "relations": relations}
            tree_loss = self.options.tree_loss
        return replace(segment, tree_loss=tree_loss, **columns)

    def _tree(self, outputs: Outputs, starts: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        begins = starts.copy()
        begins[:1] = True
        sentence = np.cumsum(begins)
        arcs = outputs["arcs"].copy()
        arcs[:, 1:][sentence[:, None] != sentence[None, :]] = -1e4
        certainty = _softmax(arcs)
        heads = sentence_heads(arcs, begins)
        chosen = certainty[np.arange(len(heads)), heads + 1]
        relations = self._relations(outputs, heads)
        unsure = chosen < self.options.sure
        return np.where(unsure, UNKNOWN_HEAD, heads), np.where(unsure, UNKNOWN, relations)

    def _relations(self, outputs: Outputs, heads: NDArray[np.int64]) -> NDArray[np.int64]:
        dependents = torch.from_numpy(outputs["relation_dependent"])[None]
        rows = torch.from_numpy(outputs["relation_head"][heads + 1])[None]
        scores = relation_scores(dependents, rows, len(self.inventory.relations))[0].numpy()
        return _choices(scores, self.options.sure)

    def _sentences(self, segment: Segment, outputs: Outputs) -> Iterator[Segment]:
        filled = self._filled(segment, outputs)
        starts = np.flatnonzero(filled.starts == 1)
        for first, last in zip(starts, [*starts[1:], len(filled.words)], strict=True):
            heads = filled.heads[first:last]
            part = {
                name: getattr(filled, name)[first:last].copy()
                for name in ("breaks", "allowed", "tags", "pos", "relations", "starts", "actions", "roles")
            }
            yield replace(
                filled,
                words=filled.words[first:last],
                heads=np.where(heads >= 0, heads - first, heads),
                paragraph=first == 0,
                **part,
            )


def likely_tags(scores: Floats, allowed: NDArray[np.uint64], mass: float) -> NDArray[np.uint64]:
    """Return the tags that are allowed and among the likeliest ones that together reach ``mass``.

    Where the annotation allows only one tag it stays; where no likely tag is allowed, all are.
    """
    chances = _softmax(scores)
    order = np.argsort(-chances, axis=1)
    ordered = np.take_along_axis(chances, order, axis=1)
    before = np.cumsum(ordered, axis=1) - ordered
    likely = (before < mass).astype(np.uint64)
    bits = (likely << order.astype(np.uint64)).sum(axis=1, dtype=np.uint64)
    certain = (allowed & (allowed - np.uint64(1))) == 0
    both = allowed & bits
    every = np.uint64((1 << scores.shape[1]) - 1)
    filled: NDArray[np.uint64] = np.where(certain, allowed, np.where(both == 0, every, both))
    return filled


def _choices(scores: Floats, sure: float) -> NDArray[np.int64]:
    chances = _softmax(scores)
    best = chances.argmax(axis=1)
    return np.where(chances.max(axis=1) >= sure, best, UNKNOWN)


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Floats = powers / powers.sum(axis=1, keepdims=True)
    return chances


def silver_sets(
    corpus: Corpus, config: TrainingConfig, data_dir: Path, filler: Filler, *, say: Say
) -> list[TrainingSet]:
    """Return the configured sets with their gaps filled, and the raw sets read."""
    sets = []
    for item in corpus.sets:
        sets.append(replace(item, segments=list(filler.fill(item.segments))))
        say(f"{item.name}: gaps filled")
    for options in config.raw:
        segments = read_raw(corpus, options, data_dir, loss=config.silver.loss)
        sentences = list(filler.fill(segments, split=True))
        sets.append(TrainingSet(options.name, sentences, options.weight, running=True))
        say(f"{options.name}: read {sets[-1].size()}")
    return sets
