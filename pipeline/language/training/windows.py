"""Rounds over the training sets: which segments are drawn, how they are joined to windows, how windows fill batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from random import Random

from pipeline.language.pieces import PieceTable
from pipeline.language.training.align import Segment
from pipeline.language.training.batches import pack
from pipeline.language.training.config import TextConfig
from pipeline.language.training.disguise import curled, recased, with_bullet, with_dateline, with_speaker, wrapped
from pipeline.language.training.segments import Pools, crop, swapped, without_full_stop
from pipeline.language.training.window import Window, join_segments
from pipeline.language.words import BLANK_LINE, LINE, SPACE, START

_SHELF = 48
_HEADER_LABELS = ("GPE", "ORG", "PERSON")


@dataclass(frozen=True)
class TrainingSet:
    """The segments of one configured set.

    Attributes:
        running: neighbours of one document may be joined as running text.
    """

    name: str
    segments: Sequence[Segment]
    weight: float
    running: bool

    def size(self) -> str:
        """Return the size in words for people."""
        return f"{len(self.segments)} passages, {sum(len(segment.words) for segment in self.segments)} words"


@dataclass(frozen=True)
class HeaderLabels:
    """Indices of the labels of names that stand before a text; -1 where the model has no such label."""

    place: int
    body: int
    person: int


class Rounds:
    """Draws windows without end; the same seed gives the same windows."""

    def __init__(
        self,
        sets: Sequence[TrainingSet],
        table: PieceTable,
        options: TextConfig,
        *,
        pools: Pools,
        labels: Sequence[str],
        seed: str,
    ) -> None:
        self._sets = sets
        self._table = table
        self._options = options
        self._pools = pools
        self._all_tags = (1 << (1 + 4 * len(labels))) - 1
        self._labels = HeaderLabels(*(labels.index(name) if name in labels else -1 for name in _HEADER_LABELS))
        self._seed = seed

    def batches(self, batch_pieces: int, *, first_round: int = 0) -> Iterator[tuple[int, list[Window]]]:
        """Yield ``(round, windows)``; windows of about one length stand together, padding kept within the size."""
        number = first_round
        while True:
            random = Random(f"{self._seed}/{number}")
            shelf: list[Window] = []
            for window in self._round(random):
                shelf.append(window)
                if len(shelf) >= _SHELF * 16:
                    yield from ((number, batch) for batch in pack(shelf, batch_pieces, random))
                    shelf = []
            yield from ((number, batch) for batch in pack(shelf, batch_pieces, random))
            number += 1

    def _round(self, random: Random) -> Iterator[Window]:
        runs = [run for item in self._sets for run in _draw(item, random)]
        random.shuffle(runs)
        parts: list[Segment] = []
        size, limit = 0, self._limit(random)
        for run in (part for drawn in runs for part in _fitting(drawn, self._options.max_pieces)):
            cost = sum(_cost(segment) for segment in run)
            if parts and (size + cost > limit or random.random() < 0.4):
                yield self._window(parts, random)
                parts, size, limit = [], 0, self._limit(random)
            width = random.randint(8, 16) if random.random() < self._options.wrapped else 0
            parts.extend(self._dress(segment, i, width, random) for i, segment in enumerate(run))
            size += cost
        if parts:
            yield self._window(parts, random)

    def _limit(self, random: Random) -> int:
        return random.randint(32, self._options.max_pieces)

    def _dress(self, segment: Segment, place: int, width: int, random: Random) -> Segment:
        """Return the segment disguised by chance, with what stands before its first word."""
        options = self._options
        if random.random() < options.swap:
            segment = swapped(segment, self._pools, random)
        if random.random() < options.curled:
            segment = curled(segment)
        gap = self._gap(segment, place, width, random)
        if random.random() < options.unpunctuated:
            segment = without_full_stop(segment)
            gap = LINE if random.random() < 0.5 else BLANK_LINE
        segment, headed = self._headed(segment, random)
        gap = random.choice((LINE, BLANK_LINE)) if headed else gap
        chance = random.random()
        for style, share in (("upper", options.upper), ("lower", options.lower), ("title", options.title)):
            if chance < share:
                segment = recased(segment, style)
                break
            chance -= share
        if width:
            segment = wrapped(segment, width)
        breaks = segment.breaks.copy()
        breaks[:1] = gap
        return replace(segment, breaks=breaks)

    def _gap(self, segment: Segment, place: int, width: int, random: Random) -> int:
        if place == 0 or width:
            return random.choices((SPACE, LINE, BLANK_LINE), (0.3, 0.15, 0.55))[0]
        if segment.paragraph:
            return BLANK_LINE
        return random.choices((SPACE, LINE, BLANK_LINE), (0.88, 0.06, 0.06))[0]

    def _headed(self, segment: Segment, random: Random) -> tuple[Segment, bool]:
        """Return the segment, by chance behind a dateline, a bullet or a speaker's name, and whether it is."""
        options, labels = self._options, self._labels
        chance = random.random()
        if chance < options.dateline and {labels.place, labels.body} <= self._pools.keys():
            return with_dateline(segment, labels.place, labels.body, self._pools, random), True
        if options.dateline <= chance < options.dateline + options.bullet:
            return with_bullet(segment, random), True
        if 1 - options.speaker <= chance and labels.person in self._pools:
            return with_speaker(segment, labels.person, self._pools, random), True
        return segment, False

    def _window(self, parts: list[Segment], random: Random) -> Window:
        parts = [part for part in parts if part.words]
        if random.random() < self._options.cut and len(parts[0].words) > 4:
            start = random.randrange(1, len(parts[0].words) - 1)
            parts[0] = crop(parts[0], start, len(parts[0].words), all_tags=self._all_tags)
        elif random.random() < 0.5:
            parts[0].breaks[0] = START
        if random.random() < self._options.cut and len(parts[-1].words) > 4:
            stop = random.randrange(2, len(parts[-1].words))
            parts[-1] = crop(parts[-1], 0, stop, all_tags=self._all_tags)
        return join_segments(parts, self._table)


def _draw(item: TrainingSet, random: Random) -> Iterator[list[Segment]]:
    """Yield runs of neighbours (one segment each where the set does not run), as often as the set's weight says."""
    copies = int(item.weight) + (random.random() < item.weight % 1 if item.weight >= 1 else 0)
    share = item.weight if item.weight < 1 else 1.0
    for _ in range(max(copies, 1)):
        if not item.running:
            yield from ([segment] for segment in item.segments if share == 1.0 or random.random() < share)
            continue
        for _, group in groupby(item.segments, key=lambda segment: segment.document):
            document = list(group)
            place = 0
            while place < len(document):
                length = random.choice((1, 1, 2, 3, 4, 6))
                if share == 1.0 or random.random() < share:
                    yield document[place : place + length]
                place += length


def _fitting(run: list[Segment], limit: int) -> Iterator[list[Segment]]:
    """Yield the run in parts of at most about ``limit`` word-pieces."""
    part: list[Segment] = []
    for segment in run:
        if part and sum(_cost(item) for item in part) + _cost(segment) > limit:
            yield part
            part = []
        part.append(segment)
    if part:
        yield part


def _cost(segment: Segment) -> int:
    return int(1.3 * len(segment.words)) + 1
