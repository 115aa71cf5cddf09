"""Tells names of companies and storms that a model may take for people's.

"Dunmore Marsh Inc.", "the company, Dunmore Marsh,", "Dunmore Marsh, an investment bank,", "Hurricane Marsh".
"""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from pipeline.mentions.name_parts import NameParts

_MOST_BEHIND = 5


def company_names(doc: Doc, parts: NameParts) -> frozenset[str]:
    """Return names that somewhere carry a company's legal form, stand beside its noun, or behind "Hurricane".

    Args:
        doc: a document with the model's entities.
        parts: legal forms, nouns for companies, and words before names of storms, ships and places.
    """
    found: set[str] = set()
    for ent in doc.ents:
        if len(ent) > 2 and ent[-1].lower_ in parts.legal_forms:
            found.add(ent[:-1].text)
        elif _is_prefixed(ent, parts) or (len(ent) > 1 and _is_company(ent, parts)):
            found.add(ent.text)
    return frozenset(found)


def _is_prefixed(ent: Span, parts: NameParts) -> bool:
    before = ent.doc[ent.start - 1] if ent.start > 0 else None
    return before is not None and before.text[:1].isupper() and before.lower_ in parts.prefixes


def _is_company(ent: Span, parts: NameParts) -> bool:
    following = ent.doc[ent.end].lower_ if ent.end < len(ent.doc) else ""
    return following in parts.legal_forms or (following == "," and _beside_noun(ent, parts))


def _beside_noun(ent: Span, parts: NameParts) -> bool:
    """Say whether a name before a comma stands behind "the company," or is called "a company" behind it."""
    doc, comma = ent.doc, ent.start - 1
    if comma > 0 and doc[comma].text == "," and doc[comma - 1].text in parts.company_nouns:
        return True
    behind = [token for token in doc[ent.end + 1 : ent.end + 1 + _MOST_BEHIND] if token.sent == doc[ent.end].sent]
    if not behind or behind[0].tag_ != "DT":
        return False
    nouns = [token for token in behind if token.text in parts.company_nouns]
    return bool(nouns) and _ends_phrase(nouns[0]) and all(token.is_alpha for token in doc[ent.end + 1 : nouns[0].i])


def _ends_phrase(noun: Token) -> bool:
    """Say whether no noun follows: "an investment bank", not "a bank manager"."""
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    return following is None or following.is_punct or following.tag_ in {"IN", "WDT", "VBN", "VBD", "VBZ"}
