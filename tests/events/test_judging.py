from __future__ import annotations

from datetime import date

import pytest

from events.facts import Issue, WrittenFacts
from pipeline.events.judging import article_judge
from pipeline.lexicon import shared
from pipeline.records import Argument, Frame, Linked, Mention, Span, StanceUse
from pipeline.vocabularies import Label, Slot

NAMED = {"Washington": ("USA",), "Ottawa": ("CAN",), "the Senate": ("USA",)}
NEWS = date(2021, 7, 3)


class Chambers(WrittenFacts):
    """Knows the Senate as one house of two."""

    def is_chamber(self, span: Span) -> bool:
        return span.text == "the Senate"


def words(text: str, slot: Slot, rule: str = "performer:subject") -> Argument:
    return Argument(start=0, end=len(text), core=len(text), text=text, slot=slot, rule=rule)


def judged(who: str, stances: tuple[StanceUse, ...], *, issuer: str = "", on: str = "", time: str = "") -> str:
    arguments = [words(who, Slot.SENDERS)] if who else []
    arguments += [words(on, Slot.TARGETS, "target:object")] if on else []
    arguments += [words(time, Slot.DATE, "date:trigger")] if time else []
    frame = Frame(
        trigger=Mention(start=0, end=4, text="word", label=Label.ACTION, rule=""),
        operation="impose",
        stances=stances,
        sentence=0,
        clause=Span(start=0, end=9, text="x"),
        arguments=tuple(arguments),
    )
    facts = Chambers(named=NAMED, told_times={"Friday": "2021-07-09"})
    if issuer:
        facts.issued = Issue((issuer,), NEWS)
    judge = article_judge(Linked(sentences=(), mentions=(), frames=(frame,)), facts, lexicon=shared())
    action = judge(frame).action
    return action.value if action else ""


def stance(name: str, holder: str = "", asked: str = "") -> tuple[StanceUse, ...]:
    held = (words(holder, Slot.ACTORS, "holder"),) if holder else ()
    put_to = (words(asked, Slot.ADDRESSEES, "asked"),) if asked else ()
    return (StanceUse(stance=name, word=Span(start=0, end=4, text="word"), holders=held, asked=put_to),)


@pytest.mark.parametrize(
    ("issuer", "time", "expected"),
    [
        ("", "", "threaten"),  # a report: Washington will impose
        ("USA", "", "impose"),  # its own release says so: that is the act
        ("CAN", "", "threaten"),  # another's release
        ("USA", "Friday", "threaten"),  # a later day
    ],
)
def test_judging_takes_what_a_release_says_its_issuer_will_do_as_done(issuer: str, time: str, expected: str) -> None:
    assert judged("Washington", stance("future", "Washington"), issuer=issuer, time=time) == expected


@pytest.mark.parametrize(("who", "expected"), [("the Senate", "propose"), ("Washington", "impose")])
def test_judging_takes_the_vote_of_one_house_as_a_step(who: str, expected: str) -> None:
    assert judged(who, ()) == expected


@pytest.mark.parametrize(
    ("stances", "on", "expected"),
    [
        (stance("request", "Ottawa", "Washington"), "", "call_for"),  # Ottawa urged Washington to impose
        (stance("request", "Washington"), "", "threaten"),  # Washington wants to impose
        (stance("deliberation", "Ottawa"), "", "threaten"),  # Ottawa discussed sanctions
        (stance("deliberation", "Ottawa"), "Ottawa", ""),  # ... on itself
        (stance("deliberation", "the guests"), "", ""),
    ],
)
def test_judging_by_whose_stance_it_is(stances: tuple[StanceUse, ...], on: str, expected: str) -> None:
    assert judged("Washington", stances, on=on) == expected
