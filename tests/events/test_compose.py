from __future__ import annotations

from functools import cache

import pytest

from pipeline.events.compose import judge
from pipeline.lexicon import shared
from pipeline.lexicon.schema import Composition, Operation
from pipeline.records import Frame, Mention, Span, StanceUse
from pipeline.vocabularies import Label

NOWHERE = Span(start=0, end=0, text="")


def frame(operation: str, *stances: str) -> Frame:
    trigger = Mention(start=0, end=0, text="", label=Label.ACTION, rule="")
    uses = tuple(StanceUse(stance=stance, word=NOWHERE) for stance in stances)
    return Frame(trigger=trigger, operation=operation, stances=uses, sentence=0, clause=NOWHERE)


@cache
def tables() -> tuple[dict[str, Operation], tuple[Composition, ...]]:
    lexicon = shared()
    return dict(lexicon.entries(Operation)), tuple(lexicon.entries(Composition).values())


def action(operation: str, *stances: str, speaker: str = "other") -> str:
    operations, compositions = tables()
    speakers = frozenset({"any", speaker, *(["other"] if speaker == "power" else [])})
    judged = judge(
        frame(operation, *stances), operations=operations, compositions=compositions, speakers=lambda use: speakers
    )
    return judged.action.value if judged.action else ""


@pytest.mark.parametrize(
    ("operation", "stances", "speaker", "expected"),
    [
        ("impose", (), "other", "impose"),  # imposed sanctions
        ("lift", (), "other", "lift"),
        ("impose", ("request",), "other", "call_for"),  # urged Ottawa to impose
        ("impose", ("request",), "sender", "threaten"),  # the minister wants to impose
        ("lift", ("request",), "other", "oppose"),  # demanded that sanctions be lifted
        ("lift", ("request",), "sender", "offer"),
        ("impose", ("request", "proposal"), "other", "propose"),  # tabled a motion calling on Ottawa to impose
        ("impose", ("negation",), "other", ""),  # has not imposed
        ("lift", ("negation",), "other", "uphold"),  # will not lift
        ("lift", ("negation", "plan"), "other", "uphold"),
        ("impose", ("plan",), "other", "threaten"),  # will impose
        ("lift", ("plan",), "other", "offer"),  # plans to lift
        ("impose", ("possibility",), "other", "threaten"),  # could impose
        ("ease", ("possibility",), "other", "offer"),
        ("impose", ("threat",), "other", "threaten"),
        ("impose", ("exclusion",), "other", ""),  # ruled out imposing
        ("impose", ("exclusion", "negation"), "other", "threaten"),  # did not rule out imposing
        ("lift", ("exclusion", "negation"), "other", "offer"),
        ("impose", ("opposition",), "other", "oppose"),
        ("lift", ("opposition",), "other", "uphold"),
        ("lift", ("request", "opposition"), "other", "uphold"),  # rejected calls to lift
        ("impose", ("request", "opposition"), "other", "oppose"),  # rejected calls for sanctions
        ("impose", ("refusal",), "other", "oppose"),
        ("lift", ("refusal",), "other", "uphold"),
        ("keep", ("threat",), "other", "uphold"),  # vowed to keep
        ("keep", ("negation",), "other", "offer"),
        ("violate", ("accusation",), "other", "violate"),
        ("violate", ("penalty",), "other", "enforce"),  # fined for violating
        ("impose", ("hypothesis",), "other", ""),  # if sanctions are imposed
        ("lift", ("unsupported",), "other", ""),
        ("impose", ("topic",), "other", ""),  # the effect of sanctions
        ("impose", ("deliberation",), "other", ""),  # reporters discussed sanctions
        ("impose", ("deliberation",), "sender", "threaten"),  # the Council discussed sanctions
        ("extend", ("request",), "other", "uphold"),
        ("impose", ("deliberation",), "power", "threaten"),  # the ministers met to discuss sanctions
        ("impose", ("request", "threat"), "power", "threaten"),  # Britain threatened to seek sanctions
        ("impose", ("request", "attempt"), "power", "call_for"),  # Britain tries to persuade the Council
        ("impose", ("future",), "other", "threaten"),  # will impose
        ("lift", ("future",), "sender", "lift"),  # will lift, its minister said
        ("lift", ("future",), "other", "offer"),
        ("lift", ("attempt",), "other", "oppose"),  # Sudan hopes to end the embargo
        ("lift", ("attempt",), "sender", "offer"),
        ("lift", ("hypothesis",), "power", "oppose"),  # will return if Washington drops its sanctions
        ("lift", ("hypothesis",), "sender", ""),
        ("ease", ("revocation",), "other", "impose"),  # revoked the waiver
        ("refer", (), "other", "propose"),  # referred Syria to the Council for sanctions
        ("refer", ("request",), "other", "call_for"),
    ],
)
def test_compose_judges_an_operation_by_its_stances(
    operation: str, stances: tuple[str, ...], speaker: str, expected: str
) -> None:
    assert action(operation, *stances, speaker=speaker) == expected


@pytest.mark.parametrize("operation", sorted(tables()[0]))
@pytest.mark.parametrize("stance", sorted({row.stance for row in tables()[1]}))
def test_compose_gives_an_action_or_nothing_for_every_pair(operation: str, stance: str) -> None:
    assert isinstance(action(operation, stance), str)


def test_compose_names_the_outermost_stance_that_decided() -> None:
    operations, compositions = tables()
    judged = judge(
        frame("impose", "request", "proposal"),
        operations=operations,
        compositions=compositions,
        speakers=lambda use: frozenset({"any", "other"}),
    )
    assert judged.stance is not None
    assert judged.stance.stance == "proposal"
    assert judged.rule == "request-to-impose+proposal-to-impose"
