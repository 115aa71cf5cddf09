"""Laws, measures, reasons and the words for what is done with sanctions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pipeline.lexicon.schema.base import Code, Entry, Form, Iso3, NamedEntry, Text
from pipeline.vocabularies import Action, Measure, Reason, Slot


class Law(NamedEntry):
    """A legal basis of sanctions (``laws/<id>.toml``, table ``law``; the file's name is the id).

    Attributes:
        id: OpenSanctions programme key where one exists ("US-GLOMAG").
        name: the instrument's best name.
        aliases: forms that name this one alone ("Executive Order 13818").
        weak_aliases: forms shared with another law ("Magnitsky law"); the sender decides.
        issuer: whose sanctions rest on it.
        programme: OpenSanctions programme key, empty if there is none.
        basis: whether a sanction can rest on it; false for what news names beside sanctions without being their
            ground ("Iran nuclear deal", "Minsk agreements").
        targets: states it is about; empty when thematic.
        measures, reasons: what it provides for.
    """

    issuer: Code
    programme: str = ""
    basis: bool = True
    targets: tuple[Iso3, ...] = ()
    measures: tuple[Measure, ...] = ()
    reasons: tuple[Reason, ...] = ()


class MeasureWords(Entry):
    """How one measure is named and described (``measures.toml``, table ``measure``).

    Attributes:
        measure: value of the vocabulary; empty for words that say "sanctions" and no more.
        nouns: noun phrases that name it, singular, lower case ("asset freeze"); plurals by rule.
        weak_nouns: noun phrases that are a measure only beside a sanction word or a state ("ban", "restrictions").
        qualifiers: words that tell this measure inside a longer phrase ("travel" in "financial and travel curbs").
    """

    measure: Measure | Literal[""]
    qualifiers: tuple[Text, ...] = ()
    nouns: tuple[Text, ...] = ()
    weak_nouns: tuple[Text, ...] = ()

    def forms(self) -> Iterator[Form]:
        """Yield the nouns in any case."""
        for text in self.nouns:
            yield Form(text, cased=False)
        for text in self.weak_nouns:
            yield Form(text, strong=False, cased=False)


class Description(Entry):
    """A clause that tells a measure without naming it (table ``description``): verb, object, complement.

    "bar the officials from entering" = verbs [bar], complements [enter]. A description matches when a verb's
    lemma is in ``verbs`` and, where given, a lemma of its object phrase is in ``objects`` and a lemma of its
    complement clause or prepositional phrase is in ``complements``.

    Attributes:
        operation: what is done to the measure; ``unfreeze`` tells a freeze that is lifted.
        target: where the target stands: the verb's object, the owner in the object phrase ("the assets of X",
            "X's assets"), or a prepositional phrase ("suspend aid to X").
        marked: lemmas or words one of which must modify the object ("seize a sanctioned tanker").
        from_state: the name of a state after "from" will do for a complement ("ban him from Russia").
        beside: is a sanction only in an article that tells of other sanctions.
        alone: makes an event by itself; otherwise it only tells the measures of an event in the same sentence or the
            one before ("The sanctions bar ...").
    """

    measure: Measure | Literal[""]
    operation: str = "impose"
    listed: bool = False
    verbs: tuple[Text, ...]
    objects: tuple[Text, ...] = ()
    complements: tuple[Text, ...] = ()
    marked: tuple[Text, ...] = ()
    from_state: bool = False
    beside: bool = False
    target: Literal["object", "owner", "phrase"] = "object"
    alone: bool = True

    def refers_to(self) -> Iterator[tuple[str, str]]:
        """Yield the operation."""
        yield "operation", self.operation


class ReasonWords(Entry):
    """Cues of one reason (``reasons.toml``, table ``reason``): lower-case words or phrases, lemmas of the head word."""

    reason: Reason
    cues: tuple[Text, ...]


class Operation(Entry):
    """Something done to a sanction (``actions.toml``, table ``operation``).

    Verbs are lemmas; particles and fixed prepositions follow ("roll over", "put in place").

    Attributes:
        action: the action it is when it stands alone, done and not denied.
        verbs: take a measure as object or passive subject ("impose sanctions", "sanctions were lifted").
        weak_verbs: the same, but only where the measure is a strong one ("see", "bring").
        intransitive_verbs: take a measure as subject and no object ("sanctions expired", "the ban took effect").
        telling_verbs: take a measure as subject and the target as object ("the sanctions hit twelve officials").
        with_verbs: take the target as object and the measure after "with" or "by" ("hit Iran with sanctions"), or after
            the preposition listed with them ("refer for").
        target_verbs: take the target as subject and the measure as object ("face sanctions").
        direct_verbs: take the target as object ("sanction", "blacklist").
        naming_verbs: the same, but with "as" they only say what it is ("designated China as a market economy").
        law_verbs: take a law as object or passive subject ("pass the Act", "invoke the Magnitsky law").
        nouns: event nouns whose complement is a measure ("imposition of", "renewal of").
        direct_nouns: event nouns whose complement is the target ("blacklisting of").
        prepositions: prepositions that put a target under a measure ("under U.S. sanctions since 2014").
        answers: its nouns stand for an answer to the measure, whose owner is not its sender ("Moscow's response to").
        alternative: after "or" it is what happens otherwise ("demands that X comply or face sanctions").
    """

    action: Action
    alternative: bool = False
    answers: bool = False
    verbs: tuple[Text, ...] = ()
    weak_verbs: tuple[Text, ...] = ()
    intransitive_verbs: tuple[Text, ...] = ()
    telling_verbs: tuple[Text, ...] = ()
    with_verbs: tuple[Text, ...] = ()
    target_verbs: tuple[Text, ...] = ()
    direct_verbs: tuple[Text, ...] = ()
    naming_verbs: tuple[Text, ...] = ()
    law_verbs: tuple[Text, ...] = ()
    nouns: tuple[Text, ...] = ()
    direct_nouns: tuple[Text, ...] = ()
    prepositions: tuple[Text, ...] = ()


class Stance(Entry):
    """A predicate, modal or noun round an operation that says who wants, plans, fears or denies it (table ``stance``).

    Attributes:
        verbs: lemmas that govern the operation's clause, noun or measure ("urge", "call for", "threaten").
        nouns: nouns that do ("call", "threat", "motion").
        adjectives: predicates that do ("ready", "willing", "in favour").
        modals: auxiliaries and adverbs on the operation itself ("could", "may").
        subject: slot that the stance's subject fills.
        object: slot that its object or the subject of its infinitive fills ("urged X to"), or empty.
        purpose: told as well by its infinitive of purpose ("meet to discuss sanctions").
    """

    verbs: tuple[Text, ...] = ()
    nouns: tuple[Text, ...] = ()
    adjectives: tuple[Text, ...] = ()
    modals: tuple[Text, ...] = ()
    subject: Slot | Literal[""] = Slot.ACTORS
    object: Slot | Literal[""] = ""
    purpose: bool = False


class Composition(Entry):
    """What a stance makes of the action or state inside it (table ``composition``); the first matching row decides.

    Stances are applied from the innermost outward. States that are no action start with an underscore; one left at
    the end is no event.

    Attributes:
        stance: id of the stance.
        on: actions or states it applies to; empty for all.
        speaker: ``sender`` when the stance's subject is the possible sender or its official, ``other`` when not,
            ``power`` when it is any state or body, or its official, but not the target.
        gives: the resulting action or state; ``=`` leaves it as it is; empty for no event.
    """

    stance: str
    on: tuple[Text, ...] = ()
    speaker: Literal["any", "sender", "other", "power"] = "any"
    gives: str

    def refers_to(self) -> Iterator[tuple[str, str]]:
        """Yield the stance."""
        yield "stance", self.stance


class ActionCodes(Entry):
    """Codes of one action in other schemes (table ``codes``); ``note`` tells where those contradict themselves."""

    action: Action
    plover: str
    cameo: str


class Cue(Entry):
    """A closed list of words with one use (``cues.toml``, table ``cue``): negation, attribution, group nouns ..."""

    words: tuple[Text, ...]
