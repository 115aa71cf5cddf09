from __future__ import annotations

import numpy as np
import pytest

from pipeline.language.borders import certain_borders
from pipeline.language.words import BLANK_LINE, GLUED, LINE, SPACE, START


@pytest.mark.parametrize(
    ("words", "breaks", "certain"),
    [
        (
            ["Ottawa", "weighs", "sanctions", "The", "minister", "spoke"],
            [START, SPACE, SPACE, BLANK_LINE, SPACE, SPACE],
            [0, 3],
        ),
        (["ministers", "agreed", "on", "new", "measures"], [START, SPACE, BLANK_LINE, SPACE, SPACE], [0]),
        (["They", "agreed", ".", "then", "left"], [START, SPACE, GLUED, BLANK_LINE, SPACE], [0, 3]),
        (["The", "European", "Union", "met"], [START, SPACE, LINE, SPACE], [0]),
        (
            ["Measures", ":", "•", "visa", "bans", "•", "asset", "freezes"],
            [START, GLUED, LINE, SPACE, SPACE, LINE, SPACE, SPACE],
            [0, 2, 5],
        ),
        (["the", "co", "-operation", "pact"], [START, SPACE, LINE, SPACE], [0]),
        (
            ["OSLO", "(", "NTB", ")", "-", "Norway", "acted"],
            [START, SPACE, GLUED, GLUED, SPACE, SPACE, SPACE],
            [0, 5],
        ),
        (["RABAT", ",", "May", "3", "--", "It", "rains"], [START, GLUED, SPACE, SPACE, SPACE, SPACE, SPACE], [0, 5]),
        (["EU", "-", "wide", "bans"], [START, SPACE, SPACE, SPACE], [0]),
        (["NORWAY", "acts", "-", "at", "last"], [START, SPACE, SPACE, SPACE, SPACE], [0]),
    ],
)
def test_borders_white_space_settles(words: list[str], breaks: list[int], certain: list[int]) -> None:
    assert np.flatnonzero(certain_borders(words, np.array(breaks)) == 1).tolist() == certain
