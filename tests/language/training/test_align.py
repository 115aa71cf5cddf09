from __future__ import annotations

import numpy as np
import pytest

from pipeline.language.tokens import blank_pipeline
from pipeline.language.training.align import ROOT_HEAD, UNKNOWN_HEAD, Aligner, Segment, take_inventory
from pipeline.language.training.passages import Mark, Node, Passage

LABELS = ("PERSON", "ROLE", "LAW")
OUT, B_PERSON, E_PERSON, S_PERSON = 1 << 0, 1 << 1, 1 << 3, 1 << 4
ANY_PERSON, ANY_ROLE, ANY_LAW = (0b1111 << 1, 0b1111 << 5, 0b1111 << 9)


def align(passage: Passage) -> Segment:
    inventory = take_inventory([passage, passage], LABELS)
    return Aligner(blank_pipeline().tokenizer, inventory).segment(passage)


def mark(start: int, end: int, *labels: str, loose: bool = False) -> Mark:
    return Mark(start, end, frozenset(labels), loose)


@pytest.mark.parametrize(
    ("marks", "unknown", "allowed"),
    [
        ((mark(4, 14, "PERSON"),), (), [OUT, B_PERSON, E_PERSON, OUT]),
        ((mark(4, 14, "PERSON"),), ("LAW",), [OUT | ANY_LAW, B_PERSON, E_PERSON, OUT | ANY_LAW]),
        ((mark(4, 14, "PERSON", "LAW"),), (), [OUT, B_PERSON | B_PERSON << 8, E_PERSON | E_PERSON << 8, OUT]),
        ((mark(9, 14, "PERSON", "O"),), (), [OUT, OUT, OUT | ANY_PERSON, OUT]),
        ((mark(9, 14, "PERSON"),), (), [OUT, OUT, S_PERSON, OUT]),
        ((mark(4, 14, "PERSON", "O"),), (), [OUT, OUT | ANY_PERSON, OUT | ANY_PERSON, OUT]),
        ((mark(4, 14),), (), [OUT, 2**13 - 1, 2**13 - 1, OUT]),
        (
            (mark(0, 14, "PERSON", "ROLE", "O", loose=True),),
            (),
            [OUT | ANY_PERSON | ANY_ROLE] * 2 + [ANY_PERSON | ANY_ROLE, OUT],
        ),
        ((mark(4, 12, "PERSON"),), (), [OUT, OUT | ANY_PERSON, OUT | ANY_PERSON, OUT]),
    ],
)
def test_align_allows_what_the_set_does_not_contradict(
    marks: tuple[Mark, ...], unknown: tuple[str, ...], allowed: list[int]
) -> None:
    segment = align(Passage("MP. Jana Kovac left", "d", marks, unknown=frozenset(unknown)))
    assert segment.words == ["MP", ".", "Jana", "Kovac", "left"] or len(segment.words) == 4
    assert segment.allowed.tolist()[-4:] == allowed


def test_align_unmarked_set_allows_everything() -> None:
    assert set(align(Passage("Jana left", "d", marked=False)).allowed.tolist()) == {2**13 - 1}


def test_align_merged_words_take_the_top_of_the_tree() -> None:
    # The treebank cuts "U.S" and "."; spaCy keeps "U.S." whole.
    nodes = (
        Node(0, 3, "NNP", "PROPN", "U.S", 3, "nsubj"),
        Node(3, 4, ".", "PUNCT", ".", 0, "punct"),
        Node(5, 9, "MD", "AUX", "will", 3, "aux"),
        Node(10, 14, "VB", "VERB", "vote", -1, "root"),
    )
    segment = align(Passage("U.S. will vote", "d", nodes=nodes))
    assert segment.words == ["U.S.", "will", "vote"]
    assert segment.heads.tolist() == [2, 2, ROOT_HEAD]


def test_align_divided_words_keep_only_their_arc() -> None:
    nodes = (Node(0, 9, "JJ", "ADJ", "well-made", 1, "amod"), Node(10, 14, "NN", "NOUN", "plan", -1, "root"))
    segment = align(Passage("well-made plan", "d", nodes=nodes))
    assert segment.words == ["well", "-", "made", "plan"]
    assert segment.heads.tolist() == [3, UNKNOWN_HEAD, UNKNOWN_HEAD, ROOT_HEAD]
    assert segment.tags.tolist()[:3] == [-1, -1, -1]


def test_align_item_of_several_sentences_has_open_borders() -> None:
    segment = align(Passage("They met. They left.", "d", sentence=False))
    assert segment.starts.tolist() == [1, -1, -1, -1, -1, -1]
    assert np.all(align(Passage("They met.", "d")).starts == [1, 0, 0])
