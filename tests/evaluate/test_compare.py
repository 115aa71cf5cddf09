from __future__ import annotations

from pipeline.evaluate.annotation import Annotation
from pipeline.evaluate.compare import Changes, compare
from pipeline.evaluate.evaluation import evaluate
from pipeline.evaluate.metrics import Item, Metrics
from pipeline.evaluate.printing import change_text

from .frames import event, gold_of, person, tables_of

TEXT = "Oslo acted against Rome on Monday. Berne did not. Orsolya Brandt spoke. Anton Keller left."
BRANDT, KELLER, DAHL = person("Orsolya Brandt"), person("Anton Keller"), person("Sverre Dahl")
BAN = event("impose", start=0, end=23, senders=("NOR",), targets=("Rome",), date="2031")
CALL = event("call_for", start=35, end=48, senders=("CHE",), actors=("Berne",))
GOLD = Annotation(article_id="a", people=(BRANDT, KELLER), events=(BAN, CALL))


def metrics(gold: Annotation = GOLD, **run: object) -> Metrics:
    predicted = Annotation(article_id=gold.article_id, **run)  # type: ignore[arg-type]
    return evaluate(tables_of([predicted]), gold_of(gold), {gold.article_id: TEXT}, resamples=100).metrics


def named(items: tuple[Item, ...]) -> list[tuple[str, str]]:
    return [(item.group if item.score == "slots" else item.score, item.key) for item in items]


def changes() -> Changes:
    before = metrics(people=(BRANDT, DAHL), events=(BAN.model_copy(update={"date": "2030"}),))
    now = metrics(people=(KELLER,), events=(BAN, CALL))
    return compare(before, now)


def test_compare_lists_gains_and_losses() -> None:
    found = changes()
    assert named(found.gained) == [
        ("events", "call_for: CHE > ? @35-48"),
        ("people", "Anton Keller"),
        ("date", "2031"),
    ]
    assert named(found.lost) == [("people", "Orsolya Brandt")]
    assert named(found.introduced) == []
    assert named(found.removed) == [("people", "Sverre Dahl"), ("date", "2030")]
    assert found.regraded == ()


def test_compare_gives_paired_differences() -> None:
    differences = changes().differences
    events = differences["events"]
    # Before 1 of 2 found and nothing spurious (F1 2/3), now both.
    assert (events.before, events.now, events.f1.value) == (0.6667, 1.0, 0.3333)
    assert events.better == 1.0
    assert differences["people"].precision.value == 0.5
    assert differences["parties"].f1.value is None


def test_compare_with_itself_finds_nothing() -> None:
    now = metrics(people=(BRANDT, DAHL), events=(BAN,))
    found = compare(now, now)
    assert not (found.gained or found.lost or found.introduced or found.removed or found.regraded)
    assert found.differences["people"].f1.value == 0.0


def test_compare_tells_changed_gold_and_other_articles_apart() -> None:
    before = metrics(people=(BRANDT,))
    changed = metrics(GOLD.model_copy(update={"people": (BRANDT,)}), people=(BRANDT,))
    assert named(compare(before, changed).regraded) == [("people", "Anton Keller")]
    elsewhere = metrics(GOLD.model_copy(update={"article_id": "b"}), people=(BRANDT,))
    found = compare(before, elsewhere)
    assert (found.only_before, found.only_now, found.differences) == (("a",), ("b",), {})


def test_compare_text_shows_figures_and_items() -> None:
    text = change_text(changes())
    assert "events" in text and "0.667" in text and "+0.333" in text
    assert "gained: 3 (events 1, slots 1, people 1)" in text
    assert "date: 2031  [impose: NOR > Rome, 2031 @0-23]" in text
    short = change_text(changes(), limit=1)
    assert "... and 2 more" in short and "Anton Keller" not in short
