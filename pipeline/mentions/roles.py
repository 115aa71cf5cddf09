"""Finds roles: label ROLE, span group ``roles``.

Input: the model's ROLE entities and the titles of the lexicon. A title of state, parliament, diplomacy or justice
counts wherever it stands; a profession, a rank, an office in an organisation and a plural that means people in general
("leaders") count where the model says so, beside a person's name or pronoun, or with a named body ("director of the
Tahrir Institute"). Words that belong to a body's or party's name are no part of a role.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from pipeline.lexicon import Lexicon, shared
from pipeline.lexicon.schema import Role
from pipeline.lexicon.words import cue_words, honorifics
from pipeline.mentions.combine import combine, mention
from pipeline.mentions.gazetteer import Hit
from pipeline.mentions.titles import TitleFinder
from pipeline.vocabularies import Label

SPANS = "roles"

_NEED_COMPANY = frozenset({"profession", "organisation", "military", "religion"})
_NAMED_BEFORE = ("parties", "bodies", "people")
_REACH = 4


@Language.factory(
    "role_finder",
    requires=["doc.ents", "doc.spans"],
    assigns=["doc.spans"],
    default_config={"overlay": ""},
)
def make_role_finder(nlp: Language, name: str, overlay: str) -> RoleFinder:
    """Make the component over the lexicon with the user's folder ``overlay`` laid over it."""
    return RoleFinder(nlp, shared(overlay))


class RoleFinder:
    """Writes ``doc.spans["roles"]``."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self._titles = TitleFinder(nlp, lexicon)
        self._general = cue_words(lexicon, "people.not_roles")
        self._links = cue_words(lexicon, "people.group_links") | {"for"}
        self._between = (
            cue_words(lexicon, "people.including")
            | cue_words(lexicon, "people.be_present")
            | cue_words(lexicon, "people.be_past")
            | honorifics(lexicon, sure=True)
        )
        self._pronouns = cue_words(lexicon, "people.pronouns_subject") | cue_words(lexicon, "people.relative")
        self._articles = cue_words(lexicon, "people.determiners")

    def __call__(self, doc: Doc) -> Doc:
        """Add the span group."""
        hits = [hit for hit in self._clear(doc) if self._counts(hit)]
        spans = combine(doc, hits, labels={Label.ROLE.value}, label_of=_label, accept=self._has_company)
        doc.spans[SPANS] = sorted(filter_spans([*spans, *_cut_off(doc, hits)]), key=_start)
        return doc

    def _clear(self, doc: Doc) -> Iterator[Hit[Role]]:
        """Yield the hits, cut where their first words end another name ("Labour Party leader")."""
        names = [span for name in _NAMED_BEFORE for span in doc.spans.get(name, ())]
        names += [ent for ent in doc.ents if ent.label_ != Label.ROLE]
        ends = {place: span.end for span in names for place in range(span.start + 1, span.end)}
        ends |= {span.start: span.end for span in doc.spans.get("parties", ()) if _is_adjective(span)}
        for hit in self._titles.find(doc):
            start = ends.get(hit.span.start, hit.span.start)
            if start == hit.span.start:
                yield hit
            elif start < hit.span.end:
                rest = self._titles.lookup(doc[start : hit.span.end])
                if rest is not None:
                    yield rest

    def _counts(self, hit: Hit[Role]) -> bool:
        if all(token.ent_type_ == Label.ROLE for token in hit.span):
            return True
        if len(hit.span) == 1 and hit.span[0].tag_.startswith("VB"):
            return False
        if hit.span.text.lower() in self._general or hit.entry.group in _NEED_COMPANY:
            return self._has_company(hit)
        return not _after_number(hit)

    def _has_company(self, hit: Hit[Role]) -> bool:
        return self._name_follows(hit) or self._name_before(hit) or self._body_follows(hit)

    def _name_follows(self, hit: Hit[Role]) -> bool:
        for token in hit.span.doc[hit.span.end : hit.span.end + _REACH]:
            if _is_name(token):
                return True
            if not (token.is_space or token.is_punct or token.lower_ in self._between):
                return False
        return False

    def _name_before(self, hit: Hit[Role]) -> bool:
        """Say whether a name and comma, or a pronoun and "is" or "as", stand shortly before."""
        doc, start = hit.span.doc, hit.span.start
        before = [token for token in doc[max(0, start - 2 * _REACH) : start] if not token.is_space]
        commas = [place for place, token in enumerate(before) if token.text == ","]
        if commas and commas[-1] > 0 and _is_name(before[commas[-1] - 1]):
            return True
        near = before[-_REACH:]
        return any(token.lower_ in self._pronouns for token in near) and any(
            token.lower_ in self._between or token.lower_ == "as" for token in near
        )

    def _body_follows(self, hit: Hit[Role]) -> bool:
        """Say whether a named body follows with a preposition: "director of the Tahrir Institute"."""
        after = [token for token in hit.span.doc[hit.span.end : hit.span.end + 3] if not token.is_space]
        if not after or after[0].lower_ not in self._links:
            return False
        rest = after[1:] if len(after) > 2 and after[1].lower_ in self._articles else after[1:2]
        return bool(rest) and (rest[-1].text[:1].isupper() or rest[-1].ent_type_ in {Label.ORG, Label.PARTY})


def _cut_off(doc: Doc, hits: Iterable[Hit[Role]]) -> Iterator[Span]:
    """Yield the titles that were cut off a name which the model took to begin with them ("Cmdr. Ann Lowe")."""
    names = {span.start for span in doc.spans.get("people", ())}
    for hit in hits:
        if hit.entry.title and hit.span.end in names and hit.span[0].ent_type_ == Label.PERSON:
            yield mention(hit.span, label=Label.ROLE.value, rule=f"lexicon:{hit.entry.id}", entry=hit.entry.id)


def _start(span: Span) -> int:
    return int(span.start)


def _is_adjective(party: Span) -> bool:
    """Say whether a capitalised party stands before a title in small letters: "a Labour minister"."""
    following = party.doc[party.end] if party.end < len(party.doc) else None
    inside = not party[0].is_sent_start and party.text[:1].isupper()
    return inside and following is not None and following.is_lower and following.is_alpha


def _label(role: Role) -> str:
    return Label.ROLE.value


def _is_name(token: Token) -> bool:
    return token.ent_type_ == Label.PERSON


def _after_number(hit: Hit[Role]) -> bool:
    """Say whether the words stand for something else after a number: "3 PM"."""
    start = hit.span.start
    return start > 0 and len(hit.span) == 1 and hit.span.text.isupper() and hit.span.doc[start - 1].like_num
