"""A faulty grammar fails on loading, with the entry and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import LexiconError
from pipeline.lexicon import load
from pipeline.timex import compile_grammar, tag
from pipeline.timex.pattern import Group, Item, read_pattern

RULE = '[[time_rule]]\nid = "mine"\ngives = "{gives}"\npatterns = ["{pattern}"]\nmake = "{make}"\n'


def compile_with(folder: Path, *, pattern: str, gives: str = "TIMEX", make: str = "same") -> None:
    (folder / "mine.toml").write_text(RULE.format(gives=gives, pattern=pattern, make=make), encoding="utf-8")
    compile_grammar(load(folder))


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ({"pattern": "the NOSUCH"}, "NOSUCH is no class of words"),
        ({"pattern": "the [MONTH"}, "is not closed"),
        ({"pattern": "the MONTH]"}, "closes nothing"),
        ({"pattern": "Of MONTH"}, "mixes cases"),
        ({"pattern": "MONTH", "make": "nosuch"}, "no builder 'nosuch'"),
        ({"pattern": "the LOOP", "gives": "LOOP"}, "contains itself"),
        ({"pattern": "WEEKDAY", "gives": "MONTH"}, "both a class of words and a phrase"),
    ],
)
def test_grammar_names_what_is_wrong(tmp_path: Path, rule: dict[str, str], message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        compile_with(tmp_path, **rule)


def test_grammar_takes_a_users_words_and_rules(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        '[[time_words]]\nid = "MOON"\n[time_words.words]\n28 = ["moon", "moons"]\n\n'
        '[[time_rule]]\nid = "mine.moons"\ngives = "TIMEX"\npatterns = ["count=N MOON"]\nmake = "same"\n'
        '\n[[holiday]]\nid = "founders-day"\nname = "Founders Day"\ndate = "06-02"\n',
        encoding="utf-8",
    )
    grammar = compile_grammar(load(tmp_path))
    [time] = tag("They met on Founders Day 2019.", grammar=grammar)
    assert time.value == "2019-06-02"


def test_grammar_refuses_a_holiday_that_lies_twice(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        '[[holiday]]\nid = "founders-day"\nname = "Founders Day"\ndate = "06-02"\neaster = 3\n', encoding="utf-8"
    )
    with pytest.raises(LexiconError, match="exactly one of date, weekday and easter"):
        load(tmp_path)


def test_pattern_notation() -> None:
    row = read_pattern("~the? day=INT|DAY_NUMBER [of MONTH]", where="here")
    assert row == (
        Item(frozenset({"the"}), (), optional=True, glued=True),
        Item(frozenset(), ("INT", "DAY_NUMBER"), key="day"),
        Group((Item(frozenset({"of"}), ()), Item(frozenset(), ("MONTH",)))),
    )
