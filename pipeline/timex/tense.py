"""Guesses from words alone whether a clause tells of the past or the future, for texts without a parse."""

from __future__ import annotations

from pipeline.timex.guards import value_before
from pipeline.timex.reader import Reader
from pipeline.vocabularies import Tense

_REACH = 12
_BREAKS = frozenset(".;:!?")
_COMMA = frozenset(",")
_TENSES = {"past": Tense.PAST, "present": Tense.PRESENT, "future": Tense.FUTURE}
_WORD, _PASSIVE, _CLAUSE = "TENSE_WORD", "TENSE_PASSIVE", "CLAUSE_BREAK"
_POSSESSIVE = "POSSESSIVE"


class Cues:
    """The words of a text that tell tense."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        suffixes = reader.grammar.suffixes
        self._suffixes = tuple(suffixes.items())
        self._known: dict[int, Tense] = {}

    def at(self, index: int) -> Tense:
        """Return the tense that a token tells, NONE for most."""
        known = self._known.get(index)
        if known is None:
            known = self._known[index] = self._look(index)
        return known

    def breaks(self, index: int) -> bool:
        """Say whether a new clause begins at a token."""
        norm = self.reader.tokens.norms[index]
        return norm in _BREAKS or norm in _COMMA or _CLAUSE in self.reader.classes(index)

    def _look(self, index: int) -> Tense:
        hits = self.reader.classes(index).get(_WORD, ())
        tense = _TENSES[str(hits[0][1])] if hits else self._by_suffix(index)
        if tense is Tense.PAST and value_before(self.reader, index, _PASSIVE):
            return Tense.FUTURE
        return tense

    def _by_suffix(self, index: int) -> Tense:
        word = self.reader.tokens.norms[index]
        for suffix, tense in self._suffixes:
            if len(word) > len(suffix) + 2 and word.endswith(suffix):
                return _TENSES[tense]
        return Tense.NONE


def guess_tense(cues: Cues, start: int, end: int) -> Tense:
    """Return the tense told by the nearest cue in the sentence, the one before winning a tie.

    After the expression only its own clause is looked at: up to the next comma or conjunction, but past a comma that
    follows it directly ("On Friday, they will ..."). What happened in "Monday's ruling" no verb tells.
    """
    tokens = cues.reader.tokens
    if end < len(tokens) and _POSSESSIVE in cues.reader.classes(end):
        return Tense.NONE
    sentence = tokens.sentences[start]
    before = start - 1
    after = end + 1 if tokens.norm(end) in _COMMA else end
    for _ in range(_REACH):
        if before >= 0 and tokens.sentences[before] == sentence and tokens.norms[before] not in _BREAKS:
            if (tense := cues.at(before)) is not Tense.NONE:
                return tense
            before -= 1
        else:
            before = -1
        if 0 <= after < len(tokens) and tokens.sentences[after] == sentence and not cues.breaks(after):
            if (tense := cues.at(after)) is not Tense.NONE:
                return tense
            after += 1
        else:
            after = -1
    return Tense.NONE
