"""Roles that verbs give: "is the mayor", "resigned as deputy leader", "was elected president".

Patterns over the line of ``stream``; the verbs are cue lists of the lexicon, in all their forms. The person of a verb
is the nearest name, or pronoun for one, before it in the sentence: whom "X appointed Y as" speaks of is Y.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.lexicon import Lexicon
from pipeline.lexicon.words import cue_words, verb_forms
from pipeline.links.appositions import coordinated, is_plural, phrase_office
from pipeline.links.stream import Stream
from pipeline.links.subjects import named_subject
from pipeline.links.ties import Tie, tie
from pipeline.links.verbs import PAST_TAGS, is_one_of, is_plan
from pipeline.vocabularies import Status

_COPULA = re.compile(r"(?P<verb>[bB])(?:r|v)*(?=[dqFNSGYOLmM#eRHP])")  # "is the only mayor"
_AS = re.compile(r"a(?=[dqFNSGYOLmM#eRHP])")  # "as prime minister"
_FRONTED_AS = re.compile(
    r"(?:^|[./,])ad?[FNSGYOLmM]*(?P<role>R)(?:[of]d?[GOL])?,h*(?P<name>P)"
)  # "As president, Obama"
_BARE = re.compile(r"vi?(?=[dqFNSGYOLmM#eRH])")  # "was elected president of India"
_NAMED = re.compile(  # "appointed Ann Lowe prime minister"
    r"v(?:d?[FNGYO]*R?)?h*(?P<name>P)(?=[dFNGm#]{0,3}[OY]?R)"
)
_NAMED_TOO = re.compile(r",?&h*(?P<name>P)(?=[dFNGm#]{0,3}[OY]?R)")  # "and Bo Tran the vice president-elect"
_OTHER_SUBJECT = re.compile(r"[vd]d?N?[GO]r?[vbB]")  # "X said Chile serves as"
_BEHIND_PREPOSITION = re.compile(r"[ifm]d?[FNGYOLmM]*R?h*$")  # "by President", "under"
_ONE_OF = re.compile(r"[d#]o")  # "one of the lawyers"
_SUBJECTS = re.compile(  # "Gaetz, Biggs and Gohmert"; "Brad West from Port Coquitlam"
    r"(?P<names>(?:P,h*)*(?:P,?&h*)?[Pp])(?:[io]d?[GMm]*[GLM])?(?:[,~-]?w)?(?:,[^,./Pp]{1,40},|\([^)]{1,12}\))?r*v?[dm]?$"
)
_ASIDE = re.compile(r",w[^,./]*$")
_OWNER_NAMED = re.compile(r"Pi$")  # "Bo Tran in his capacity as"
_BREAKS = "./"
_BEFORE_PARTICIPLE = frozenset(",&w(P")
_REACH_VERB = 4
_REACH_OWNER = 5
_REACH_AUXILIARY = 2
_MOST_SUBJECT = 60


@dataclass(frozen=True)
class TenureWords:
    """Inflected forms of verbs that give, hold and take a role, and the words that go with them."""

    leave: frozenset[str]
    take: frozenset[str]
    held: frozenset[str]
    objects: frozenset[str]
    succeed: frozenset[str]
    dismiss: frozenset[str]
    wish: frozenset[str]
    ends: frozenset[str]
    perfect: frozenset[str]
    borders: frozenset[str]
    negations: frozenset[str]
    masters: frozenset[str]
    agents: frozenset[str]


def read_tenure_words(lexicon: Lexicon) -> TenureWords:
    """Return the cue lists of a lexicon."""
    return TenureWords(
        leave=verb_forms(lexicon, "people.leave_verbs"),
        take=verb_forms(lexicon, "people.take_verbs"),
        held=verb_forms(lexicon, "people.held_verbs"),
        objects=cue_words(lexicon, "people.pronouns_object"),
        succeed=verb_forms(lexicon, "people.succeed_verbs"),
        dismiss=verb_forms(lexicon, "people.dismiss_verbs") | verb_forms(lexicon, "people.remove_verbs"),
        wish=verb_forms(lexicon, "people.wish_verbs"),
        ends=cue_words(lexicon, "people.end_nouns"),
        perfect=cue_words(lexicon, "people.perfect"),
        borders=cue_words(lexicon, "people.clause_borders"),
        negations=cue_words(lexicon, "people.negations"),
        masters=cue_words(lexicon, "people.masters"),
        agents=cue_words(lexicon, "people.agents"),
    )


def copula_ties(stream: Stream, words: TenureWords) -> Iterator[Tie]:
    """Yield what is said of a name with "is" or "was": "Gaetz and Biggs are members of the committee"."""
    for match in _COPULA.finditer(stream.text):
        people = _copula_subjects(stream, match.start()) or _shared_subject(stream, match.start())
        if not people or _negated(stream, match.start(), match.end() + 1, words.negations):
            continue
        if not _chosen(stream, match.start(), match.end(), words):
            continue
        pluperfect = _said_before(stream, match.start(), frozenset({"had"}))
        was = match["verb"] == "B" and "v" not in match.group()  # "was elected president" still is
        status = Status.FORMER if was or pluperfect else None
        for office in coordinated(stream, match.end(), apart=False):
            if is_plural(office) and len(people) < 2 and not _ONE_OF.match(stream.text, match.end()):
                break
            for person in people if is_plural(office) else people[-1:]:
                yield tie(stream, person, office, "affiliation:copula", status=status)


def _chosen(stream: Stream, start: int, end: int, words: TenureWords) -> bool:
    """Say whether participles between a copula and a role give it: "was elected", not "was convinced the president"."""
    verbs = [stream.items[place].span[-1] for place in range(start, end) if stream.text[place] == "v"]
    return all(_gives(verb, words) for verb in verbs)


def _said_before(stream: Stream, verb: int, auxiliaries: frozenset[str]) -> bool:
    """Say whether an auxiliary stands shortly before a verb: "has served", "had been"."""
    near = range(max(0, verb - _REACH_AUXILIARY), verb)
    return any(stream.items[place].words in auxiliaries for place in near)


def _copula_subjects(stream: Stream, verb: int) -> list[int]:
    """Return the name, pronoun or names that end right before a copula; a name may carry a phrase behind it."""
    before = stream.text[max(0, verb - _MOST_SUBJECT) : verb]
    match = _SUBJECTS.search(before)
    if match is None:
        return []
    shift = verb - len(before)
    return [shift + i for i in range(match.start("names"), match.end("names")) if before[i] in "Pp"]


def _shared_subject(stream: Stream, verb: int) -> list[int]:
    """Return the subject that a verb behind "and" shares with the one before: "won and became president"."""
    if not stream.text[:verb].endswith("&"):
        return []
    named = named_subject(stream, stream.items[verb].span[-1], max(0, verb - _MOST_SUBJECT), verb)
    return [named] if named is not None else []


def _negated(stream: Stream, start: int, end: int, negations: frozenset[str]) -> bool:
    return any(item.words in negations for item in stream.items[start:end])


def as_ties(stream: Stream, words: TenureWords) -> Iterator[Tie]:
    """Yield roles behind "as" and verbs of choosing: "who resigned as deputy leader", "was elected president"."""
    for match in _FRONTED_AS.finditer(stream.text):
        office = phrase_office(stream, stream.text.index("a", match.start()) + 1, apart=False)
        if office is not None and not is_plural(office):
            yield tie(stream, match.start("name"), office, "affiliation:as")
    for match in _AS.finditer(stream.text):
        one_of = _ONE_OF.match(stream.text, match.end())
        offices = coordinated(stream, one_of.end() if one_of else match.end(), apart=False)
        person = person_before(stream, match.start(), words)
        if not offices or person is None or (is_plural(offices[0]) and one_of is None):
            continue
        place = _verb_before(stream, match.start())
        verb = stream.items[place].span[-1] if place is not None else None
        if place is not None and not _tells_of(stream, person, place, match.start(), words):
            continue
        if verb is not None and is_one_of(verb, words.succeed) and is_plan(verb):
            # "He will succeed Keir Starmer as": the office is still the other's.
            person = stream.text.find("P", place, match.start())
            if person < 0:
                continue
        bare_noun = stream.text[match.end()] == "H"
        if bare_noun or (_is_the(stream, match.end()) and not _named_as(stream, match.start(), verb, words)):
            continue
        for office in offices:
            yield tie(stream, person, office, "affiliation:as", status=_status(stream, place, match.start(), words))
    yield from _named(stream, words)
    for match in _BARE.finditer(stream.text):
        yield from _bare(stream, match.start(), match.end(), words)


def _named(stream: Stream, words: TenureWords) -> Iterator[Tie]:
    """Yield the roles behind whom a verb of choosing names: "made Ann Lowe president and Bo Tran her deputy"."""
    for match in _NAMED.finditer(stream.text):
        verb = stream.items[match.start()].span[-1]
        office = phrase_office(stream, match.end(), apart=False)
        if not is_one_of(verb, words.take) or is_plan(verb):
            continue
        name = match.start("name")
        while office is not None and not is_plural(office):
            yield tie(stream, name, office, "affiliation:named")
            more = _NAMED_TOO.match(stream.text, office.end)
            name = more.start("name") if more is not None else name
            office = phrase_office(stream, more.end(), apart=False) if more is not None else None


def _named_as(stream: Stream, index: int, verb: Token | None, words: TenureWords) -> bool:
    """Say whether "as the" names a role: behind a verb or noun of choosing, also one shared with an "as" before."""
    if _gives(verb, words) or stream.items[index - 1].words in words.ends:
        return True
    before = stream.text.rfind("a", max(0, stream.text.rfind(".", 0, index)), index)
    if verb is not None or before < 0 or stream.text[index - 1] != "P":
        return False
    shared = _verb_before(stream, before)
    return shared is not None and _gives(stream.items[shared].span[-1], words)


def _bare(stream: Stream, start: int, end: int, words: TenureWords) -> Iterator[Tie]:
    """Yield the role that a verb of choosing names: "appointed him Foreign Secretary"."""
    verb = stream.items[start].span[-1]
    before = stream.text[:start].rstrip("r")
    passive = before.endswith(("b", "B"))
    named = stream.items[end].words in words.objects
    if not is_one_of(verb, words.take | words.leave) or (_is_the(stream, end) and not passive):
        return
    if not (passive or named or (verb.tag_ in PAST_TAGS and before[-1:] in _BEFORE_PARTICIPLE)):
        return
    office = phrase_office(stream, end + named, apart=False)
    person = end if named else person_before(stream, start, words)
    if office is not None and person is not None and not is_plural(office):
        status = _status(stream, start, end, words)
        yield tie(stream, person, office, "affiliation:verb", status=status)


def _is_the(stream: Stream, index: int) -> bool:
    return stream.items[index].words == "the"


def _gives(verb: Token | None, words: TenureWords) -> bool:
    """Say whether a verb names a role behind "as the": elsewhere "as" may begin a clause."""
    return verb is not None and is_one_of(verb, words.take | words.leave | words.held)


def person_before(stream: Stream, index: int, words: TenureWords) -> int | None:
    """Return the nearest name or subject pronoun before an item in its clause.

    The object of "X succeeds Y as" is passed over: of that it is X.
    """
    place = index - 1
    while place >= 0 and stream.text[place] not in _BREAKS:
        if stream.items[place].words in words.borders:
            return None
        owner = stream.text[place] == "q" and index - place <= _REACH_OWNER
        if owner and _OWNER_NAMED.search(stream.text, max(0, place - 2), place):
            return place - 2
        near = stream.text[place] in "Pp" or owner
        aside = _ASIDE.search(stream.text, max(0, place - _MOST_SUBJECT), place) if near else None
        if aside is not None and "," in stream.text[place:index]:
            place = aside.start()  # "Bo Tran, who beat Ann Lowe, took office as mayor"
            continue
        if near and not (_is_succeeded(stream, place, words) or _is_served(stream, place, words)):
            return place if _OTHER_SUBJECT.search(stream.text, place, index) is None else None
        place -= 1
    return None


def _is_succeeded(stream: Stream, place: int, words: TenureWords) -> bool:
    return place > 0 and stream.items[place - 1].span[-1].lower_ in words.succeed


def _is_served(stream: Stream, place: int, words: TenureWords) -> bool:
    """Say whether a name is whom another one serves or is chosen by: "was appointed by X as", "worked for X as"."""
    match = _BEHIND_PREPOSITION.search(stream.text, max(0, place - _MOST_SUBJECT), place)
    if match is None:
        return False
    preposition = stream.items[match.start()].words
    verb = _verb_before(stream, match.start())
    if verb is None or preposition not in words.masters:
        return False
    if preposition in words.agents:
        return not is_one_of(stream.items[verb].span[-1], words.succeed)
    return is_one_of(stream.items[verb].span[-1], words.held)


def _verb_before(stream: Stream, index: int) -> int | None:
    """Return the item of the nearest verb before an item."""
    for place in range(index - 1, max(-1, index - 1 - _REACH_VERB), -1):
        if stream.text[place] in _BREAKS:
            return None
        token = stream.items[place].span[-1]
        if stream.text[place] == "v" or (stream.text[place] in "mM" and token.tag_.startswith("VB")):
            return place
    return None


def _tells_of(stream: Stream, person: int, verb: int, end: int, words: TenureWords) -> bool:
    """Say whether "as" after a verb tells of a person: not in "names a town as capital", nor "want X as leader"."""
    token = stream.items[verb].span[-1]
    if is_one_of(token, words.wish):
        return False
    if person > verb or not is_one_of(token, words.take) or is_one_of(token, words.held | words.succeed):
        return True
    passive = stream.text[:verb].rstrip("r").endswith(("b", "B"))
    return passive or not set(stream.text[verb + 1 : end]) & set("OGLYX")


def _status(stream: Stream, verb: int | None, end: int, words: TenureWords) -> Status | None:
    """Return FORMER where a verb, or a noun right before ``end``, tells that the office is over."""
    if end > 0 and stream.items[end - 1].words in words.ends:
        return Status.FORMER
    if verb is None:
        return None
    token = stream.items[verb].span[-1]
    if is_one_of(token, words.leave | words.dismiss):
        return None if is_plan(token) else Status.FORMER
    over = is_one_of(token, words.held) and token.tag_ in PAST_TAGS and not _said_before(stream, verb, words.perfect)
    return Status.FORMER if over else None
