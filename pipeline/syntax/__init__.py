"""Questions about a dependency tree, answered alike for Universal Dependencies and spaCy's own labels.

The only package that knows dependency labels. Every function takes tokens of a parsed spaCy ``Doc`` and returns
tokens or spans in text order; on an unparsed ``Doc`` the answers are empty, never an error.

Labels: Universal Dependencies v2 (https://universaldependencies.org/u/dep/) as our model writes them, and the
ClearNLP labels of spaCy's English pipelines. Differences that matter: a preposition is a child (``case``) of its
noun in the first and its parent (``prep`` - ``pobj``) in the second; a predicate noun is head of the clause in the
first and ``attr`` of "be" in the second.
"""

from __future__ import annotations

from pipeline.syntax.arguments import agents, is_passive, objects, predicated, recipients, subjects
from pipeline.syntax.clauses import (
    adverbial_clauses,
    auxiliaries,
    clause_head,
    clause_marks,
    complements,
    is_infinitive,
    is_negated,
    is_reduced,
    modals,
    participles,
    particles,
    relative_clauses,
    tense,
)
from pipeline.syntax.phrases import adjuncts, clause_span, list_phrase, modifiers, noun_phrase, possessors
from pipeline.syntax.prepositions import preposition, prepositionals
from pipeline.syntax.relations import (
    Relation,
    apposed_to,
    appositions,
    conjuncts,
    governor,
    governors,
    is_alternative,
    is_conjunct,
    is_noun,
    is_verb,
    relation,
)

__all__ = [
    "Relation",
    "adjuncts",
    "adverbial_clauses",
    "agents",
    "apposed_to",
    "appositions",
    "auxiliaries",
    "clause_head",
    "clause_marks",
    "clause_span",
    "complements",
    "conjuncts",
    "governor",
    "governors",
    "is_alternative",
    "is_conjunct",
    "is_infinitive",
    "is_negated",
    "is_noun",
    "is_passive",
    "is_reduced",
    "is_verb",
    "list_phrase",
    "modals",
    "modifiers",
    "noun_phrase",
    "objects",
    "participles",
    "particles",
    "possessors",
    "predicated",
    "preposition",
    "prepositionals",
    "recipients",
    "relation",
    "relative_clauses",
    "subjects",
    "tense",
]
