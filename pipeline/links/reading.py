"""Reads a finished ``Doc`` into plain records: sentences, paragraphs and mentions."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from spacy.tokens import Doc, Span

from pipeline.records import Count, Mention, Sentence
from pipeline.vocabularies import Label, Tense

COUNT, TENSE, QUOTED = "count", "tense", "quoted"
"""Extensions of spans: the number of a group; the tense of a date's clause and whether it stands in direct speech."""

_BREAK = re.compile(r"\n\s*\n|\n(?=\s*[-•*–·])")


def read_sentences(doc: Doc) -> tuple[Sentence, ...]:
    """Return the sentences with the number of their paragraph; blank lines and list items divide paragraphs."""
    text = doc.text
    breaks = [match.start() for match in _BREAK.finditer(text)]
    found: list[Sentence] = []
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        if not words:
            continue
        start, end = words[0].idx, words[-1].idx + len(words[-1])
        found.append(
            Sentence(
                start=start,
                end=end,
                text=text[start:end],
                index=len(found),
                paragraph=bisect_right(breaks, start),
                tokens=len(words),
            )
        )
    return tuple(found)


def read_mentions(doc: Doc, group: str, sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """Return the spans of one span group as mentions, in text order; none when the group is absent."""
    if group not in doc.spans:
        return ()
    starts = [sentence.start for sentence in sentences]
    return tuple(read_mention(span, starts) for span in doc.spans[group])


def read_mention(span: Span, sentence_starts: list[int]) -> Mention:
    """Return one span as a mention; leading and trailing blanks are cut off."""
    words = _without_blanks(span)
    start = words.start_char
    return Mention(
        start=start,
        end=words.end_char,
        # The text of a whole doc is put together anew each time it is asked for.
        text=words.text,
        label=Label[span.label_],
        rule=span.id_,
        entry=span.kb_id_,
        sentence=max(0, bisect_right(sentence_starts, start) - 1),
        count=_count(span),
        tense=_tense(span),
        quoted=bool(_extension(span, QUOTED)),
    )


def _without_blanks(span: Span) -> Span:
    """Return a span without blank tokens at its ends; all of it if it has no others."""
    if not (span[0].is_space or span[-1].is_space):
        return span
    places = [token.i for token in span if not token.is_space]
    return span.doc[places[0] : places[-1] + 1] if places else span


def _extension(span: Span, name: str) -> Any:
    return span._.get(name) if Span.has_extension(name) else None


def _tense(span: Span) -> Tense:
    """Return the tense that the date finder read from a date's clause."""
    stated = _extension(span, TENSE)
    return Tense[stated.upper()] if stated else Tense.NONE


def _count(span: Span) -> Count | None:
    """Return the number that the group finder read before a group."""
    stated = _extension(span, COUNT)
    return Count(value=stated[0], kind=stated[1]) if stated is not None else None
