from __future__ import annotations

import pytest

from pipeline.lexicon import shared
from pipeline.normalise.names import Names
from pipeline.records import Mention
from pipeline.vocabularies import Label


def mentions(*texts: str) -> list[Mention]:
    return [Mention(start=i, end=i, text=text, label=Label.PERSON, rule="test") for i, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "full", "aliases"),
    [
        (("Lowe", "Ann Lowe"), "Ann Lowe", ("Lowe",)),
        (("ANN LOWE", "Ann Lowe"), "Ann Lowe", ("ANN LOWE",)),
        (("Mr. Lowe",), "Lowe", ()),
        (("Ann Lowe’s", "Ann Lowe"), "Ann Lowe", ()),
        (("Ann  Q.\nLowe", "Ann Lowe"), "Ann Q. Lowe", ("Ann Lowe",)),
        (("Sir Ian Lowe",), "Ian Lowe", ()),
    ],
)
def test_names_take_the_fullest(texts: tuple[str, ...], full: str, aliases: tuple[str, ...]) -> None:
    names = Names(shared())
    assert (names.fullest(mentions(*texts)), names.aliases(mentions(*texts))) == (full, aliases)
