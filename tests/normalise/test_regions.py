from __future__ import annotations

import pytest

from pipeline.lexicon import shared
from pipeline.normalise.regions import states_of_regions


@pytest.mark.parametrize(("name", "states"), [("Georgia", ("USA",)), ("Ohio", ("USA",)), ("Armenia", ())])
def test_regions_tell_the_states_that_have_one_of_a_name(name: str, states: tuple[str, ...]) -> None:
    assert states_of_regions(shared()).get(name, ()) == states
