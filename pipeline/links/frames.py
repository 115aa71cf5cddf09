"""Triggers to frames: each operation with the stances round it, its performers, targets and speakers."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from pipeline import records, syntax
from pipeline.lexicon import Lexicon
from pipeline.links.arguments import ArgumentWords, operation_arguments, read_argument_words
from pipeline.links.phrases import antecedent, argument, authors, phrases
from pipeline.links.stances import HYPOTHESIS, Climb, StanceWords, Stand, climb, read_stances
from pipeline.links.timing import dates_of
from pipeline.records import Argument, Frame, Mention, Sentence, StanceUse, Trigger
from pipeline.vocabularies import Label, Slot


@dataclass(frozen=True)
class FrameWords:
    """Look-up tables of the frame builder."""

    stances: StanceWords
    arguments: ArgumentWords


def read_frame_words(lexicon: Lexicon) -> FrameWords:
    """Return the look-up tables of a lexicon."""
    return FrameWords(read_stances(lexicon), read_argument_words(lexicon))


def build_frames(
    doc: Doc, triggers: tuple[Trigger, ...], words: FrameWords, *, sentences: tuple[Sentence, ...]
) -> tuple[Frame, ...]:
    """Return one frame per trigger that does something or that somebody has a stance on, in text order."""
    starts = [sentence.start for sentence in sentences]
    frames = []
    ways = [(trigger, climb(doc[trigger.token], words.stances, operation=trigger.operation)) for trigger in triggers]
    talked_of = {trigger.anchor for trigger, way in ways if trigger.how == "bare" and way.stands}
    handled = {trigger.anchor for trigger, _ in ways if trigger.how not in {"bare", "participle"}}
    for trigger, way in ways:
        if trigger.how == "participle" and trigger.anchor in talked_of:
            continue
        if trigger.how == "participle" and trigger.anchor in handled and not _is_definite(doc, trigger, way, words):
            continue
        if trigger.how == "bare" and not way.stands and not _stands_alone(doc[trigger.token]):
            continue
        sentence = max(0, bisect_right(starts, doc[trigger.token].idx) - 1)
        frames.append(_frame(doc, trigger, way, words, sentence))
    return tuple(frames)


def _is_definite(doc: Doc, trigger: Trigger, way: Climb, words: FrameWords) -> bool:
    """Say whether a participle on a measure tells a happening of its own: who did it, when, or in answer to what."""
    verb = doc[trigger.token]
    told = [word for word, _ in syntax.prepositionals(verb)]
    told += [mark for clause in syntax.adverbial_clauses(verb) for mark in syntax.clause_marks(clause)]
    answers = any(word in words.arguments.aftermath for word in told)
    return bool(answers or syntax.agents(verb) or _dates(doc, trigger, way, words))


def _stands_alone(measure: Token) -> bool:
    """Say whether a bare measure is itself the statement: a headline or list item without a finite verb."""
    root = measure.sent.root
    if measure == root:
        return not syntax.subjects(measure, inherit=False)
    return (
        not syntax.is_verb(root)
        and measure in root.subtree
        and not any(syntax.is_verb(token) and syntax.subjects(token, inherit=False) for token in measure.sent)
    )


def _frame(doc: Doc, trigger: Trigger, way: Climb, words: FrameWords, sentence: int) -> Frame:
    token = doc[trigger.token]
    mention = Mention(
        start=token.idx,
        end=token.idx + len(token),
        text=token.text,
        label=Label.ACTION,
        rule=trigger.rule,
        entry=trigger.operation,
        sentence=sentence,
    )
    clause = _clause(doc, trigger, way)
    return Frame(
        trigger=mention,
        operation=trigger.operation,
        stances=tuple(_use(stand, words, measure=trigger.anchor) for stand in way.stands),
        speakers=_speakers(way, words),
        tense=syntax.tense(syntax.clause_head(token)),
        sentence=sentence,
        clause=records.Span(start=clause.start_char, end=clause.end_char, text=clause.text),
        arguments=(*operation_arguments(doc, trigger, words.arguments), *_dates(doc, trigger, way, words)),
    )


def _dates(doc: Doc, trigger: Trigger, way: Climb, words: FrameWords) -> tuple[Argument, ...]:
    cues = words.arguments
    return dates_of(doc, trigger, way, other_ends=cues.other_ends, aftermath=cues.aftermath)


def _clause(doc: Doc, trigger: Trigger, way: Climb) -> Span:
    """Return the words from the outermost stance, or the trigger's own clause, with the measure in them."""
    head = syntax.clause_head(way.stands[-1].token if way.stands else doc[trigger.token])
    clause = syntax.clause_span(head)
    start, end = min(clause.start, trigger.token), max(clause.end, trigger.token + 1)
    if trigger.anchor is not None:
        measure = syntax.noun_phrase(doc[trigger.anchor])
        start, end = min(start, measure.start), max(end, measure.end)
    sentence = doc[trigger.token].sent
    return doc[max(start, sentence.start) : min(end, sentence.end)]


