"""Who wants, plans, fears or denies what is done to a sanction: the predicates round a trigger.

Climbs from the trigger to the root of its sentence and notes every predicate on the way that the lexicon knows as a
stance, innermost first. Reporting verbs end the climb; their subjects are the speakers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline import syntax
from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Cue, Operation, Stance
from pipeline.syntax import Relation

HYPOTHESIS, NEGATION, UNSUPPORTED = "hypothesis", "negation", "unsupported"
"""Stances of the lexicon that no listed word carries, but a clause's form."""

FUTURE, PLAN = "future", "plan"
"""What is told to come, and what it is while a condition hangs on it."""

_UP = frozenset(
    {
        Relation.COMPLEMENT, Relation.ADVERBIAL, Relation.PARTICIPLE, Relation.SUBJECT, Relation.OBJECT,
        Relation.OBLIQUE, Relation.PREDICATE, Relation.MODIFIER, Relation.OTHER,
    }
)  # fmt: skip
_LONGEST_CLIMB = 12


@dataclass(frozen=True, slots=True)
class Stand:
    """A stance and the token that carries it."""

    stance: str
    token: Token


@dataclass(frozen=True)
class StanceWords:
    """The lexicon's stances and the words a climb passes, as look-up tables."""

    verbs: dict[str, str]
    nouns: dict[str, str]
    adjectives: dict[str, str]
    modals: dict[str, str]
    stances: dict[str, Stance]
    attribution: frozenset[str]
    transparent: frozenset[str]
    documents: frozenset[str]
    containers: frozenset[str]
    asserting: frozenset[str]
    decisions: frozenset[str]
    hypothetical: frozenset[str]
    complement_marks: frozenset[str]
    announcing: frozenset[str]
    future: frozenset[str]
    naming: frozenset[str]
    alternatives: frozenset[str]


def read_stances(lexicon: Lexicon) -> StanceWords:
    """Return the look-up tables of a lexicon; of two stances that list a word the first wins."""
    tables: dict[str, dict[str, str]] = {"verbs": {}, "nouns": {}, "adjectives": {}, "modals": {}}
    stances = dict(lexicon.entries(Stance))
    for stance in stances.values():
        for name, table in tables.items():
            for word in getattr(stance, name):
                table.setdefault(word, stance.id)
    cues = lexicon.entries(Cue)
    return StanceWords(
        **tables,
        stances=stances,
        attribution=frozenset(cues["attribution_verbs"].words),
        transparent=frozenset(cues["transparent_verbs"].words),
        documents=frozenset(cues["document_nouns"].words),
        containers=frozenset(cues["container_nouns"].words),
        asserting=frozenset(cues["asserting_predicates"].words),
        decisions=frozenset(cues["decision_nouns"].words),
        hypothetical=frozenset(cues["hypothesis_marks"].words),
        complement_marks=frozenset(cues["complement_marks"].words),
        announcing=frozenset(cues["announcing_verbs"].words),
        future=frozenset(cues["future_modals"].words),
        naming=frozenset(cues["naming_verbs"].words),
        alternatives=frozenset(op.id for op in lexicon.entries(Operation).values() if op.alternative),
    )


@dataclass
class Climb:
    """The way up from a trigger.

    Attributes:
        stands: stances, innermost first.
        speakers: reporting verbs met.
        documents: letters, motions and the like met.
        top: the last token reached.
    """

    stands: list[Stand]
    speakers: list[Token]
    documents: list[Token]
    top: Token


def climb(trigger: Token, words: StanceWords, *, operation: str = "") -> Climb:
    """Return the predicates round a trigger; those above an "or" do not count where the operation is an alternative."""
    way = Climb([], [], [], trigger)
    current, shares_clause = trigger, False
    for _ in range(_LONGEST_CLIMB):
        if not shares_clause:
            way.stands.extend(_on_clause(current, words))
        way.top = current
        above = syntax.governor(current)
        if above is None:
            break
        relation = syntax.relation(current)
        shares_clause = relation is Relation.CONJUNCT
        if shares_clause and operation in words.alternatives and syntax.is_alternative(current):
            break
        upward = relation in _UP or (relation is Relation.RELATIVE and above.lemma_.lower() in words.documents)
        if not shares_clause and not (upward and _passes(current, above, relation, words, way)):
            if _hangs(current, relation) and not _is_purpose(current, way, words):
                way.stands.append(Stand(UNSUPPORTED, current))
            break
        current = above
    return way


def _hangs(token: Token, relation: Relation) -> bool:
    """Say whether what was climbed so far is an infinitive or gerund that its governor does not assert."""
    if not syntax.is_verb(token) or relation in {Relation.RELATIVE, Relation.SUBJECT}:
        return False
    return syntax.is_infinitive(token) or (token.tag_ == "VBG" and relation is Relation.OBLIQUE)


