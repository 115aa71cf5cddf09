"""Laws, measures, reasons and the words for what is done with sanctions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pipeline.lexicon.schema.base import Code, Entry, Form, Iso3, NamedEntry, Text
from pipeline.vocabularies import Action, Measure, Reason


class Law(NamedEntry):
    """A legal basis of sanctions (``laws/<id>.toml``, table ``law``; the file's name is the id).

    Attributes:
        id: OpenSanctions programme key where one exists ("US-GLOMAG").
        name: the instrument's best name.
        aliases: forms that name this one alone ("Executive Order 13818").
        weak_aliases: forms shared with another law ("Magnitsky law"); the sender decides.
        issuer: whose sanctions rest on it.
        programme: OpenSanctions programme key, empty if there is none.
        targets: states it is about; empty when thematic.
        measures, reasons: what it provides for.
    """

    issuer: Code
    programme: str = ""
    targets: tuple[Iso3, ...] = ()
    measures: tuple[Measure, ...] = ()
    reasons: tuple[Reason, ...] = ()


class MeasureWords(Entry):
    """How one measure is named and described (``measures.toml``, table ``measure``).

    Attributes:
        measure: value of the vocabulary; empty for words that say "sanctions" and no more.
        nouns: noun phrases that name it, singular, lower case ("asset freeze"); plurals by rule.
        weak_nouns: noun phrases that are a measure only beside a sanction word or a state ("ban", "restrictions").
    """

    measure: Measure | Literal[""]
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
    """

    measure: Measure
    verbs: tuple[Text, ...]
    objects: tuple[Text, ...] = ()
    complements: tuple[Text, ...] = ()


class ReasonWords(Entry):
    """Cues of one reason (``reasons.toml``, table ``reason``): lower-case words or phrases, lemmas of the head word."""

    reason: Reason
    cues: tuple[Text, ...]


class Operation(Entry):
    """Something done to a sanction (``actions.toml``, table ``operation``).

    Attributes:
        action: the action it is when it stands alone, done and not denied.
        verbs: lemmas (particle verbs as "roll over") whose object or passive subject is a measure noun.
        direct_verbs: lemmas whose object is the target itself ("sanction", "blacklist").
        weak_direct_verbs: direct verbs that need a sanction context in the sentence ("freeze", "ban").
        nouns: event nouns whose complement is a measure ("imposition of", "renewal of").
        weak_verbs: verbs on a measure that count only in a sanction context ("see", "bring").
        direct_nouns: event nouns whose complement is the target itself ("blacklisting of", "designation of").
    """

    action: Action
    verbs: tuple[Text, ...] = ()
    weak_verbs: tuple[Text, ...] = ()
    direct_verbs: tuple[Text, ...] = ()
    weak_direct_verbs: tuple[Text, ...] = ()
    nouns: tuple[Text, ...] = ()
    direct_nouns: tuple[Text, ...] = ()


class Stance(Entry):
    """A predicate, modal or noun round an operation that says who wants, plans, fears or denies it (table ``stance``).

    Attributes:
        verbs: lemmas that govern the operation's clause or noun ("urge", "call for", "threaten").
        nouns: nouns that do ("call", "threat", "motion").
        modals: auxiliaries and adverbs on the operation itself ("could", "may").
    """

    verbs: tuple[Text, ...] = ()
    nouns: tuple[Text, ...] = ()
    modals: tuple[Text, ...] = ()


class Composition(Entry):
    """What action a stance makes of an operation (table ``composition``); the first matching row decides.

    Attributes:
        stance: id of the stance; ``none`` for no stance.
        operations: ids it applies to; empty for all.
        negated: applies only when the operation is denied.
        speaker: ``sender`` when the stance's subject must be the possible sender or its official, ``other`` when not.
        action: the resulting action, or empty for no event.
    """

    stance: str
    operations: tuple[str, ...] = ()
    negated: bool = False
    speaker: Literal["any", "sender", "other"] = "any"
    action: Action | Literal[""]

    def refers_to(self) -> Iterator[tuple[str, str]]:
        """Yield stance and operations."""
        if self.stance != "none":
            yield "stance", self.stance
        for operation in self.operations:
            yield "operation", operation


class ActionCodes(Entry):
    """Codes of one action in other schemes (table ``codes``); ``note`` tells where those contradict themselves."""

    action: Action
    plover: str
    cameo: str


class Cue(Entry):
    """A closed list of words with one use (``cues.toml``, table ``cue``): negation, attribution, group nouns ..."""

    words: tuple[Text, ...]
