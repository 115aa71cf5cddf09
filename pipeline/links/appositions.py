"""Roles, parties and bodies that stand directly before or behind a name.

Every rule is a pattern over the line of ``stream`` (its module lists the symbols); an example stands beside each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span

from pipeline.lexicon.titles import singular
from pipeline.links.offices import Office, read_office
from pipeline.links.stream import Stream
from pipeline.links.ties import Tie, tie
from pipeline.vocabularies import Status

BEHIND_NAME = r"(?:\([^)/]{0,12}\)|,Y-[GM][.,]?(?=,|&|P|h|[vw])|oG(?=,|&))?"  # "(R-Texas)"; ", D-Ga."; "of Utah"
_BEHIND_LISTED = rf"(?:,dY(?=,)|{BEHIND_NAME})"  # "Ann Lowe, a Democrat, and"
_NAMES = rf'h*"?P{_BEHIND_LISTED}(?:,h*P{_BEHIND_LISTED})*(?:,?&h*P)?'  # "Matt Gaetz, Andy Biggs and Louis Gohmert"
_SHORT_TAIL = r"[ofti]d?(?:G&d?)?[GOLY]"  # "President of Argentina", "ambassador to the U.N."
_PLAIN_TAIL = r"od[GNmM]{0,4}[mM]"  # "head of the national security office"
_TITLE = re.compile(
    rf'(?P<role>[RH])(?P<tail>(?:{_SHORT_TAIL}|{_PLAIN_TAIL})?)(?:\([RM]\))?"?(?P<names>{_NAMES})'
)  # "Foreign Minister Li"
_MORE_TITLES = re.compile(
    r"R(?:-|(?:[ot]d?[GOYL])?&[FNGYOLMm-]*)?$"
)  # "Prime Minister General", "Vice President and Defense Minister"
_BEFORE = re.compile(  # "The US secretary of state, Mike Pompeo,"
    rf'(?P<role>R|(?<=[qsG])H)(?P<tail>[^,;:.()~/RPvbBwp]*),"?(?:[FNGYOLs-]*R)?(?P<names>{_NAMES})(?P<close>[,.;:)~/&vbBwrnao"R]|$)'
)
_BEHALF = re.compile(  # "A spokesman for the prime minister, Abdul Karim, said"
    r'(?P<role>R)[of][dq]?[FNGYOLSmMs-]*(?:R?h*P|R)(?:s[mMN]{0,3})?,"?h*(?P<name>P)(?=[,.])'
)
_ON_BEHALF = re.compile(r"(?P<role>R)[of]$")
_BEHIND = re.compile(  # "Jimmy Lai, a"; "Jimmy Lai, now a"; "Jimmy Lai, until last month the"
    r'P(?:\([^)]{0,12}\)|[oi]d?[GLM]{1,3})?(?:,#)?(?P<comma>,|~|\(|")"?(?P<when>iD|[rD])?(?=[dqFNSGYOLmM#eRHP"Xh])'
)
_FRONTED = re.compile(r'(?:^|[./]"?)(?=d[FNSGYOLmM-]{0,6}R)')  # "A lawyer in Chile and a member of the Greens, she"
_SUBJECT_FOLLOWS = re.compile(r",h*(?=[Pp])")
_PREFIX = re.compile(r"d[NFG]*Y,?&|[#d]o")  # "a Liberal Democrat and former minister"; "one of the senators"
_GENITIVE = re.compile(r"Rh*Ps")  # "President Obama's" of "President Obama's adviser"
_AND_MORE = re.compile(r",?&|,(?=d|F?[RG])")  # "a lawyer and auditor"; ", founder of Apple Daily, a media tycoon"
_NAME_FOLLOWS = re.compile(r',?"?h*P')
_LIST_BEFORE = re.compile(r"(?:P,h*)*P,?&h*$")
_LIST_MARKS = frozenset({",", "&", ",&", ";"})
_SET_OF_STATE = re.compile(r"(?P<state>G)s?[mMSN]{0,4},?n$")  # "Sudan's top leadership, including President X"
_CLOSERS = frozenset(',.;:()~/&"wnofti')
_PARTICIPLES = frozenset({"VBN", "VBG"})
_APPOSED = frozenset('dqFNSGYOLDmM#es"-Xh')
_MOST_PHRASE = 14


def title_ties(stream: Stream, staff: frozenset[str]) -> Iterator[Tie]:
    """Yield roles before a name: "Liberal MP Judy Sgro", "Conservative senators A and B".

    Args:
        stream: line of the article.
        staff: last words of roles that serve another one ("Interior Minister spokesman X").
    """
    before: Office | None = None
    for match in _TITLE.finditer(stream.text):
        roles = _stacked(stream, match.start("role"), staff)
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


def _stacked(stream: Stream, role: int, staff: frozenset[str]) -> list[int]:
    """Return the role before a name and those that stand before it: "Prime Minister General Khin Nyunt"."""
    found = [role]
    last = stream.items[role].span
    while (match := _MORE_TITLES.search(stream.text, max(0, found[0] - 8), found[0])) is not None:
        earlier = stream.items[match.start()].span
        apart = match.group() != "R"
        if _is_plural(earlier) and not _is_plural(last) and (apart or not earlier.kb_id_):
            break
        if "m" in match.group() and read_office(stream, match.start(), tail=False).definite:
            break
        if apart and stream.text[: read_office(stream, match.start(), tail=False).start].endswith("a"):
            break
        if not apart and last.text.islower() and _is_staff(last, staff):
            break
        found.insert(0, match.start())
    return found


def _is_staff(role: Span, staff: frozenset[str]) -> bool:
    return singular(role.text.lower()).rsplit(" ", 1)[-1] in staff


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


def comma_ties(stream: Stream, voices: frozenset[str]) -> Iterator[Tie]:
    """Yield roles before a name behind a comma: "its president, Masoud Pezeshkian,".

    Args:
        stream: line of the article.
        voices: last words of roles that speak for another one: "a spokesman for the president, X," is the spokesman.
    """
    for match in _BEHALF.finditer(stream.text):
        if _is_staff(stream.items[match.start("role")].span, voices):
            office = read_office(stream, match.start("role"), tail=False)
            yield tie(stream, match.start("name"), office, "affiliation:behalf")
    for match in _BEFORE.finditer(stream.text):
        office = read_office(stream, match.start("role"))
        if office.end < match.end("tail") or not _introduces(stream, office, match):
            continue
        served = _ON_BEHALF.search(stream.text, max(0, office.start - 2), office.start)
        if served is not None and _is_staff(stream.items[served.start("role")].span, voices):
            continue
        people = _names(stream, match.start("names"), match.end("names"))
        if is_plural(office) and len(people) < 2 and not _one_of(stream, office):
            continue
        own = len(people) > 1 and len(office.states) == len(people)  # "his Greek and French counterparts, A and B"
        for number, person in enumerate(people if is_plural(office) else people[:1]):
            held = replace(office, country=office.states[number]) if own else office
            yield tie(stream, person, held, "affiliation:comma")


def _introduces(stream: Stream, office: Office, match: re.Match[str]) -> bool:
    before = stream.text[: office.start]
    if before.endswith(("P,", "P(")) or before.endswith('P,"'):
        return False
    opens = not before or before[-1] in './:;~"'
    if match["close"] == "o" and office.definite:
        return True
    return match["close"] in ',.;:)~/"R' or (opens and match["close"] != "&")


def _one_of(stream: Stream, office: Office) -> bool:
    """Say whether the phrase is "one of Lew's top deputies"."""
    return stream.text[: office.start].endswith("do")


def behind_ties(stream: Stream) -> Iterator[Tie]:
    """Yield roles behind a name: "William Browder, chief executive of Hermitage Capital Management"."""
    for match in _BEHIND.finditer(stream.text):
        heads_sentence = match.start() == 0 or stream.text[match.start() - 1] in "./"
        until = (match["when"] or "").startswith("i")
        if until and stream.items[match.start("when")].words != "until":
            continue
        start = _PREFIX.match(stream.text, match.end())
        offices = coordinated(stream, start.end() if start else match.end(), apart=not heads_sentence)
        if not offices:
            continue
        one_of = start is not None and start.group().endswith("o")
        status = Status.FORMER if until else None
        several = is_plural(offices[0]) and not one_of
        people = _listed(stream, match.start()) if several else [match.start()]
        if several and len(people) < 2:
            continue
        for office in offices:
            for name in people:
                yield tie(stream, name, office, "affiliation:apposition", status=status)


def fronted_ties(stream: Stream) -> Iterator[Tie]:
    """Yield roles that open a sentence whose subject follows: "A lawyer in Chile and a member of the Greens, she"."""
    for match in _FRONTED.finditer(stream.text):
        if stream.items[match.end()].words not in {"a", "an"}:
            continue
        offices = coordinated(stream, match.end(), apart=True, named=True)
        subject = _SUBJECT_FOLLOWS.match(stream.text, offices[-1].end) if offices else None
        if subject is not None:
            for office in offices:
                yield tie(stream, subject.end(), office, "affiliation:fronted")


def coordinated(stream: Stream, start: int, *, apart: bool, named: bool = False) -> list[Office]:
    """Return the offices of a phrase that begins at an item: "the then chair and spokesperson for the Greens"."""
    found: list[Office] = []
    place = start
    while (office := phrase_office(stream, place, apart=apart, named=named)) is not None:
        if found and found[0].status is Status.FORMER and stream.text[place] == "R":
            office = replace(office, status=Status.FORMER)
        found.append(office)
        follow = _AND_MORE.match(stream.text, office.end)
        if follow is None:
            break
        place, apart = follow.end(), True
    return found


def phrase_office(stream: Stream, start: int, *, apart: bool = True, named: bool = False) -> Office | None:
    """Return the office of a noun phrase that begins at an item, or None.

    Args:
        stream: line of the article.
        start: item index.
        apart: the phrase must end where an apposition can end; otherwise only no name may follow.
        named: a name may follow, as the subject behind an apposition.
    """
    text = stream.text
    place = start
    while place < min(len(text), start + _MOST_PHRASE):
        genitive = _GENITIVE.match(text, place)
        if genitive is not None:
            place = genitive.end()
            continue
        if text[place] in "RH":
            break
        owner = text[place] == "P" and text[place + 1 : place + 2] in {"s", "R"}  # "a Putin adviser"
        if text[place] not in _APPOSED and not owner and not _is_participle(stream, place):
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
    if not named and _NAME_FOLLOWS.match(text, office.end):
        return None
    if "F" in text[start : office.start]:
        office = replace(office, status=Status.FORMER)
    if not apart:
        # "as the official language": a noun that is a role only beside a name is none before another noun.
        goes_on = {"s", "-", "R", "m"} if text[place] == "H" else {"s", "-", "R"}
        return office if closer not in goes_on else None
    ends = not closer or closer in _CLOSERS or (office.organization is not None and closer in "mMv")
    return office if ends or _goes_on(stream, office, start) else None


def _goes_on(stream: Stream, office: Office, start: int) -> bool:
    """Say whether an article's phrase goes on: "a teacher now living in Kitchener", "the envoy responsible for oil"."""
    if stream.text[start] != "d":
        return False
    if stream.text[office.end] == "m" and stream.items[office.end].span[0].tag_ == "JJ":
        return stream.text[office.end + 1 : office.end + 2] in {"f", "t"}
    return stream.text[office.end] in "Dr" or _is_participle(stream, office.end)


def _is_participle(stream: Stream, index: int) -> bool:
    item = stream.items[index]
    return item.symbol == "v" and item.span[-1].tag_ in _PARTICIPLES


def is_plural(office: Office) -> bool:
    """Say whether a role names several people ("senators")."""
    return _is_plural(office.role)


def _is_plural(role: Span) -> bool:
    words = role.text.lower()
    return singular(words) != words


def _names(stream: Stream, start: int, end: int) -> list[int]:
    return [place for place in range(start, end) if stream.text[place] == "P"]


def _listed(stream: Stream, last: int) -> list[int]:
    """Return the coordinated names that end at an item."""
    match = _LIST_BEFORE.search(stream.text[:last])
    return _names(stream, match.start() if match else last, last + 1)
