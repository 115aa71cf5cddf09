"""Roles that verbs give: "is the mayor", "resigned as deputy leader", "was elected president", "who leads the party".

Patterns over the line of ``stream``; the verbs are cue lists of the lexicon, in all their forms. The person of a verb
is the nearest name, or pronoun for one, before it in the sentence: whom "X appointed Y as" speaks of is Y.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import RoleRule
from pipeline.lexicon.words import cue_words, inflected, verb_forms
from pipeline.links.appositions import coordinated, is_plural, phrase_office
from pipeline.links.stream import Item, Stream
from pipeline.links.ties import Tie, tie
from pipeline.links.verbs import PAST_TAGS, is_one_of, is_plan
from pipeline.vocabularies import Status

_COPULA = re.compile(r"(?P<verb>[bB])(?:r|v)*(?=[dqFNSGYOLmM#eRHP])")  # "is the only mayor"
_AS = re.compile(r"a(?=[dqFNSGYOLmM#eRHP])")  # "as prime minister"
_FRONTED_AS = re.compile(
    r"(?:^|[./,])ad?[FNSGYOLmM]*(?P<role>R)(?:[of]d?[GOL])?,h*(?P<name>P)"
)  # "As president, Obama"
_BARE = re.compile(r"vi?(?=[dqFNSGYOLmM#eRH])")  # "was elected president of India"
_PASSIVE_LEAD = re.compile(  # "the party led by Kiir"
    r"(?P<led>[OYmG])(?:\([OYmM]\))?(?:,|~)?(?P<verb>v)i(?:d?[FNGYOLmMX]*R)?h*(?P<name>P)"
)
_ACTIVE_LEAD = re.compile(  # "who leads Fidesz", "who founded the firm"
    r"(?:w|(?P<name>P))r?(?P<verb>v)d?[GNmMO]{0,3}s?[mMN]{0,2}(?P<led>[OYmM])"
)
_ONE_OF = re.compile(r"[d#]o")  # "one of the lawyers"
_SUBJECTS = re.compile(  # "Gaetz, Biggs and Gohmert"; "Brad West from Port Coquitlam"
    r"(?P<names>(?:P,h*)*(?:P,?&h*)?[Pp])(?:[io]d?[GMm]*[GLM])?(?:,?w)?(?:,[^,./Pp]{1,40},|\([^)]{1,12}\))?r*v?[dm]?$"
)
_BREAKS = "./"
_REACH_VERB = 4
_REACH_OWNER = 5
_MOST_SUBJECT = 60


@dataclass(frozen=True)
class TenureWords:
    """Inflected forms of verbs that give, hold and take a role, and the words that go with them."""

    leave: frozenset[str]
    take: frozenset[str]
    held: frozenset[str]
    led: frozenset[str]
    objects: frozenset[str]
    succeed: frozenset[str]
    negations: frozenset[str]
    rules: tuple[tuple[frozenset[str], RoleRule], ...]


def read_tenure_words(lexicon: Lexicon) -> TenureWords:
    """Return the cue lists of a lexicon."""
    return TenureWords(
        leave=verb_forms(lexicon, "people.leave_verbs"),
        take=verb_forms(lexicon, "people.take_verbs"),
        held=verb_forms(lexicon, "people.held_verbs"),
        led=cue_words(lexicon, "people.led_nouns"),
        objects=cue_words(lexicon, "people.pronouns_object"),
        succeed=verb_forms(lexicon, "people.succeed_verbs"),
        negations=cue_words(lexicon, "people.negations"),
        rules=tuple(_verb_rules(lexicon)),
    )


def _verb_rules(lexicon: Lexicon) -> Iterator[tuple[frozenset[str], RoleRule]]:
    for rule in lexicon.entries(RoleRule).values():
        if rule.use == "verb":
            yield frozenset(form for word in rule.words for form in inflected(word)), rule


def copula_ties(stream: Stream, words: TenureWords) -> Iterator[Tie]:
    """Yield what is said of a name with "is" or "was": "Gaetz and Biggs are members of the committee"."""
    for match in _COPULA.finditer(stream.text):
        people = _copula_subjects(stream, match.start())
        if not people or _negated(stream, match.start(), match.end() + 1, words.negations):
            continue
        status = Status.FORMER if match["verb"] == "B" else None
        for office in coordinated(stream, match.end(), apart=False):
            if is_plural(office) and len(people) < 2 and not _ONE_OF.match(stream.text, match.end()):
                break
            for person in people if is_plural(office) else people[-1:]:
                yield tie(stream, person, office, "affiliation:copula", status=status)


def _copula_subjects(stream: Stream, verb: int) -> list[int]:
    """Return the name, pronoun or names that end right before a copula; a name may carry a phrase behind it."""
    before = stream.text[max(0, verb - _MOST_SUBJECT) : verb]
    match = _SUBJECTS.search(before)
    if match is None:
        return []
    shift = verb - len(before)
    return [shift + i for i in range(match.start("names"), match.end("names")) if before[i] in "Pp"]


def _negated(stream: Stream, start: int, end: int, negations: frozenset[str]) -> bool:
    return any(item.span.text.lower() in negations for item in stream.items[start:end])


def as_ties(stream: Stream, words: TenureWords) -> Iterator[Tie]:
    """Yield roles behind "as" and verbs of choosing: "who resigned as deputy leader", "was elected president"."""
    for match in _FRONTED_AS.finditer(stream.text):
        office = phrase_office(stream, stream.text.index("a", match.start()) + 1, apart=False)
        if office is not None and not is_plural(office):
            yield tie(stream, match.start("name"), office, "affiliation:as")
    for match in _AS.finditer(stream.text):
        offices = coordinated(stream, match.end(), apart=False)
        person = _person_before(stream, match.start(), words.succeed)
        if not offices or person is None or is_plural(offices[0]):
            continue
        verb = _verb_before(stream, match.start())
        bare_noun = stream.text[match.end()] == "H"
        if bare_noun or (_is_the(stream, match.end()) and not _gives(verb, words)):
            continue
        for office in offices:
            yield tie(stream, person, office, "affiliation:as", status=_status(verb, words))
    for match in _BARE.finditer(stream.text):
        yield from _bare(stream, match.start(), match.end(), words)


def _bare(stream: Stream, start: int, end: int, words: TenureWords) -> Iterator[Tie]:
    """Yield the role that a verb of choosing names: "appointed him Foreign Secretary"."""
    verb = stream.items[start].span[-1]
    passive = stream.text[:start].rstrip("r").endswith(("b", "B"))
    if not is_one_of(verb, words.take | words.leave) or (_is_the(stream, end) and not passive):
        return
    named = stream.items[end].span.text.lower() in words.objects
    office = phrase_office(stream, end + named, apart=False)
    person = end if named else _person_before(stream, start)
    if office is not None and person is not None and not is_plural(office):
        yield tie(stream, person, office, "affiliation:verb", status=_status(verb, words))


def _is_the(stream: Stream, index: int) -> bool:
    return stream.items[index].span.text.lower() == "the"


def _gives(verb: Token | None, words: TenureWords) -> bool:
    """Say whether a verb names a role behind "as the": elsewhere "as" may begin a clause."""
    return verb is not None and is_one_of(verb, words.take | words.leave | words.held)


def _person_before(stream: Stream, index: int, skipped: frozenset[str] = frozenset()) -> int | None:
    """Return the nearest name or subject pronoun before an item in its sentence.

    Args:
        stream: line of the article.
        index: item index.
        skipped: verbs whose object is passed over: of "X succeeds Y as" it is X.
    """
    place = index - 1
    while place >= 0 and stream.text[place] not in _BREAKS:
        near = stream.text[place] in "Pp" or (stream.text[place] == "q" and index - place <= _REACH_OWNER)
        if near and not (place > 0 and stream.items[place - 1].span[-1].lower_ in skipped):
            return place
        place -= 1
    return None


def _verb_before(stream: Stream, index: int) -> Token | None:
    for place in range(index - 1, max(-1, index - 1 - _REACH_VERB), -1):
        if stream.text[place] in _BREAKS:
            return None
        token = stream.items[place].span[-1]
        if stream.text[place] == "v" or (stream.text[place] in "mM" and token.tag_.startswith("VB")):
            return token
    return None


def _status(verb: Token | None, words: TenureWords) -> Status | None:
    if verb is None:
        return None
    if is_one_of(verb, words.leave):
        return None if is_plan(verb) else Status.FORMER
    return Status.FORMER if is_one_of(verb, words.held) and verb.tag_ in PAST_TAGS else None


def lead_ties(stream: Stream, words: TenureWords) -> Iterator[Tie]:
    """Yield leaders of bodies and parties: "the movement led by Kiir", "Orban, who leads Fidesz"."""
    for pattern in (_PASSIVE_LEAD, _ACTIVE_LEAD):
        for match in pattern.finditer(stream.text):
            verb = stream.items[match.start("verb")].span[-1]
            led = stream.items[match.start("led")]
            rule = next((rule for forms, rule in words.rules if verb.lower_ in forms and _fits(rule, led, words)), None)
            person = match.start("name") if match["name"] else _person_before(stream, match.start())
            passive = pattern is _PASSIVE_LEAD
            if rule is None or person is None or (passive and not _by(stream, match.start("verb") + 1)):
                continue
            body = led.span if led.symbol in "OY" else None
            yield Tie(
                person=person,
                rule=f"affiliation:{rule.id}",
                start=match.start(),
                end=match.end(),
                role=_word(verb),
                text=_word(verb),
                organization=body,
                party=body if led.symbol == "Y" else None,
                entry=rule.role,
            )


def _fits(rule: RoleRule, led: Item, words: TenureWords) -> bool:
    """Say whether a verb's rule goes with what is led; "Republicans, led by X" are only some of them."""
    text = led.span.text
    if rule.company == "party":
        return led.symbol == "Y" and not (" " not in text and text.endswith("s"))
    if rule.company == "organisation":
        return led.symbol == "O" or (led.symbol in "mM" and text.lower() in words.led)
    return led.symbol != "Y"


def _by(stream: Stream, index: int) -> bool:
    return stream.items[index].span.text.lower() == "by"


def _word(verb: Token) -> Span:
    return verb.doc[verb.i : verb.i + 1]
