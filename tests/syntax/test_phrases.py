from __future__ import annotations

import pytest

from pipeline import syntax
from syntax.conftest import Find


@pytest.mark.parametrize(
    ("sentence", "noun", "expected"),
    [
        ("urged", "officials", "four Russian officials"),
        ("urged", "Union", "the Union"),
        ("passive", "States", "the States"),  # without what is coordinated and the preposition before
        ("because", "minister", "Norway 's minister"),  # without the apposition
        ("because", "Norway", "Norway"),
        ("copula", "mayor", "the mayor of Oslo"),
        ("participle", "Officials", "Officials linked to the coup"),
        ("relative", "People", "People who never apologised"),
        ("vow", "vow", "A vow to punish banks"),
        ("going", "companies", "companies from China"),
        ("according", "Treasury", "the Treasury"),  # without the comma
    ],
)
def test_phrases_of_a_noun(find: Find, sentence: str, noun: str, expected: str) -> None:
    assert syntax.noun_phrase(find(sentence, noun)).text == expected


@pytest.mark.parametrize(
    ("sentence", "noun", "expected"),
    [
        ("participle", "Officials", "Officials"),
        ("relative", "People", "People"),
        ("vow", "vow", "A vow"),
        ("copula", "mayor", "the mayor of Oslo"),
    ],
)
def test_phrases_of_a_noun_without_its_clauses(find: Find, sentence: str, noun: str, expected: str) -> None:
    assert syntax.noun_phrase(find(sentence, noun), clauses=False).text == expected


@pytest.mark.parametrize(
    ("sentence", "noun", "expected"),
    [
        ("passive", "States", "the States and allies"),
        ("passive", "allies", "the States and allies"),
        ("going", "individuals", "individuals and companies from China"),
        ("passive", "Iran", "Iran"),
    ],
)
def test_phrases_of_a_list(find: Find, sentence: str, noun: str, expected: str) -> None:
    assert syntax.list_phrase(find(sentence, noun)).text == expected


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("urged", "urged", "The minister urged the Union to impose sanctions on four Russian officials"),
        ("urged", "impose", "impose sanctions on four Russian officials"),
        ("participle", "sanctioned", "Officials linked to the coup were sanctioned"),
        ("participle", "barred", "barred from travel"),
        ("until", "freed", "prisoners are freed"),
        ("citing", "Citing", "Citing abuses"),
        ("left-and-froze", "froze", "froze assets"),
    ],
)
def test_phrases_of_a_clause(find: Find, sentence: str, verb: str, expected: str) -> None:
    assert syntax.clause_span(find(sentence, verb)).text == expected


@pytest.mark.parametrize(
    ("sentence", "noun", "possessors", "modifiers"),
    [
        ("urged", "officials", [], ["four", "Russian"]),
        ("because", "minister", ["Norway"], ["Norway"]),
        ("urged", "minister", [], ["The"]),
        ("passive", "Iran", [], []),
    ],
)
def test_phrases_words_before_a_noun(
    find: Find, sentence: str, noun: str, possessors: list[str], modifiers: list[str]
) -> None:
    token = find(sentence, noun)
    assert [other.text for other in syntax.possessors(token)] == possessors
    assert [other.text for other in syntax.modifiers(token)] == modifiers
