from __future__ import annotations

from datetime import date

import pytest

from events.drafts import draft
from pipeline.events.draft import Draft
from pipeline.events.gather import gather
from pipeline.records import Span
from pipeline.vocabularies import Slot

NEWS = date(2021, 7, 3)


@pytest.mark.parametrize(
    ("first", "second", "events"),
    [
        # headline and lead
        (draft("impose", senders="CAN", targets="judges"), draft("impose", sentence=1, senders="CAN"), 1),
        # another action is another event
        (draft("impose", senders="CAN"), draft("extend", sentence=1, senders="CAN"), 2),
        # another sender is another event
        (draft("impose", senders="CAN"), draft("impose", sentence=1, senders="GBR"), 2),
        # another target's state is another event
        (
            draft("impose", senders="CAN", target_countries="BLR"),
            draft("impose", sentence=1, senders="CAN", target_countries="IRN"),
            2,
        ),
        # another date is another event; a coarser one is not
        (draft("impose", senders="CAN", date="2021-07-02"), draft("impose", sentence=1, senders="CAN", date="2020"), 2),
        (draft("impose", senders="CAN", date="2021-07-02"), draft("impose", sentence=1, senders="CAN", date="2021"), 1),
        # different people who call are different calls
        (draft("call_for", actors="Ida Berg"), draft("call_for", sentence=1, actors="Jo Lund"), 2),
        (draft("call_for", actors="Ida Berg"), draft("call_for", sentence=1, actors="Berg"), 1),
        # what the head of the article tells without a date is the news, not the history told below
        (draft("impose", senders="CAN"), draft("impose", sentence=6, senders="CAN", date="2014"), 2),
        (draft("impose", senders="CAN"), draft("impose", sentence=6, senders="CAN", date="2021-07-02"), 1),
        # a call without its caller belongs to what is told beside it, no farther
        (draft("call_for", actors="Ida Berg"), draft("call_for", sentence=1), 1),
        (draft("call_for", actors="Ida Berg"), draft("call_for", sentence=6), 2),
        # other names are other targets, a state's name included
        (draft("impose", targets="Vesta Bank"), draft("impose", sentence=1, targets="Norilsk Air"), 2),
        (draft("impose", targets="Vesta Bank"), draft("impose", sentence=1, targets="two banks"), 1),
        # two counts are two sets of targets
        (
            draft("impose", senders="CAN", targets="four judges", target_count="4"),
            draft("impose", sentence=1, senders="CAN", targets="nine banks", target_count="9"),
            2,
        ),
    ],
)
def test_gather_merges_one_happening_only(first: Draft, second: Draft, events: int) -> None:
    assert len(gather([first, second], published=NEWS)) == events


def test_gather_keeps_the_first_telling_and_adds_what_it_left_out() -> None:
    first = draft("impose", sentence=1, senders="CAN", measures="travel_ban")
    second = draft("impose", sentence=2, senders="CAN", targets="judges", measures="asset_freeze")
    (event,) = gather([first, second], published=NEWS)
    assert event.frame.sentence == 1
    assert event.values(Slot.TARGETS) == ("judges",)
    assert event.values(Slot.MEASURES) == ("travel_ban", "asset_freeze")
    assert event.fills[Slot.TARGETS][0].rule == "gather:later-mention(told)"


def test_gather_takes_the_full_words_of_the_body_for_those_of_the_headline() -> None:
    headline = draft("call_for", actors="MPs", targets="officials", senders="CAN")
    lead = draft("call_for", sentence=2, actors="62 MPs | four senators", targets="officials in Minsk", senders="CAN")
    (event,) = gather([headline, lead], published=NEWS, title=Span(start=0, end=40, text="x"))
    assert event.frame.sentence == 2
    assert event.values(Slot.ACTORS) == ("62 MPs", "four senators")
    assert event.values(Slot.TARGETS) == ("officials in Minsk",)


def test_gather_of_nothing_is_nothing() -> None:
    assert gather([], published=None) == []
