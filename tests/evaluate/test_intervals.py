from __future__ import annotations

import numpy as np
import pytest

from pipeline.evaluate.intervals import interval, paired_interval, ratios, wilson


def counts(*articles: tuple[float, int, int]) -> np.ndarray:
    return np.array([[article] for article in articles], dtype=np.float64)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        ((6, 10, 8), (0.75, 0.6, 2 / 3)),
        ((0, 10, 0), (0.0, 0.0, 0.0)),
        ((0, 0, 3), (0.0, 0.0, 0.0)),
        ((1.5, 2, 2), (0.75, 0.75, 0.75)),
        ((0, 0, 0), (np.nan, np.nan, np.nan)),
    ],
)
def test_intervals_ratios(count: tuple[float, int, int], expected: tuple[float, float, float]) -> None:
    assert ratios(counts(count))[0, 0] == pytest.approx(expected, nan_ok=True)


def test_intervals_of_equal_articles_are_points() -> None:
    bounds = interval(counts(*[(3, 4, 5)] * 7), resamples=200)
    assert bounds.low[0] == pytest.approx(bounds.high[0])
    assert bounds.low[0] == pytest.approx([0.6, 0.75, 2 / 3])


def test_intervals_agree_with_the_binomial() -> None:
    # 40 articles of one gold and one predicted item, 30 right: the recall of a draw is Binomial(40, 0.75)/40,
    # whose 2.5 % and 97.5 % quantiles are 24/40 and 35/40.
    bounds = interval(counts(*[(1, 1, 1)] * 30, *[(0, 1, 1)] * 10), resamples=20_000)
    assert bounds.low[0, 1] == pytest.approx(24 / 40)
    assert bounds.high[0, 1] == pytest.approx(35 / 40)


def test_intervals_are_the_same_every_time_and_contain_the_value() -> None:
    table = counts((3, 4, 5), (0, 2, 1), (7, 7, 9), (1, 3, 1))
    first, second = interval(table, resamples=500), interval(table, resamples=500)
    assert np.array_equal(first.low, second.low) and np.array_equal(first.high, second.high)
    value = ratios(table.sum(axis=0))
    assert (first.low <= value).all() and (value <= first.high).all()
    assert not np.array_equal(first.high, interval(table, resamples=500, seed=1).high)


def test_intervals_ignore_draws_that_define_nothing() -> None:
    # One article of four has the item at all, so that a third of the draws has none.
    bounds = interval(counts((1, 1, 1), (0, 0, 0), (0, 0, 0), (0, 0, 0)), resamples=300)
    assert bounds.low[0] == pytest.approx([1, 1, 1])
    assert np.isnan(interval(counts((0, 0, 0)), resamples=50).low).all()


def test_intervals_wider_level_is_wider() -> None:
    table = counts((3, 4, 5), (0, 2, 1), (7, 7, 9), (1, 3, 1), (2, 5, 6))
    narrow, wide = interval(table, level=0.5), interval(table, level=0.99)
    assert (wide.low <= narrow.low).all() and (narrow.high <= wide.high).all()


def test_intervals_paired_is_narrower_than_unpaired() -> None:
    # The second run has one item more right in every article: the difference hardly varies, the scores do.
    before = counts((1, 10, 10), (8, 10, 10), (2, 10, 10), (6, 10, 10))
    after = before + np.array([1.0, 0, 0])
    bounds, better = paired_interval(before, after, resamples=500)
    assert bounds.low[0, 2] == pytest.approx(0.1) and bounds.high[0, 2] == pytest.approx(0.1)
    assert better[0, 2] == 1.0


def test_intervals_paired_of_the_same_run_is_undecided() -> None:
    table = counts((3, 4, 5), (0, 2, 1))
    bounds, better = paired_interval(table, table, resamples=100)
    assert bounds.low[0] == pytest.approx([0, 0, 0]) and better[0] == pytest.approx([0.5, 0.5, 0.5])


@pytest.mark.parametrize(
    ("hits", "trials", "low", "high"),
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (5, 10, 0.2366, 0.7634), (1, 1, 0.2065, 1.0), (0, 0, 0.0, 1.0)],
)
def test_intervals_of_a_share_are_wilsons(hits: int, trials: int, low: float, high: float) -> None:
    assert wilson(hits, trials) == pytest.approx((low, high), abs=1e-4)
