from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.events.confidence import confidence


@given(st.floats(0, 1), st.floats(0, 1))
def test_confidence_never_falls_with_the_score(first: float, second: float) -> None:
    low, high = sorted((first, second))
    assert 0.0 <= confidence(low) <= confidence(high) <= 1.0


@pytest.mark.parametrize("score", [-1.0, 2.0])
def test_confidence_keeps_its_bounds(score: float) -> None:
    assert 0.0 <= confidence(score) <= 1.0
