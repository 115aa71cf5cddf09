"""Guesses from words alone whether a clause tells of the past or the future, for texts without a parse."""

from __future__ import annotations

from pipeline.timex.guards import value_before
from pipeline.timex.reader import Reader
from pipeline.vocabularies import Tense

_REACH = 14
_BREAKS = frozenset(";:!?")
_COMMA = frozenset(",")
_TENSES = {"past": Tense.PAST, "present": Tense.PRESENT, "future": Tense.FUTURE}
_WORD, _PASSIVE, _CLAUSE = "TENSE_WORD", "TENSE_PASSIVE", "CLAUSE_BREAK"
_UNDONE, _INFINITIVE, _NO_VERB = "TENSE_UNDONE", "TENSE_INFINITIVE", "TENSE_NO_VERB"
_ADVERB, _DETERMINER = "TENSE_ADVERB", "DETERMINER"
_POSSESSIVE = "POSSESSIVE"


class Cues:
    """The words of a text that tell tense."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        suffixes = reader.grammar.suffixes
        self._suffixes = tuple(suffixes.items())
        self._known: dict[int, Tense] = {}

    def at(self, index: int) -> Tense:
        """Return the tense that a token tells, NONE for most and for every name ("May", "Will", "United")."""
        known = self._known.get(index)
        if known is None:
            known = self._known[index] = self._look(index)
        return known

    def breaks(self, index: int) -> bool:
        """Say whether a new clause begins at a token."""
        norm = self.reader.tokens.norms[index]
        if norm in _BREAKS or norm in _COMMA:
            return True
        return _CLAUSE in self.reader.classes(index) and not self._is_in_name(index)

    def _is_in_name(self, index: int) -> bool:
        """Say whether names stand on both sides of a token ("the Trade and Industry Ministry")."""
        tokens = self.reader.tokens
        around = [tokens.word(place) for place in (index - 1, index + 1) if 0 <= place < len(tokens)]
        return len(around) == 2 and all(word[0].isupper() for word in around)

    def _look(self, index: int) -> Tense:
        if not self.reader.tokens.word(index).islower():
            return Tense.NONE
        hits = self.reader.classes(index).get(_WORD, ())
        tense = _TENSES[str(hits[0][1])] if hits else self._by_suffix(index)
        if tense is Tense.NONE or self._is_noun(index):
            return Tense.NONE
        if tense is Tense.PAST and (passive := self._verb_before(index, _PASSIVE)):
            return _TENSES[passive]
        return Tense.PAST if tense is Tense.FUTURE and self._is_undone(index) else tense

    def _is_undone(self, index: int) -> bool:
        """Say whether what was to come is over: "had been due", "had been due to expire"."""
        infinitive = index >= 2 and _INFINITIVE in self.reader.classes(index - 1)
        return bool(self._verb_before(index, _UNDONE) or (infinitive and self._verb_before(index - 2, _UNDONE)))

    def _verb_before(self, index: int, name: str) -> str:
        """Return the value of the words of a class right before a token; names ("May", "Will") are none."""
        before = value_before(self.reader, index, name)
        return before if before and self.reader.tokens.word(index - 1).islower() else ""

    def _is_noun(self, index: int) -> bool:
        """Say whether a determiner makes a word no verb: "the plan", "an unspecified day", "a still disputed day"."""
        before = index - 1
        if before > 0 and _ADVERB in self.reader.classes(before):
            before -= 1
        return before >= 0 and _DETERMINER in self.reader.classes(before)

    def _by_suffix(self, index: int) -> Tense:
        word = self.reader.tokens.norms[index]
        if _NO_VERB in self.reader.classes(index):
            return Tense.NONE
        for suffix, tense in self._suffixes:
            if len(word) > len(suffix) + 2 and word.endswith(suffix):
                return _TENSES[tense]
        return Tense.NONE


def guess_tense(cues: Cues, start: int, end: int) -> Tense:
    """Return the tense told by the nearest cue in the sentence, the one before winning a tie.

    After the expression only its own clause is looked at: up to the next comma or conjunction, but where nothing before
    tells, past a comma that follows directly ("On Friday, they will ..."). What happened in "Monday's ruling" no verb
    tells.
    """
    tokens = cues.reader.tokens
    if end < len(tokens) and _POSSESSIVE in cues.reader.classes(end):
        return Tense.NONE
    tense = _nearest(cues, start, end)
    if tense is Tense.NONE and tokens.norm(end) in _COMMA:
        return _nearest(cues, start, end + 1)
    return tense


def _nearest(cues: Cues, start: int, end: int) -> Tense:
    tokens = cues.reader.tokens
    sentence = tokens.sentences[start]
    before, after = start - 1, end
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
