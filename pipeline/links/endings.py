"""Whose offices are over: who was fired, resigned or died, as verbs and nouns tell it.

Patterns over the line of ``stream``; the words are cue lists of the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.lexicon import Lexicon
from pipeline.lexicon.words import cue_words, verb_forms
from pipeline.links.stream import Stream
from pipeline.links.verbs import DONE_TAGS, is_one_of, is_plan

_VERB = re.compile(r"v")
_EVENT_NOUN = re.compile(  # "the death of Magnitsky", "Bolton's resignation"
    r"(?P<noun>[mM])(?:&[mM])?od?[FNGYOLM]*R*h*(?P<after>P)|(?P<before>P)s[mMN]?(?P<own>[mM])"
)
_SUBJECT = re.compile(r"(?P<name>P)(?:\([^)]*\))?(?:,[^,./Pp]{1,30},)?(?:,?w)?[rbBv]{0,4}$")  # "X, a judge, who had"
_OBJECT = re.compile(r"d?[FNGYOLmM]*R?h*(?P<name>P)")  # "fired FBI Director James Comey"
_REACH_UNDONE = 8
_REACH_FROM = 5
_MOST_SUBJECT = 60


@dataclass(frozen=True)
class EndWords:
    """Verb forms and nouns that end an office, and words that tell it has not happened."""

    leave: frozenset[str]
    dismiss: frozenset[str]
    remove: frozenset[str]
    die: frozenset[str]
    succeed: frozenset[str]
    ends: frozenset[str]
    deaths: frozenset[str]
    undone: frozenset[str]


def read_end_words(lexicon: Lexicon) -> EndWords:
    """Return the cue lists of a lexicon."""
    return EndWords(
        leave=verb_forms(lexicon, "people.leave_verbs"),
        dismiss=verb_forms(lexicon, "people.dismiss_verbs"),
        remove=verb_forms(lexicon, "people.remove_verbs"),
        die=verb_forms(lexicon, "people.death_verbs"),
        succeed=verb_forms(lexicon, "people.succeed_verbs"),
        ends=cue_words(lexicon, "people.end_nouns"),
        deaths=cue_words(lexicon, "people.death_nouns"),
        undone=cue_words(lexicon, "people.undone_words"),
    )


def ended(stream: Stream, words: EndWords) -> Iterator[int]:
    """Yield the item indices of names whose offices are over: who was fired or has resigned, "the ouster of X"."""
    for match in _VERB.finditer(stream.text):
        verb = stream.items[match.start()].span[-1]
        if is_one_of(verb, words.dismiss) or (is_one_of(verb, words.remove) and _from(stream, match.end())):
            passive = verb.tag_ == "VBN" and stream.text[: match.start()].rstrip("r").endswith(("B", "b"))
            person = _subject(stream, match.start()) if passive else _object(stream, match.end())
        elif is_one_of(verb, words.leave) and "a" not in stream.text[match.end() : match.end() + 2]:
            person = _subject(stream, match.start())
        else:
            continue
        if person is not None and verb.tag_ in DONE_TAGS and not is_plan(verb):
            yield person
    for place, noun in _after_nouns(stream, words.ends):
        if not words.undone & {item.span.text.lower() for item in stream.items[max(0, noun - _REACH_UNDONE) : noun]}:
            yield place


def dead(stream: Stream, words: EndWords) -> Iterator[int]:
    """Yield the item indices of names of the dead: "who died in prison", "the death of Sergei Magnitsky"."""
    for match in _VERB.finditer(stream.text):
        verb = stream.items[match.start()].span[-1]
        person = _subject(stream, match.start()) if is_one_of(verb, words.die) else None
        if person is not None and verb.tag_ in DONE_TAGS and not is_plan(verb):
            yield person
    for place, _ in _after_nouns(stream, words.deaths):
        yield place


def succeeded(stream: Stream, words: EndWords) -> Iterator[int]:
    """Yield the item indices of names whose office somebody else has taken up: "succeeding Luis Arce"."""
    for match in _VERB.finditer(stream.text):
        verb = stream.items[match.start()].span[-1]
        person = _object(stream, match.end()) if is_one_of(verb, words.succeed) else None
        if person is not None and not is_plan(verb):
            yield person


def _after_nouns(stream: Stream, nouns: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield (name, noun) where a noun tells something of a name: "the ouster of President X", "X's death"."""
    for match in _EVENT_NOUN.finditer(stream.text):
        noun, person = ("noun", "after") if match["after"] else ("own", "before")
        if stream.items[match.start(noun)].span.text.lower() in nouns:
            yield match.start(person), match.start(noun)


def _subject(stream: Stream, verb: int) -> int | None:
    """Return the name that a verb follows, alone or with a phrase or "who" between."""
    before = stream.text[max(0, verb - _MOST_SUBJECT) : verb]
    match = _SUBJECT.search(before)
    return verb - len(before) + match.start("name") if match is not None else None


def _object(stream: Stream, index: int) -> int | None:
    match = _OBJECT.match(stream.text, index)
    return match.start("name") if match else None


def _from(stream: Stream, index: int) -> bool:
    """Say whether "from" follows a verb closely: "removed from office", "removed the minister from his post"."""
    return any(item.span.text.lower() == "from" for item in stream.items[index : index + _REACH_FROM])
