"""From votes to confidence: the share of events with such a score that careful readers also found."""

from __future__ import annotations

from bisect import bisect_right

_CURVE = ((0.5, 0.43), (0.75, 0.6), (0.8, 0.67), (0.95, 0.7), (1.0, 0.88))
"""(score, precision), fitted on the development articles and the project's own; straight lines between them."""


def confidence(score: float) -> float:
    """Return the confidence of an event, 0 to 1 with two digits, for its score."""
    scores = [point[0] for point in _CURVE]
    place = min(max(bisect_right(scores, score), 1), len(_CURVE) - 1)
    (left, low), (right, high) = _CURVE[place - 1], _CURVE[place]
    share = min(max((score - left) / (right - left), 0.0), 1.0)
    return round(low + share * (high - low), 2)
