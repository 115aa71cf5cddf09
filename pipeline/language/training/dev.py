"""Scores of a torch network on held-out passages, for choosing between models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from pipeline.language.events import slot_fillers, window_events
from pipeline.language.pieces import PieceTable
from pipeline.language.tagging import best_tags, legal_transitions, tag_spans
from pipeline.language.training.align import Inventory, Segment
from pipeline.language.training.event_scores import argument_counts, gold_events, trigger_counts
from pipeline.language.training.frames import SLOTS
from pipeline.language.training.network import Network, relation_scores
from pipeline.language.training.predict import Outputs, predict, standing_alone
from pipeline.language.training.segments import sure_spans
from pipeline.language.training.window import join_segments

Span = tuple[int, int, str]


@dataclass(frozen=True)
class EntityCheck:
    """Segments with entity gold, and under which name each label counts; labels that are missing do not."""

    segments: Sequence[Segment]
    merge: Mapping[str, str]


@dataclass(frozen=True)
class DevSets:
    """What a network is looked at with during training."""

    entities: Mapping[str, EntityCheck]
    trees: Mapping[str, Sequence[Segment]]
    events: Mapping[str, Sequence[Segment]]


def look(network: Network, inventory: Inventory, table: PieceTable, dev: DevSets) -> dict[str, dict[str, float]]:
    """Return F1 by label (and ``all``), tag accuracies, UAS and LAS, F1 of events, in percent, by set."""
    n_tags = 1 + 4 * len(inventory.labels)
    report: dict[str, dict[str, float]] = {}
    for name, check in dev.entities.items():
        outputs = _read(network, check.segments, table, n_tags)
        report[name] = entity_scores(check, outputs, inventory.labels)
    for name, segments in dev.trees.items():
        report[name] = tree_scores(segments, _read(network, segments, table, n_tags), inventory)
    for name, segments in dev.events.items() if network.events is not None else ():
        report[name] = event_scores(segments, _read(network, segments, table, n_tags))
    return report


def _read(network: Network, segments: Sequence[Segment], table: PieceTable, n_tags: int) -> list[Outputs]:
    return predict(network, [join_segments([standing_alone(segment)], table) for segment in segments], n_tags)


def entity_scores(check: EntityCheck, outputs: Sequence[Outputs], labels: Sequence[str]) -> dict[str, float]:
    """Return strict span F1."""
    legal = legal_transitions(len(labels))
    counts: dict[str, NDArray[np.int64]] = {
        name: np.zeros(3, dtype=np.int64) for name in dict.fromkeys(check.merge.values())
    }
    for segment, output in zip(check.segments, outputs, strict=True):
        found = _named(tag_spans(best_tags(output["entity"], legal)), labels, check.merge)
        wanted = _named(marked_spans(segment), labels, check.merge)
        for name, count in counts.items():
            mine, theirs = ({span for span in spans if span[2] == name} for spans in (found, wanted))
            count += (len(mine & theirs), len(mine), len(theirs))
    every = np.sum(list(counts.values()), axis=0)
    return {name: _f1(count) for name, count in {"all": every, **counts}.items()}


def _f1(count: NDArray[np.int64]) -> float:
    right, found, wanted = (int(value) for value in count)
    return round(200 * right / max(found + wanted, 1), 2)


def _named(spans: Sequence[tuple[int, int, int]], labels: Sequence[str], merge: Mapping[str, str]) -> set[Span]:
    return {(start, end, merge[labels[label]]) for start, end, label in spans if labels[label] in merge}


def marked_spans(segment: Segment) -> list[tuple[int, int, int]]:
    """Return the marked spans; of one that may have several labels, with the first of them."""
    lowest = segment.allowed & (~segment.allowed + np.uint64(1))
    marked = np.where((segment.allowed & np.uint64(1)) == 0, lowest, segment.allowed)
    return sure_spans(replace(segment, allowed=marked))


def tree_scores(segments: Sequence[Segment], outputs: Sequence[Outputs], inventory: Inventory) -> dict[str, float]:
    """Return accuracies, and UAS and LAS (full labels) of greedy heads without punctuation."""
    punct = inventory.relations.index("punct")
    hits, totals = np.zeros(4), np.zeros(4)
    for segment, output in zip(segments, outputs, strict=True):
        heads = output["arcs"].argmax(1)
        dependents = torch.from_numpy(output["relation_dependent"])[None]
        rows = torch.from_numpy(output["relation_head"][heads])[None]
        relations = relation_scores(dependents, rows, len(inventory.relations))[0].argmax(1).numpy()
        scored = (segment.heads >= -1) & (segment.relations != punct)
        right = heads - 1 == segment.heads
        answers: list[tuple[Any, Any]] = [
            (output[head].argmax(1) == getattr(segment, column), getattr(segment, column) >= 0)
            for head, column in (("tag", "tags"), ("pos", "pos"))
        ]
        answers += [(right, scored), (right & (relations == segment.relations), scored)]
        for k, (correct, told) in enumerate(answers):
            hits[k] += int((correct & told).sum())
            totals[k] += int(told.sum())
    names = ("tag", "pos", "uas", "las")
    return dict(zip(names, (100 * hits / np.maximum(totals, 1)).round(2).tolist(), strict=True))


def event_scores(segments: Sequence[Segment], outputs: Sequence[Outputs]) -> dict[str, float]:
    """Return F1 of triggers, of triggers with the right action, and of every slot's phrases given the gold trigger."""
    triggers, actions = np.zeros(3, dtype=np.int64), np.zeros(3, dtype=np.int64)
    slots = np.zeros((len(SLOTS), 3), dtype=np.int64)
    for segment, output in zip(segments, outputs, strict=True):
        output["slot_trigger"] = output["slot_trigger"].reshape(len(segment.words), len(SLOTS), -1)
        found = window_events(output, slice(0, len(segment.words)))
        for total, count in zip((triggers, actions), trigger_counts(segment, found), strict=True):
            total += count
        for event in gold_events(segment):
            word = min(event.trigger, key=lambda i: output["action"][i, 0] - output["action"][i].max())
            slots += argument_counts(event, slot_fillers(output, word))
    named = {"trigger": triggers, "action": actions, "arguments": slots.sum(axis=0)}
    named |= dict(zip(SLOTS, slots, strict=True))
    return {name: _f1(count) for name, count in named.items()} | {"support": int(triggers[2])}
