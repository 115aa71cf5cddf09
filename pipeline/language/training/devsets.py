"""The passages a network is looked at with: held out of the training sets, or whole development files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.language.training.align import Segment
from pipeline.language.training.config import CheckConfig, TrainingConfig
from pipeline.language.training.data import Corpus
from pipeline.language.training.dev import DevSets, EntityCheck
from pipeline.language.training.passages import read_set


def make_dev_sets(config: TrainingConfig, corpus: Corpus, data_dir: Path) -> DevSets:
    """Return the configured checks as segments."""
    entities: dict[str, EntityCheck] = {}
    trees: dict[str, Sequence[Segment]] = {}
    events: dict[str, Sequence[Segment]] = {}
    for check in config.checks:
        segments = _segments(check, config, corpus, data_dir)
        if check.frames:
            events[check.name] = segments
        elif check.merge:
            entities[check.name] = EntityCheck(segments, check.merge)
        else:
            trees[check.name] = segments
    return DevSets(entities, trees, events)


def _segments(check: CheckConfig, config: TrainingConfig, corpus: Corpus, data_dir: Path) -> list[Segment]:
    options = next(item for item in config.sets if item.name == check.set)
    if check.files:
        passages = read_set(data_dir, options.model_copy(update={"files": check.files, "entities": check.entities}))
    else:
        passages = list(corpus.held_out[check.set])
    segments = [corpus.aligner.segment(passage) for passage in passages]
    return [segment for segment in segments if segment.words]
