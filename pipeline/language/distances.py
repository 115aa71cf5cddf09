"""How far words are from a trigger, in the steps that the network tells apart; training and run time share them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

EDGES = (-60, -40, -25, -15, -9, -5, -2, 0, 1, 3, 6, 10, 16, 26, 41, 61)
"""First distance, in words after the trigger, of every step but the first; changing one needs a new model."""

N_DISTANCES = len(EDGES) + 1


def distance_steps(trigger: int, words: int) -> NDArray[np.int64]:
    """Return the step of every word of a window, shape (words,)."""
    return np.searchsorted(np.array(EDGES), np.arange(words) - trigger, side="right").astype(np.int64)
