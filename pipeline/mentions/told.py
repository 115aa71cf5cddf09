"""Clauses that tell a measure without naming it: "bar the officials from entering", "freeze their accounts"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from pipeline import syntax
from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Description

ByVerb = Mapping[str, Sequence[Description]]
"""Descriptions by the lemma of their verb."""

_STATES = frozenset({"GPE", "NORP"})

_LISTS = frozenset({"MEASURE", "LAW"})
"""Entity labels of sanctions lists."""


def read_descriptions(lexicon: Lexicon) -> ByVerb:
    """Return the descriptions of a lexicon by their verbs, in its order."""
    by_verb: dict[str, list[Description]] = {}
    for description in lexicon.entries(Description).values():
        for verb in description.verbs:
            by_verb.setdefault(verb, []).append(description)
    return by_verb


def told_by(verb: Token, by_verb: ByVerb) -> Iterator[Description]:
    """Yield the descriptions of measures that a verb with its object and complements tells."""
    if syntax.is_verb(verb):
        for description in by_verb.get(verb.lemma_.lower(), ()):
            if _matches(verb, description):
                yield description


def _matches(verb: Token, description: Description) -> bool:
    objects = syntax.objects(verb)
    rest = [noun for _, noun in syntax.prepositionals(verb)]
    if description.listed:
        return bool(objects) and any(_is_list(noun) for noun in rest)
    if description.objects and not any(_says(token, description.objects) for token in objects):
        return False
    if description.marked and not any(_is_marked(token, description.marked) for token in objects):
        return False
    if description.complements:
        rest += syntax.complements(verb)
        said = any(_says(token, description.complements) for token in rest)
        if not said and not (description.from_state and _from_state(verb)):
            return False
    return bool(description.objects or description.complements)


def _is_marked(noun: Token, words: tuple[str, ...]) -> bool:
    phrase = syntax.noun_phrase(noun)
    return any(token.lower_ in words or token.lemma_.lower() in words for token in phrase)


def _from_state(verb: Token) -> bool:
    """Say whether somebody is kept from a state: "bars the minister from Latvia"."""
    return bool(syntax.objects(verb)) and any(
        word == "from" and noun.ent_type_ == "GPE" for word, noun in syntax.prepositionals(verb)
    )


def names_state(verb: Token) -> bool:
    """Say whether what is banned or halted is a state's: "ban imports of Russian gas", "halt flights to Libya"."""
    nouns = [*syntax.objects(verb), *(noun for _, noun in syntax.prepositionals(verb))]
    return any(token.ent_type_ in _STATES for noun in nouns for token in syntax.noun_phrase(noun, clauses=False))


def _is_list(noun: Token) -> bool:
    return noun.ent_type_ in _LISTS or any(child.ent_type_ in _LISTS for child in syntax.modifiers(noun))


def _says(token: Token, lemmas: tuple[str, ...]) -> bool:
    """Say whether a phrase has one of the lemmas as head, conjunct, or noun or adjective beside its head."""
    inside = [token, *token.conjuncts]
    inside += [child for noun in inside for child in noun.children if syntax.is_noun(child) or child.pos_ == "ADJ"]
    inside += [noun for part in (token, *token.conjuncts) for _, noun in syntax.prepositionals(part)]
    return any(part.lemma_.lower() in lemmas for part in inside)
