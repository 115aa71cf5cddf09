"""Scores of small runs against gold, every expected figure counted by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from pipeline.evaluate.annotation import Annotation
from pipeline.evaluate.evaluation import evaluate, write_evaluation
from pipeline.evaluate.metrics import read_metrics

from .frames import event, gold_of, holds, mention, person, tables_of, timex

TEXT = "Oslo acted against Rome. Berne did not. Orsolya Brandt, Anton Keller and Vera Keller spoke on Monday."
SPOKEN = (TEXT.index("Orsolya"), len(TEXT))


def scored(gold: Annotation, predicted: Annotation) -> dict[str, tuple[int, int, float]]:
    result = evaluate(tables_of([predicted]), gold_of(gold), {gold.article_id: TEXT}, resamples=20)
    return {name: (score.gold, score.predicted, score.matched) for name, score in result.metrics.scores.items()}


BRANDT = person("Orsolya Brandt", holds("Minister of Trade", party="Labour", country="NOR"))
KELLER = person("Anton Keller", holds("Judge", status="former"), holds("Senator"))
VERA = person("Vera Keller", holds(party="Centre", country="NOR"))


@pytest.mark.parametrize(
    ("predicted", "people", "roles", "parties"),
    [
        ((BRANDT, KELLER, VERA), (3, 3, 3), (3, 3, 3), (2, 2, 2)),
        ((), (3, 0, 0), (3, 0, 0), (2, 0, 0)),
        # One person missed, with two roles.
        ((BRANDT, VERA), (3, 2, 2), (3, 1, 1), (2, 2, 2)),
        # A person too many: the role is spurious as well.
        ((BRANDT, KELLER, VERA, person("Sverre Dahl", holds("Judge"))), (3, 4, 3), (3, 4, 3), (2, 2, 2)),
        # The same person twice counts once.
        ((BRANDT, person("Brandt", holds("Minister of Trade")), KELLER, VERA), (3, 4, 3), (3, 4, 3), (2, 2, 2)),
        # Right role, wrong status; a role written otherwise; the role of somebody else.
        ((BRANDT, person("Keller", holds("Judge"), holds("SENATOR")), VERA), (3, 3, 3), (3, 3, 2), (2, 2, 2)),
        ((person("Brandt", holds("Judge", status="former")),), (3, 1, 1), (3, 1, 0), (2, 0, 0)),
        # The same role told twice is one triple; a party told with two roles is one pair.
        ((person("Brandt", *BRANDT.ties, *BRANDT.ties),), (3, 1, 1), (3, 1, 1), (2, 1, 1)),
        # Another party.
        (
            (person("Brandt", holds("Minister of Trade", party="Centre", country="NOR")),),
            (3, 1, 1),
            (3, 1, 1),
            (2, 1, 0),
        ),
    ],
)
def test_evaluation_people_roles_parties(
    predicted: tuple[object, ...], people: tuple[int, ...], roles: tuple[int, ...], parties: tuple[int, ...]
) -> None:
    gold = Annotation(article_id="a", people=(BRANDT, KELLER, VERA))
    scores = scored(gold, Annotation(article_id="a", people=predicted))
    assert (scores["people"], scores["roles"], scores["parties"]) == (people, roles, parties)


@pytest.mark.parametrize(
    ("predicted", "strict", "relaxed", "value"),
    [
        ((timex(0, 4, "2031"), timex(6, 9, "P2Y")), (2, 2, 2), (2, 2, 2), (2, 2, 2)),
        ((timex(0, 4, "2031"),), (2, 1, 1), (2, 1, 1), (2, 1, 1)),
        # Overlap is relaxed only, and its value counts.
        ((timex(1, 4, "2031"),), (2, 1, 0), (2, 1, 1), (2, 1, 1)),
        ((timex(0, 4, "2030"),), (2, 1, 1), (2, 1, 1), (2, 1, 0)),
        # One expression over both gold ones counts once; it is given the one whose value it has.
        ((timex(0, 9, "P2Y"),), (2, 1, 0), (2, 1, 1), (2, 1, 1)),
        # Next to, not over.
        ((timex(4, 6, "2031"),), (2, 1, 0), (2, 1, 0), (2, 1, 0)),
    ],
)
def test_evaluation_dates(
    predicted: tuple[object, ...], strict: tuple[int, ...], relaxed: tuple[int, ...], value: tuple[int, ...]
) -> None:
    gold = Annotation(article_id="a", dates=(timex(0, 4, "2031"), timex(6, 9, "P2Y")))
    scores = scored(gold, Annotation(article_id="a", dates=predicted))
    assert (scores["dates_strict"], scores["dates_relaxed"], scores["dates_value"]) == (strict, relaxed, value)


def test_evaluation_dates_type_and_mod() -> None:
    gold = Annotation(article_id="a", dates=(timex(0, 4, "2031", mod="END"), timex(6, 9, "P2Y", type="DURATION")))
    predicted = Annotation(article_id="a", dates=(timex(0, 4, "2031"), timex(6, 9, "P2Y", type="DURATION")))
    scores = scored(gold, predicted)
    assert scores["dates_type"] == (2, 2, 2)
    assert scores["dates_mod"] == (2, 2, 1)


FREEZE = event(
    "impose",
    start=0,
    end=24,
    actors=("Oslo",),
    senders=("NOR",),
    targets=("nine mine owners", "their banks"),
    target_countries=("ITA",),
    target_count=9,
    measures=("asset_freeze", "travel_ban"),
    law="Act on Restrictive Measures",
    reasons=("corruption",),
    date="2031-05",
)  # 12 fills with the action
CALL = event("call_for", start=40, end=90, actors=("Vera Keller",), senders=("NOR",), addressees=("Oslo",))  # 4 fills


@pytest.mark.parametrize(
    ("predicted", "events", "slots"),
    [
        ((FREEZE, CALL), (2, 2, 2), (16, 16, 16)),
        ((), (2, 0, 0), (16, 0, 0)),
        ((CALL,), (2, 1, 1), (16, 4, 4)),
        # Another action: nothing of the event counts.
        ((FREEZE.model_copy(update={"action": "threaten"}), CALL), (2, 2, 1), (16, 16, 4)),
        # A wrong date is one fill missing and one spurious; a reason too many is spurious.
        ((FREEZE.model_copy(update={"date": "2031"}), CALL), (2, 2, 2), (16, 16, 15)),
        ((FREEZE.model_copy(update={"reasons": ("corruption", "cyber")}), CALL), (2, 2, 2), (16, 17, 16)),
        # An empty slot loses its fills: two measures and the count.
        ((FREEZE.model_copy(update={"measures": (), "target_count": None}), CALL), (2, 2, 2), (16, 13, 13)),
        # Text fills by words ("mine owners": 4/5) and by person (the words of the title alone would not do).
        ((FREEZE.model_copy(update={"targets": ("mine owners", "nine banks")}), CALL), (2, 2, 2), (16, 16, 16)),
        ((FREEZE, CALL.model_copy(update={"actors": ("Sen. Dr. Eva B. Keller",)})), (2, 2, 2), (16, 16, 16)),
        ((FREEZE, CALL.model_copy(update={"actors": ("Sverre Dahl",)})), (2, 2, 2), (16, 16, 15)),
        # The same event told twice: one is spurious with all its fills.
        ((FREEZE, FREEZE, CALL), (2, 3, 2), (16, 28, 16)),
        # No sender, country or sentence in common: both sides unaligned.
        ((event("call_for", start=0, end=5, actors=("Vera Keller",), addressees=("Oslo",)),), (2, 1, 0), (16, 3, 0)),
        # A common sentence alone makes a pair: action, actor and addressee match.
        ((event("call_for", start=41, end=45, actors=("Keller",), addressees=("Oslo",)),), (2, 1, 1), (16, 3, 3)),
    ],
)
def test_evaluation_events(predicted: tuple[object, ...], events: tuple[int, ...], slots: tuple[int, ...]) -> None:
    gold = Annotation(article_id="a", people=(VERA,), events=(FREEZE, CALL))
    scores = scored(gold, Annotation(article_id="a", people=(VERA,), events=predicted))
    assert (scores["events"], scores["slots"]) == (events, slots)


def test_evaluation_breaks_down_by_slot_and_action() -> None:
    predicted = (FREEZE.model_copy(update={"targets": ("mine owners",)}), CALL.model_copy(update={"action": "oppose"}))
    scores = scored(Annotation(article_id="a", events=(FREEZE, CALL)), Annotation(article_id="a", events=predicted))
    assert scores["slots.action"] == (2, 2, 1)
    assert scores["slots.actors"] == (2, 2, 1)
    assert scores["slots.targets"] == (2, 1, 1)
    assert scores["slots.date"] == (1, 1, 1)
    assert scores["events.impose"] == (1, 1, 1)
    assert scores["events.call_for"] == (1, 0, 0)
    assert scores["events.oppose"] == (0, 1, 0)
    assert "events.lift" not in scores


def test_evaluation_entities_by_label_where_gold_has_spans() -> None:
    gold = Annotation(article_id="a", spans=(mention(0, 4, "GPE"), mention(19, 23, "GPE"), mention(40, 54, "PERSON")))
    found = (mention(0, 4, "GPE"), mention(18, 23, "GPE"), mention(40, 54, "ORG"), mention(5, 9, "ACTION"))
    scores = scored(gold, Annotation(article_id="a", spans=found))
    assert scores["entities_strict.GPE"] == (2, 2, 1)
    assert scores["entities_partial.GPE"] == (2, 2, 1.5)
    assert scores["entities_strict.PERSON"] == (1, 0, 0)
    # Labels that the span gold never uses say nothing.
    assert scores["entities_strict"] == (3, 2, 1)
    assert not any(name.endswith(("ORG", "ACTION")) for name in scores)


def test_evaluation_entities_without_span_gold_are_not_scored() -> None:
    scores = scored(Annotation(article_id="a"), Annotation(article_id="a", spans=(mention(0, 4, "GPE"),)))
    assert not any(name.startswith("entities") for name in scores)


def test_evaluation_pools_articles_before_dividing() -> None:
    one = Annotation(article_id="a", people=(BRANDT, KELLER, VERA))
    two = Annotation(article_id="b", people=(BRANDT,))
    predicted = [one.model_copy(update={"people": (BRANDT,)}), two.model_copy(update={"people": (BRANDT, KELLER)})]
    result = evaluate(tables_of(predicted), gold_of(one, two), {"a": TEXT, "b": TEXT, "c": TEXT}, resamples=50)
    people = result.metrics.scores["people"]
    assert (people.precision.value, people.recall.value, people.f1.value) == (0.6667, 0.5, 0.5714)
    assert result.metrics.articles == ("a", "b")
    assert result.metrics.without_gold == ("c",)


def test_evaluation_undefined_where_there_is_nothing() -> None:
    result = evaluate(tables_of([]), gold_of(Annotation(article_id="a")), {"a": TEXT}, resamples=20)
    assert result.metrics.scores["people"].f1.value is None
    assert result.errors.empty
    assert result.judged.empty


def test_evaluation_of_no_gold_at_all() -> None:
    result = evaluate(tables_of([]), gold_of(), {"a": TEXT}, resamples=20)
    assert result.metrics.articles == ()
    assert result.metrics.scores["events"].f1.value is None


def test_evaluation_confuses_actions_among_what_is_left() -> None:
    gold = Annotation(article_id="a", events=(FREEZE, CALL))
    predicted = (FREEZE, CALL.model_copy(update={"action": "oppose"}), event("lift", senders=("EU",)))
    result = evaluate(tables_of([gold.model_copy(update={"events": predicted})]), gold_of(gold), {"a": TEXT})
    assert result.metrics.actions == {
        "call_for": {"oppose": 1},
        "impose": {"impose": 1},
        "none": {"lift": 1},
    }


def test_evaluation_judges_confidence() -> None:
    stated = [(FREEZE, 0.9), (FREEZE, 1.0), (CALL, 0.15), (CALL.model_copy(update={"action": "oppose"}), None)]
    events = tuple(one.model_copy(update={"confidence": confidence}) for one, confidence in stated)
    gold = Annotation(article_id="a", events=(FREEZE, CALL))
    result = evaluate(tables_of([gold.model_copy(update={"events": events})]), gold_of(gold), {"a": TEXT})
    reliability = result.metrics.reliability
    filled = {round(row.low, 1): (row.events, row.right, row.confidence) for row in reliability.bins if row.events}
    assert filled == {0.1: (1, 1, 0.15), 0.9: (2, 1, 0.95)}
    assert reliability.unstated == 1
    # |0.15 - 1| * 1/3 + |0.95 - 0.5| * 2/3
    assert reliability.error == pytest.approx(0.5833, abs=1e-4)
    assert list(result.judged["right"]).count(True) == 2


def test_evaluation_writes_what_can_be_read_back(tmp_path: object) -> None:
    gold = Annotation(article_id="a", people=(BRANDT,), events=(FREEZE,))
    result = evaluate(tables_of([Annotation(article_id="a")]), gold_of(gold), {"a": TEXT}, resamples=20)
    metrics, errors = write_evaluation(result, tmp_path / "out")  # type: ignore[operator]
    assert read_metrics(metrics) == result.metrics
    assert list(pd.read_csv(errors)["kind"]) == ["missing"] * len(result.errors)
