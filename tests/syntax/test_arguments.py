from __future__ import annotations

import pytest
from spacy.tokens import Token

from pipeline import syntax
from syntax.conftest import Find


def texts(tokens: list[Token]) -> str:
    return " ".join(token.text for token in tokens)


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("urged", "urged", "minister"),
        ("urged", "impose", "Union"),  # of an infinitive: the object of the verb above
        ("going", "designate", "It"),  # or its subject
        ("ordered", "close", "Banks"),  # or what undergoes the passive
        ("until", "ease", "it"),
        ("frozen", "ban", "Canada"),
        ("citing", "Citing", "Canada"),
        ("without", "naming", "They"),
        ("belonging", "belonging", "assets"),
        ("relative", "apologised", "who"),
        ("participle", "linked", ""),  # a past participle's noun is its object
        ("passive", "imposed", "Sanctions"),
        ("vow", "punish", ""),
        ("dangling", "Talks", ""),
    ],
)
def test_arguments_subjects(find: Find, sentence: str, verb: str, expected: str) -> None:
    assert texts(syntax.subjects(find(sentence, verb))) == expected


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [("urged", "urged", "minister"), ("urged", "impose", ""), ("until", "ease", ""), ("citing", "Citing", "")],
)
def test_arguments_own_subjects_alone(find: Find, sentence: str, verb: str, expected: str) -> None:
    assert texts(syntax.subjects(find(sentence, verb), inherit=False)) == expected


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("urged", "impose", "sanctions"),
        ("passive", "imposed", "Sanctions"),
        ("participle", "sanctioned", "Officials"),
        ("participle", "linked", "Officials"),
        ("participle", "barred", "Officials"),
        ("until", "ease", "sanctions"),  # behind both verbs, hung on the first
        ("lift-or-ease", "lift", "sanctions"),  # or on the second
        ("left-and-froze", "left", ""),  # the verbs do not stand side by side
        ("frozen", "barred", "banks"),
        ("gave", "gave", "arms"),
        ("without", "naming", "officials"),
        ("ordered", "close", ""),
        ("until", "said", ""),
        ("relative", "lost", ""),
    ],
)
def test_arguments_objects(find: Find, sentence: str, verb: str, expected: str) -> None:
    assert texts(syntax.objects(find(sentence, verb))) == expected


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("passive", "imposed", True),
        ("participle", "linked", True),
        ("participle", "barred", True),
        ("until", "freed", True),
        ("because", "frozen", False),
        ("frozen", "barred", False),
        ("belonging", "belonging", False),
        ("urged", "urged", False),
    ],
)
def test_arguments_is_passive(find: Find, sentence: str, verb: str, expected: bool) -> None:
    assert syntax.is_passive(find(sentence, verb)) is expected


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [("passive", "imposed", "States"), ("participle", "linked", ""), ("urged", "urged", "")],
)
def test_arguments_agents(find: Find, sentence: str, verb: str, expected: str) -> None:
    assert texts(syntax.agents(find(sentence, verb))) == expected


@pytest.mark.parametrize(
    ("sentence", "noun", "expected"), [("copula", "Berg", "mayor"), ("copula", "Oslo", ""), ("urged", "minister", "")]
)
def test_arguments_predicated(find: Find, sentence: str, noun: str, expected: str) -> None:
    assert texts(syntax.predicated(find(sentence, noun))) == expected
