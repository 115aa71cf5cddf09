"""The tokenizer: spaCy's English one with a few more places to cut.

Print glues what spaCy leaves in one piece: "U.S.-led", "1987–2017", "he said.The", a zero-width mark before a name.
Each of these hides a name's border, and no later step could get it back. Tokens stay slices of the untouched text.
"""

from __future__ import annotations

from spacy.lang.en import English
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

_INVISIBLE = "[\u200b\u200c\u200d\u2060\ufeff]"
_LETTER = "[^\\W\\d_]"

_INFIXES = (
    rf"(?<={_LETTER}\.)-(?={_LETTER})",  # U.S.-led
    r"(?<=\w)[–—](?=\w)",  # 1987–2017
    rf"(?<={_LETTER})[?!;](?=[A-Z])",  # who?The
    r"(?<=[a-z.,!?])[\"”](?=[A-Za-z])",  # him.”The
    _INVISIBLE,
)


def blank_pipeline() -> Language:
    """Return an English pipeline that only tokenizes, with the extra cuts."""
    # Cutting rules given to a tokenizer that is made already would have it learn all its special cases anew.
    return English(create_tokenizer=_tokenizer)


def _tokenizer(nlp: Language) -> Tokenizer:
    defaults = nlp.Defaults
    return Tokenizer(
        nlp.vocab,
        rules=defaults.tokenizer_exceptions,
        prefix_search=compile_prefix_regex([*(defaults.prefixes or ()), _INVISIBLE]).search,
        suffix_search=compile_suffix_regex([*(defaults.suffixes or ()), _INVISIBLE, "‘s"]).search,
        infix_finditer=compile_infix_regex([*(defaults.infixes or ()), *_INFIXES]).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )
