from __future__ import annotations

import pytest
import spacy

from pipeline import syntax
from pipeline.syntax import Relation
from pipeline.vocabularies import Tense
from syntax.conftest import Find


@pytest.mark.parametrize(
    ("sentence", "name", "expected"),
    [
        ("urged", "minister", Relation.SUBJECT),
        ("passive", "Sanctions", Relation.SUBJECT),
        ("urged", "sanctions", Relation.OBJECT),
        ("gave", "Kyiv", Relation.OBJECT),
        ("urged", "officials", Relation.OBLIQUE),
        ("passive", "States", Relation.OBLIQUE),
        ("left-and-froze", "Oslo", Relation.OBLIQUE),
        ("until", "lift", Relation.COMPLEMENT),
        ("going", "designate", Relation.COMPLEMENT),
        ("until", "freed", Relation.ADVERBIAL),
        ("relative", "apologised", Relation.RELATIVE),
        ("participle", "linked", Relation.PARTICIPLE),
        ("passive", "allies", Relation.CONJUNCT),
        ("because", "Berg", Relation.APPOSITION),
        ("because", "Norway", Relation.POSSESSOR),
        ("urged", "Russian", Relation.MODIFIER),
        ("urged", "urged", Relation.ROOT),
        ("urged", ".", Relation.OTHER),
    ],
)
def test_relations_name_what_a_token_is(find: Find, sentence: str, name: str, expected: Relation) -> None:
    assert syntax.relation(find(sentence, name)) is expected


@pytest.mark.parametrize(
    ("sentence", "name", "expected"),
    [
        ("urged", "officials", "impose"),
        ("passive", "States", "imposed"),
        ("because", "war", "frozen"),
        ("according", "Treasury", "fled"),
        ("because", "Norway", "minister"),
        ("going", "China", "companies"),
        ("urged", "urged", None),
    ],
)
def test_relations_governor_skips_prepositions(find: Find, sentence: str, name: str, expected: str | None) -> None:
    governor = syntax.governor(find(sentence, name))
    assert (governor and governor.text) == expected


def test_relations_governors_go_up_to_the_root(find: Find) -> None:
    verbs = [token.text for token in syntax.governors(find("urged", "officials")) if syntax.is_verb(token)]
    assert verbs == ["impose", "urged"]


@pytest.mark.parametrize(
    ("sentence", "name", "expected"),
    [
        ("passive", "States", ["States", "allies"]),
        ("passive", "allies", ["States", "allies"]),
        ("frozen", "barred", ["frozen", "barred", "ban"]),
        ("passive", "Iran", ["Iran"]),
    ],
)
def test_relations_conjuncts(find: Find, sentence: str, name: str, expected: list[str]) -> None:
    token = find(sentence, name)
    assert [other.text for other in syntax.conjuncts(token)] == expected
    assert syntax.is_conjunct(token) is (expected[0] != name)


def test_relations_appositions_go_both_ways(find: Find) -> None:
    minister, berg = find("because", "minister"), find("because", "Berg")
    assert syntax.appositions(minister) == [berg]
    assert syntax.apposed_to(berg) == minister
    assert syntax.appositions(berg) == []
    assert syntax.apposed_to(minister) is None


@pytest.mark.parametrize(
    ("sentence", "name", "verb", "noun"),
    [
        ("urged", "impose", True, False),
        ("until", "would", True, False),
        ("urged", "officials", False, True),
        ("urged", "four", False, True),
        ("without", "They", False, True),
        ("urged", "Russian", False, False),
        ("urged", "on", False, False),
    ],
)
def test_relations_verbs_and_nouns(find: Find, sentence: str, name: str, verb: bool, noun: bool) -> None:
    token = find(sentence, name)
    assert (syntax.is_verb(token), syntax.is_noun(token)) == (verb, noun)


def test_relations_unparsed_document_has_none() -> None:
    """No question may hang or fail on a document without a tree."""
    for token in spacy.blank("en")("Canada imposed sanctions"):
        assert syntax.governor(token) is None
        assert syntax.relation(token) is Relation.OTHER
        assert syntax.clause_head(token) == token
        assert syntax.tense(token) is Tense.NONE
        assert syntax.noun_phrase(token).text == syntax.clause_span(token).text == token.text
        assert syntax.conjuncts(token) == [token]
        assert not syntax.preposition(token)
        for question in (
            syntax.subjects, syntax.objects, syntax.agents, syntax.prepositionals, syntax.complements,
            syntax.appositions, syntax.modifiers, syntax.modals, syntax.clause_marks, syntax.participles,
        ):  # fmt: skip
            assert question(token) == []
