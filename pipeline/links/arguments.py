"""Who performs an operation and on whom: the words round a trigger that fill senders and targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from pipeline import syntax
from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Cue, Description, Operation
from pipeline.links.phrases import antecedent, argument, phrases, trimmed
from pipeline.records import Argument, Trigger
from pipeline.vocabularies import Slot


@dataclass(frozen=True)
class ArgumentWords:
    """Prepositions and nouns that show where an argument stands."""

    strong: frozenset[str]
    weak: frozenset[str]
    targeting: frozenset[str]
    containers: frozenset[str]
    authorship: frozenset[str]
    documents: frozenset[str]
    laws: frozenset[str]
    descriptions: dict[str, Description]
    other_ends: frozenset[str]
    sanctioned: frozenset[str]
    no_measures: frozenset[str]
    aftermath: frozenset[str]
    answers: frozenset[str]


def read_argument_words(lexicon: Lexicon) -> ArgumentWords:
    """Return the cue words of a lexicon."""
    cues = lexicon.entries(Cue)
    return ArgumentWords(
        strong=frozenset(cues["target_prepositions"].words),
        weak=frozenset(cues["weak_target_prepositions"].words),
        targeting=frozenset(cues["target_verbs"].words),
        containers=frozenset(cues["container_nouns"].words),
        authorship=frozenset(cues["authorship_verbs"].words),
        documents=frozenset(cues["document_nouns"].words),
        laws=frozenset(cues["law_nouns"].words),
        descriptions=dict(lexicon.entries(Description)),
        other_ends=frozenset(cues["other_ends"].words),
        sanctioned=frozenset(cues["sanctioned_nouns"].words),
        no_measures=frozenset(cues["no_measures"].words),
        aftermath=frozenset(cues["aftermath"].words),
        answers=frozenset(op.id for op in lexicon.entries(Operation).values() if op.answers),
    )


def operation_arguments(doc: Doc, trigger: Trigger, words: ArgumentWords) -> tuple[Argument, ...]:
    """Return performers (slot SENDERS) and targets of a trigger, in text order within each."""
    found: list[Argument] = []
    for rule, noun in _performers(doc, trigger, words):
        rule = "performer:law" if rule == "performer:subject" and noun.lemma_.lower() in words.laws else rule
        for span in phrases(noun, clauses=False):
            found.append(argument(span, slot=Slot.SENDERS, rule=rule))
    for rule, phrase in _targets(doc, trigger, words):
        span = _without(phrase, trigger)
        if not can_be_sanctioned(span, words):
            continue
        if not span.start <= trigger.token < span.end and trigger.anchor not in range(span.start, span.end):
            found.append(argument(_named_by(span), slot=Slot.TARGETS, rule=rule))
    return tuple(found)


def can_be_sanctioned(span: Span, words: ArgumentWords) -> bool:
    """Say whether a phrase names somebody or something, stands for it, or is of a kind that sanctions are put on."""
    if span.root.pos_ == "PRON" or span.root.lemma_.lower() in words.sanctioned:
        return True
    return any(token.ent_type_ in _SANCTIONED for token in syntax.noun_phrase(span.root, clauses=False))


def _without(phrase: Span, trigger: Trigger) -> Span:
    """Return a phrase without the clause on it that the trigger stands in ("officials whom it wants sanctioned")."""
    if phrase.start <= trigger.token < phrase.end:
        return trimmed(syntax.noun_phrase(phrase.root, clauses=False))
    return phrase


def _named_by(span: Span) -> Span:
    """Return the name set in apposition to a description ("a tycoon, Gennady Ivanov, ..."), or the span itself."""
    for noun in (*syntax.appositions(span.root), *filter(None, [syntax.apposed_to(span.root)])):
        if noun.ent_type_ == "PERSON":
            return trimmed(syntax.noun_phrase(noun, clauses=False))
    return span


def _performers(doc: Doc, trigger: Trigger, words: ArgumentWords) -> Iterator[tuple[str, Token]]:
    token = doc[trigger.token]
    if trigger.how in {"verb", "with", "law", "direct", "described", "participle"}:
        passive = syntax.is_passive(token)
        for noun in syntax.agents(token) if passive else syntax.subjects(token):
            if noun.i != trigger.anchor:
                yield "performer:agent" if passive else "performer:subject", noun
    elif trigger.how in {"noun", "direct-noun", "law-noun"}:
        for noun in () if trigger.operation in words.answers else syntax.possessors(token):
            yield "performer:possessor", noun
        for preposition, noun in syntax.prepositionals(token):
            if preposition == "by":
                yield "performer:by", noun
    if trigger.anchor is not None:
        for verb in syntax.participles(doc[trigger.anchor]) if trigger.how == "bare" else ():
            for noun in syntax.agents(verb):
                yield "performer:agent", noun
        for noun in _before(doc[trigger.anchor]):
            yield "performer:measure-modifier", noun
    if trigger.how in {"noun", "direct-noun"}:
        for noun in () if trigger.operation in words.answers else _before(token):
            if noun.i != trigger.anchor:
                yield "performer:noun-modifier", noun


def _before(noun: Token) -> list[Token]:
    """Return the states, bodies and peoples named between the start of a noun's phrase and the noun."""
    start = syntax.noun_phrase(noun, clauses=False).start
    inside = [token for token in noun.doc[start : noun.i] if token.ent_type_ in _ACTING]
    return [token for token in inside if token.head not in inside]


