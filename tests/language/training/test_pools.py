from __future__ import annotations

import pytest

from pipeline import lexicon
from pipeline.language.training.pools import joined_pools, lexicon_pools
from pipeline.language.training.segments import Pools

LABELS = ("PERSON", "PARTY", "ORG", "GPE", "LAW")


@pytest.fixture(scope="module")
def pools() -> Pools:
    return lexicon_pools(lexicon.shared(), LABELS)


@pytest.mark.parametrize(
    ("label", "name", "held"),
    [
        ("PARTY", ("Fidesz",), True),
        ("PARTY", ("Bloc", "Québécois"), True),
        ("PARTY", ("Tories",), False),
        ("LAW", ("Executive", "Order", "13818"), True),
        ("ORG", ("International", "Criminal", "Court"), True),
        ("ORG", ("U.S.", "Treasury", "Department"), False),
        ("GPE", ("Burkina", "Faso"), True),
        ("GPE", ("Black", "Sea"), False),
    ],
)
def test_pools_hold_names_that_stand_for_one_another(
    pools: Pools, label: str, name: tuple[str, ...], *, held: bool
) -> None:
    assert (name in pools[LABELS.index(label)]) == held


def test_pools_leave_out_labels_that_the_model_lacks() -> None:
    assert sorted(lexicon_pools(lexicon.shared(), ("PARTY",))) == [0]


def test_pools_joined_hold_every_name_once() -> None:
    first: Pools = {1: [("a",), ("b",)]}
    second: Pools = {0: [("c",)], 1: [("b",), ("d",)]}
    assert joined_pools(first, second) == {0: [("c",)], 1: [("a",), ("b",), ("d",)]}
