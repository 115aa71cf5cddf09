"""Where an operation on a sanction is told: the verb or noun that carries it, and the measure or law it is done to.

Input: a parsed ``Doc`` with measure and law spans. Output: ``Trigger`` values in text order. Which action results,
who performs it and on whom is for the links stage; here only "these words do something to a sanction".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from pipeline import syntax
from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Cue, Operation
from pipeline.mentions.told import ByVerb, names_state, read_descriptions, told_by
from pipeline.records import Trigger
from pipeline.syntax import Relation

WordTable = dict[str, str]
"""Lemma or phrase -> id of the entry that lists it; the first entry wins."""


@dataclass(frozen=True)
class Words:
    """The lexicon's verb and noun lists as look-up tables."""

    by_field: dict[str, WordTable]
    containers: frozenset[str]
    by_verb: ByVerb


BARE = "impose"
"""Operation of a measure that nothing is done to but that somebody wants, fears or opposes."""

_FIELDS = (
    "verbs", "weak_verbs", "intransitive_verbs", "telling_verbs", "with_verbs", "target_verbs", "direct_verbs",
    "naming_verbs", "law_verbs", "nouns", "direct_nouns", "prepositions",
)  # fmt: skip


def read_words(lexicon: Lexicon) -> Words:
    """Return the look-up tables of a lexicon."""
    by_field: dict[str, WordTable] = {name: {} for name in _FIELDS}
    for operation in lexicon.entries(Operation).values():
        for name in _FIELDS:
            for word in getattr(operation, name):
                by_field[name].setdefault(word, operation.id)
    containers = frozenset(lexicon.entries(Cue)["container_nouns"].words)
    return Words(by_field=by_field, containers=containers, by_verb=read_descriptions(lexicon))


def verb_keys(verb: Token) -> Iterator[str]:
    """Yield the ways the lexicon may list a verb, the longest first: "put in place", "roll over", "lift"."""
    lemma = verb.lemma_.lower()
    phrases = syntax.prepositionals(verb)
    for preposition, noun in phrases:
        yield f"{lemma} {preposition} {noun.lemma_.lower()}"
    for noun in syntax.objects(verb):
        yield f"{lemma} {noun.lemma_.lower()}"
    for particle in syntax.particles(verb):
        yield f"{lemma} {particle}"
    for preposition, _ in phrases:
        yield f"{lemma} {preposition}"
    if verb.i + 1 < len(verb.doc):
        yield f"{lemma} {verb.doc[verb.i + 1].lower_}"
    yield lemma


def look_up(verb: Token, table: WordTable, *, preposition: str = "") -> str:
    """Return the entry that lists the verb, or empty; with a preposition, only one that lists the two together."""
    if preposition:
        return table.get(f"{verb.lemma_.lower()} {preposition}", "")
    for key in verb_keys(verb):
        if key in table:
            return table[key]
    return ""


def find_triggers(doc: Doc, *, measures: list[Span], laws: list[Span], words: Words) -> list[Trigger]:
    """Return the triggers of a document in text order, at most one per token and operation."""
    found: dict[tuple[int, str], Trigger] = {}
    candidates = [
        *(trigger for span in measures for trigger in _on_measure(span, words)),
        *(trigger for span in laws for trigger in _on_law(span, words)),
        *(trigger for token in doc for trigger in _without_measure(token, words)),
    ]
    for trigger in candidates:
        found.setdefault((trigger.token, trigger.operation), trigger)
    return sorted(found.values(), key=_place)


def _place(trigger: Trigger) -> tuple[int, str]:
    return trigger.token, trigger.operation


def _on_measure(span: Span, words: Words) -> Iterator[Trigger]:
    """Yield what is done to one measure: by what governs it, and by participles and relative clauses on it."""
    anchor = span.root
    head = _through_containers(anchor, words)
    for noun in dict.fromkeys((anchor, head)):
        yield from _participles(noun, anchor, words)
    noun = head.head
    if noun is not head and syntax.is_noun(noun) and noun.lemma_.lower() in words.by_field["nouns"]:
        yield _made(words.by_field["nouns"][noun.lemma_.lower()], noun, anchor, "noun")
        return
    yield _governed(head, anchor, words)


def _through_containers(token: Token, words: Words) -> Token:
    """Climb from a measure to the noun phrase that stands for it: conjunct heads, "package of sanctions"."""
    current = token
    for _ in range(4):
        head = current.head
        if not syntax.is_noun(head) or not (syntax.is_conjunct(current) or head.lemma_.lower() in words.containers):
            break
        current = head
    return current


def _participles(noun: Token, anchor: Token, words: Words) -> Iterator[Trigger]:
    for verb in (*syntax.participles(noun), *syntax.relative_clauses(noun)):
        operation = look_up(verb, words.by_field["verbs"])
        if not operation:
            continue
        passive = syntax.is_passive(verb)
        if passive or any(token.i < verb.i for token in syntax.subjects(verb, inherit=False)):
            yield _made(operation, verb, anchor, "participle")


