"""The one policy for overlapping mentions: which of them stand in ``entities.csv``.

Spans of the named kinds are flat: of two that overlap the longer stays; of equal ones the kind that comes first in
``PRIORITY``. Groups and actions are a layer of their own ("62 MPs" holds the role "MPs") and always stay. Every
finder's spans remain in their own group; the policy only fills ``doc.spans["mentions"]``.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.mentions.combine import mention
from pipeline.vocabularies import Label

SPANS = "mentions"

PRIORITY = (
    Label.LAW, Label.PERSON, Label.PARTY, Label.ORG, Label.ROLE, Label.MEASURE, Label.DATE, Label.GPE, Label.NORP,
    Label.LOC, Label.EVENT, Label.MISC,
)  # fmt: skip
_LAYERS = frozenset({Label.GROUP.value, Label.ACTION.value})
_ONLY_MODEL = frozenset({Label.EVENT.value, Label.MISC.value})
_NOT_MENTIONS = frozenset({SPANS, "described"})


@Language.component("mention_overlap", requires=["doc.spans", "doc.ents"], assigns=["doc.spans"])
def settle_overlaps(doc: Doc) -> Doc:
    """Write ``doc.spans["mentions"]`` from all span groups and the model's events and other names."""
    spans = [span for name, group in doc.spans.items() if name not in _NOT_MENTIONS for span in group]
    spans += [
        mention(ent, label=ent.label_, rule=f"model:{ent.label_}") for ent in doc.ents if ent.label_ in _ONLY_MODEL
    ]
    layers = [span for span in spans if span.label_ in _LAYERS]
    taken: set[int] = set()
    flat: list[Span] = []
    for span in sorted((span for span in spans if span.label_ not in _LAYERS), key=_rank):
        if taken.isdisjoint(range(span.start, span.end)):
            flat.append(span)
            taken.update(range(span.start, span.end))
    doc.spans[SPANS] = sorted([*flat, *layers], key=_place)
    return doc


def _rank(span: Span) -> tuple[int, int, int, int]:
    blanks = sum(token.is_space for token in span)
    return -(span.end - span.start - blanks), _ORDER[span.label_], span.start, span.end


_ORDER = {label.value: place for place, label in enumerate(PRIORITY)}


def _place(span: Span) -> tuple[int, int, str]:
    return span.start, -span.end, span.label_
