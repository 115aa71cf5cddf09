"""Roles, parties and bodies that stand directly before or behind a name.

Every rule is a pattern over the line of ``stream`` (its module lists the symbols); an example stands beside each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.lexicon.titles import singular
from pipeline.links.offices import Office, read_office
from pipeline.links.stream import Stream
from pipeline.links.ties import Tie, tie
from pipeline.vocabularies import Status

_BEHIND_NAME = r"(?:\([^)/]{0,12}\))?"  # "(R-Texas)"
_NAMES = rf'h*"?P{_BEHIND_NAME}(?:,h*P{_BEHIND_NAME})*(?:,?&h*P)?'  # "Matt Gaetz, Andy Biggs and Louis Gohmert"
_SHORT_TAIL = r"(?:[ofti]d?(?:G&d?)?[GOLY])?"  # "President of Argentina", "ambassador to the U.N."
_TITLE = re.compile(
    rf'(?P<role>[RH])(?P<tail>{_SHORT_TAIL})(?:\([RM]\))?"?(?P<names>{_NAMES})'
)  # "Foreign Minister Li"
_MORE_TITLES = re.compile(
    r"R(?:-|(?:[ot]d?[GOYL])?&[FNGYOLM-]*)?$"
)  # "Prime Minister General", "Vice President and Defense Minister"
_BEFORE = re.compile(  # "The US secretary of state, Mike Pompeo,"
    rf'(?P<role>R|(?<=[qsG])H)(?P<tail>[^,;:.()~/RPvbBwp]*),"?(?:[FNGYOL]*R)?(?P<names>{_NAMES})(?P<close>[,.;:)~/&vbBwrna"R]|$)'
)
_BEHIND = re.compile(
    r'P(?:\([^)]{0,12}\)|[oi]d?[GLM]{1,3})?(?:,#)?(?P<comma>,|~|\(|")"?(?=[dqFNSGYOLmM#eRHP"Xh])'
)  # "Jimmy Lai, a"
_AND_MORE = re.compile(r",?&|,(?=d|F?[RG])")  # "a lawyer and auditor"; ", founder of Apple Daily, a media tycoon"
_NAME_FOLLOWS = re.compile(r',?"?h*P')
_LIST_BEFORE = re.compile(r"(?:P,h*)*P,?&h*$")
_BRACKET = re.compile(r"(?P<name>P)\((?P<party>Y)[^)/]{0,12}\)")  # "Ted Cruz (R-Texas)"
_BODY = re.compile(  # "Edward Morse of the Energy Intelligence Group"; "Brad Adams, from Human Rights Watch,"
    r"(?P<name>P)(?:(?P<of>o)|,(?P<with>[oi]))[dq]?(?P<country>G)?s?[mMNG-]{0,3}(?P<body>[OY])(?P<close>.|$)"
)
_PARTY_BEHIND = re.compile(  # "Burl Hathcock, a Republican,"
    rf"(?P<name>P){_BEHIND_NAME},d?[FNGD#]*(?P<party>Y)(?=[,.;:)~/&w-]|od?G|$)"
)
_PARTY_BEFORE = re.compile(r'(?P<party>Y)(?:sY?)?"?(?P<names>P)')  # "the TUV's Norman Purdy"
_LIST_MARKS = frozenset({",", "&", ",&", ";"})
_SET_OF_STATE = re.compile(r"(?P<state>G)s?[mMSN]{0,4},?n$")  # "Sudan's top leadership, including President X"
_CLOSERS = frozenset(',.;:()~/&"wnofti')
_PARTICIPLES = frozenset({"VBN", "VBG"})
_APPOSED = frozenset('dqFNSGYOLDmM#es"-Xh')
_MOST_PHRASE = 14


def title_ties(stream: Stream) -> Iterator[Tie]:
    """Yield roles before a name: "Liberal MP Judy Sgro", "Conservative senators A and B"."""
    before: Office | None = None
    for match in _TITLE.finditer(stream.text):
        roles = _stacked(stream, match.start("role"))
        if match["role"] == "H" and _bare_word(stream, roles[0]):
            continue
        people = _names(stream, match.start("names"), match.end("names"))
        last = read_office(stream, roles[-1], tail=bool(match["tail"]), limit=match.start("names"))
        last = _with_state(stream, last, before, read_office(stream, roles[0], tail=False).start)
        before = replace(last, end=match.end())
        for role in roles:
            office = last if role == roles[-1] else read_office(stream, role, tail=False)
            office = _shared(office, last)
            for person in people if is_plural(last) else people[:1]:
                yield tie(stream, person, office, "affiliation:title")


def _bare_word(stream: Stream, index: int) -> bool:
    """Say whether a noun that is no title stands alone before a name ("official Flynn"), nobody's either."""
    office = read_office(stream, index, tail=False)
    return len(office.role) == 1 and office.possessor is None


