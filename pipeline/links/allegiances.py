"""Parties that verbs and company tell of a person.

"Quit the Greens", "won the Democratic primary", "ran as a Republican", "Labour picked Ann Lowe", "her Labor colleague
Bo Tran": patterns over the line of ``stream``; verbs and nouns are cue lists of the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.lexicon import Lexicon
from pipeline.lexicon.words import cue_words, verb_forms
from pipeline.links.stream import Stream
from pipeline.links.tenures import TenureWords, person_before
from pipeline.links.ties import Tie
from pipeline.links.verbs import DONE_TAGS, is_one_of, is_plan
from pipeline.vocabularies import Status

_SIDE = re.compile(r"v(?:[oi]|t(?!d?[GNm-]*m))?d?[GNFmM-]{0,3}(?P<party>Y)(?P<close>.|$)")  # "quit the Greens"
_CONTEST = re.compile(  # "won the Democratic Party's South Carolina primary"
    r"v(?:#|D|m)?d?[GNm-]{0,2}(?P<party>Y)s?[GLDNmM-]{0,3}(?P<noun>[mMRX])"
)
_PICKED = re.compile(  # "Labour has picked the lawyer Ann Lowe"
    r"(?P<party>Y)(?:\([^)]{0,8}\))?[rbBv]{0,3}(?P<verb>v)(?:d?[FNGYOLmM]*R)?h*(?P<name>P)(?!s)"
)
_PICKED_BY = re.compile(r"(?P<verb>v)id?[GNm-]{0,2}(?P<party>Y)(?P<close>.|$)")  # "chosen by the Greens"
_RUNS_FOR = re.compile(r"(?P<verb>v)fd?[GNm-]{0,2}(?P<party>Y)(?P<close>.|$)")  # "ran for the Greens"
_COLLEAGUE = re.compile(r"(?P<owner>q|P(?=s))s?N?(?P<party>Y)k,?[^./;,P]{0,10},?h*P")  # "her Labor colleague Bo Tran"
_AS_MEMBER = re.compile(r"a(?P<article>d)[GNm-]{0,2}(?P<party>Y)(?=[.,;:)wiftDo&v]|$)")  # "ran as a Republican"
_FELLOWS = re.compile(r"(?P<name>P)(?:\([^)]{0,8}\))?,?&e(?P<party>Y)R?h*P")  # "X and fellow Democrat Y"
_OWN_NAMED = re.compile(r"(?P<owner>q)(?P<noun>m)(?:,d?[GNm-]{0,2}|(?=[Y]))(?P<party>Y)(?P<close>[,.;:)vbB]|$)")


@dataclass(frozen=True)
class SideWords:
    """Verb forms and nouns that tell a person's party."""

    join: frozenset[str]
    part: frozenset[str]
    run: frozenset[str]
    win: frozenset[str]
    pick: frozenset[str]
    parts_of: frozenset[str]
    colleagues: frozenset[str]
    contests: frozenset[str]
    heads: frozenset[str]
    members: frozenset[str]
    tenure: TenureWords


def read_side_words(lexicon: Lexicon, tenure: TenureWords) -> SideWords:
    """Return the cue lists of a lexicon."""
    return SideWords(
        join=verb_forms(lexicon, "people.join_verbs"),
        part=verb_forms(lexicon, "people.part_verbs"),
        run=verb_forms(lexicon, "people.run_verbs"),
        win=verb_forms(lexicon, "people.win_verbs"),
        pick=verb_forms(lexicon, "people.pick_verbs"),
        parts_of=cue_words(lexicon, "people.party_factions") | cue_words(lexicon, "people.party_words"),
        colleagues=cue_words(lexicon, "people.colleagues"),
        contests=cue_words(lexicon, "people.party_contests"),
        heads=cue_words(lexicon, "people.party_words"),
        members=cue_words(lexicon, "people.party_nouns"),
        tenure=tenure,
    )


