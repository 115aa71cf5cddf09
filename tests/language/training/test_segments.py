from __future__ import annotations

from random import Random

import pytest

from pipeline.language.tokens import blank_pipeline
from pipeline.language.training.align import ROOT_HEAD, UNKNOWN_HEAD, Aligner, Inventory, Segment
from pipeline.language.training.disguise import curled, recased, with_bullet, with_dateline, wrapped
from pipeline.language.training.passages import Mark, Node, Passage
from pipeline.language.training.segments import crop, name_pools, sure_spans, swapped, without_full_stop
from pipeline.language.words import LINE

LABELS = ("PERSON", "ORG", "GPE")
ALL_TAGS = 2**13 - 1
TEXT = "Jana Kovac left the African Union ."


@pytest.fixture
def segment() -> Segment:
    marks = (Mark(0, 10, frozenset({"PERSON"})), Mark(20, 33, frozenset({"ORG"})))
    inventory = Inventory(LABELS, ("NN",), ("NOUN",), ("ROOT", "nsubj", "punct"), {})
    return Aligner(blank_pipeline().tokenizer, inventory).segment(Passage(TEXT, "d", marks))


def texts(segment: Segment) -> list[tuple[str, str]]:
    return [(" ".join(segment.words[start:stop]), LABELS[label]) for start, stop, label in sure_spans(segment)]


def test_segments_sure_spans(segment: Segment) -> None:
    assert texts(segment) == [("Jana Kovac", "PERSON"), ("African Union", "ORG")]


def test_segments_crop_opens_a_mention_cut_in_two(segment: Segment) -> None:
    part = crop(segment, 1, 6, all_tags=ALL_TAGS)
    assert part.words == ["Kovac", "left", "the", "African", "Union"]
    assert part.allowed[0] == ALL_TAGS
    assert texts(part) == [("African Union", "ORG")]
    assert crop(segment, 0, 5, all_tags=ALL_TAGS).allowed[4] == ALL_TAGS
    assert part.starts[0] == 0


def test_segments_swapped_names_keep_their_labels(segment: Segment) -> None:
    other = name_pools([segment], LABELS)
    pools = {0: [("Amara", "van", "der", "Oye")], 1: other[1]}
    results = [swapped(segment, pools, Random(seed)) for seed in range(8)]
    changed = [texts(item)[0] for item in results if item.words != segment.words]
    assert changed
    assert set(changed) == {("Amara van der Oye", "PERSON")}
    for item in results:
        assert len(item.words) == len(item.allowed) == len(item.breaks) == len(item.heads)


def test_segments_swapped_single_words_give_way_to_single_words(segment: Segment) -> None:
    surname = crop(segment, 1, 7, all_tags=ALL_TAGS)
    surname.allowed[0] = 1 << 4
    pools = {0: [("Amara", "van", "der", "Oye"), ("Oye",)], 1: [("NATO",), ("African", "Union")]}
    found = {tuple(texts(swapped(surname, pools, Random(seed)))) for seed in range(16)}
    assert found == {(("Kovac", "PERSON"), ("African Union", "ORG")), (("Oye", "PERSON"), ("African Union", "ORG"))}


def test_segments_name_pools_lend_the_last_word_of_people(segment: Segment) -> None:
    assert name_pools([segment], LABELS) == {0: [("Jana", "Kovac"), ("Kovac",)], 1: [("African", "Union")]}


def test_segments_full_stop_goes_only_as_a_leaf() -> None:
    inventory = Inventory(LABELS, ("NN",), ("NOUN",), ("ROOT", "nsubj", "punct"), {})
    aligner = Aligner(blank_pipeline().tokenizer, inventory)
    nodes = [Node(0, 4, "NN", "NOUN", "Vote", -1, "root"), Node(5, 9, "NN", "NOUN", "held", 0, "nsubj")]
    leaf = aligner.segment(Passage("Vote held .", "d", nodes=(*nodes, Node(10, 11, ".", "PUNCT", ".", 0, "punct"))))
    root = aligner.segment(
        Passage(
            "Vote held .",
            "d",
            nodes=(Node(0, 4, "NN", "NOUN", "Vote", 2, "nsubj"), nodes[1], Node(10, 11, ".", "PUNCT", ".", -1, "root")),
        )
    )
    assert without_full_stop(leaf).words == ["Vote", "held"]
    assert without_full_stop(root).words == ["Vote", "held", "."]
    assert without_full_stop(leaf).heads.tolist() == [ROOT_HEAD, 0]


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("upper", ["JANA", "KOVAC", "LEFT", "THE", "AFRICAN", "UNION", "."]),
        ("lower", ["jana", "kovac", "left", "the", "african", "union", "."]),
        ("title", ["Jana", "Kovac", "Left", "the", "African", "Union", "."]),
    ],
)
def test_disguise_recased(segment: Segment, style: str, words: list[str]) -> None:
    assert recased(segment, style).words == words


def test_disguise_puts_words_in_front(segment: Segment) -> None:
    pools = {2: [("Addis", "Ababa")], 1: [("Reuters",)]}
    dated = with_dateline(segment, 2, 1, pools, Random(3))
    assert texts(dated)[0] == ("ADDIS ABABA", "GPE")
    assert texts(dated)[-1] == ("African Union", "ORG")
    assert dated.starts.sum() == 1
    assert dated.heads[0] == UNKNOWN_HEAD
    listed = with_bullet(segment, Random(1))
    assert listed.words[1:] == segment.words
    assert len(listed.allowed) == len(listed.words)


def test_disguise_wraps_and_curls(segment: Segment) -> None:
    assert [i for i, gap in enumerate(wrapped(segment, 3).breaks) if gap == LINE] == [3, 6]
    aligner = Aligner(blank_pipeline().tokenizer, Inventory(LABELS, (), (), (), {}))
    quoted = aligner.segment(Passage('"No," she didn\'t say "yes".', "d"))
    assert [word for word in curled(quoted).words if not word.isalpha()] == ["“", ",", "”", "n’t", "“", "”", "."]