def _stacked(stream: Stream, role: int) -> list[int]:
    """Return the role before a name and those that stand before it: "Prime Minister General Khin Nyunt"."""
    found = [role]
    while (match := _MORE_TITLES.search(stream.text, max(0, found[0] - 8), found[0])) is not None:
        earlier = stream.items[match.start()].span
        if match.group() == "R" and not earlier.kb_id_ and singular(earlier.text.lower()) != earlier.text.lower():
            break
        found.insert(0, match.start())
    return found


def _with_state(stream: Stream, office: Office, before: Office | None, start: int) -> Office:
    """Give a title in a list the state of the one before: "Sudan's president A, defence minister B and C"."""
    if office.country is not None or office.organization is not None:
        return office
    listed = before is not None and stream.text[before.end : start] in _LIST_MARKS
    if listed and before is not None:
        return replace(office, country=before.country)
    set_of = _SET_OF_STATE.search(stream.text[:start])
    return replace(office, country=stream.items[set_of.start("state")].span) if set_of is not None else office


def _shared(office: Office, last: Office) -> Office:
    """Give the earlier of two stacked roles and the later one what either phrase says of party and state."""
    return replace(office, party=office.party or last.party, country=office.country or last.country)


def comma_ties(stream: Stream) -> Iterator[Tie]:
    """Yield roles before a name behind a comma: "its president, Masoud Pezeshkian,"."""
    for match in _BEFORE.finditer(stream.text):
        office = read_office(stream, match.start("role"))
        if office.end < match.end("tail") or not _introduces(stream, office, match):
            continue
        people = _names(stream, match.start("names"), match.end("names"))
        if is_plural(office) and len(people) < 2 and not _one_of(stream, office):
            continue
        for person in people if is_plural(office) else people[:1]:
            yield tie(stream, person, office, "affiliation:comma")


def _introduces(stream: Stream, office: Office, match: re.Match[str]) -> bool:
    before = stream.text[: office.start]
    if before.endswith(("P,", "P(")) or before.endswith('P,"'):
        return False
    opens = not before or before[-1] in './:;~"'
    return match["close"] in ',.;:)~/"R' or (opens and match["close"] != "&")


def _one_of(stream: Stream, office: Office) -> bool:
    """Say whether the phrase is "one of Lew's top deputies"."""
    return stream.text[: office.start].endswith("do")


def behind_ties(stream: Stream) -> Iterator[Tie]:
    """Yield roles behind a name: "William Browder, chief executive of Hermitage Capital Management"."""
    for match in _BEHIND.finditer(stream.text):
        heads_sentence = match.start() == 0 or stream.text[match.start() - 1] in "./"
        offices = coordinated(stream, match.end(), apart=not heads_sentence)
        if not offices:
            continue
        people = _listed(stream, match.start()) if is_plural(offices[0]) else [match.start()]
        if is_plural(offices[0]) and len(people) < 2:
            continue
        for office in offices:
            for name in people:
                yield tie(stream, name, office, "affiliation:apposition")


