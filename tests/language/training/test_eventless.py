from __future__ import annotations

import pytest

from pipeline.language.training.eventless import is_eventless


@pytest.mark.parametrize(
    ("text", "eventless"),
    [
        ("The senator called for a new inquiry into the fire.", True),
        ("Three lawmakers asked the minister to resign.", True),
        ("Norway froze the general's accounts.", False),
        ("BRUSSELS WEIGHS SANCTIONS", False),
        ("They were banned from entering.", False),
        ("The disbanded choir sang.", True),
    ],
)
def test_eventless_texts_have_no_word_of_sanctions(text: str, eventless: bool) -> None:
    assert is_eventless(text) is eventless
