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


def action(operation: str, *stances: str, by_sender: bool = False) -> str:
    operations, compositions = tables()
    judged = judge(
        frame(operation, *stances), operations=operations, compositions=compositions, by_sender=lambda use: by_sender
    )
    return judged.action.value if judged.action else ""


@pytest.mark.parametrize(
    ("operation", "stances", "by_sender", "expected"),
    [
        ("impose", (), False, "impose"),  # imposed sanctions
        ("lift", (), False, "lift"),
        ("impose", ("request",), False, "call_for"),  # urged Ottawa to impose
        ("impose", ("request",), True, "threaten"),  # the minister wants to impose
        ("lift", ("request",), False, "oppose"),  # demanded that sanctions be lifted
        ("lift", ("request",), True, "offer"),
        ("impose", ("request", "proposal"), False, "propose"),  # tabled a motion calling on Ottawa to impose
        ("impose", ("negation",), False, ""),  # has not imposed
        ("lift", ("negation",), False, "uphold"),  # will not lift
        ("lift", ("negation", "plan"), False, "uphold"),
        ("impose", ("plan",), False, "threaten"),  # will impose
        ("lift", ("plan",), False, "offer"),  # plans to lift
        ("impose", ("possibility",), False, "threaten"),  # could impose
        ("ease", ("possibility",), False, "offer"),
        ("impose", ("threat",), False, "threaten"),
        ("impose", ("exclusion",), False, ""),  # ruled out imposing
        ("impose", ("exclusion", "negation"), False, "threaten"),  # did not rule out imposing
        ("lift", ("exclusion", "negation"), False, "offer"),
        ("impose", ("opposition",), False, "oppose"),
        ("lift", ("opposition",), False, "uphold"),
        ("lift", ("request", "opposition"), False, "uphold"),  # rejected calls to lift
        ("impose", ("request", "opposition"), False, "oppose"),  # rejected calls for sanctions
        ("impose", ("refusal",), False, "oppose"),
        ("lift", ("refusal",), False, "uphold"),
        ("keep", ("threat",), False, "uphold"),  # vowed to keep
        ("keep", ("negation",), False, "offer"),
        ("violate", ("accusation",), False, "violate"),
        ("violate", ("penalty",), False, "enforce"),  # fined for violating
        ("impose", ("hypothesis",), False, ""),  # if sanctions are imposed
        ("lift", ("unsupported",), False, ""),
        ("impose", ("topic",), False, ""),  # the effect of sanctions
        ("impose", ("deliberation",), False, ""),  # reporters discussed sanctions
        ("impose", ("deliberation",), True, "threaten"),  # the Council discussed sanctions
        ("extend", ("request",), False, "uphold"),
    ],
)
def test_compose_judges_an_operation_by_its_stances(
    operation: str, stances: tuple[str, ...], by_sender: bool, expected: str
) -> None:
    assert action(operation, *stances, by_sender=by_sender) == expected


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
        by_sender=lambda use: False,
    )
    assert judged.stance is not None
    assert judged.stance.stance == "proposal"
    assert judged.rule == "request-to-impose+proposal-to-impose"