def _targets(doc: Doc, trigger: Trigger, words: ArgumentWords) -> Iterator[tuple[str, Span]]:
    token = doc[trigger.token]
    if trigger.how == "direct":
        yield from _phrases("target:object", syntax.objects(token))
    elif trigger.how == "described":
        yield from _described_targets(token, words.descriptions[trigger.entry], words)
    elif trigger.how == "target-verb":
        yield from _phrases("target:subject", syntax.subjects(token))
    elif trigger.how == "with":
        yield from _phrases("target:with", syntax.objects(token))
    elif trigger.how == "direct-noun":
        yield from _phrases("target:of", _after(token, {"of"}))
    elif trigger.how == "preposition":
        yield from _phrases("target:under", _put_under(token))
    else:
        yield from _measure_targets(doc, trigger, words)


def _phrases(rule: str, nouns: Iterable[Token]) -> Iterator[tuple[str, Span]]:
    for noun in nouns:
        for span in target_phrases(antecedent(noun)):
            yield rule, span


def target_phrases(noun: Token) -> Iterator[Span]:
    """Yield the target phrases of a noun: names one by one, a coordination of common nouns as one phrase."""
    members = syntax.conjuncts(noun)
    if len(members) > 1 and all(member.pos_ == "NOUN" for member in members):
        whole = syntax.list_phrase(noun)
        bare = [member for member in members[:-1] if not syntax.prepositionals(member)]
        if len(bare) == len(members) - 1:
            yield trimmed(whole)
            return
    yield from phrases(noun, clauses=True)


def _measure_targets(doc: Doc, trigger: Trigger, words: ArgumentWords) -> Iterator[tuple[str, Span]]:
    token, hosts = doc[trigger.token], _hosts(doc, trigger, words)
    for host in hosts:
        found = list(_phrases("target:preposition", _after(host, words.strong)))
        found += [
            item
            for verb in syntax.participles(host)
            if verb.lemma_.lower() in words.targeting or verb.i == trigger.token
            for item in _targeted_by(verb, trigger, words)
        ]
        if found:
            yield from found
            return
    if trigger.how == "telling":
        description = words.descriptions.get(trigger.entry)
        if description is None:
            yield from _phrases("target:object", syntax.objects(token))
        else:
            yield from _described_targets(token, description, words)
        return
    for host in hosts:
        found = list(_phrases("target:weak-preposition", _named(_after(host, words.weak))))
        if found:
            yield from found
            return
    yield from _nearest_after(doc, trigger, words)


