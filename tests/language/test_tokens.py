from __future__ import annotations

import pytest

from pipeline.language.tokens import blank_pipeline


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("the U.S.-led force", ["the", "U.S.", "-", "led", "force"]),
        ("president, 1987–2017", ["president", ",", "1987", "–", "2017"]),
        ("a well-known act", ["a", "well", "-", "known", "act"]),
        ("Iran‘s army", ["Iran", "‘s", "army"]),
        ("Who?The envoy", ["Who", "?", "The", "envoy"]),
        ("the \u200bRussian side", ["the", "\u200b", "Russian", "side"]),
        ("They don’t know Sen. Adeyemi-Roux.", ["They", "do", "n’t", "know", "Sen.", "Adeyemi", "-", "Roux", "."]),
        ("at 10.5 percent", ["at", "10.5", "percent"]),
    ],
)
def test_tokens_are_cut_where_names_begin(text: str, tokens: list[str]) -> None:
    assert [token.text for token in blank_pipeline()(text)] == tokens
