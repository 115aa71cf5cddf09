from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Token

from pipeline import syntax
from pipeline.vocabularies import Tense
from syntax.conftest import Find


@pytest.mark.parametrize(
    ("question", "sentence", "head", "expected"),
    [
        (syntax.complements, "urged", "urged", "impose"),
        (syntax.complements, "until", "said", "lift"),
        (syntax.complements, "vow", "vow", "punish"),
        (syntax.complements, "participle", "Officials", ""),  # a participle is none
        (syntax.participles, "participle", "Officials", "linked"),
        (syntax.participles, "vow", "vow", "punish"),
        (syntax.participles, "relative", "People", ""),
        (syntax.relative_clauses, "relative", "People", "apologised"),
        (syntax.relative_clauses, "participle", "Officials", ""),
        (syntax.adverbial_clauses, "until", "lift", "freed"),
        (syntax.adverbial_clauses, "citing", "banned", "Citing"),
        (syntax.adverbial_clauses, "urged", "urged", ""),
    ],
)
def test_clauses_on_a_word(
    find: Find, question: Callable[[Token], list[Token]], sentence: str, head: str, expected: str
) -> None:
    assert " ".join(token.text for token in question(find(sentence, head))) == expected


@pytest.mark.parametrize(
    ("question", "sentence", "head", "expected"),
    [
        (syntax.clause_marks, "until", "freed", ["until"]),
        (syntax.clause_marks, "until", "lift", []),
        (syntax.modals, "until", "lift", ["would"]),
        (syntax.modals, "until", "ease", ["would"]),
        (syntax.modals, "frozen", "ban", ["will"]),
        (syntax.modals, "frozen", "barred", []),
        (syntax.particles, "without", "rolled", ["over"]),
        (syntax.particles, "urged", "urged", []),
    ],
)
def test_clauses_words_of_a_verb(
    find: Find, question: Callable[[Token], list[str]], sentence: str, head: str, expected: list[str]
) -> None:
    assert question(find(sentence, head)) == expected


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("frozen", "barred", ["has"]),  # shared with the first verb
        ("frozen", "ban", ["will"]),
        ("left-and-froze", "froze", []),  # finite itself
        ("passive", "imposed", ["were"]),
    ],
)
def test_clauses_auxiliaries(find: Find, sentence: str, verb: str, expected: list[str]) -> None:
    assert [token.text for token in syntax.auxiliaries(find(sentence, verb))] == expected


@pytest.mark.parametrize(
    ("sentence", "name", "expected"),
    [
        ("urged", "officials", "impose"),
        ("urged", "Union", "urged"),
        ("until", "prisoners", "freed"),
        ("until", "would", "lift"),
        ("participle", "coup", "linked"),
        ("passive", "allies", "imposed"),
        ("passive", "imposed", "imposed"),
        ("dangling", "aid", "Talks"),
    ],
)
def test_clauses_head(find: Find, sentence: str, name: str, expected: str) -> None:
    assert syntax.clause_head(find(sentence, name)).text == expected


def test_clauses_head_with_a_copula_is_a_predicate_of_present_tense(find: Find) -> None:
    head = syntax.clause_head(find("copula", "Oslo"))
    assert head.dep_ == "ROOT"
    assert syntax.tense(head) is Tense.PRESENT


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("urged", "urged", Tense.PAST),
        ("passive", "imposed", Tense.PAST),
        ("because", "frozen", Tense.PAST),  # perfect
        ("frozen", "barred", Tense.PAST),
        ("participle", "linked", Tense.PAST),
        ("citing", "Citing", Tense.PAST),  # that of the verb above
        ("belonging", "belonging", Tense.PAST),
        ("until", "freed", Tense.PRESENT),
        ("until", "lift", Tense.FUTURE),
        ("until", "ease", Tense.FUTURE),
        ("frozen", "ban", Tense.FUTURE),
        ("urged", "impose", Tense.FUTURE),
        ("going", "going", Tense.FUTURE),
        ("vow", "punish", Tense.FUTURE),
        ("dangling", "Talks", Tense.NONE),
    ],
)
def test_clauses_tense(find: Find, sentence: str, verb: str, expected: Tense) -> None:
    assert syntax.tense(find(sentence, verb)) is expected


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [("urged", "impose", True), ("vow", "punish", True), ("until", "lift", False), ("citing", "Citing", False)],
)
def test_clauses_is_infinitive(find: Find, sentence: str, verb: str, expected: bool) -> None:
    assert syntax.is_infinitive(find(sentence, verb)) is expected


@pytest.mark.parametrize(
    ("sentence", "name", "expected"),
    [
        ("until", "lift", True),
        ("until", "ease", False),
        ("relative", "apologised", True),
        ("citing", "aid", True),
        ("dangling", "aid", True),
        ("without", "naming", True),
        ("without", "rolled", False),
        ("citing", "flights", False),
    ],
)
def test_clauses_is_negated(find: Find, sentence: str, name: str, expected: bool) -> None:
    assert syntax.is_negated(find(sentence, name)) is expected
