"""Whose offices are over: who was fired, resigned or died, as verbs and nouns tell it.

Patterns over the line of ``stream``; the words are cue lists of the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline import syntax
from pipeline.lexicon import Lexicon
from pipeline.lexicon.words import cue_words, verb_forms
from pipeline.links.stream import Stream
from pipeline.links.verbs import DONE_TAGS, PAST_TAGS, is_one_of, is_plan

_VERB = re.compile(r"v")
_EVENT_NOUN = re.compile(  # "the death of Magnitsky", "Bolton's resignation"
    r"(?P<noun>[mM])(?:&[mM])?od?[FNGYOLMRms&-]*h*(?P<after>P)(?!s)|(?P<before>P)s[mMN]?(?P<own>[mM])"
)
_SUBJECT = re.compile(  # "X, a judge, who had"; "X, the MP who had"
    r"(?P<name>P)(?:\([^)]*\))?(?:,[^,./Pp]{1,30},|,d[^,./Pp]{1,20}(?=w))?(?:,?w|,)?[rbBv]{0,4}$"
)
_PRONOUN = re.compile(r"(?P<name>p)[rbBv]{0,4}$")  # "He has"
_EXAMPLES = re.compile(r"[^./;P]{1,18}?,?n")  # "senior officers from their roles, including"
_EXAMPLE = re.compile(r"(?:,?&|,)?d?[FNGYOLmM]{0,4}R?(?:[of]d?[GOLYmM]{1,4})?h*(?P<name>P)(?!s)")
_SUBJECT_OR_PRONOUN = re.compile(r"(?P<name>[Pp])(?:,?w)?[rbBv]{0,3}$")  # "X, who has", "He will"
_OBJECT = re.compile(r"d?[FNGYOLmM]*R?h*(?P<name>P)")  # "fired FBI Director James Comey"
_RULE_OF = re.compile(r"d?[FNGm]*(?P<led>m)o[FNGm]*R*h*(?P<name>P)")  # "ousted the government of Prime Minister X"
_PAST_RULE = re.compile(r"F[Gm]?(?P<led>m)od?[NG]*R*h*(?P<name>P)")  # "the previous regime of President X"
_TERM = re.compile(  # "ending the 16-year tenure of Prime Minister X", "ended X's rule"
    r"(?P<verb>v)(?:[dqGNDmM#-]{0,7}?(?P<noun>m)o[FNGY]{0,2}s?R?h*(?P<name>P)(?!s)|[FNGYO]{0,3}s?R?h*(?P<own>P)s[GNDmM#-]{0,4}?(?P<after>m))"
)
_EXCHANGED = re.compile(r"id?[FNGYOLmM-]*R*h*(?P<name>P)")  # "replaced X with General Bo Tran"
_DATED = re.compile(r"m?id?(?:mo)?[DM]")  # "at the end of May"
_LISTED = re.compile(r",?[&,][FNGYOLM]*R?h*(?P<name>P)")  # "the dismissal of Justice Minister X and Energy Minister Y"
_SAYS_AS = re.compile(r"a[dFNGYOLmM]*Rh*P")  # "stepped down as President X announced"
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
    objects: frozenset[str]
    led: frozenset[str]
    posts: frozenset[str]
    exchange: frozenset[str]
    agents: frozenset[str]
    close: frozenset[str]
    terms: frozenset[str]
    news: frozenset[str]
    resolve: frozenset[str]


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
        objects=cue_words(lexicon, "people.pronouns_object"),
        led=cue_words(lexicon, "people.led_nouns"),
        posts=cue_words(lexicon, "people.posts"),
        exchange=cue_words(lexicon, "people.exchange"),
        agents=cue_words(lexicon, "people.agents"),
        close=verb_forms(lexicon, "people.close_verbs"),
        terms=cue_words(lexicon, "people.term_nouns"),
        news=cue_words(lexicon, "people.news_days"),
        resolve=cue_words(lexicon, "people.resolve_words"),
    )


def ended(stream: Stream, words: EndWords) -> Iterator[int]:
    """Yield the item indices of names whose offices are over: who was fired or has resigned, "the ouster of X"."""
    for match in _VERB.finditer(stream.text):
        verb = stream.items[match.start()].span[-1]
        people: list[int] = []
        removes = is_one_of(verb, words.remove) and _from(stream, match.end(), words.posts)
        if removes or is_one_of(verb, words.dismiss):
            passive = verb.tag_ == "VBN" and stream.text[: match.start()].rstrip("r").endswith(("B", "b"))
            people = _subjects(stream, match.start()) if passive else _dismissed(stream, match.end(), words.led)
        elif is_one_of(verb, words.leave) and not _leaves_one_office(stream, match.end()):
            people = [] if _is_ahead(stream, verb, match.end()) else _subjects(stream, match.start())
        if (verb.tag_ in DONE_TAGS and not is_plan(verb)) or _is_resolved(stream, match.start(), words.resolve):
            yield from people
    for place, noun in _after_nouns(stream, words.ends):
        if not words.undone & {item.words for item in stream.items[max(0, noun - _REACH_UNDONE) : noun]}:
            yield from _with_listed(stream, place) if noun < place else [place]
    for match in re.finditer("mo", stream.text):
        if stream.items[match.start()].words in words.ends:
            yield from _examples(stream, match.end())
    yield from _terms(stream, words)
    for match in _PAST_RULE.finditer(stream.text):
        if stream.items[match.start("led")].words in words.led:
            yield match.start("name")


def _terms(stream: Stream, words: EndWords) -> Iterator[int]:
    for match in _TERM.finditer(stream.text):
        verb = stream.items[match.start("verb")].span[-1]
        noun, name = ("noun", "name") if match["name"] else ("after", "own")
        closed = is_one_of(verb, words.close) and verb.tag_ in DONE_TAGS | {"VBG"} and not is_plan(verb)
        if closed and stream.items[match.start(noun)].words in words.terms:
            yield match.start(name)


def _is_ahead(stream: Stream, verb: Token, index: int) -> bool:
    """Say whether a present tense tells of a day to come: "who retires at the end of May"."""
    return verb.tag_ == "VBZ" and _DATED.match(stream.text, index) is not None


def _leaves_one_office(stream: Stream, index: int) -> bool:
    """Say whether "as" behind a verb tells which office ends; not in "stepped down as President X announced"."""
    place = stream.text.find("a", index, index + 2)
    return place >= 0 and _SAYS_AS.match(stream.text, place) is None


def _dismissed(stream: Stream, index: int, led: frozenset[str]) -> list[int]:
    """Return the names behind a verb of dismissal, or that of the government it brings down."""
    person = _object(stream, index)
    if person is not None:
        return _with_listed(stream, person)
    if people := _examples(stream, index):
        return people
    match = _RULE_OF.match(stream.text, index)
    return [match.start("name")] if match and stream.items[match.start("led")].words in led else []


def _is_resolved(stream: Stream, index: int, words: frozenset[str]) -> bool:
    """Say whether an infinitive is what somebody resolved: "voted to oust"."""
    return stream.text[:index].endswith("t") and stream.items[index - 2].words in words


def _examples(stream: Stream, index: int) -> list[int]:
    """Return the names that are examples of the set at an item: "of five officers, including General X and Y"."""
    opened = _EXAMPLES.match(stream.text, index)
    found: list[int] = []
    match = _EXAMPLE.match(stream.text, opened.end()) if opened else None
    while match is not None:
        found.append(match.start("name"))
        match = _EXAMPLE.match(stream.text, match.end())
    return found


def _with_listed(stream: Stream, person: int) -> list[int]:
    """Return a name and those that are listed with it."""
    found = [person]
    while (match := _LISTED.match(stream.text, found[-1] + 1)) is not None:
        found.append(match.start("name"))
    return found


def dead(stream: Stream, words: EndWords) -> Iterator[int]:
    """Yield the item indices of names of the dead: "who died in prison", "the death of Sergei Magnitsky"."""
    for match in _VERB.finditer(stream.text):
        verb = stream.items[match.start()].span[-1]
        # "X dies" is the news itself: X holds the office in what the article tells.
        died = is_one_of(verb, words.die) and verb.tag_ in PAST_TAGS and not is_plan(verb)
        if died and not _is_news(stream, match.start(), words.news):
            yield from _subjects(stream, match.start())
    for place, _ in _after_nouns(stream, words.deaths):
        yield place


def _is_news(stream: Stream, verb: int, days: frozenset[str]) -> bool:
    """Say whether a day near a main verb tells that the death is what the article reports: "X died on Monday"."""
    if stream.text[:verb].rstrip("rbBv").endswith("w"):
        return False
    start = max(stream.text.rfind(mark, 0, verb) for mark in "./") + 1
    end = min(place for mark in "./" if (place := (stream.text + "./").find(mark, verb)) >= 0)
    return any(token.lower_ in days for item in stream.items[start:end] for token in item.span)


def succeeded(stream: Stream, words: EndWords) -> Iterator[tuple[int | None, int]]:
    """Yield (who takes up, whose) office: "succeeding Luis Arce", "Ann Lowe, who succeeded him"; items of both."""
    for match in _VERB.finditer(stream.text):
        verb = stream.items[match.start()].span[-1]
        if not is_one_of(verb, words.succeed) or is_plan(verb):
            continue
        agent = _EXCHANGED.match(stream.text, match.end()) if verb.tag_ == "VBN" else None
        if agent is not None and _is_one(stream, match.end(), words.agents):
            for place in _subjects(stream, match.start()):
                yield agent.start("name"), place
            continue
        person = _object(stream, match.end())
        following = stream.items[match.end()].words if match.end() < len(stream.items) else ""
        if person is None and following in words.objects:
            person = match.end()
        changed = _EXCHANGED.match(stream.text, person + 1) if person is not None else None
        if person is not None and changed is not None and _is_one(stream, person + 1, words.exchange):
            yield changed.start("name"), person
        elif person is not None:
            subject = _SUBJECT_OR_PRONOUN.search(stream.text, max(0, match.start() - _MOST_SUBJECT), match.start())
            yield (subject.start("name") if subject is not None else None), person


def _is_one(stream: Stream, index: int, words: frozenset[str]) -> bool:
    return stream.items[index].words in words


def _after_nouns(stream: Stream, nouns: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield (name, noun) where a noun tells something of a name: "the ouster of President X", "X's death"."""
    for match in _EVENT_NOUN.finditer(stream.text):
        noun, person = ("noun", "after") if match["after"] else ("own", "before")
        if stream.items[match.start(noun)].words in nouns:
            yield match.start(person), match.start(noun)


