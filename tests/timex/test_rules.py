"""Every rule of the grammar reads the examples that stand beside it in the lexicon."""

from __future__ import annotations

import pytest

from pipeline.lexicon import shared
from pipeline.lexicon.schema import TimeRule
from pipeline.timex import default_grammar
from pipeline.timex.reader import Reader
from pipeline.timex.tokens import tokenize

EXAMPLES = [(rule.id, example) for rule in shared().entries(TimeRule).values() for example in rule.examples]


@pytest.mark.parametrize(("rule_id", "example"), EXAMPLES)
def test_rules_read_their_own_examples(rule_id: str, example: str) -> None:
    grammar = default_grammar()
    rule = next(rule for rules in grammar.phrases.values() for rule in rules if rule.id == rule_id)
    tokens = tokenize(example)
    ends = {end for end, _, _ in Reader(grammar, tokens).read(rule, 0)}
    assert len(tokens) in ends


def test_rules_all_have_an_example() -> None:
    bare = [rule.id for rule in shared().entries(TimeRule).values() if rule.gives == "TIMEX" and not rule.examples]
    assert bare == []