def _targeted_by(verb: Token, trigger: Trigger, words: ArgumentWords) -> Iterator[tuple[str, Span]]:
    if not syntax.is_passive(verb):
        yield from _phrases("target:targeting", [t for t in syntax.objects(verb) if t.i != trigger.anchor])
    yield from _phrases("target:preposition", _after(verb, words.strong))


def _hosts(doc: Doc, trigger: Trigger, words: ArgumentWords) -> list[Token]:
    """Return what a target's preposition may hang on: the measure, the nouns that contain it, the trigger."""
    anchor = doc[trigger.anchor] if trigger.anchor is not None else doc[trigger.token]
    hosts = [anchor]
    current = anchor
    for _ in range(3):
        above = syntax.governor(current)
        if above is None or not syntax.is_noun(above):
            break
        hosts.append(above)
        current = above
    if trigger.token not in {host.i for host in hosts}:
        hosts.append(doc[trigger.token])
    hosts += [member for member in syntax.conjuncts(anchor) if member not in hosts]
    return hosts


def _after(host: Token, prepositions: Iterable[str]) -> list[Token]:
    allowed = set(prepositions)
    return [noun for preposition, noun in syntax.prepositionals(host) if preposition in allowed and noun.i > host.i]


def _named(nouns: Iterable[Token]) -> list[Token]:
    """Keep the phrases that name or hold a named state, person or organisation: weak prepositions need it."""
    return [noun for noun in nouns if any(token.ent_type_ in _ACTING for token in noun.subtree)]


_NEAR = 8
"""Tokens behind a measure in which a preposition may still show its target."""

_ACTING = frozenset({"GPE", "ORG", "NORP", "PERSON", "LOC"})
_SANCTIONED = _ACTING | {"ROLE", "PARTY", "MISC"}


def _nearest_after(doc: Doc, trigger: Trigger, words: ArgumentWords) -> Iterator[tuple[str, Span]]:
    """Yield the first "on X" or "against X" close behind the measure, whatever the parse hangs it on."""
    start = max(trigger.token, trigger.anchor if trigger.anchor is not None else 0) + 1
    for token in doc[start : min(start + _NEAR, doc[start - 1].sent.end)]:
        if syntax.is_verb(token):
            return
        if syntax.preposition(token) in words.strong and token.ent_type_ in _ACTING:
            yield from _phrases("target:nearest", [_whole(token)])
            return


def _whole(noun: Token) -> Token:
    """Return the noun that a name before it belongs to: "officials" for "Beijing" in "Beijing officials"."""
    above = syntax.governor(noun)
    return above if above is not None and above.i > noun.i and syntax.is_noun(above) else noun


def _described_targets(verb: Token, description: Description, words: ArgumentWords) -> Iterator[tuple[str, Span]]:
    if description.target == "object":
        yield from _phrases("target:object", syntax.objects(verb))
    elif description.target == "owner":
        for noun in syntax.objects(verb):
            owners = [*syntax.possessors(noun), *_after(noun, {"of", "belonging to", "held by", "owned by", "in"})]
            yield from _phrases("target:owner", owners)
            if not owners and not syntax.relative_clauses(noun):
                yield from _phrases("target:owned", [noun] if any(t.ent_type_ for t in noun.subtree) else [])
    else:
        hosts = [verb, *syntax.objects(verb)]
        prepositions = words.strong | words.weak
        yield from _phrases("target:phrase", [noun for host in hosts for noun in _named(_after(host, prepositions))])


def _put_under(measure: Token) -> list[Token]:
    """Return who stands under a measure: the noun before "under sanctions", or the subject of "be under"."""
    above = syntax.governor(measure)
    if above is None:
        return []
    if syntax.is_noun(above) and not syntax.predicated(above):
        return [above]
    return syntax.subjects(above)
