from __future__ import annotations

import pytest

from events.drafts import draft
from events.facts import WrittenFacts
from pipeline.events.read_slots import fill_read_slots
from pipeline.records import Argument, Frame
from pipeline.vocabularies import Measure, Reason, Slot

FACTS = WrittenFacts(
    named={"Norway": ("NOR",), "12 Belarusian judges": ("BLR",), "European": ("EU",)},
    persons={"Berg": "Ida Berg", "Dahl": "Ola Dahl"},
    told_measures={"visa bans": Measure.TRAVEL_BAN},
    told_reasons={"jailing of protesters": Reason.HUMAN_RIGHTS},
    told_times={"Monday": "2021-08-09"},
)


def reading(action: str, **phrases: str) -> Frame:
    """Return a reading whose slots hold phrases, written "a | b"."""
    arguments = [
        Argument(start=0, end=len(words), text=words, slot=Slot[slot.upper()], rule=f"head:{slot}", core=len(words))
        for slot, told in phrases.items()
        for words in told.split(" | ")
    ]
    return draft(action).frame.model_copy(update={"arguments": tuple(arguments)})


@pytest.mark.parametrize(
    ("action", "phrases", "slot", "values"),
    [
        ("impose", {"actors": "Berg"}, Slot.ACTORS, ("Ida Berg",)),
        ("impose", {"actors": "Berg and Dahl"}, Slot.ACTORS, ("Ida Berg", "Ola Dahl")),
        ("impose", {"actors": "they"}, Slot.ACTORS, ()),
        ("impose", {"actors": "Norway"}, Slot.SENDERS, ("NOR",)),
        ("oppose", {"actors": "Norway"}, Slot.SENDERS, ()),
        ("oppose", {"actors": "Norway", "senders": "European"}, Slot.SENDERS, ("EU",)),
        ("impose", {"targets": "12 Belarusian judges"}, Slot.TARGET_COUNTRIES, ("BLR",)),
        ("impose", {"targets": "12 Belarusian judges"}, Slot.TARGET_COUNT, ("12",)),
        ("enact", {"targets": "12 Belarusian judges"}, Slot.TARGETS, ()),
        ("call_for", {"addressees": "Norway"}, Slot.ADDRESSEES, ("Norway",)),
        ("impose", {"addressees": "Norway"}, Slot.ADDRESSEES, ()),
        ("impose", {"measures": "visa bans"}, Slot.MEASURES, ("travel_ban",)),
        ("impose", {"reasons": "the jailing of protesters"}, Slot.REASONS, ("human_rights",)),
        ("impose", {"date": "Monday"}, Slot.DATE, ("2021-08-09",)),
        ("impose", {"date": "soon"}, Slot.DATE, ()),
    ],
)
def test_read_slots_become_values(action: str, phrases: dict[str, str], slot: Slot, values: tuple[str, ...]) -> None:
    made = draft(action)
    fill_read_slots(made, reading(action, **phrases), FACTS)
    assert made.values(slot) == values


def test_read_slots_leave_what_is_told_already() -> None:
    made = draft("impose", senders="USA")
    fill_read_slots(made, reading("impose", senders="Norway"), FACTS)
    assert made.values(Slot.SENDERS) == ("USA",)
