"""Finds the words that carry a sanction action: label ACTION, span group ``actions``.

A span's ``id_`` is the rule, its ``kb_id_`` the operation of the lexicon. What the operation is done to stands beside
it in ``doc._.triggers``, for the links stage. Verbs that tell a measure without naming it ("bar ... from entering")
stand in the span group ``described``, their ``kb_id_`` the description.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.lexicon import Lexicon, shared
from pipeline.mentions.combine import mention
from pipeline.mentions.told import told_by
from pipeline.mentions.triggers import find_triggers, read_words
from pipeline.vocabularies import Label

SPANS = "actions"
DESCRIBED = "described"
TRIGGERS = "triggers"


@Language.factory(
    "action_finder",
    requires=["doc.spans", "token.dep", "token.head", "token.tag", "token.lemma"],
    assigns=["doc.spans", "doc._.triggers"],
    default_config={"overlay": ""},
)
def make_action_finder(nlp: Language, name: str, overlay: str) -> ActionFinder:
    """Make the component over the lexicon with the user's folder ``overlay`` laid over it."""
    return ActionFinder(shared(overlay))


class ActionFinder:
    """Writes ``doc.spans["actions"]`` and ``doc._.triggers``; needs the measure and law finders before it."""

    def __init__(self, lexicon: Lexicon) -> None:
        if not Doc.has_extension(TRIGGERS):
            Doc.set_extension(TRIGGERS, default=())
        self._words = read_words(lexicon)

    def __call__(self, doc: Doc) -> Doc:
        """Add the span group and the triggers."""
        measures = list(doc.spans["measures"]) if "measures" in doc.spans else []
        laws = [span for span in doc.spans["laws"] if span.kb_id_] if "laws" in doc.spans else []
        triggers = find_triggers(doc, measures=measures, laws=laws, words=self._words)
        doc.spans[SPANS] = [
            mention(doc[t.token : t.token + 1], label=Label.ACTION.value, rule=t.rule, entry=t.operation)
            for t in triggers
        ]
        doc.spans[DESCRIBED] = [
            mention(doc[token.i : token.i + 1], label=Label.MEASURE.value, rule="description", entry=description.id)
            for token in doc
            for description in told_by(token, self._words.by_verb)
        ]
        doc._.set(TRIGGERS, tuple(triggers))
        return doc
