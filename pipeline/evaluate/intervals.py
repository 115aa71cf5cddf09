"""Bootstrap intervals of precision, recall and F1 over articles.

An article is the unit that is drawn (Efron's percentile method): what an article holds hangs together, so its items
must not be drawn one by one. Counts are arrays of shape (articles, scores, 3) with matched, gold and predicted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEVEL = 0.95
RESAMPLES = 2000
SEED = 20200714
_NORMAL = 1.959964
"""Standard deviations of a normal distribution within which 95 % lie."""
_CELLS = 4_000_000  # draws held at once


class Bounds(NamedTuple):
    """Lower and upper bounds, shape (scores, 3) for precision, recall, F1; NaN where undefined in every draw."""

    low: Floats
    high: Floats


def ratios(counts: Floats) -> Floats:
    """Return precision, recall and F1 in the last axis for (..., 3) counts of matched, gold and predicted.

    P = matched/predicted, R = matched/gold, F1 = 2 matched/(gold + predicted). Where one side is empty and the other
    is not, its ratio is 0; where both are, all three are undefined (NaN).
    """
    matched, gold, predicted = counts[..., 0], counts[..., 1], counts[..., 2]
    nothing = gold + predicted == 0
    parts = [
        np.divide(matched, predicted, out=np.zeros_like(matched), where=predicted > 0),
        np.divide(matched, gold, out=np.zeros_like(matched), where=gold > 0),
        np.divide(2 * matched, gold + predicted, out=np.zeros_like(matched), where=~nothing),
    ]
    result: Floats = np.stack([np.where(nothing, np.nan, part) for part in parts], axis=-1)
    return result


def interval(counts: Floats, *, resamples: int = RESAMPLES, seed: int = SEED, level: float = LEVEL) -> Bounds:
    """Return the percentile interval of the corpus' ratios; draws in which a ratio is undefined do not count."""
    return _bounds(np.concatenate([ratios(total) for total in _totals(counts, resamples, seed)]), level)


def wilson(hits: int, trials: int) -> tuple[float, float]:
    """Return the 95 % interval of a share of independent trials (Wilson 1927); 0 to 1 of none."""
    if not trials:
        return 0.0, 1.0
    share, spread = hits / trials, _NORMAL**2 / trials
    middle = share + spread / 2
    width = (share * (1 - share) * spread + spread**2 / 4) ** 0.5
    low, high = ((middle + sign * width) / (1 + spread) for sign in (-1, 1))
    return max(low, 0.0), min(high, 1.0)


def paired_interval(
    before: Floats, after: Floats, *, resamples: int = RESAMPLES, seed: int = SEED, level: float = LEVEL
) -> tuple[Bounds, Floats]:
    """Return the interval of the ratios' differences, both runs drawn over the same articles.

    The second value, shape (scores, 3), is the share of draws in which ``after`` is better, ties counted half; NaN
    where no draw defines the ratio in both runs.
    """
    both = np.concatenate([before, after], axis=1)
    totals = [ratios(total) for total in _totals(both, resamples, seed)]
    drawn = np.concatenate(totals)
    width = before.shape[1]
    difference = drawn[:, width:] - drawn[:, :width]
    defined = ~np.isnan(difference)
    better = np.where(defined, (difference > 0) + 0.5 * (difference == 0), 0.0).sum(axis=0)
    count = defined.sum(axis=0)
    share = np.divide(better, count, out=np.full(better.shape, np.nan), where=count > 0)
    return _bounds(difference, level), share


def _totals(counts: Floats, resamples: int, seed: int) -> Iterator[Floats]:
    articles = counts.shape[0]
    random = np.random.default_rng(seed)
    step = max(1, _CELLS // max(1, articles))
    for begin in range(0, resamples, step):
        draws = min(step, resamples - begin)
        weights = random.multinomial(articles, np.full(articles, 1 / articles), size=draws)
        yield np.tensordot(weights.astype(np.float64), counts, axes=1)


def _bounds(samples: Floats, level: float) -> Bounds:
    low: Floats = np.full(samples.shape[1:], np.nan)
    high = low.copy()
    defined = ~np.isnan(samples).all(axis=0)
    tail = (1 - level) / 2
    if defined.any():
        low[defined], high[defined] = np.nanquantile(samples[:, defined], [tail, 1 - tail], axis=0)
    return Bounds(low, high)