def side_ties(stream: Stream, words: SideWords) -> Iterator[Tie]:
    """Yield the parties that persons join, leave, run for or share with a fellow."""
    yield from _sides(stream, words)
    yield from _contests(stream, words)
    yield from _choices(stream, words)
    for match in _AS_MEMBER.finditer(stream.text):
        if stream.items[match.start("article")].words not in {"a", "an"}:
            continue
        verb = _verb_before(stream, match.start())
        if verb is not None and is_one_of(stream.items[verb].span[-1], words.run):
            yield from _tied(stream, person_before(stream, match.start(), words.tenure), match, "as-member")
    for match in _FELLOWS.finditer(stream.text):
        yield from _tied(stream, match.start("name"), match, "fellow-party")
    for match in _OWN_NAMED.finditer(stream.text):
        if stream.items[match.start("noun")].words in words.heads:
            yield from _tied(stream, match.start("owner"), match, "own-party")


def _sides(stream: Stream, words: SideWords) -> Iterator[Tie]:
    for match in _SIDE.finditer(stream.text):
        verb = stream.items[match.start()].span[-1]
        parts = is_one_of(verb, words.part)
        if not (parts or is_one_of(verb, words.join)) or is_plan(verb) or verb.tag_ not in DONE_TAGS:
            continue
        shared = match["close"] in {"i", "t"} and not parts and not _is_dated(stream, match)
        if shared or not _is_whole(stream, match, words):
            continue
        person = person_before(stream, match.start(), words.tenure)
        over = parts or (person is not None and "F" in stream.text[person : match.start()])
        yield from _tied(stream, person, match, "side", status=Status.FORMER if over else Status.CURRENT)


def _contests(stream: Stream, words: SideWords) -> Iterator[Tie]:
    for match in _CONTEST.finditer(stream.text):
        verb = stream.items[match.start()].span[-1]
        noun = stream.items[match.start("noun")].span[-1].lower_
        if noun in words.contests and is_one_of(verb, words.win):
            yield from _tied(stream, person_before(stream, match.start(), words.tenure), match, "contest")


def _choices(stream: Stream, words: SideWords) -> Iterator[Tie]:
    """Yield the party that picks somebody, whom it is picked by, or for whom somebody runs."""
    for match in _PICKED.finditer(stream.text):
        if _is_told(stream, match, words.pick):
            yield from _tied(stream, match.start("name"), match, "picked")
    for pattern, verbs, rule in ((_PICKED_BY, words.pick, "picked"), (_RUNS_FOR, words.run, "runs-for")):
        for match in pattern.finditer(stream.text):
            by = rule == "runs-for" or stream.items[match.start("verb") + 1].words in words.tenure.agents
            if by and _is_told(stream, match, verbs) and _is_whole(stream, match, words):
                yield from _tied(stream, person_before(stream, match.start(), words.tenure), match, rule)
    for match in _COLLEAGUE.finditer(stream.text):
        if stream.items[match.end("party")].words in words.colleagues:
            yield from _tied(stream, match.start("owner"), match, "colleague-party")


def _is_told(stream: Stream, match: re.Match[str], verbs: frozenset[str]) -> bool:
    verb = stream.items[match.start("verb")].span[-1]
    return is_one_of(verb, verbs) and verb.tag_ in DONE_TAGS and not is_plan(verb)


def _is_whole(stream: Stream, match: re.Match[str], words: SideWords) -> bool:
    """Say whether a party's name stands for the party, not before a role, a member or something of its own."""
    following = _text_at(stream, match.end("party"))
    return match["close"] not in {"R", "P", "H", "s", "h", "k"} and (
        following not in words.members or following in words.parts_of
    )


def _is_dated(stream: Stream, match: re.Match[str]) -> bool:
    """Say whether a date follows: "joined the Greens in 2010", not "joined Republicans in voting"."""
    return stream.text[match.end() : match.end() + 1] == "D"


def _tied(
    stream: Stream, person: int | None, match: re.Match[str], rule: str, *, status: Status = Status.CURRENT
) -> Iterator[Tie]:
    if person is not None:
        party = stream.items[match.start("party")].span
        start, end = min(person, match.start()), match.end("party")
        yield Tie(person, f"affiliation:{rule}", start, max(end, person + 1), party=party, status=status)


def _verb_before(stream: Stream, index: int) -> int | None:
    """Return the last verb of the clause before an item."""
    for place in range(index - 1, -1, -1):
        if stream.text[place] in "./,;":
            return None
        if stream.text[place] == "v":
            return place
    return None


def _text_at(stream: Stream, index: int) -> str:
    return stream.items[index].words if index < len(stream.items) else ""
