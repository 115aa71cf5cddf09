"""Articles for tests with the language model's work written into them.

``[Ann Lowe|PERSON]`` is an entity; ``resigned/VBD`` a word with its tag. Everything else has no annotation.
"""

from __future__ import annotations

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.language.tokens import blank_pipeline
from pipeline.mentions import FINDERS

_ENTITY = re.compile(r"\[(?P<text>[^\[\]|]+)\|(?P<label>[A-Z]+)\]|(?P<word>[^\s/\[\]]+)/(?P<tag>[A-Z]{2,4}\$?)(?=\W|$)")
_LEFT_OUT = {"date_finder", "action_finder", "law_finder", "measure_finder"}
PEOPLE_FINDERS = tuple(name for name in FINDERS if name not in _LEFT_OUT)


@cache
def finders() -> Language:
    """Return a pipeline with the finders that people depend on, and no model."""
    nlp = blank_pipeline()
    for name in PEOPLE_FINDERS:
        nlp.add_pipe(name)
    return nlp


def marked(text: str) -> Doc:
    """Return a document of the unmarked text with its entities, tags and sentence starts."""
    plain, entities, tags, place = "", [], [], 0
    for match in _ENTITY.finditer(text):
        plain += text[place : match.start()]
        words = match["text"] or match["word"]
        (entities if match["text"] else tags).append(
            (len(plain), len(plain) + len(words), match["label"] or match["tag"])
        )
        plain += words
        place = match.end()
    plain += text[place:]
    doc = finders().make_doc(plain)
    doc.ents = [_span(doc, start, end, label) for start, end, label in entities]
    for start, end, tag in tags:
        token = _span(doc, start, end, "")[0]
        token.tag_, token.pos_ = tag, "VERB" if tag.startswith("VB") else "NOUN"
    for token in doc:
        token.is_sent_start = (
            token.i == 0 or doc[token.i - 1].text in {".", "!", "?"} or "\n\n" in doc[token.i - 1].text
        )
    return doc


def found(text: str) -> Doc:
    """Return a marked document with the finders' span groups."""
    doc = marked(text)
    for name in PEOPLE_FINDERS:
        doc = finders().get_pipe(name)(doc)
    return doc


def texts(doc: Doc, group: str) -> list[str]:
    """Return the words of one span group."""
    return [span.text for span in doc.spans[group]]


def _span(doc: Doc, start: int, end: int, label: str) -> Span:
    span = doc.char_span(start, end, label=label)
    if span is None:
        raise ValueError(f"{doc.text[start:end]!r} does not stand on token borders")
    return span
