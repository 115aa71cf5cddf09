"""Makes text of tokens: where print has blanks between them."""

from __future__ import annotations

_NO_BLANK_BEFORE = frozenset(
    [
        ".",
        ",",
        ";",
        ":",
        "!",
        "?",
        ")",
        "]",
        "}",
        "%",
        "'s",
        "'S",
        "’s",
        "n't",
        "'re",
        "'ve",
        "'ll",
        "'d",
        "'m",
        "'",
        "’",
        "...",
    ]
)
_NO_BLANK_AFTER = frozenset(["(", "[", "{", "$", "£", "€", "#", "``", "“", "‘"])


def join_words(words: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return a text made of tokens, blanks put as print has them, and every token's offsets."""
    text, offsets, open_quote, glue = "", [], False, True
    for word in words:
        is_quote = word in ('"', "''", "``")
        blank = not glue and word not in _NO_BLANK_BEFORE and not (is_quote and open_quote)
        text += " " if blank else ""
        offsets.append((len(text), len(text) + len(word)))
        text += word
        glue = word in _NO_BLANK_AFTER or (is_quote and not open_quote)
        open_quote ^= is_quote
    return text, offsets
