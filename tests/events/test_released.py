from __future__ import annotations

from datetime import date

import pytest

from events.drafts import draft
from events.facts import Issue, WrittenFacts
from pipeline.events.released import fill_from_release
from pipeline.vocabularies import Slot, Tense

DAY = date(2021, 8, 11)
OURS = WrittenFacts(issued=Issue(("USA",), DAY))


def test_released_leaves_reports_alone() -> None:
    made = draft("impose", targets="Iran")
    fill_from_release([made], WrittenFacts())
    assert not made.values(Slot.SENDERS) and not made.values(Slot.DATE)


@pytest.mark.parametrize(
    ("action", "slots", "senders"),
    [
        ("impose", {}, ("USA",)),
        ("impose", {"senders": "EU"}, ("EU",)),
        ("lift", {"target_countries": "USA"}, ()),  # a state does not sanction itself
        ("oppose", {}, ()),
        ("call_for", {}, ()),
    ],
)
def test_released_acts_are_the_issuers(action: str, slots: dict[str, str], senders: tuple[str, ...]) -> None:
    made = draft(action, **slots)
    fill_from_release([made], OURS)
    assert made.values(Slot.SENDERS) == senders


@pytest.mark.parametrize(("tense", "dates"), [(Tense.PRESENT, ("2021-08-11",)), (Tense.PAST, ())])
def test_released_acts_are_of_its_day_unless_past(tense: Tense, dates: tuple[str, ...]) -> None:
    made = draft("impose")
    made.frames[0] = made.frame.model_copy(update={"tense": tense})
    fill_from_release([made], OURS)
    assert made.values(Slot.DATE) == dates
