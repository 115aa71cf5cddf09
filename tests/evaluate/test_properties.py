"""What must hold of any gold and any run."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from pipeline.evaluate.annotation import Annotation, Individual, Template, Tie
from pipeline.evaluate.evaluation import Evaluation, evaluate
from pipeline.evaluate.metrics import metrics_json

from .frames import event, gold_of, mention, person, tables_of, timex

TEXT = "Oslo acted against Rome. Berne did not. Orsolya Brandt and Anton Keller spoke on Monday, in May."

# Failures are small as drawn; shrinking them over a whole evaluation each would take minutes.
QUICK = {"deadline": None, "phases": (Phase.explicit, Phase.reuse, Phase.generate)}

names = st.sampled_from(["Orsolya Brandt", "Brandt", "Anton Keller", "Vera Keller", "Keller", "Thi Lien Pham", "Pham"])
ties = st.builds(
    Tie,
    role=st.sampled_from(["", "Judge", "Senator"]),
    party=st.sampled_from(["", "Labour", "Centre"]),
    status=st.sampled_from(["current", "former"]),
)
people = st.lists(st.builds(Individual, name=names, ties=st.lists(ties, max_size=2).map(tuple)), max_size=5).map(tuple)
places = st.integers(0, 80).flatmap(lambda start: st.tuples(st.just(start), st.integers(start + 1, start + 15)))
dates = st.lists(st.builds(lambda p, v: timex(*p, v), places, st.sampled_from(["2031", "P2Y"])), max_size=6).map(tuple)
spans = st.lists(st.builds(lambda p, v: mention(*p, v), places, st.sampled_from(["GPE", "ORG"])), max_size=6).map(tuple)


def some(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


events = st.lists(
    st.builds(
        lambda place, slots: event(slots.pop("action"), start=place[0], end=place[1], **slots),
        places,
        st.fixed_dictionaries(
            {
                "action": st.sampled_from(["impose", "lift"]),
                "senders": some("NOR", "EU"),
                "target_countries": some("ITA"),
                "actors": some("Oslo", "Orsolya Brandt", "Brandt"),
                "targets": some("mine owners", "nine owners", "banks of Rome"),
                "measures": some("asset_freeze", "travel_ban"),
                "date": st.sampled_from(["", "2031", "2031-05"]),
                "target_count": st.sampled_from([None, 9]),
                "confidence": st.sampled_from([None, 0.2, 0.8]),
            }
        ),
    ),
    max_size=4,
).map(tuple)
annotations = st.builds(Annotation, article_id=st.just("a"), people=people, dates=dates, events=events, spans=spans)


def scored(gold: Annotation, *predicted: Annotation) -> Evaluation:
    return evaluate(tables_of(predicted), gold_of(gold), {gold.article_id: TEXT}, resamples=5)


@settings(max_examples=40, **QUICK)
@given(annotations)
def test_properties_gold_scores_one(gold: Annotation) -> None:
    result = scored(gold, gold)
    assert {score.f1.value for score in result.metrics.scores.values()} <= {1.0, None}
    assert result.errors.empty
    assert all(item.right for item in result.metrics.items)


@settings(max_examples=40, **QUICK)
@given(annotations, annotations)
def test_properties_bounds_and_symmetry(gold: Annotation, predicted: Annotation) -> None:
    there, back = scored(gold, predicted).metrics.scores, scored(predicted, gold).metrics.scores
    for name, score in there.items():
        assert 0 <= score.matched <= min(score.gold, score.predicted)
        if name in ("people", "dates_strict", "dates_relaxed", "dates_value"):
            other = back[name]
            assert (score.gold, score.predicted, score.matched) == (other.predicted, other.gold, other.matched)
    strict, relaxed, value = (there[f"dates_{name}"].matched for name in ("strict", "relaxed", "value"))
    assert strict <= relaxed and value <= relaxed
    assert there["events"].matched == there.get("slots.action", there["events"]).matched


@settings(max_examples=40, **QUICK)
@given(annotations, annotations, st.randoms(use_true_random=False))
def test_properties_order_of_rows_changes_nothing(gold: Annotation, predicted: Annotation, random: object) -> None:
    def shuffled(frame: pd.DataFrame) -> pd.DataFrame:
        order = list(range(len(frame)))
        random.shuffle(order)  # type: ignore[attr-defined]
        return frame.iloc[order].reset_index(drop=True)

    tables = tables_of([predicted])
    first = evaluate(tables, gold_of(gold), {"a": TEXT}, resamples=5)
    mixed = evaluate({name: shuffled(frame) for name, frame in tables.items()}, gold_of(gold), {"a": TEXT}, resamples=5)
    reversed_gold = gold.model_copy(
        update={name: tuple(reversed(getattr(gold, name))) for name in ("people", "dates", "events", "spans")}
    )
    turned = evaluate(tables, gold_of(reversed_gold), {"a": TEXT}, resamples=5)
    assert metrics_json(first.metrics) == metrics_json(mixed.metrics) == metrics_json(turned.metrics)
    pd.testing.assert_frame_equal(first.errors, mixed.errors)
    pd.testing.assert_frame_equal(first.errors, turned.errors)


SPURIOUS: dict[str, object] = {
    "people": person("Sverre Dahl", Tie(role="Judge", party="Labour")),
    "dates": timex(200, 204, "2031"),
    "events": event("violate", senders=("NOR",), targets=("mine owners",), date="2031", start=0, end=5),
    "spans": mention(200, 204, "GPE"),
}


@pytest.mark.parametrize("kind", list(SPURIOUS))
@settings(max_examples=30, **QUICK)
@given(gold=annotations, predicted=annotations)
def test_properties_spurious_row_never_raises_a_score(kind: str, gold: Annotation, predicted: Annotation) -> None:
    more = predicted.model_copy(update={kind: (*getattr(predicted, kind), SPURIOUS[kind])})
    before, after = scored(gold, predicted).metrics.scores, scored(gold, more).metrics.scores
    for name, score in after.items():
        if name in before and before[name].f1.value is not None:
            assert (score.precision.value or 0) <= (before[name].precision.value or 0)
            assert score.recall.value == before[name].recall.value
    name = "entities_strict.GPE" if kind == "spans" else kind.replace("dates", "dates_value")
    if name in after and name in before:
        assert after[name].predicted == before[name].predicted + 1


@settings(max_examples=40, **QUICK)
@given(annotations, annotations, st.data())
def test_properties_leaving_out_a_row_never_raises_recall(
    gold: Annotation, predicted: Annotation, data: st.DataObject
) -> None:
    kind = data.draw(st.sampled_from(["people", "dates", "spans"]))
    rows = getattr(predicted, kind)
    if not rows:
        return
    left_out = data.draw(st.integers(0, len(rows) - 1))
    fewer = predicted.model_copy(update={kind: rows[:left_out] + rows[left_out + 1 :]})
    before, after = scored(gold, predicted).metrics.scores, scored(gold, fewer).metrics.scores
    for name in ("people", "dates_relaxed", "entities_partial"):
        if name in before and name in after:
            assert after[name].matched <= before[name].matched


@settings(max_examples=40, **QUICK)
@given(annotations, annotations)
def test_properties_items_and_counts_agree(gold: Annotation, predicted: Annotation) -> None:
    metrics = scored(gold, predicted).metrics
    for name in ("people", "roles", "parties", "dates_value", "events", "slots"):
        items = [item for item in metrics.items if item.score == name]
        score = metrics.scores[name]
        assert sum(item.gold for item in items) == score.gold
        assert sum(item.right for item in items) == score.matched
        assert sum(not item.gold for item in items) == score.predicted - score.matched
    keys = [(item.article_id, item.score, item.group, item.event, item.key, item.gold) for item in metrics.items]
    assert len(keys) == len(set(keys))


def test_properties_template_counts_each_fill_once() -> None:
    template = Template(action="impose", senders=("EU", "EU"), law="", target_count=0)
    assert template.fills("senders") == ("EU",)
    assert template.fills("law") == ()
    assert template.fills("target_count") == ("0",)