def _governed(head: Token, anchor: Token, words: Words) -> Trigger:
    """Return the trigger for a measure noun by what it is to its governor; the bare measure when nothing is done."""
    verb = _governing_verb(head)
    preposition = syntax.preposition(head)
    if verb is not None:
        for how, table in _tables(head, verb, preposition):
            listed = preposition if how in _PREPOSITIONAL else ""
            operation = look_up(verb, words.by_field[table], preposition=listed)
            if operation:
                told = next(told_by(verb, words.by_verb), None) if how == "telling" else None
                return _made(operation, verb, anchor, how.removeprefix("prepositional-"), told.id if told else "")
        for result in _results(head, verb):
            operation = look_up(result, words.by_field["verbs"])
            if operation:
                return _made(operation, result, anchor, "participle")
    if preposition in words.by_field["prepositions"]:
        return _made(words.by_field["prepositions"][preposition], anchor, anchor, "preposition")
    return _made(BARE, anchor, anchor, "bare")


def _results(head: Token, verb: Token) -> list[Token]:
    """Return what somebody wants done to the object of a verb: "lifted" in "want the embargo lifted"."""
    if head not in syntax.objects(verb):
        return []
    return [token for token in syntax.complements(verb) if token.tag_ == "VBN" and not syntax.auxiliaries(token)]


def _governing_verb(head: Token) -> Token | None:
    for verb in syntax.governors(head):
        if syntax.is_verb(verb):
            return verb
        if syntax.is_noun(verb) and not (verb.ent_type_ == "ORG" and syntax.preposition(head) == "for"):
            return None
    return None


_PREPOSITIONAL = frozenset({"prepositional-with", "prepositional-verb", "prepositional-target-verb"})


def _tables(head: Token, verb: Token, preposition: str) -> Iterator[tuple[str, str]]:
    """Yield (how, field of Operation) by the place a measure has at its verb."""
    if head in syntax.objects(verb):
        yield "verb", "verbs"
        yield "target-verb", "target_verbs"
        yield "verb", "weak_verbs"
    elif head in syntax.subjects(verb, inherit=False):
        if not syntax.objects(verb):
            yield "intransitive", "intransitive_verbs"
        yield "telling", "telling_verbs"
    elif preposition:
        yield ("with" if preposition in {"with", "by"} else "prepositional-with"), "with_verbs"
        yield "prepositional-verb", "verbs"
        yield "prepositional-target-verb", "target_verbs"


def _on_law(span: Span, words: Words) -> Iterator[Trigger]:
    head = span.root
    verb = head.head
    if verb is head:
        return
    if syntax.is_verb(verb) and (head in syntax.objects(verb) or _follows(span, verb)):
        operation = look_up(verb, words.by_field["law_verbs"])
        if operation:
            yield _made(operation, verb, head, "law")
    elif verb.lemma_.lower() in words.by_field["nouns"] and syntax.preposition(head) == "of":
        operation = words.by_field["nouns"][verb.lemma_.lower()]
        if operation == "enact":
            yield _made(operation, verb, head, "law-noun")


def _without_measure(token: Token, words: Words) -> Iterator[Trigger]:
    if syntax.is_verb(token):
        lemma = token.lemma_.lower()
        operation = words.by_field["direct_verbs"].get(lemma, "") or _naming(token, words)
        if operation and syntax.objects(token) and not _is_background(token):
            yield _made(operation, token, None, "direct")
        elif lemma in words.by_verb:
            yield from _described(token, words)
    elif token.lemma_.lower() in words.by_field["direct_nouns"] and syntax.prepositionals(token):
        yield _made(words.by_field["direct_nouns"][token.lemma_.lower()], token, None, "direct-noun")


def _naming(verb: Token, words: Words) -> str:
    """Return the operation of a verb like "designate" where it does not say what its object is."""
    named_as = any(word == "as" for word, _ in syntax.prepositionals(verb))
    return "" if named_as else words.by_field["naming_verbs"].get(verb.lemma_.lower(), "")


def _is_background(participle: Token) -> bool:
    """Say whether a participle only describes its noun ("the people blacklisted"): no agent, nothing that dates it."""
    if syntax.relation(participle) is not Relation.PARTICIPLE or not syntax.is_passive(participle):
        return False
    return not syntax.prepositionals(participle) and not any(child.ent_type_ == "DATE" for child in participle.children)


def _described(verb: Token, words: Words) -> Iterator[Trigger]:
    for description in told_by(verb, words.by_verb):
        if description.alone or names_state(verb):
            yield _made(description.operation, verb, None, "described", description.id)
            return


def _made(operation: str, token: Token, anchor: Token | None, how: str, entry: str = "") -> Trigger:
    place = None if anchor is None else anchor.i
    return Trigger(operation=operation, token=token.i, anchor=place, how=how, entry=entry)


def _follows(span: Span, verb: Token) -> bool:
    """Say whether a name stands behind a verb without a preposition: its object, whatever the parse of its words."""
    before = span.doc[span.start - 1] if span.start else verb
    if before.tag_ == "DT" and before.i > verb.i:
        before = span.doc[before.i - 1]
    return before.i == verb.i
