"""Renaming people, parties and roles in an article renames them in its tables and changes nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest
from affiliation_rows import affiliation_rows
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from pipeline.stages import Stages

ROLES = {
    "Foreign Minister": "Minister of Foreign Affairs",
    "Finance Minister": "Minister of Finance",
    "Defence Minister": "Minister of Defence",
    "Trade Minister": "Minister of Trade",
    "Justice Minister": "Minister of Justice",
    "Health Minister": "Minister of Health",
}
"""Titles of one class and their standard names."""
PARTIES = ("Conservative", "Liberal", "Green", "NDP")
"""What one may call a member of a party of Canada."""
NAMES = {name: name for name in PARTIES}
PEOPLE = (
    ("Helen", "Marsden"), ("Oliver", "Brandt"), ("Julia", "Hartwell"), ("Peter", "Lindqvist"), ("Laura", "Fenwick"),
    ("Simon", "Dorsey"), ("Rachel", "Ostrander"), ("Martin", "Kessler"), ("Emily", "Thornbury"), ("David", "Pemberley"),
)  # fmt: skip
"""Given and family names whose gender nobody doubts; the family names are rare."""
SEX = {given: "she" if place % 2 == 0 else "he" for place, (given, _) in enumerate(PEOPLE)}

ARTICLE = """\
OTTAWA - {role} {one} said on Tuesday that Canada had frozen the assets of two Belarusian banks.

{party} MP {two} welcomed the measure. "It comes late," {two_last} told reporters in Ottawa on Wednesday.

{three}, a {other} senator, asked {role} {one_last} in a letter to ban imports of Belarusian potash as well.

{one_last}, who met European Union officials on Monday, said that {one_sex} would answer the letter by May 14.
"""


@dataclass(frozen=True)
class Cast:
    """Who stands in the article."""

    people: tuple[tuple[str, str], ...]
    role: str
    party: str
    other: str

    def words(self) -> dict[str, str]:
        """Return the article's gaps."""
        one, two, three = (" ".join(name) for name in self.people)
        return {
            "one": one, "two": two, "three": three, "one_last": self.people[0][1], "two_last": self.people[1][1],
            "one_sex": SEX.get(self.people[0][0], "she"), "role": self.role, "party": self.party, "other": self.other,
        }  # fmt: skip

    def values(self) -> dict[str, str]:
        """Return what the tables should hold in the place of each word that is renamed."""
        named = {f"<{number}>": " ".join(name) for number, name in enumerate(self.people)}
        return named | {"<role>": ROLES[self.role], "<party>": NAMES[self.party], "<other>": NAMES[self.other]}


FIRST = Cast(PEOPLE[:3], "Foreign Minister", "Conservative", "Liberal")


def blanked(cells: list[tuple[str, ...]], values: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return rows with the renamed values replaced by marks that are the same for every cast."""
    marks = {value: mark for mark, value in values.items()}
    return [tuple(marks.get(cell, cell) for cell in row) for row in cells]


def cells_of(stages: Stages, cast: Cast) -> list[tuple[str, ...]]:
    """Return people, affiliations, dates and events of the article as rows of text."""
    result = stages.extract_text(ARTICLE.format(**cast.words()), published=date(2021, 5, 6))
    rows = [("person", person.name, *person.aliases, str(len(person.mentions))) for person in result.people]
    rows += [
        ("affiliation", tie.person, tie.role, tie.organization, tie.party, tie.country, tie.status.value)
        for tie in result.affiliations
    ]
    rows += [("date", time.text, time.value) for time in result.times]
    rows += [
        ("event", event.action.value, *(f"{fill.slot}" for fill in event.fills), *(fill.value for fill in event.fills))
        for event in result.events
    ]
    aliases = {name[1]: f"<alias {number}>" for number, name in enumerate(cast.people)}
    return [tuple(aliases.get(cell, cell) for cell in row) for row in rows]


@st.composite
def casts(draw: st.DrawFn) -> Cast:
    """Draw three people, a title and two parties; the first person keeps its sex, which the article tells."""
    women = [name for name in PEOPLE if SEX[name[0]] == "she"]
    first = draw(st.sampled_from(women))
    others = draw(st.permutations([name for name in PEOPLE if name != first]))
    party, other = draw(st.permutations(PARTIES))[:2]
    return Cast((first, *others[:2]), draw(st.sampled_from(sorted(ROLES))), party, other)


@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cast=casts())
def test_renaming_changes_names_alone(stages: Stages, cast: Cast) -> None:
    before = blanked(cells_of(stages, FIRST), FIRST.values())
    assert blanked(cells_of(stages, cast), cast.values()) == before


MARKED = (
    "[Canadian|NORP] {role} [{one}|PERSON] met/VBD [{party}|PARTY] MP [{two}|PERSON] and [{other}|PARTY] senators "
    "[{three}|PERSON] and [{four}|PERSON]. Mr. [{two_last}|PERSON], the chair of [Lunden Watch|ORG], resigned/VBD. "
    "[{four}|PERSON] succeeds/VBZ [{three_last}|PERSON] as whip."
)
SYLLABLES = st.sampled_from(
    ["Bra", "Dol", "Fen", "Gor", "Hul", "Jas", "Kel", "Lor", "Mon", "Nev", "Pol", "Tur", "Vin", "Zar"]
)
WORD = st.lists(SYLLABLES, min_size=2, max_size=3).map(lambda parts: "".join(parts).capitalize())


@settings(max_examples=25, deadline=None)
@given(
    words=st.lists(WORD, min_size=8, max_size=8, unique=True),
    role=st.sampled_from(sorted(ROLES)),
    parties=st.permutations(PARTIES),
)
def test_renaming_changes_names_alone_whatever_they_are(words: list[str], role: str, parties: list[str]) -> None:
    """The model's reading is given here, so that any name will do."""

    def rows(names: list[str], title: str, party: str, other: str) -> list[str]:
        full = [f"{given} {family}" for given, family in zip(names[::2], names[1::2], strict=True)]
        gaps = dict(zip(("one", "two", "three", "four"), full, strict=True))
        text = MARKED.format(role=title, party=party, other=other, two_last=names[3], three_last=names[5], **gaps)
        marks = {name: f"<{number}>" for number, name in enumerate(full)}
        marks |= {ROLES[title]: "<role>", NAMES[party]: "<party>", NAMES[other]: "<other>"}
        return [_marked(line, marks) for line in affiliation_rows(text)]

    first = ["Alrun", "Bessel", "Corvin", "Dagmar", "Egbert", "Folkert", "Gunthar", "Hedwin"]
    assert rows(words, role, *parties[:2]) == rows(first, "Foreign Minister", "Conservative", "Liberal")


def _marked(line: str, marks: Mapping[str, str]) -> str:
    for words in sorted(marks, key=len, reverse=True):
        line = line.replace(words, marks[words])
    return line


def test_renaming_finds_something_to_rename(stages: Stages) -> None:
    kinds = [row[0] for row in cells_of(stages, FIRST)]
    assert {kind: kinds.count(kind) for kind in ("person", "affiliation", "date")} == {
        "person": 3, "affiliation": 3, "date": 4,
    }  # fmt: skip
    assert "event" in kinds


@pytest.mark.parametrize(("one", "other"), [(PEOPLE, PARTIES)])
def test_renaming_pools_hold_no_word_twice(one: tuple[tuple[str, str], ...], other: tuple[str, ...]) -> None:
    words = [word for name in one for word in name]
    assert len(set(words)) == len(words)
    assert len(set(other)) == len(other)
