"""Passing rules over by pairs of words saves work and changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from pipeline.timex import Grammar, default_grammar
from pipeline.timex.find import Scan
from pipeline.timex.grammar import TOP, Rule
from pipeline.timex.pairs import Pair, Pairs
from pipeline.timex.pattern import Row
from timex.test_fuzz import PHRASES, texts


class AllPass:
    """A pair that passes nothing over."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self.top = tuple(enumerate(grammar.phrases[TOP]))

    def of(self, first: str, second: str) -> AllPass:
        return self

    def rows(self, rule: Rule) -> tuple[Row, ...]:
        return rule.rows

    def rules(self, name: str) -> tuple[Rule, ...]:
        return self._grammar.phrases[name]


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return default_grammar()


@pytest.fixture(scope="module")
def patient(grammar: Grammar) -> Grammar:
    return replace(grammar, pairs=AllPass(grammar))  # type: ignore[arg-type]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts())
def test_pairs_change_nothing(text: str, grammar: Grammar, patient: Grammar) -> None:
    assert list(Scan(text, grammar=grammar)) == list(Scan(text, grammar=patient))


def test_pairs_change_nothing_of_the_examples(grammar: Grammar, patient: Grammar) -> None:
    for phrase in PHRASES:
        assert list(Scan(phrase, grammar=grammar)) == list(Scan(phrase, grammar=patient)), phrase


@pytest.mark.parametrize(
    ("first", "second", "some"),
    [
        ("the", "same", True),
        ("the", "last", True),
        ("the", "or", False),
        ("the", "sanctions", False),
        ("the", "", False),
        ("july", "", True),
        ("july", "14", True),
        ("may", "sanctions", True),
        ("2016", ",", True),
        ("31", "july", True),
        ("of", "talks", False),
    ],
)
def test_pairs_know_what_can_begin_an_expression(grammar: Grammar, first: str, second: str, some: bool) -> None:
    assert bool(grammar.pairs.of(first, second).top) is some


def test_pairs_tell_numbers_apart_only_where_patterns_do(grammar: Grammar) -> None:
    assert grammar.pairs.of("the", "3571") is grammar.pairs.of("the", "3572")
    assert grammar.pairs.of("talks", "the") is grammar.pairs.of("sanctions", "the")
    assert grammar.pairs.of("last", "week") is not grammar.pairs.of("last", "month")


def test_pairs_forget_what_would_be_too_many(grammar: Grammar, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[str, str]] = []

    class Counted(Pair):
        def __init__(self, words: tuple[str, str], *rest: object) -> None:
            made.append(words)
            self.top = ()

    monkeypatch.setattr("pipeline.timex.pairs.Pair", Counted)
    monkeypatch.setattr("pipeline.timex.pairs._MEMORY", 2)
    opening: Mapping[str, Mapping[str, tuple[Rule, ...]]] = {}
    pairs = Pairs(grammar.words, opening, starting={}, vocabulary=frozenset("abcd"))
    for second in "aabbaacca":
        pairs.of("d", second)
    assert made == [("d", "a"), ("d", "b"), ("d", "c"), ("d", "a")]