def _is_purpose(token: Token, way: Climb, words: StanceWords) -> bool:
    """Say whether an infinitive of purpose is itself a stance that holds: "meet to discuss sanctions"."""
    last = way.stands[-1] if way.stands else None
    return last is not None and last.token == token and words.stances[last.stance].purpose


def _on_clause(token: Token, words: StanceWords) -> Iterator[Stand]:
    """Yield what modals, negation and "if" make of a predicate itself, innermost first."""
    if syntax.is_negated(token):
        yield Stand(NEGATION, token)
    for auxiliary in (*syntax.adjuncts(token), *syntax.auxiliaries(token)):
        stance = words.modals.get(auxiliary.lower_) or words.modals.get(auxiliary.lemma_.lower())
        if stance == FUTURE and _on_condition(token, words):
            stance = PLAN
        if stance and stance != NEGATION:
            yield Stand(stance, auxiliary)
    if any(mark in words.hypothetical for mark in syntax.clause_marks(token)):
        yield Stand(HYPOTHESIS, token)


def _passes(token: Token, above: Token, relation: Relation, words: StanceWords, way: Climb) -> bool:
    """Note what the governor is; say whether the climb goes on through it."""
    if syntax.is_verb(above):
        return _passes_verb(token, above, relation, words, way)
    noun = above.lemma_.lower()
    compounds = (f"{modifier.lower_} {noun}" for modifier in syntax.modifiers(above))
    stance = next((words.nouns[compound] for compound in compounds if compound in words.nouns), "")
    stance = stance or words.nouns.get(noun) or words.adjectives.get(noun) or words.adjectives.get(above.lower_, "")
    if noun in words.documents:
        way.documents.append(above)
        if stance:
            way.stands.append(Stand(stance, above))
        return True
    if stance:
        way.stands.append(Stand(stance, above))
        return True
    return noun in words.containers | words.decisions | words.asserting


def _passes_verb(token: Token, above: Token, relation: Relation, words: StanceWords, way: Climb) -> bool:
    stance = _named(token, above, words) or stance_of_verb(above, words, complement=token)
    complement = syntax.is_infinitive(token) or bool(words.complement_marks & set(syntax.clause_marks(token)))
    if stance and not (relation is Relation.ADVERBIAL and not complement):
        way.stands.append(Stand(stance, above))
        return True
    lemma = above.lemma_.lower()
    if relation is Relation.COMPLEMENT and lemma in words.attribution | words.announcing:
        if lemma in words.announcing:
            _take_out_future(token, words, way)
        way.speakers.append(above)
        return True
    if relation in {Relation.COMPLEMENT, Relation.ADVERBIAL, Relation.OBJECT} and lemma in words.transparent:
        return not (relation is Relation.ADVERBIAL and not syntax.is_infinitive(token))
    return bool(way.documents) and relation in {Relation.OBJECT, Relation.SUBJECT, Relation.OBLIQUE}


def _take_out_future(token: Token, words: StanceWords, way: Climb) -> None:
    """What somebody announces that they will do is decided, unless a condition hangs on it."""
    if not any(stand.stance == HYPOTHESIS for stand in way.stands) and not _on_condition(token, words):
        helpers = {stand.token.i for stand in way.stands if stand.token.lower_ in words.future}
        way.stands[:] = [stand for stand in way.stands if stand.token.i not in helpers or stand.token.head != token]


def _on_condition(verb: Token, words: StanceWords) -> bool:
    clauses = syntax.adverbial_clauses(verb)
    return any(mark in words.hypothetical for clause in clauses for mark in syntax.clause_marks(clause))


def _named(token: Token, verb: Token, words: StanceWords) -> str:
    """Return the stance in what a verb of naming calls its object: "called the sanctions illegal"."""
    if verb.lemma_.lower() not in words.naming or token not in syntax.objects(verb):
        return ""
    named = [*syntax.complements(verb), *(noun for word, noun in syntax.prepositionals(verb) if word == "as")]
    stances = (words.adjectives.get(part.lower_) or words.adjectives.get(part.lemma_.lower(), "") for part in named)
    return next(filter(None, stances), "")


def stance_of_verb(verb: Token, words: StanceWords, *, complement: Token | None = None) -> str:
    """Return the stance a verb carries, with its particle or preposition first ("call for" before "call")."""
    lemma = verb.lemma_.lower()
    keys = [f"{lemma} {particle}" for particle in syntax.particles(verb)]
    if complement is not None:
        linking = syntax.preposition(complement)
        if linking:
            keys.append(f"{lemma} {linking}")
        if syntax.is_infinitive(complement) and not syntax.objects(verb):
            keys.append(f"{lemma} to")
    keys += [f"{lemma} {preposition}" for preposition, _ in syntax.prepositionals(verb)]
    for key in (*keys, lemma):
        if key in words.verbs:
            return words.verbs[key]
    return ""
