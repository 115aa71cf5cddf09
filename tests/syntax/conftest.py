from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Token

from syntax.trees import BOTH, parsed, word

Find = Callable[[str, str], Token]


@pytest.fixture(params=sorted(BOTH))
def find(request: pytest.FixtureRequest) -> Find:
    """Return a function from sentence and word to the token, once for each of the two label sets."""
    trees = BOTH[request.param]
    return lambda sentence, name: word(parsed(trees[sentence]), name)
