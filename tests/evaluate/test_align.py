from __future__ import annotations

import pytest

from pipeline.evaluate.align import align_dates, align_events, align_people, align_spans, assign, match_fills
from pipeline.evaluate.comparison import Comparison, PlainResolver
from pipeline.evaluate.sentences import Sentences

from .frames import event, holds, mention, person, timex

COMPARISON = Comparison(PlainResolver(), ())
SENTENCES = Sentences("x" * 30, [(0, 10), (10, 20), (20, 30)])


def test_align_assign_takes_the_best_total() -> None:
    weights = {("a", "x"): 5, ("a", "y"): 4, ("b", "x"): 4}
    # Greedy would take a-x (5) and leave b alone; together a-y and b-x give 8.
    assert assign("ab", "xy", lambda one, other: weights.get((one, other), 0)) == [(0, 1), (1, 0)]


def test_align_assign_never_pairs_what_has_no_weight() -> None:
    assert assign("ab", "xy", lambda one, other: 0) == []
    assert assign("", "xy", lambda one, other: 1) == []


def test_align_people_prefers_more_matches_then_likeness_then_roles() -> None:
    gold = [person("Anton Keller", holds("Judge")), person("Vera Keller", holds("Senator"))]
    assert align_people(gold, [person("Keller"), person("Vera Keller")]) == [(0, 0), (1, 1)]
    assert align_people(gold, [person("Keller", holds("Senator"))]) == [(1, 0)]
    assert align_people(gold, [person("Petra Keller")]) == []


def test_align_people_prefers_roles_to_parties() -> None:
    gold = [person("Brandt", holds("Judge")), person("Brandt", holds(party="Centre"))]
    found = [person("Brandt", holds("Judge", party="Centre"))]
    assert align_people(gold, found) == align_people(gold, [*found, person("Sverre Dahl")]) == [(0, 0)]


@pytest.mark.parametrize(
    ("gold", "predicted", "pairs"),
    [
        ([(0, 5)], [(4, 9)], [(0, 0)]),
        ([(0, 5)], [(5, 9)], []),
        # Two predictions over one gold date: the same span is taken.
        ([(0, 8)], [(0, 4), (0, 8)], [(0, 1)]),
        # One prediction over two gold dates counts once.
        ([(0, 4), (5, 9)], [(0, 9)], [(0, 0)]),
        # As many pairs as can be before likeness.
        ([(0, 6), (8, 12)], [(0, 6), (4, 9)], [(0, 0), (1, 1)]),
    ],
)
def test_align_dates(
    gold: list[tuple[int, int]], predicted: list[tuple[int, int]], pairs: list[tuple[int, int]]
) -> None:
    assert align_dates([timex(*span) for span in gold], [timex(*span) for span in predicted]) == pairs


def test_align_dates_takes_the_right_value_between_equals() -> None:
    gold, predicted = [timex(0, 6, "2031")], [timex(0, 3, "2030"), timex(3, 6, "2031")]
    assert align_dates(gold, predicted) == [(0, 1)]


def test_align_spans_keeps_labels_apart_and_maximises_credit() -> None:
    gold = [mention(0, 6, "ORG"), mention(8, 12, "GPE")]
    assert align_spans(gold, [mention(0, 6, "GPE")]) == []
    assert align_spans(gold, [mention(0, 9, "ORG"), mention(0, 6, "ORG"), mention(8, 9, "GPE")]) == [(0, 1), (1, 2)]


@pytest.mark.parametrize(
    ("slot", "gold", "predicted", "matches"),
    [
        ("senders", ("EU", "USA"), ("USA", "EU"), 2),
        ("senders", ("EU",), ("EUR",), 0),
        ("targets", ("nine mine owners",), ("mine owners",), 1),
        # Each fill counts once: one predicted phrase cannot match two gold ones.
        ("targets", ("mine owners", "owners"), ("mine owners",), 1),
        # Only the crosswise matching finds both pairs.
        ("targets", ("red blue", "red"), ("red green", "blue"), 2),
        ("date", ("2031-05",), ("2031-05-01",), 0),
        ("target_count", ("9",), ("9",), 1),
    ],
)
def test_align_match_fills(slot: str, gold: tuple[str, ...], predicted: tuple[str, ...], matches: int) -> None:
    assert len(match_fills(slot, gold, predicted, COMPARISON)) == matches


@pytest.mark.parametrize(
    ("gold", "predicted", "allowed"),
    [
        (event("impose", senders=("EU",)), event("impose", senders=("USA", "EU")), True),
        (event("impose", target_countries=("SYR",)), event("impose", target_countries=("SYR",)), True),
        (event("impose", start=2, end=8), event("impose", start=9, end=12), True),
        (event("impose", start=2, end=8), event("impose", start=11, end=12), False),
        (event("impose", senders=("EU",)), event("lift", senders=("EU",)), False),
        # Other slots in common do not make a pair.
        (event("impose", law="Act", date="2031"), event("impose", law="Act", date="2031"), False),
        # What is empty on both sides is not in common.
        (event("impose"), event("impose"), False),
    ],
)
def test_align_events_condition(gold: object, predicted: object, allowed: bool) -> None:
    assert bool(align_events([gold], [predicted], COMPARISON, SENTENCES)) is allowed  # type: ignore[list-item]


def test_align_events_maximises_matching_fills() -> None:
    base = {"senders": ("EU",), "target_countries": ("SYR",)}
    gold = [event("impose", date="2031", law="Act", **base), event("impose", date="2032", law="Act", **base)]
    predicted = [event("impose", date="2032", law="Act", **base), event("impose", date="2033", law="Act", **base)]
    # 0-1 and 1-0: 4 + 5 matching fills; 0-0 and 1-1: 4 + 4.
    assert align_events(gold, predicted, COMPARISON, SENTENCES) == [(0, 1), (1, 0)]


def test_align_events_takes_the_leaner_then_the_nearer_of_equals() -> None:
    gold = [event("impose", senders=("EU",), start=2, end=8)]
    fuller = event("impose", senders=("EU",), reasons=("cyber",), start=2, end=8)
    leaner = event("impose", senders=("EU",), start=21, end=25)
    nearer = event("impose", senders=("EU",), start=3, end=4)
    assert align_events(gold, [fuller, leaner], COMPARISON, SENTENCES) == [(0, 1)]
    assert align_events(gold, [leaner, nearer], COMPARISON, SENTENCES) == [(0, 1)]


def test_align_events_without_the_action_condition() -> None:
    gold, predicted = [event("impose", senders=("EU",))], [event("lift", senders=("EU",))]
    assert align_events(gold, predicted, COMPARISON, SENTENCES, same_action=False) == [(0, 0)]
