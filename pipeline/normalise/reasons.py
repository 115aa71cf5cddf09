"""Words to reasons: every reason whose cue stands in a stretch of text, with the cue's place."""

from __future__ import annotations

import re

from pipeline.lexicon import Lexicon, fold
from pipeline.lexicon.schema import ReasonWords
from pipeline.vocabularies import Reason

_ENDINGS = r"(?:s|es|ed|d|ing)?"


class Reasons:
    """Finds cues of reasons in text, longer cues first."""

    def __init__(self, lexicon: Lexicon) -> None:
        cues: dict[str, Reason] = {}
        for words in lexicon.entries(ReasonWords).values():
            for cue in words.cues:
                cues.setdefault(cue, words.reason)
        self._reasons = cues
        longest_first = sorted(cues, key=_by_length)
        pattern = "|".join(re.escape(cue) for cue in longest_first)
        self._pattern = re.compile(rf"(?<!\w)({pattern}){_ENDINGS}(?!\w)") if cues else None

    def find(self, text: str) -> list[tuple[Reason, int, int]]:
        """Return (reason, start, end) of every cue in a text, in text order."""
        if self._pattern is None:
            return []
        lowered = text.replace("’", "'").lower()
        if len(lowered) != len(text):
            lowered = text
        return [(self._reasons[match[1]], match.start(), match.end()) for match in self._pattern.finditer(lowered)]


def _by_length(cue: str) -> tuple[int, str]:
    return -len(fold(cue)), cue
