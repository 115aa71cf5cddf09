"""Parties and roles that a person shares with a set: "Republican lawmakers, including ...", "his fellow Democrats".

Patterns over the line of ``stream``; an example stands beside each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.links.appositions import BEHIND_NAME, is_plural
from pipeline.links.offices import Office, read_office
from pipeline.links.stream import Stream
from pipeline.links.ties import Tie, tie
from pipeline.vocabularies import Status

_TITLES = r'(?:d?[FNGYOLmM#e"]*R(?:[oti]d?[GOLYmMN]{0,4}s?)?&?){0,2}'  # "former President and Prime Minister of Chile"
_NAMES = rf"{_TITLES}h*(?P<names>P(?!s)(?:(?:,&|,|&){_TITLES}h*P(?!s))*)"
_INCLUDING = re.compile(
    rf'(?P<set>[RY])(?P<between>[^./;:P]{{0,24}}?),?n(?:m,?)?"?{_NAMES}'
)  # "MPs ..., including Leona Alleslev"
_INVERSE = re.compile(  # "Another Sibur shareholder is Putin's son-in-law, Kirill Shamalov"
    r"(?P<role>R)(?:[oif]d?[mMGN]*[OGLY])?[bB](?:[Pq]s?k[-im]*,?)?(?:d?[FNGYOLmM]*R)?h*(?P<names>P)(?!s)"
)
_APPOSED_SET = re.compile(  # "The two Democrats competing for the nomination, Hillary Clinton and Bernie Sanders,"
    r"(?P<party>Y)[^./;:P,]{0,14},(?P<names>P(?:,P)*,?&P)(?=[,.;)~])"
)
_LED = re.compile(  # "41 MEPs led by Ann Lowe and Bo Tran"
    rf"(?P<set>[RY])(?P<between>(?:[oit]d?[GYOLmM]{{1,4}})?),?(?P<verb>v)(?P<by>i){_NAMES}"
)
_FELLOW = re.compile(r"(?P<names>P)se(?P<party>Y)")  # "President Donald Trump's fellow Republicans"
_RIVAL = re.compile(
    r"(?P<party>Y)k(?:,[^./;:P]{0,12}|h*)(?P<names>P)"
)  # "his Democratic rival, former senator Hillary Clinton"
_OWN = re.compile(r"(?P<names>q|Ps)[NmM]{0,2}(?P<party>Y)(?P<head>[mM]?)(?![RHPkeMm])")  # "his Likud party"
_ONE_OF_THEM = re.compile(
    r"(?P<party>Y)[mMRvbt]{0,8}[;,][#d]om,(?:[FNSGYOLmM]*R)?h*(?P<names>P)"
)  # "one of them, Sen. X"
_OWNED = re.compile(r"(?P<party>Y),h*(?P<names>P)s[NmM]{0,2}m[,.]")  # "Zanu-PF, Mr Mugabe's party,"
_COUNTED = re.compile(r"(?P<number>#)[GNmM]*(?P<party>Y)[GNmM]*R")  # "Three Republican U.S. lawmakers"
_LISTED = re.compile(
    r"Rh*(?P<names>P(?:,h*P)+,?&h*P|P,?&h*P)"
)  # "Representatives Matt Gaetz, Andy Biggs and Louis Gohmert"
_SET_AS_SUBJECT = re.compile(r'(?:^|[./]"?)(?P<number>#)[GNmMS]*(?P<party>Y)?[GNmMS]*(?P<role>R)(?=[vbBri])')
_LIST_AS_SUBJECT = re.compile(  # "In a letter, X (R-Utah) and Y (D-Ohio) wrote"
    rf'[./]"?(?:i[^./,P]{{1,4}},)?h*(?P<names>P{BEHIND_NAME}(?:,h*P{BEHIND_NAME})*,?&h*P{BEHIND_NAME})(?=[vbBr])'
)
_NEXT_SENTENCE = 60


def set_ties(stream: Stream, numbers: Mapping[str, str], heads: frozenset[str], leads: frozenset[str]) -> Iterator[Tie]:
    """Yield the ties of persons to a set that the text counts them in.

    Args:
        stream: line of the article.
        numbers: number words and their values.
        heads: nouns that may follow a party's name ("his Likud party").
        leads: participles that name a set's first ("senators led by").
    """
    yield from _including(stream)
    yield from _led(stream, leads)
    yield from _inverse(stream)
    for pattern in (_FELLOW, _RIVAL, _APPOSED_SET, _OWN, _ONE_OF_THEM, _OWNED):
        for match in pattern.finditer(stream.text):
            if pattern is _APPOSED_SET and not _members(stream, match.start("party")):
                continue
            if pattern is _OWN and match["head"] and not _is_head(stream, match.start("head"), heads):
                continue
            rule = "affiliation:own-party" if pattern is _OWN else "affiliation:set-party"
            yield from _party(stream, match, match.start("party"), rule)
    yield from _counted(stream, numbers)
    yield from _counted_subjects(stream, numbers)


def _is_head(stream: Stream, index: int, heads: frozenset[str]) -> bool:
    return stream.items[index].words in heads


def _including(stream: Stream) -> Iterator[Tie]:
    for match in _INCLUDING.finditer(stream.text):
        head = match.start("set")
        between = match["between"]
        if stream.text[head] == "Y":
            if "Y" not in between and "R" not in between.rstrip(",")[1:]:
                yield from _party(stream, match, head, "affiliation:including-party")
            continue
        office = read_office(stream, head)
        if not is_plural(office):
            continue
        titled = "R" in match.group()[match.group().rindex("n") :] and office.organization is None
        if office.end >= match.end("set") + len(between) and not titled:
            for person in _names(stream, match):
                yield tie(stream, person, office, "affiliation:including")
        elif office.party is not None:
            for person in _names(stream, match):
                yield Tie(person, "affiliation:including-party", office.start, match.end(), party=office.party)


def _led(stream: Stream, leads: frozenset[str]) -> Iterator[Tie]:
    for match in _LED.finditer(stream.text):
        if stream.items[match.start("verb")].span[-1].lower_ not in leads:
            continue
        head = stream.items[match.start("set")].span
        if match["set"] == "Y":
            if head.text.endswith("s") and len(head) == 1:
                yield from _party(stream, match, match.start("set"), "affiliation:set-party")
            continue
        office = read_office(stream, match.start("set"))
        titled = "R" in stream.text[match.end("by") : match.start("names")]
        if is_plural(office) and not titled:
            for person in _names(stream, match):
                yield tie(stream, person, office, "affiliation:including")


def _inverse(stream: Stream) -> Iterator[Tie]:
    for match in _INVERSE.finditer(stream.text):
        office: Office = read_office(stream, match.start("role"))
        if is_plural(office):
            continue
        status = Status.FORMER if "B" in match.group() else None
        yield tie(stream, match.start("names"), office, "affiliation:inverse", status=status)


def _party(stream: Stream, match: re.Match[str], party: int, rule: str) -> Iterator[Tie]:
    for person in _names(stream, match):
        yield Tie(person, rule, match.start(), match.end(), party=stream.items[party].span)


def _counted(stream: Stream, numbers: Mapping[str, str]) -> Iterator[Tie]:
    """Yield the party of a counted set for the names that the next sentence lists in the same number."""
    for match in _COUNTED.finditer(stream.text):
        count = _value(stream, match.start("number"), numbers)
        listed = _LISTED.search(stream.text, match.end(), match.end() + _NEXT_SENTENCE)
        if listed is None or stream.text.count(".", match.end(), listed.start()) > 1:
            continue
        people = _names(stream, listed)
        if len(people) == count:
            for person in people:
                party = stream.items[match.start("party")].span
                yield Tie(person, "affiliation:counted-set", match.start(), listed.end(), party=party)


def _counted_subjects(stream: Stream, numbers: Mapping[str, str]) -> Iterator[Tie]:
    """Yield the role of a counted set for as many names that open the next sentence: "Two MPs ... . A and B tabled"."""
    for match in _SET_AS_SUBJECT.finditer(stream.text):
        end = stream.text.find(".", match.end())
        listed = _LIST_AS_SUBJECT.match(stream.text, end) if 0 <= end <= match.end() + _NEXT_SENTENCE else None
        people = _names(stream, listed) if listed is not None else []
        if "P" in stream.text[match.end() : end] or len(people) != _value(stream, match.start("number"), numbers):
            continue
        office = read_office(stream, match.start("role"))
        for person in people:
            yield tie(stream, person, office, "affiliation:counted-set")


def _value(stream: Stream, index: int, numbers: Mapping[str, str]) -> int:
    word = stream.items[index].words
    value = numbers.get(word, word)
    return int(value) if value.isascii() and value.isdigit() else 0


def _members(stream: Stream, index: int) -> bool:
    """Say whether a party's word means its members: a plural noun."""
    return stream.items[index].span.text.endswith("s")


def _names(stream: Stream, match: re.Match[str]) -> list[int]:
    start, end = match.span("names")
    return [place for place in range(start, end) if stream.text[place] in "Pq"]
