"""Parties and bodies tied to a name without a role: in brackets, behind "of", as a noun for a member.

Every rule is a pattern over the line of ``stream``; an example stands beside each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.links.appositions import BEHIND_NAME
from pipeline.links.stream import Stream
from pipeline.links.ties import Tie

_BRACKET = re.compile(  # "Ted Cruz (R-Texas)"; "Bo Tran (Germany, SOC)"
    r"(?P<name>P)\((?:(?P<state>G),)?(?P<party>Y)[^)/]{0,12}\)"
)
_BODY = re.compile(  # "Edward Morse of the Energy Intelligence Group"; "Brad Adams, from Human Rights Watch,"
    r"(?P<name>P)(?:(?P<of>o)|,(?P<with>[oi]))[dq]?(?P<country>G)?s?[mMNkG-]{0,3}(?P<body>[OY])(?P<close>.|$)"
)
_PARTY_BEHIND = re.compile(  # "Burl Hathcock, a Republican,"; "Burl Hathcock, a Republican elected in May"
    rf"(?P<name>P){BEHIND_NAME},(?P<article>d?)[FNGD#]*(?P<party>Y)(?=(?P<close>[,.;:)~/&wqvifrt-]|od?G|$))"
)
_PARTY_OF_ALL = re.compile(  # "Ann Lowe and Bo Tran, both Democrats,"
    rf"(?P<names>P{BEHIND_NAME}(?:,[GYR]*h*P{BEHIND_NAME})*,?&[GYR]*h*P{BEHIND_NAME}),d#?(?P<party>Y)(?=[,.;)~])"
)
_PARTY_BEFORE = re.compile(r'(?P<party>Y)(?:sY?)?N?"?(?P<name>P)')  # "the TUV's Norman Purdy"
_PARTICIPLES = frozenset({"VBN", "VBG"})


def bracket_ties(stream: Stream) -> Iterator[Tie]:
    """Yield parties in brackets behind a name: "Ted Cruz (R-Texas)"."""
    for match in _BRACKET.finditer(stream.text):
        party = stream.items[match.start("party")].span
        state = stream.items[match.start("state")].span if match["state"] else None
        yield Tie(match.start("name"), "affiliation:bracket", match.start(), match.end(), party=party, country=state)


def body_ties(stream: Stream) -> Iterator[Tie]:
    """Yield bodies behind a name: "Brad Adams, from Human Rights Watch,"."""
    for match in _BODY.finditer(stream.text):
        if match["with"] and (match["close"] != "," or not _tells_home(stream, match.start("with"))):
            continue
        body = stream.items[match.start("body")].span
        yield Tie(
            person=match.start("name"),
            rule="affiliation:body",
            start=match.start(),
            end=match.end("body"),
            organization=body if match["body"] == "O" else None,
            party=body if match["body"] == "Y" else None,
            country=stream.items[match.start("country")].span if match["country"] else None,
        )


def _tells_home(stream: Stream, index: int) -> bool:
    return stream.items[index].words in {"of", "from", "with"}


def party_ties(stream: Stream) -> Iterator[Tie]:
    """Yield a party directly before or behind a name: "the TUV's Norman Purdy", "Burl Hathcock, a Republican,"."""
    for match in _PARTY_BEFORE.finditer(stream.text):
        yield _tie(stream, match.start("name"), match, "affiliation:party-name")
    for match in _PARTY_OF_ALL.finditer(stream.text):
        for place in range(*match.span("names")):
            if stream.text[place] == "P":
                yield _tie(stream, place, match, "affiliation:party-of-all")
    for match in _PARTY_BEHIND.finditer(stream.text):
        if match["close"] not in {"v", "i", "f", "r", "t"} or (match["article"] and not _is_clause(stream, match)):
            yield _tie(stream, match.start("name"), match, "affiliation:name-party")


def _is_clause(stream: Stream, match: re.Match[str]) -> bool:
    """Say whether a finite verb follows, so that the party's noun is its subject and no apposition."""
    token = stream.items[match.end("party")].span[-1]
    return match["close"] == "v" and token.tag_ not in _PARTICIPLES


def _tie(stream: Stream, name: int, match: re.Match[str], rule: str) -> Tie:
    return Tie(name, rule, match.start(), match.end(), party=stream.items[match.start("party")].span)
