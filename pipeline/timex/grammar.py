"""The time grammar made ready: words, rules and guards of the lexicon, checked and indexed by first word.

Phrases may not contain themselves, so every expression is of bounded length and reading a text takes time linear
in its length.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from pipeline.errors import LexiconError
from pipeline.lexicon import Lexicon, shared
from pipeline.lexicon.schema import Holiday, TimeGuard, TimeRule, TimeWords
from pipeline.timex.builders import BUILDERS, Builder
from pipeline.timex.pairs import Pairs
from pipeline.timex.pattern import Row, names_in, read_pattern, words_in
from pipeline.timex.starts import by_opener, find_starts
from pipeline.timex.words import NUMBER_CLASSES, WordClasses

TOP = "TIMEX"
ABBREVIATIONS, SUFFIXES = "ABBREVIATION", "TENSE_SUFFIX"
"""Classes that no pattern names."""
HOLIDAYS = "HOLIDAY"
"""Class of the names of holidays, added to the classes of words; its values are the ids of the entries."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule made ready.

    Attributes:
        openers: its patterns by the words they can begin with, ``starts.DIGITS`` for numbers not named.
    """

    id: str
    rows: tuple[Row, ...]
    build: Builder
    fixed: Mapping[str, str | int]
    guard: TimeGuard | None
    openers: Mapping[str, tuple[Row, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """Words, phrases and whole-expression rules.

    Attributes:
        words: the word classes.
        phrases: rules by the phrase they give, in file order.
        starting: words that whole expressions can begin with, ``starts.DIGITS`` for any number.
        vocabulary: every word that some pattern can use.
        pairs: which rules and patterns can begin with two words.
        holidays: the named days by id.
        abbreviations: words after which a full stop ends no sentence.
        suffixes: endings of verb forms and the tense they tell.
    """

    words: WordClasses
    phrases: Mapping[str, tuple[Rule, ...]]
    starting: frozenset[str]
    vocabulary: frozenset[str]
    pairs: Pairs
    holidays: Mapping[str, Holiday]
    abbreviations: frozenset[str]
    suffixes: Mapping[str, str]


@cache
def default_grammar(overlay: str = "") -> Grammar:
    """Return the grammar of the package's lexicon with the user's folder ``overlay`` laid over it."""
    return compile_grammar(shared(overlay))


def compile_grammar(lexicon: Lexicon) -> Grammar:
    """Make the grammar of a lexicon.

    Raises:
        LexiconError: when a pattern cannot be read, names an unknown class, phrase or builder, or when phrases
            contain themselves.
    """
    holidays = lexicon.entries(Holiday)
    classes = WordClasses([*lexicon.entries(TimeWords).values(), *_holiday_words(holidays)])
    guards = lexicon.entries(TimeGuard)
    phrases: dict[str, list[Rule]] = {}
    for entry in lexicon.entries(TimeRule).values():
        phrases.setdefault(entry.gives, []).append(_compile_rule(entry, guards))
    for name in sorted(set(classes.words) & set(phrases)):
        raise LexiconError(f"time_rule: {name} is both a class of words and a phrase that rules give; rename one")
    for rules in phrases.values():
        for rule in rules:
            _check_names(rule, {*classes.words, *phrases, *NUMBER_CLASSES})
    for guard in guards.values():
        _check_guard(guard, {*classes.words, *NUMBER_CLASSES})
    _check_no_cycle({name: _used_by(rules) for name, rules in phrases.items()})
    ready = {
        name: tuple(
            replace(rule, openers=by_opener(list(zip(rule.rows, firsts, strict=True))))
            for rule, firsts in zip(phrases[name], starts, strict=True)
        )
        for name, starts in find_starts(phrases, classes).items()
    }
    opening = {name: by_opener([(rule, rule.openers.keys()) for rule in rules]) for name, rules in ready.items()}
    starting = opening.get(TOP, {})
    vocabulary = _vocabulary(phrases, classes)
    return Grammar(
        words=classes,
        phrases=ready,
        starting=frozenset(starting),
        vocabulary=vocabulary,
        pairs=Pairs(classes, opening, starting=starting, vocabulary=vocabulary),
        holidays=holidays,
        abbreviations=frozenset(_forms(lexicon, ABBREVIATIONS)),
        suffixes=_forms(lexicon, SUFFIXES),
    )


def _vocabulary(phrases: Mapping[str, Iterable[Rule]], classes: WordClasses) -> frozenset[str]:
    """Return every word that a pattern can use; words that only guards look for are not among them."""
    rows = [row for rules in phrases.values() for rule in rules for row in rule.rows]
    used = {name for row in rows for name in names_in(row)}
    literals = {word for row in rows for word in words_in(row)}
    return frozenset(literals.union(*(words for name, words in classes.words.items() if name in used)))


def _forms(lexicon: Lexicon, name: str) -> dict[str, str]:
    """Return form to value of a class that the grammar itself needs, empty when the lexicon lacks it."""
    entry = lexicon.entries(TimeWords).get(name)
    return {form: value for value, forms in entry.words.items() for form in forms} if entry else {}


def _holiday_words(holidays: Mapping[str, Holiday]) -> Iterable[TimeWords]:
    if holidays:
        names = {entry.id: (entry.name, *entry.aliases) for entry in holidays.values()}
        cased = {key: forms for key, forms in names.items() if holidays[key].cased}
        yield TimeWords(id=HOLIDAYS, cased=cased, words={key: names[key] for key in names if key not in cased})


def _compile_rule(entry: TimeRule, guards: Mapping[str, TimeGuard]) -> Rule:
    where = f"time_rule {entry.id!r}"
    if entry.make not in BUILDERS:
        raise LexiconError(f"{where}: there is no builder {entry.make!r}; known are {', '.join(sorted(BUILDERS))}")
    rows = tuple(read_pattern(pattern, where=where) for pattern in entry.patterns)
    return Rule(entry.id, rows, BUILDERS[entry.make], entry.fixed, guards.get(entry.guard), {})


def _check_names(rule: Rule, known: set[str]) -> None:
    for row in rule.rows:
        for name in sorted(names_in(row) - known):
            raise LexiconError(
                f"time_rule {rule.id!r}: {name} is no class of words and no rule gives it; add it or correct the name"
            )


def _check_guard(guard: TimeGuard, known: set[str]) -> None:
    named = {*guard.after, *guard.never_after, *guard.before, *guard.never_before, *guard.exempt, *guard.never_noun}
    for name in sorted(named - known):
        raise LexiconError(f"time_guard {guard.id!r}: there is no class of words {name}; add it or correct the name")


def _used_by(rules: Iterable[Rule]) -> set[str]:
    return {name for rule in rules for row in rule.rows for name in names_in(row)}


def _check_no_cycle(uses: Mapping[str, set[str]]) -> None:
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        if name in path:
            raise LexiconError(f"time_rule: {' > '.join((*path, name))} contains itself; split the phrase in two")
        if name in done:
            return
        for used in sorted(uses.get(name, ())):
            visit(used, (*path, name))
        done.add(name)

    for name in uses:
        visit(name, ())
