from __future__ import annotations

import pytest

from pipeline.events.draft import Draft
from pipeline.events.plausible import part_sender_and_target
from pipeline.vocabularies import Slot
from tests.events.drafts import draft


def sides(told: Draft) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    return told.values(Slot.SENDERS), told.values(Slot.TARGET_COUNTRIES), told.values(Slot.TARGETS)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        # "Americans are barred from dealing with them" beside sanctions on China: no target.
        ({"senders": "USA", "target_countries": "CHN"}, (("USA",), (), ())),
        # Sanctions on Americans by somebody else: the sender was misread.
        ({"senders": "RUS", "target_countries": "USA"}, ((), ("USA",), ("Americans",))),
    ],
)
def test_plausible_nobody_sanctions_itself(other: dict[str, str], expected: tuple[tuple[str, ...], ...]) -> None:
    both = draft("impose", senders="USA", target_countries="USA", targets="Americans")
    part_sender_and_target([both, draft("impose", **other)])
    assert sides(both) == expected


def test_plausible_leaves_the_targets_of_other_states() -> None:
    mixed = draft("impose", senders="USA", target_countries="USA | CHN", targets="Americans | Chinese")
    part_sender_and_target([mixed, draft("impose", senders="USA", target_countries="CHN")])
    assert sides(mixed) == (("USA",), ("CHN",), ("Americans", "Chinese"))


def test_plausible_leaves_two_sides_alone() -> None:
    told = draft("impose", senders="USA", target_countries="CHN", targets="Chinese")
    part_sender_and_target([told])
    assert sides(told) == (("USA",), ("CHN",), ("Chinese",))
