"""Offices that people take up, hold or lose by other words than "as".

"Becoming the next president", "won the presidency", "assumed the office of speaker", "the incumbent Ann Lowe":
patterns over the line of ``stream``; verbs and nouns are cue lists of the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Role
from pipeline.lexicon.words import cue_pairs, cue_words, verb_forms
from pipeline.links.appositions import coordinated, is_plural
from pipeline.links.offices import read_office
from pipeline.links.references import References
from pipeline.links.stream import Stream
from pipeline.links.subjects import named_subject
from pipeline.links.tenures import TenureWords, person_before
from pipeline.links.ties import Held, Tie, tie
from pipeline.links.verbs import DONE_TAGS, is_one_of, is_plan
from pipeline.vocabularies import Status

_RISE = re.compile(r"(?P<verb>[bvm])(?=[dqFNSGYOLmM#eR])")  # "becoming the next president"
_OFFICE_OF = re.compile(r"v(?:[tai]d?|[dq])?[Nm]{0,2}(?P<noun>m)o(?=[dqFNSGYOLmM#eR])")  # "holds the post of speaker"
_OFFICE = re.compile(r"v(?:[tai]d?|[dq])?[GNm-]{0,3}(?P<noun>m)(?:od?[GNm]{0,2}(?P<state>G))?")  # "won the presidency"
_INCUMBENT = re.compile(r"d?G?(?P<word>N)(?:,)?h*(?P<name>P)")  # "the incumbent Ann Lowe"
_REACH_RISE = 40
_CANDIDACY = "candidacy"
_BREAKS = "./"
_APART = frozenset({",", "~", "&"})


@dataclass(frozen=True)
class RiseWords:
    """Verb forms and nouns that tell who takes up, holds or loses an office."""

    become: frozenset[str]
    rise: frozenset[str]
    hold: frozenset[str]
    leave: frozenset[str]
    take: frozenset[str]
    win: frozenset[str]
    posts: frozenset[str]
    offices: Mapping[str, str]
    incumbent: frozenset[str]
    candidacies: frozenset[str]
    tenure: TenureWords


def read_rise_words(lexicon: Lexicon, tenure: TenureWords) -> RiseWords:
    """Return the cue lists of a lexicon."""
    return RiseWords(
        become=cue_words(lexicon, "people.becoming"),
        rise=verb_forms(lexicon, "people.rise_verbs"),
        hold=verb_forms(lexicon, "people.hold_verbs"),
        leave=verb_forms(lexicon, "people.leave_verbs") | verb_forms(lexicon, "people.give_up_verbs"),
        take=tenure.take,
        win=verb_forms(lexicon, "people.win_verbs"),
        posts=cue_words(lexicon, "people.post_nouns"),
        offices=cue_pairs(lexicon, "people.office_names"),
        incumbent=cue_words(lexicon, "people.incumbent"),
        candidacies=frozenset(role.id for role in lexicon.entries(Role).values() if role.group == _CANDIDACY),
        tenure=tenure,
    )


def rise_ties(stream: Stream, words: RiseWords) -> Iterator[Tie]:
    """Yield the offices that verbs say somebody takes up, holds or gives up."""
    yield from _becoming(stream, words)
    for match in _OFFICE_OF.finditer(stream.text):
        if stream.items[match.start("noun")].words not in words.posts:
            continue
        person, status = _holder(stream, match.start(), words, words.hold | words.take)
        if person is None:
            continue
        for office in coordinated(stream, match.end(), apart=False):
            if not is_plural(office):
                yield tie(stream, person, office, "affiliation:office-of", status=status)
    for match in _OFFICE.finditer(stream.text):
        entry = words.offices.get(stream.items[match.start("noun")].words)
        person, status = _holder(stream, match.start(), words, words.hold | words.win | words.take)
        if entry is None or person is None:
            continue
        noun = stream.items[match.start("noun")].span
        state = next((item.span for item in stream.items[match.start() : match.end()] if item.symbol == "G"), None)
        yield Tie(
            person=person,
            rule="affiliation:office-name",
            start=min(person, match.start()),
            end=match.end(),
            role=noun,
            text=noun,
            country=state,
            status=status or Status.CURRENT,
            entry=entry,
        )


def incumbents(held: Held, stream: Stream, references: References, words: RiseWords) -> Held:
    """Return the office of "the incumbent Ann Lowe": the one named last before in the sentence."""
    found: Held = []
    with_roles = {person for person, other in held if other.role is not None}
    for match in _INCUMBENT.finditer(stream.text):
        name = match.start("name")
        person = references.who(name)
        if stream.items[match.start("word")].words not in words.incumbent or person is None or person in with_roles:
            continue
        start = max(stream.text.rfind(mark, 0, name) for mark in _BREAKS) + 1
        places = [place for place in range(start, match.start()) if stream.text[place] == "R"]
        places = [place for place in places if stream.items[place].span.kb_id_ not in words.candidacies]
        office = read_office(stream, places[-1]) if places else None
        if office is not None and not is_plural(office):
            made = tie(stream, name, replace(office, status=Status.CURRENT), "affiliation:incumbent")
            found.append((person, made))
    return found


def _becoming(stream: Stream, words: RiseWords) -> Iterator[Tie]:
    for match in _RISE.finditer(stream.text):
        verb = stream.items[match.start()].span[-1]
        if verb.lower_ not in words.become:
            continue
        person = _riser(stream, match.start(), verb, words)
        if person is None:
            continue
        for office in coordinated(stream, match.end(), apart=False):
            if not is_plural(office):
                yield tie(stream, person, replace(office, status=Status.CURRENT), "affiliation:becoming")


def _riser(stream: Stream, place: int, verb: Token, words: RiseWords) -> int | None:
    """Return who becomes something: the subject of the verb of rising before "becoming" or "to become"."""
    infinitive = place > 0 and stream.text[place - 1] == "t"
    if not infinitive and (verb.tag_ != "VBG" or stream.text[:place].rstrip("r")[-1:] not in _APART):
        return None
    start = max(stream.text.rfind(mark, 0, place) for mark in _BREAKS) + 1
    rises = [
        other
        for other in range(max(start, place - _REACH_RISE), place - infinitive)
        if is_one_of(token := stream.items[other].span[-1], words.rise) and _is_done(token)
    ]
    if infinitive and not rises:
        return None
    named = named_subject(stream, verb, start, place)
    return named if named is not None else person_before(stream, rises[0] if rises else place, words.tenure)


def _holder(stream: Stream, index: int, words: RiseWords, verbs: frozenset[str]) -> tuple[int | None, Status | None]:
    """Return who holds what a verb at an item tells of, and FORMER where it is given up."""
    verb = stream.items[index].span[-1]
    leaves = is_one_of(verb, words.leave)
    if not (leaves or is_one_of(verb, verbs)) or is_plan(verb) or verb.tag_ == "VB":
        return None, None
    return person_before(stream, index, words.tenure), Status.FORMER if leaves else None


def _is_done(verb: Token) -> bool:
    return verb.tag_ in DONE_TAGS and not is_plan(verb)
