"""Roles that the layout of an article ties to a name: labels, by-lines, lines at its head or foot.

Patterns over the line of ``stream``; an example stands beside each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.links.offices import read_office
from pipeline.links.stream import Stream
from pipeline.links.ties import Tie, tie

_LABEL = re.compile(r"(?:^|[./])[FNGYOLM]*(?P<role>R):(?P<name>P)")  # "Media Contact: Fernando de Freitas"
_BY_LINE = re.compile(
    r"(?:^|[./])i(?P<name>P)[,/]{0,2}[LGOM]{0,3}(?P<role>R)(?=[,./])"
)  # "By Ann Lowe / Asia correspondent,"
_TITLE_LINE = re.compile(
    r"(?:^|/)R?(?P<name>P)[,/]{1,2}[FNGYOLM]{0,4}(?P<role>R)[^P/]{0,8}/"
)  # "SENATOR LOWE / Party spokesperson /"
_LETTERS = re.compile(r"(?P<name>P),?(?P<role>R)(?!h*P)")  # "Rupert Aldenham MP told the committee"
_MOST_LETTERS = 4


def layout_ties(stream: Stream) -> Iterator[Tie]:
    """Yield the roles that stand on lines of their own beside a name, and letters behind a name ("MP")."""
    for rule, pattern in (("label", _LABEL), ("by-line", _BY_LINE), ("title-line", _TITLE_LINE)):
        for match in pattern.finditer(stream.text):
            office = read_office(stream, match.start("role"), tail=rule == "title-line")
            yield tie(stream, match.start("name"), office, f"affiliation:{rule}")
    for match in _LETTERS.finditer(stream.text):
        role = stream.items[match.start("role")].span
        if role.text.isupper() and len(role.text) <= _MOST_LETTERS:
            office = read_office(stream, match.start("role"), tail=False)
            yield tie(stream, match.start("name"), office, "affiliation:letters")
