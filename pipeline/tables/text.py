"""One cell as text, the way CSV and the terminal show it."""

from __future__ import annotations

from typing import Any

import pandas as pd

JOINER = " | "


def cell_text(value: Any) -> str:
    """Return a frame's cell as text: lists joined, numbers short, unknown empty."""
    if isinstance(value, (tuple, list)):
        return JOINER.join(value)
    if value is None or value is pd.NA:
        return ""
    if isinstance(value, float):
        return "" if value != value else f"{value:.3f}".rstrip("0").rstrip(".")
    return str(value)
