"""Finds political parties and parliamentary groups: label PARTY, span group ``parties``.

Input: the model's PARTY entities and the party forms of the lexicon. A form that many countries or other things share
("Conservative", "Greens") counts where the model says so, where a word that goes with parties follows ("Conservative
caucus"), or where it is a capitalised member noun inside a sentence ("the Tories"). Letters in brackets after a name
("(R-Tex.)", "(Lab)") are parties too.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from pipeline.lexicon import Lexicon, shared
from pipeline.lexicon.schema import Form, Party, Role
from pipeline.lexicon.words import cue_words
from pipeline.mentions.combine import combine, mention
from pipeline.mentions.gazetteer import Gazetteer, Hit
from pipeline.vocabularies import Label

SPANS = "parties"

_OPENING, _CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
_DASHES = frozenset({"-", "–"})
_CODE_ENDS = frozenset({"-", "–", ",", "/", ":"})


@Language.factory(
    "party_finder",
    requires=["doc.ents"],
    assigns=["doc.spans"],
    default_config={"overlay": ""},
)
def make_party_finder(nlp: Language, name: str, overlay: str) -> PartyFinder:
    """Make the component over the lexicon with the user's folder ``overlay`` laid over it."""
    return PartyFinder(nlp, shared(overlay))


class PartyFinder:
    """Writes ``doc.spans["parties"]``."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        parties = lexicon.entries(Party)
        self._gazetteer = Gazetteer(nlp, _forms(lexicon))
        self._codes = {code: party.id for party in reversed(list(parties.values())) for code in party.codes}
        self._letters = frozenset(form for role in lexicon.entries(Role).values() for form in role.abbreviations)
        self._nouns = cue_words(lexicon, "people.party_nouns")
        self._heads = cue_words(lexicon, "people.party_words")
        self._legislators = cue_words(lexicon, "people.weak_party_nouns")
        self._members = frozenset(
            noun for party in parties.values() if party.country for noun in party.members if noun.endswith("s")
        )

    def __call__(self, doc: Doc) -> Doc:
        """Add the span group."""
        named = combine(
            doc, self._gazetteer.find(doc), labels={Label.PARTY.value}, label_of=_label, accept=self._counts
        )
        surnames = {ent[-1].text for ent in doc.ents if ent.label_ == Label.PERSON}
        named = [span for span in named if span.kb_id_ or span.text not in surnames]
        bodies = {(span.start, span.end) for span in doc.spans.get("bodies", ()) if span.kb_id_}
        named = [
            span for span in named if span.kb_id_ or not (self._is_no_name(span) or (span.start, span.end) in bodies)
        ]
        doc.spans[SPANS] = sorted(filter_spans([*named, *self._bracketed(doc)]), key=_start)
        return doc

    def _is_no_name(self, span: Span) -> bool:
        """Say whether the model took a role's letters ("MP") or a bare "Party" for a name."""
        return span.text in self._letters or span.text.lower() in self._heads

    def _counts(self, hit: Hit[Party]) -> bool:
        doc, end = hit.span.doc, hit.span.end
        follower = doc[end].lower_ if end < len(doc) else ""
        if not hit.entry.country or hit.span.text.islower():
            return follower in self._legislators
        if follower in self._nouns or (len(hit.span) > 1 and hit.span[-1].lower_ in self._heads):
            return True
        inside = not hit.span[0].is_sent_start
        return inside and hit.span.text in self._members

    def _bracketed(self, doc: Doc) -> Iterator[Span]:
        for token in doc[:-2]:
            opens = token.text in _OPENING or (token.text == "," and doc[token.i + 2].text in _DASHES)
            if opens and token.i > 0 and (doc[token.i - 1].text[:1].isupper() or doc[token.i - 1].text in _CLOSING):
                code = _code(doc, token.i + 1)
                if code is not None and _code_letters(code) in self._codes:
                    party = self._codes[_code_letters(code)]
                    yield mention(code, label=Label.PARTY.value, rule="party:code", entry=party)


def _forms(lexicon: Lexicon) -> Iterator[tuple[Party, Form]]:
    """Yield the forms, those that end in a general word ("Party") with that word in lower case too."""
    general = cue_words(lexicon, "people.party_head_words")
    for party in lexicon.entries(Party).values():
        for form in party.forms():
            yield party, form
            head, _, last = form.text.rpartition(" ")
            if head and last.lower() in general and last != last.lower():
                yield party, Form(f"{head} {last.lower()}", strong=form.strong)


def _code(doc: Doc, index: int) -> Span | None:
    """Return the party letters that open a bracket: "R" of "(R-Tex.)", "Lab" of "(Lab)", "PSOE" of "(PSOE)"."""
    token = doc[index]
    if token.is_punct or index + 1 >= len(doc):
        return None
    after: Token = doc[index + 1]
    return doc[index : index + 1] if after.text in _CLOSING or after.text in _CODE_ENDS else None


def _code_letters(code: Span) -> str:
    return code.text.rstrip("-–.") or code.text


def _label(party: Party) -> str:
    return Label.PARTY.value


def _start(span: Span) -> int:
    return int(span.start)