def coordinated(stream: Stream, start: int, *, apart: bool) -> list[Office]:
    """Return the offices of a phrase that begins at an item: "the then chair and spokesperson for the Greens"."""
    found: list[Office] = []
    place = start
    while (office := phrase_office(stream, place, apart=apart)) is not None:
        if found and found[0].status is Status.FORMER and stream.text[place] == "R":
            office = replace(office, status=Status.FORMER)
        found.append(office)
        follow = _AND_MORE.match(stream.text, office.end)
        if follow is None:
            break
        place, apart = follow.end(), True
    return found


def phrase_office(stream: Stream, start: int, *, apart: bool = True) -> Office | None:
    """Return the office of a noun phrase that begins at an item, or None.

    Args:
        stream: line of the article.
        start: item index.
        apart: the phrase must end where an apposition can end; otherwise only no name may follow.
    """
    text = stream.text
    place = start
    while place < min(len(text), start + _MOST_PHRASE) and text[place] not in "RH":
        if text[place] not in _APPOSED and not (text[place] == "P" and text[place + 1 : place + 2] == "s"):
            return None
        place += 1
    if place >= len(text) or text[place] not in "RH":
        return None
    while text[place + 1 : place + 2] in {"R", "H"} and text[place + 1]:
        place += 1
    office = read_office(stream, place)
    if office.start < start and text[start:place].strip('dqFNGYOLDmM#es"-X'):
        return None
    closer = text[office.end : office.end + 1]
    if _NAME_FOLLOWS.match(text, office.end):
        return None
    if "F" in text[start : office.start]:
        office = replace(office, status=Status.FORMER)
    if not apart:
        return office if closer not in {"s", "-", "R"} else None
    ends = not closer or closer in _CLOSERS or (office.organization is not None and closer in "mMv")
    return office if ends or _goes_on(stream, office, start) else None


def _goes_on(stream: Stream, office: Office, start: int) -> bool:
    """Say whether an article's phrase goes on with a date or participle: "a teacher now living in Kitchener"."""
    item = stream.items[office.end]
    if stream.text[start] != "d":
        return False
    return item.symbol in "Dr" or (item.symbol == "v" and item.span[-1].tag_ in _PARTICIPLES)


def bracket_ties(stream: Stream) -> Iterator[Tie]:
    """Yield parties in brackets behind a name: "Ted Cruz (R-Texas)"."""
    for match in _BRACKET.finditer(stream.text):
        party = stream.items[match.start("party")].span
        yield Tie(match.start("name"), "affiliation:bracket", match.start(), match.end(), party=party)


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
    return stream.items[index].span.text.lower() in {"of", "from", "with"}


def party_ties(stream: Stream) -> Iterator[Tie]:
    """Yield a party directly before or behind a name: "the TUV's Norman Purdy", "Burl Hathcock, a Republican,"."""
    for match in _PARTY_BEFORE.finditer(stream.text):
        party = stream.items[match.start("party")].span
        yield Tie(match.start("names"), "affiliation:party-name", match.start(), match.end(), party=party)
    for match in _PARTY_BEHIND.finditer(stream.text):
        party = stream.items[match.start("party")].span
        yield Tie(match.start("name"), "affiliation:name-party", match.start(), match.end(), party=party)


def is_plural(office: Office) -> bool:
    """Say whether a role names several people ("senators")."""
    words = office.role.text.lower()
    return singular(words) != words


def _names(stream: Stream, start: int, end: int) -> list[int]:
    return [place for place in range(start, end) if stream.text[place] == "P"]


def _listed(stream: Stream, last: int) -> list[int]:
    """Return the coordinated names that end at an item."""
    match = _LIST_BEFORE.search(stream.text[:last])
    return _names(stream, match.start() if match else last, last + 1)
