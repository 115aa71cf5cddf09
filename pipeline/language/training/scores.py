"""Counting what a pipeline got right, with bootstrap intervals over passages.

F1 of a label is 2 * right / (found + wanted), micro-averaged over passages; intervals are percentiles of the same
figure over passages drawn again with replacement (Efron's bootstrap, fixed seed).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.training.passages import OUTSIDE, Passage

_DRAWS = 1000
_SEED = 7
_LEVEL = (2.5, 97.5)
_PUNCTUATION = "punct"
_ROOTS = frozenset({"root", "ROOT"})

Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Figure:
    """A figure in percent with its 95 % interval and the number of things it is over."""

    name: str
    value: float
    low: float
    high: float
    support: int


def entity_figures(nlp: Language, passages: Sequence[Passage], merge: Mapping[str, str]) -> list[Figure]:
    """Return strict span F1 by label, over all labels first: same characters, same label.

    Args:
        nlp: the pipeline to judge.
        passages: text with gold marks; a mark that may have one of several labels counts as the first of these.
        merge: label to the name under which it is scored; labels that are missing are not scored.
    """
    names = list(dict.fromkeys(merge.values()))
    table = np.zeros((len(passages), len(names) + 1, 3), dtype=np.int64)
    for row, (passage, doc) in enumerate(zip(passages, nlp.pipe(item.text for item in passages), strict=True)):
        found = {(ent.start_char, ent.end_char, merge[ent.label_]) for ent in doc.ents if ent.label_ in merge}
        wanted = _wanted(passage, merge)
        for column, name in enumerate(names):
            mine, theirs = ({span for span in spans if span[2] == name} for spans in (found, wanted))
            table[row, column + 1] = len(mine & theirs), len(mine), len(theirs)
    table[:, 0] = table[:, 1:].sum(axis=1)
    return [f1_figure(name, table[:, column]) for column, name in enumerate(["all", *names])]


def _wanted(passage: Passage, merge: Mapping[str, str]) -> set[tuple[int, int, str]]:
    wanted = set()
    for mark in passage.marks:
        named = [name for label, name in merge.items() if label in mark.labels]
        if named and OUTSIDE not in mark.labels:
            wanted.add((mark.start, mark.end, named[0]))
    return wanted


def f1_figure(name: str, counts: Counts) -> Figure:
    """Return F1 of counts ``(right, found, wanted)`` by passage, shape (passages, 3)."""

    def ratio(sums: NDArray[np.float64]) -> NDArray[np.float64]:
        return 200 * sums[..., 0] / np.maximum(sums[..., 1] + sums[..., 2], 1)

    low, high = np.percentile(ratio(_drawn(counts)), _LEVEL)
    return Figure(name, float(ratio(counts.sum(axis=0))), float(low), float(high), int(counts[:, 2].sum()))


def _drawn(counts: Counts) -> NDArray[np.float64]:
    """Return the column sums of every bootstrap draw, shape (draws, columns)."""
    n = len(counts)
    draws = np.random.default_rng(_SEED).multinomial(n, np.full(n, 1 / n), size=_DRAWS)
    return (draws @ counts).astype(np.float64)


def tree_figures(nlp: Language, passages: Sequence[Passage]) -> list[Figure]:
    """Return accuracy of Penn tags, parts of speech and lemmas, UAS and LAS, on gold words and sentences.

    Punctuation is left out of UAS and LAS; relations are compared with their subtypes.
    """
    names = ("TAG", "POS", "lemma", "UAS", "LAS")
    table = np.zeros((len(passages), len(names), 2), dtype=np.int64)
    for row, passage in enumerate(passages):
        doc = gold_doc(nlp, passage)
        for _, component in nlp.pipeline:
            doc = component(doc)
        table[row] = _tree_counts(doc, passage)
    figures = []
    for column, name in enumerate(names):
        sums = _drawn(table[:, column])
        low, high = np.percentile(100 * sums[:, 0] / np.maximum(sums[:, 1], 1), _LEVEL)
        right, total = (int(value) for value in table[:, column].sum(axis=0))
        figures.append(Figure(name, 100 * right / max(total, 1), float(low), float(high), total))
    return figures


def gold_doc(nlp: Language, passage: Passage) -> Doc:
    """Return a ``Doc`` of the passage's gold words as one sentence."""
    words = [passage.text[node.start : node.end] for node in passage.nodes]
    ends = [node.end for node in passage.nodes]
    begins = [node.start for node in passage.nodes[1:]] + [len(passage.text)]
    spaces = [begin > end for begin, end in zip(begins, ends, strict=True)]
    starts: list[bool | int | None] = [True, *([False] * (len(words) - 1))]
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)


def _tree_counts(doc: Doc, passage: Passage) -> Counts:
    counts = np.zeros((5, 2), dtype=np.int64)
    for token, node in zip(doc, passage.nodes, strict=True):
        head = -1 if token.head.i == token.i else token.head.i
        same_relation = token.dep_ == node.relation or (token.dep_ in _ROOTS and node.relation in _ROOTS)
        right = head == node.head
        told = [(token.tag_ == node.tag, True), (token.pos_ == node.pos, True), (token.lemma_ == node.lemma, True)]
        scored = node.relation != _PUNCTUATION
        told += [(right, scored), (right and same_relation, scored)]
        counts += np.array([(int(ok and use), int(use)) for ok, use in told], dtype=np.int64)
    return counts


def sentence_figure(nlp: Language, passages: Sequence[Passage]) -> Figure:
    """Return F1 of sentence beginnings on running text: sentences joined by a blank, paragraphs by two line ends."""
    documents: dict[str, list[Passage]] = {}
    for passage in passages:
        documents.setdefault(passage.document, []).append(passage)
    table = np.zeros((len(documents), 3), dtype=np.int64)
    for row, parts in enumerate(documents.values()):
        text, wanted = "", set()
        for part in parts:
            text += ("\n\n" if part.paragraph else " ") if text else ""
            wanted.add(len(text))
            text += part.text
        found = {sentence.start_char for sentence in nlp(text).sents}
        table[row] = len(found & wanted), len(found), len(wanted)
    return f1_figure("sentences", table)
