from __future__ import annotations

from pipeline.evaluate.annotation import Annotation
from pipeline.evaluate.errors import COLUMNS
from pipeline.evaluate.evaluation import evaluate

from .frames import event, gold_of, holds, person, tables_of, timex

TEXT = "Oslo acted against Rome on Monday. Berne did not. Orsolya Brandt spoke. Anton Keller left."
MONDAY = TEXT.index("Monday")
GOLD = Annotation(
    article_id="a",
    people=(person("Orsolya Brandt", holds("Judge")), person("Anton Keller")),
    dates=(timex(MONDAY, MONDAY + 6, "2031-05-05"), timex(0, 4, "2031")),
    events=(
        event("impose", start=0, end=23, senders=("NOR",), targets=("Rome",), date="2031"),
        event("call_for", start=35, end=48, senders=("CHE",), actors=("Berne",)),
        event("oppose", start=50, end=70, senders=("NOR",)),
    ),
)
RUN = Annotation(
    article_id="a",
    people=(person("Brandt", holds("Judge", status="former")), person("Sverre Dahl")),
    dates=(timex(MONDAY - 3, MONDAY + 6, "2031-05-06"),),
    events=(
        event("impose", start=0, end=10, senders=("NOR",), targets=("Paris",), date="2031", reasons=("cyber",)),
        event("threaten", start=36, end=40, senders=("CHE",), actors=("Berne",)),
    ),
)


def test_errors_lists_every_mistake_once() -> None:
    errors = evaluate(tables_of([RUN]), gold_of(GOLD), {"a": TEXT}, resamples=20).errors
    assert list(errors.columns) == list(COLUMNS)
    rows = [tuple(row) for row in errors[["kind", "score", "gold", "predicted"]].to_numpy()]
    assert sorted(rows) == sorted(
        [
            ("missing", "people", "Anton Keller", ""),
            ("spurious", "people", "", "Sverre Dahl"),
            ("wrong value", "roles", "Orsolya Brandt: Judge (current)", "Brandt: Judge (former)"),
            ("missing", "dates", "0-4 words0 = 2031", ""),
            ("wrong value", "dates", "27-33 words27 = 2031-05-05", "24-33 words24 = 2031-05-06"),
            ("wrong value", "dates_strict", "27-33 words27", "24-33 words24"),
            ("wrong value", "targets", "Rome", "Paris"),
            ("spurious", "reasons", "", "cyber"),
            # The same happening under another action is one row; a missing event's fills have none.
            ("wrong value", "events", "call_for: CHE > ? @35-48", "threaten: CHE > ? @36-40"),
            ("missing", "events", "oppose: NOR > ? @50-70", ""),
        ]
    )


def test_errors_give_place_and_sentence() -> None:
    errors = evaluate(tables_of([RUN]), gold_of(GOLD), {"a": TEXT}, resamples=20).errors
    row = errors[errors["score"] == "targets"].iloc[0]
    assert (row["start"], row["end"], row["sentence"]) == (0, 23, "Oslo acted against Rome on Monday.")
    missing = errors[errors["gold"] == "Anton Keller"].iloc[0]
    assert TEXT[missing["start"] : missing["end"]] == "Anton Keller"
    nowhere = errors[errors["predicted"] == "Sverre Dahl"].iloc[0]
    assert nowhere["sentence"] == "" and nowhere.isna()["start"]


def test_errors_of_a_right_run_are_none() -> None:
    assert evaluate(tables_of([GOLD]), gold_of(GOLD), {"a": TEXT}, resamples=20).errors.empty
