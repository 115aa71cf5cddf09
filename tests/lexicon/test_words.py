from __future__ import annotations

import pytest

from pipeline.errors import LexiconError
from pipeline.lexicon import Lexicon
from pipeline.lexicon.words import cue_pairs, cue_words, honorifics, inflected, name_words, nicknames


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("resign", {"resign", "resigns", "resigned", "resigning"}),
        ("serve", {"serve", "serves", "served", "serving"}),
        ("step down", {"step down", "steps down", "stepped down", "stepping down"}),
        ("dismiss", {"dismiss", "dismisses", "dismissed", "dismissing"}),
        ("try", {"try", "tries", "tried", "trying"}),
        ("stay", {"stay", "stays", "stayed", "staying"}),
    ],
)
def test_words_inflects_regular_verbs(verb: str, forms: set[str]) -> None:
    assert forms <= inflected(verb)


def test_words_reads_lists_in_lower_case(lexicon: Lexicon) -> None:
    assert {"mr.", "sir"} <= honorifics(lexicon, sure=True)
    assert "don" in honorifics(lexicon, sure=False)
    assert "don" not in honorifics(lexicon, sure=True)
    assert {"xi", "kim"} <= name_words(lexicon, "family_first")
    assert ("bill", "william") in nicknames(lexicon)
    assert cue_pairs(lexicon, "people.numbers")["dozen"] == "12"


def test_words_names_what_is_missing(lexicon: Lexicon) -> None:
    with pytest.raises(LexiconError, match=r"no cue 'people\.nonsense'"):
        cue_words(lexicon, "people.nonsense")
    with pytest.raises(LexiconError, match="write 'word = value'"):
        cue_pairs(lexicon, "people.fellow")
