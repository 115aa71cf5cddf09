from __future__ import annotations

import pytest

from pipeline.lexicon import shared
from pipeline.normalise.antecedents import Antecedents, PronounWords
from pipeline.records import Mention, Sentence, Span
from pipeline.vocabularies import Label

TEXT = (
    "The Fair Trade Forum (FTF) met in Oslo. Norway said it would listen. "
    "They agreed, and it ended. Nobody was there. It rained."
)
NAMES = (("Fair Trade Forum", Label.ORG), ("Oslo", Label.GPE), ("Norway", Label.GPE))


@pytest.fixture(scope="module")
def antecedents() -> Antecedents:
    mentions = []
    for words, label in NAMES:
        start = TEXT.index(words)
        mentions.append(Mention(start=start, end=start + len(words), text=words, label=label, rule=""))
    sentences, start = [], 0
    for index, part in enumerate(TEXT.split(". ")):
        sentences.append(Sentence(start=start, end=start + len(part), text=part, index=index, paragraph=0, tokens=1))
        start += len(part) + 2
    return Antecedents(TEXT, mentions, sentences, PronounWords(shared()))


def span(words: str, occurrence: int = 1) -> Span:
    start = -1
    for _ in range(occurrence):
        start = TEXT.index(words, start + 1)
    return Span(start=start, end=start + len(words), text=words)


@pytest.mark.parametrize(("words", "name"), [("FTF", "Fair Trade Forum"), ("NGO", ""), ("Forum", "")])
def test_antecedents_know_short_forms_in_brackets(antecedents: Antecedents, words: str, name: str) -> None:
    assert antecedents.full_name(words) == name


@pytest.mark.parametrize(
    ("pronoun", "occurrence", "meant"),
    [
        ("it ", 1, "Norway"),  # its own sentence
        ("it ", 2, "Norway"),  # the sentence before
        ("It", 1, "It"),  # nothing near
        ("They", 1, "They"),  # no body
        ("Oslo", 1, "Oslo"),
    ],
)
def test_antecedents_of_pronouns(antecedents: Antecedents, pronoun: str, occurrence: int, meant: str) -> None:
    words = span(pronoun, occurrence)
    stripped = Span(start=words.start, end=words.start + len(pronoun.strip()), text=pronoun.strip())
    assert antecedents.meant(stripped).text == meant


@pytest.mark.parametrize(("words", "expected"), [("They", True), ("it", True), ("Norway", False), ("This plan", False)])
def test_antecedents_tell_pronouns(antecedents: Antecedents, words: str, expected: bool) -> None:
    assert antecedents.is_pronoun(Span(start=0, end=len(words), text=words)) is expected
