"""Measure words to the vocabulary of measures."""

from __future__ import annotations

from pipeline.lexicon import FormIndex, Lexicon
from pipeline.lexicon.schema import Description, MeasureWords
from pipeline.records import Mention
from pipeline.vocabularies import Measure


class Measures:
    """Looks measures up by the words that name or describe them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = lexicon.entries(MeasureWords)
        self._descriptions = lexicon.entries(Description)
        self._index: FormIndex[MeasureWords] = FormIndex(
            (words, form) for words in self._words.values() for form in words.forms()
        )
        self._qualifiers: dict[str, list[Measure]] = {}
        for words in self._words.values():
            for word in words.qualifiers:
                if isinstance(words.measure, Measure):
                    self._qualifiers.setdefault(word, []).append(words.measure)

    def of(self, mention: Mention) -> tuple[Measure, ...]:
        """Return the measures that a noun phrase names, in the order of its words; none for plain "sanctions".

        "financial and travel restrictions" names two. A described measure gives the one of its description.
        """
        described = self._descriptions.get(mention.entry)
        if described is not None:
            return (described.measure,) if isinstance(described.measure, Measure) else ()
        words = self._words.get(mention.entry)
        parts = mention.text.lower().replace("-", " ").split()
        found = [measure for part in parts for measure in self._qualifiers.get(part, ())]
        if words is not None and isinstance(words.measure, Measure) and words.measure not in found:
            found.append(words.measure)
        return tuple(dict.fromkeys(found))
