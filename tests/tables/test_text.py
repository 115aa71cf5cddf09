from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from pipeline.tables import cell_text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Norway", "Norway"),
        ("", ""),
        (("EU",), "EU"),
        (("EU", "UN"), "EU | UN"),
        (["EU", "UN"], "EU | UN"),
        ((), ""),
        (None, ""),
        (pd.NA, ""),
        (float("nan"), ""),
        (0, "0"),
        (100, "100"),
        (np.int64(40), "40"),
        (1.0, "1"),
        (0.0, "0"),
        (10.0, "10"),
        (0.8751, "0.875"),
        (0.5, "0.5"),
        (np.float64(0.25), "0.25"),
    ],
)
def test_text_of_a_cell(value: object, expected: str) -> None:
    assert cell_text(value) == expected