def _subjects(stream: Stream, verb: int) -> list[int]:
    """Return the name that a verb follows, alone or with a phrase or "who" between, or nothing."""
    before = stream.text[max(0, verb - _MOST_SUBJECT) : verb]
    match = _SUBJECT.search(before) or _PRONOUN.search(before)
    if match is not None:
        return [verb - len(before) + match.start("name")]
    subjects = {token.i for token in syntax.subjects(stream.items[verb].span[-1])}
    told = range(max(0, verb - _MOST_SUBJECT), verb)
    return [place for place in told if stream.text[place] in "Pp" and subjects & _tokens(stream, place)]


def _tokens(stream: Stream, place: int) -> set[int]:
    return {token.i for token in stream.items[place].span}


def _object(stream: Stream, index: int) -> int | None:
    match = _OBJECT.match(stream.text, index)
    return match.start("name") if match else None


def _from(stream: Stream, index: int, posts: frozenset[str]) -> bool:
    """Say whether "from" and an office follow: "removed from office", "removed the minister from his post"."""
    near = list(stream.items[index : index + _REACH_FROM])
    place = next((i for i, item in enumerate(near) if item.words == "from"), None)
    if place is None:
        return False
    behind = stream.items[index + place + 1 : index + place + 1 + _REACH_FROM]
    return any(item.symbol == "R" or item.words in posts for item in behind)
