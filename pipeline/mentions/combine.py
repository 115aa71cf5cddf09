"""The one policy by which the model's entity spans and the lexicon's hits become mentions of a kind.

1. A model span of the wanted labels is a mention; a hit with the same words gives it its lexicon entry.
2. A strong hit is a mention where no model span of another kind covers or crosses it, and wins over one with exactly
   its words or some of them.
3. A weak hit is a mention only where the model says the same (1) or the caller's ``accept`` does.
4. Of overlapping candidates the longer stays; of equal ones the hit.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from pipeline.lexicon.schema import Entry
from pipeline.mentions.gazetteer import Hit

EntryT = TypeVar("EntryT", bound=Entry)


def mention(span: Span, *, label: str, rule: str, entry: str = "") -> Span:
    """Return a span that carries label, rule id (``id_``) and lexicon entry (``kb_id_``)."""
    made = Span(span.doc, span.start, span.end, label=label, kb_id=entry)
    made.id_ = rule
    return made


def combine(
    doc: Doc,
    hits: Iterable[Hit[EntryT]],
    *,
    labels: Collection[str],
    label_of: Callable[[EntryT], str],
    accept: Callable[[Hit[EntryT]], bool] | None = None,
) -> list[Span]:
    """Return the mentions of one kind in text order.

    Args:
        doc: with the model's ``ents``.
        hits: of the gazetteer for this kind.
        labels: model labels of this kind.
        label_of: label that an entry's mention gets.
        accept: says whether a weak hit counts without the model.
    """
    ents = {(ent.start, ent.end): ent for ent in doc.ents}
    candidates: list[Span] = []
    for hit in hits:
        ent = ents.get((hit.span.start, hit.span.end))
        rule = f"lexicon:{hit.entry.id}"
        if ent is not None and ent.label_ in labels:
            label = ent.label_ if ent.label_ == label_of(hit.entry) or not hit.strong else label_of(hit.entry)
            candidates.append(mention(hit.span, label=label, rule=f"model:{ent.label_}+{rule}", entry=hit.entry.id))
        elif (hit.strong or (accept is not None and accept(hit))) and (
            ent is not None or not _crossed(hit.span, labels)
        ):
            candidates.append(mention(hit.span, label=label_of(hit.entry), rule=rule, entry=hit.entry.id))
    taken = {(span.start, span.end) for span in candidates}
    for bounds, ent in ents.items():
        if ent.label_ in labels and bounds not in taken:
            candidates.append(mention(ent, label=ent.label_, rule=f"model:{ent.label_}"))
    return sorted(filter_spans(candidates), key=_start)


def _crossed(span: Span, labels: Collection[str]) -> bool:
    """Say whether a model entity of another kind covers the span or reaches over an edge of it.

    One that lies within is part of a longer name ("Nobel Peace Prize laureate").
    """
    others = {token.ent_iob_ for token in span[:1] if _other(token, labels)} - {"B"}
    after = span.doc[span.end] if span.end < len(span.doc) else None
    reaches_on = after is not None and after.ent_iob_ == "I" and _other(span[-1], labels)
    whole = all(_other(token, labels) for token in span)
    return bool(others) or reaches_on or whole


def _other(token: Token, labels: Collection[str]) -> bool:
    return bool(token.ent_type_) and token.ent_type_ not in labels


def _start(span: Span) -> int:
    return int(span.start)
