"""Puts passages on the run time's own tokens and turns their annotation into numbers.

Input: ``Passage`` records. Output: ``Segment`` records over the words of spaCy's English tokenizer. Where a set's words
differ from these, a merged word takes the place of its topmost part in the tree and a divided one keeps only its arc.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from pipeline.language.lemmas import LemmaTable, learn_lemmas
from pipeline.language.training.event_columns import event_columns
from pipeline.language.training.eventless import is_eventless
from pipeline.language.training.irregular import irregular_lemmas
from pipeline.language.training.passages import OUTSIDE, Mark, Node, Passage
from pipeline.language.words import SPACE, break_before

UNKNOWN = -1
ROOT_HEAD, UNKNOWN_HEAD = -1, -2
_NO_LEMMA = "_"


@dataclass(frozen=True)
class Inventory:
    """The closed sets of values that the heads choose from, in the order of their scores, and the lemma table.

    Attributes:
        actions, slots: of sanction events; empty where no set tells these.
    """

    labels: tuple[str, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    relations: tuple[str, ...]
    lemmas: LemmaTable
    actions: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answers:
    """What every word should be answered with.

    Attributes:
        allowed: bit ``t`` is set when entity tag ``t`` does not contradict the annotation.
        heads: index of the word's head, ``ROOT_HEAD`` or ``UNKNOWN_HEAD``.
        starts: 1 where a sentence begins, 0 where none does, ``UNKNOWN``.
        actions: sanction events, see ``event_columns``.
    """

    allowed: NDArray[np.uint64]
    tags: NDArray[np.int64]
    pos: NDArray[np.int64]
    heads: NDArray[np.int64]
    relations: NDArray[np.int64]
    starts: NDArray[np.int64]
    actions: NDArray[np.int64]


@dataclass(frozen=True)
class Segment(Answers):
    """A passage in numbers, one row per word; heads are indices within it.

    Attributes:
        breaks: what stands before each word (``words.break_before``); the first is set when segments are joined.
        roles: slots of sanction events, a column per event, see ``event_columns``.
        loss, tree_loss: factors on the losses of the entities and of all else.
        gold_tree: the tree was drawn by people.
    """

    words: list[str]
    breaks: NDArray[np.int64]
    roles: NDArray[np.int64]
    document: str
    paragraph: bool
    loss: float = 1.0
    tree_loss: float = 1.0
    gold_tree: bool = False


def take_inventory(
    passages: Iterable[Passage], labels: Sequence[str], vocabulary: Mapping[str, int] | None = None
) -> Inventory:
    """Collect the values that occur in the treebanks and learn their lemmas."""
    tags: Counter[str] = Counter()
    pos: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    lemmas: list[tuple[str, str, str]] = []
    for passage in passages:
        for node in passage.nodes:
            tags[node.tag] += 1
            pos[node.pos] += 1
            relations[_relation(node)] += 1
            if node.lemma != _NO_LEMMA:
                lemmas.append((passage.text[node.start : node.end], node.tag, node.lemma))
    found = tuple(sorted(tags)), tuple(sorted(pos)), tuple(sorted(relations))
    return Inventory(tuple(labels), *found, learn_lemmas([*lemmas, *irregular_lemmas()], vocabulary))


def _relation(node: Node) -> str:
    return "ROOT" if node.head < 0 else node.relation


class Aligner:
    """Makes segments of passages with one tokenizer and one inventory."""

    def __init__(self, tokenizer: Callable[[str], Doc], inventory: Inventory) -> None:
        self._tokenizer = tokenizer
        self._tag_ids = {tag: i for i, tag in enumerate(inventory.tags)}
        self._pos_ids = {pos: i for i, pos in enumerate(inventory.pos)}
        self._relation_ids = {relation: i for i, relation in enumerate(inventory.relations)}
        self._labels = inventory.labels
        self._all_tags = np.uint64((1 << (1 + 4 * len(inventory.labels))) - 1)

    def segment(self, passage: Passage, *, loss: float = 1.0) -> Segment:
        """Return the passage on spaCy's tokens."""
        doc = self._tokenizer(passage.text)
        tokens = [(token.idx, token.idx + len(token)) for token in doc if not token.is_space]
        starts = np.full(len(tokens), 0 if passage.sentence else UNKNOWN, dtype=np.int64)
        starts[:1] = 1
        empty: dict[str, Any] = {
            name: np.full(len(tokens), UNKNOWN, dtype=np.int64) for name in ("tags", "pos", "relations")
        }
        told = () if passage.frames is None and is_eventless(passage.text) else passage.frames
        actions, roles = event_columns(told, tokens)
        segment = Segment(
            words=[passage.text[start:end] for start, end in tokens],
            breaks=_breaks(doc, tokens),
            allowed=self._allowed(passage, tokens),
            **empty,
            heads=np.full(len(tokens), UNKNOWN_HEAD, dtype=np.int64),
            starts=starts,
            actions=actions,
            roles=roles,
            document=passage.document,
            paragraph=passage.paragraph,
            loss=loss,
            gold_tree=bool(passage.nodes),
        )
        if passage.nodes:
            self._write_tree(segment, passage, tokens)
        return segment

    def _allowed(self, passage: Passage, tokens: list[tuple[int, int]]) -> NDArray[np.uint64]:
        if not passage.marked:
            return np.full(len(tokens), self._all_tags)
        outside = 1 | self._bits(passage.unknown, range(4))
        allowed = np.full(len(tokens), outside, dtype=np.uint64)
        for mark in passage.marks:
            inside = [i for i, (start, end) in enumerate(tokens) if start < mark.end and end > mark.start]
            if inside:
                self._write_mark(allowed, mark, inside, tokens)
        return allowed

    def _write_mark(
        self, allowed: NDArray[np.uint64], mark: Mark, inside: list[int], tokens: list[tuple[int, int]]
    ) -> None:
        first, last = inside[0], inside[-1]
        exact = tokens[first][0] == mark.start and tokens[last][1] == mark.end
        if not mark.labels:
            allowed[first : last + 1] = self._all_tags
            return
        outside = int(OUTSIDE in mark.labels)
        if mark.loose or outside or not exact:
            allowed[first : last + 1] = self._bits(mark.labels, range(4)) | outside | int(not exact)
            if mark.loose and exact:
                allowed[last] = self._bits(mark.labels, range(4))
        elif first == last:
            allowed[first] = self._bits(mark.labels, (3,))
        else:
            allowed[first] = self._bits(mark.labels, (0,))
            allowed[first + 1 : last] = self._bits(mark.labels, (1,))
            allowed[last] = self._bits(mark.labels, (2,))

    def _bits(self, labels: Iterable[str], kinds: Iterable[int]) -> int:
        chosen = [i for i, label in enumerate(self._labels) if label in labels]
        return sum(1 << (1 + 4 * i + kind) for i in chosen for kind in kinds)

    def _write_tree(self, segment: Segment, passage: Passage, tokens: list[tuple[int, int]]) -> None:
        place, shared, divided = _place_nodes(passage.nodes, tokens)
        for i, node in enumerate(passage.nodes):
            at = place[i]
            head = ROOT_HEAD if node.head < 0 else place[node.head]
            if at < 0 or (head == at and len(shared[at]) > 1) or segment.heads[at] != UNKNOWN_HEAD:
                continue
            if node.head >= 0 and head < 0:
                continue
            segment.heads[at] = head
            segment.relations[at] = self._relation_ids.get(_relation(node), UNKNOWN)
            if i not in divided:
                segment.tags[at] = self._tag_ids.get(node.tag, UNKNOWN)
                segment.pos[at] = self._pos_ids.get(node.pos, UNKNOWN)


def _breaks(doc: Doc, tokens: list[tuple[int, int]]) -> NDArray[np.int64]:
    text = doc.text
    breaks = np.full(len(tokens), SPACE, dtype=np.int64)
    for i in range(1, len(tokens)):
        breaks[i] = break_before(text[tokens[i - 1][1] : tokens[i][0]])
    return breaks


def _place_nodes(
    nodes: Sequence[Node], tokens: list[tuple[int, int]]
) -> tuple[list[int], dict[int, list[int]], set[int]]:
    """Return every node's token, every token's nodes, and the nodes that lie on several tokens."""
    place: list[int] = []
    shared: dict[int, list[int]] = {}
    divided: set[int] = set()
    cursor = 0
    for i, node in enumerate(nodes):
        while cursor < len(tokens) - 1 and tokens[cursor][1] <= node.start:
            cursor += 1
        last = cursor
        while last < len(tokens) - 1 and tokens[last + 1][0] < node.end:
            last += 1
        if last > cursor:
            divided.add(i)
        place.append(cursor if tokens else -1)
        shared.setdefault(cursor, []).append(i)
    return place, shared, divided
