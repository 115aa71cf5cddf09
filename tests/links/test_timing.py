"""Which date a trigger has, on trees built by hand; all sentences are invented."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from pipeline.links.stances import Climb, Stand
from pipeline.links.timing import DATES, dates_of
from pipeline.records import Trigger

# word, head, label, part of speech; (first, last) of the date; trigger and stance
ASKED = [
    ("Ottawa", 3, "nsubj", "PROPN"), ("on", 2, "case", "ADP"), ("Monday", 3, "obl", "PROPN"),
    ("condemned", 3, "root", "VERB"), ("Minsk", 3, "obj", "PROPN"), ("and", 6, "cc", "CCONJ"),
    ("threatened", 3, "conj", "VERB"), ("sanctions", 6, "obj", "NOUN"),
]  # fmt: skip
BANNED = [
    ("Last", 1, "amod", "ADJ"), ("week", 3, "nmod:poss", "NOUN"), ("'s", 1, "case", "PART"),
    ("resolution", 6, "nsubj", "NOUN"), ("threatening", 3, "acl", "VERB"), ("sanctions", 4, "obj", "NOUN"),
    ("failed", 6, "root", "VERB"),
]  # fmt: skip
IMPOSED = [
    ("Ottawa", 1, "nsubj", "PROPN"), ("imposed", 1, "root", "VERB"), ("sanctions", 1, "obj", "NOUN"),
    ("after", 5, "mark", "SCONJ"), ("Minsk", 5, "nsubj", "PROPN"), ("voted", 1, "advcl", "VERB"),
    ("in", 7, "case", "ADP"), ("2010", 5, "obl", "NUM"),
]  # fmt: skip
ENDED = [
    ("Ottawa", 1, "nsubj", "PROPN"), ("imposed", 1, "root", "VERB"), ("sanctions", 1, "obj", "NOUN"),
    ("although", 5, "mark", "SCONJ"), ("Minsk", 5, "nsubj", "PROPN"), ("voted", 1, "advcl", "VERB"),
    ("in", 7, "case", "ADP"), ("2010", 5, "obl", "NUM"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("tree", "date", "trigger", "stance", "rules"),
    [
        (ASKED, (2, 3), 7, 6, ["date:stance"]),
        (BANNED, (0, 2), 5, 4, ["date:stance"]),
        (IMPOSED, (7, 8), 1, None, ["date:after"]),
        (ENDED, (7, 8), 1, None, []),
    ],
    ids=["coordinated stance", "participle on a dated noun", "what it answers to", "another clause"],
)
def test_timing_finds_what_a_date_hangs_on(
    tree: list[tuple[str, int, str, str]], date: tuple[int, int], trigger: int, stance: int | None, rules: list[str]
) -> None:
    words, heads, deps, pos = (list(column) for column in zip(*tree, strict=True))
    doc = Doc(spacy.blank("en").vocab, words=words, heads=heads, deps=deps, pos=pos)  # type: ignore[arg-type]
    doc.spans[DATES] = [Span(doc, *date, label="DATE")]
    stands = [] if stance is None else [Stand("threaten", doc[stance])]
    found = dates_of(
        doc,
        Trigger(operation="impose", token=trigger, anchor=None, how="test"),
        Climb(stands, [], [], doc[stance or trigger]),
        other_ends=frozenset({"until"}),
        aftermath=frozenset({"after"}),
    )
    assert [argument.rule for argument in found] == rules
