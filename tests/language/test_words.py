from __future__ import annotations

import pytest

from pipeline.language import words


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("sanctions", words.LOWER),
        ("Ottawa", words.TITLE),
        ("A", words.CAPITAL),
        ("EU", words.UPPER),
        ("McKay", words.MIXED),
        ("iPhone", words.CAMEL),
        ("U.S.", words.INITIALS),
        ("J.", words.INITIALS),
        ("Sen.", words.ABBREVIATION),
        ("etc.", words.LOWER),
        ("2018", words.NUMBER),
        ("30th", words.ORDINAL),
        ("G20", words.CODE),
        (".", words.POINT),
        (",", words.COMMA),
        ("“", words.OTHER_PUNCTUATION),
        ("$", words.SYMBOL),
        ("制裁", words.UNCASED),
        ("", words.OTHER_PUNCTUATION),
    ],
)
def test_words_shape(word: str, shape: int) -> None:
    assert words.word_shape(word) == shape


@pytest.mark.parametrize(
    ("gap", "kind"),
    [("", words.GLUED), (" ", words.SPACE), ("\n", words.LINE), (" \r\n ", words.LINE), ("\n \n", words.BLANK_LINE)],
)
def test_words_break_before(gap: str, kind: int) -> None:
    assert words.break_before(gap) == kind


@pytest.mark.parametrize(
    ("word", "plain"), [("’s", "'s"), ("``", "“"), ("co\u00adop", "coop"), ("«", "“"), ("Kyiv", "Kyiv")]
)
def test_words_plain_form(word: str, plain: str) -> None:
    assert words.plain_form(word) == plain