def _use(stand: Stand, words: FrameWords, *, measure: int | None) -> StanceUse:
    entry = words.stances.stances[stand.stance]
    token = stand.token
    holders: list[Argument] = []
    asked: list[Argument] = []
    if stand.stance == HYPOTHESIS:
        holders = _named_holders(_concluding(token), Slot.ACTORS, words)
    elif entry.subject:
        who = [noun for noun in _holders(token, words) if noun.i != measure]
        holders = _named_holders(who, entry.subject, words)
    if entry.object:
        asked = _arguments(_asked(token), Slot.ADDRESSEES, "asked")
        alone = [holder for holder in holders if not any(holder.start == other.start for other in asked)]
        holders = alone or holders
    return StanceUse(
        stance=stand.stance,
        word=records.Span(start=token.idx, end=token.idx + len(token), text=token.text),
        holders=tuple(holders),
        asked=tuple(asked),
    )


def _concluding(verb: Token) -> list[Token]:
    """Return who says what follows under a condition: the subject of the main clause, or who reports it."""
    above = syntax.governor(verb)
    while above is not None and not syntax.is_verb(above):
        above = syntax.governor(above)
    return [] if above is None else syntax.subjects(above)


def _holders(token: Token, words: FrameWords) -> list[Token]:
    """Return whose stance a word carries: the verb's subject or agent, the noun's owner, or who brings it forward."""
    if syntax.is_verb(token) and token.tag_ != "MD":
        above = syntax.governor(token)
        if above is not None and syntax.is_reduced(token) and above.lemma_.lower() in words.arguments.documents:
            return [above]
        if syntax.is_passive(token):
            return syntax.agents(token)
        return syntax.subjects(token)
    if not syntax.is_noun(token):
        above = token if syntax.subjects(token, inherit=False) else syntax.clause_head(token)
        return syntax.agents(above) if syntax.is_passive(above) else syntax.subjects(above)
    owners = syntax.possessors(token)
    owners += [noun for preposition, noun in syntax.prepositionals(token) if preposition in {"by", "from"}]
    owners += [child for child in syntax.modifiers(token) if child.ent_type_ in {"ORG", "GPE", "NORP"}]
    if owners:
        return owners
    verb = syntax.governor(token)
    if verb is not None and syntax.is_verb(verb):
        above = verb
        return syntax.agents(above) if syntax.is_passive(above) else [t for t in syntax.subjects(above) if t != token]
    return []


def _named_holders(nouns: list[Token], slot: Slot, words: FrameWords) -> list[Argument]:
    found: list[Argument] = []
    for noun in nouns:
        meant = antecedent(noun)
        if meant.lemma_.lower() in words.arguments.documents:
            who = authors(meant, authorship=words.arguments.authorship)
            found += _arguments(who, slot, "holder:author")
        else:
            found += _arguments([meant], slot, "holder")
    return found


def _asked(token: Token) -> list[Token]:
    """Return whom a request is put to: the object of "urge X to", the noun after "call on" or "pressure on"."""
    nouns = [noun for preposition, noun in syntax.prepositionals(token) if preposition in {"on", "upon", "to", "with"}]
    if syntax.is_verb(token) and not syntax.is_passive(token) and syntax.complements(token):
        nouns += [*syntax.objects(token), *syntax.recipients(token)]
        nouns += [n for verb in syntax.complements(token) for n in syntax.subjects(verb, inherit=False)]
    elif syntax.is_verb(token) and syntax.is_passive(token):
        nouns += syntax.objects(token)
    return [noun for noun in nouns if syntax.is_noun(noun) and noun.ent_type_ != "DATE"]


def _arguments(nouns: list[Token], slot: Slot, rule: str) -> list[Argument]:
    return [argument(span, slot=slot, rule=rule) for noun in nouns for span in phrases(noun, clauses=False)]


def _speakers(way: Climb, words: FrameWords) -> tuple[Argument, ...]:
    found: list[Argument] = []
    for verb in way.speakers:
        found += _named_holders(syntax.subjects(verb), Slot.ACTORS, words)
    return tuple(found)
