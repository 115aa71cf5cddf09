from __future__ import annotations

from collections.abc import Iterator

import pytest
from marked_text import found

from pipeline.lexicon import shared
from pipeline.links.individuals import Individuals, PeopleLinker
from pipeline.links.names import agreement, read_name, read_name_table
from pipeline.links.reading import read_sentences


@pytest.fixture(scope="module")
def linker() -> PeopleLinker:
    return PeopleLinker(shared())


def link(linker: PeopleLinker, text: str) -> Individuals:
    doc = found(text)
    return linker.link(doc, read_sentences(doc))


def names(individuals: Individuals) -> list[list[str]]:
    return [[mention.text for mention in person.names] for person in individuals.people]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Ann Lowe|PERSON] spoke. Mr. [Tran|PERSON] left. [Lowe|PERSON] smiled.", [["Ann Lowe", "Lowe"], ["Tran"]]),
        ("[Lowe|PERSON] wins. [Ann Lowe|PERSON] spoke.", [["Lowe", "Ann Lowe"]]),
        ("[Xi Quanming|PERSON] spoke. [Xi|PERSON] left.", [["Xi Quanming", "Xi"]]),
        ("[Omar al-Karim|PERSON] spoke. [Karim|PERSON] left.", [["Omar al-Karim", "Karim"]]),
        ("[Sergei Pavlov|PERSON] spoke. [Sergey Pavlov|PERSON] left.", [["Sergei Pavlov", "Sergey Pavlov"]]),
        ("[William Marsh|PERSON] spoke. [Bill Marsh|PERSON] left.", [["William Marsh", "Bill Marsh"]]),
        ("[J. P. Marsh|PERSON] spoke. [John Marsh|PERSON] left.", [["J. P. Marsh", "John Marsh"]]),
        ("[Ann Lowe|PERSON] met [Tom Lowe|PERSON]. [Lowe|PERSON] left.", [["Ann Lowe"], ["Tom Lowe", "Lowe"]]),
        ("[Ted Marsh Jr.|PERSON] met [Marsh|PERSON].", [["Ted Marsh Jr."], ["Marsh"]]),
        ("[Oleg Baranov|PERSON] and his son, [Denis|PERSON]", [["Oleg Baranov"], ["Denis"]]),
        ("[Salva Quiir Mayadit|PERSON] spoke. [Quiir|PERSON] left.", [["Salva Quiir Mayadit", "Quiir"]]),
        ("[Ann Lowe|PERSON] and [Tom Marsh|PERSON]: the [Lowe-Marsh|PERSON] ticket", [["Ann Lowe"], ["Tom Marsh"]]),
        ("[Ana Pavlova|PERSON] spoke. [Anna Petrova|PERSON] left.", [["Ana Pavlova"], ["Anna Petrova"]]),
        ("[Abe Kenji|PERSON] left. [Kenji Abe|PERSON] spoke.", [["Abe Kenji", "Kenji Abe"]]),
        (
            "[Talal bin Nayef|PERSON] met [Karl van der Meer|PERSON]. [Bin Nayef|PERSON] left [Van der Meer|PERSON].",
            [["Talal bin Nayef", "Bin Nayef"], ["Karl van der Meer", "Van der Meer"]],
        ),
        ("[José Núñez|PERSON] left. [Nunez|PERSON] spoke.", [["José Núñez", "Nunez"]]),
        ('[Robert "Bobby" Marsh|PERSON] left. [Bobby Marsh|PERSON] spoke.', [['Robert "Bobby" Marsh', "Bobby Marsh"]]),
        ("[Nguyen Van Lam|PERSON] spoke. [Lam|PERSON] left.", [["Nguyen Van Lam", "Lam"]]),
        ("[Ted Marsh, Jr.|PERSON] spoke. [Marsh|PERSON] left.", [["Ted Marsh, Jr.", "Marsh"]]),
        (
            "[Marsh|PERSON] spoke. [Ted Marsh, Jr.|PERSON] left. [Marsh|PERSON] stayed.",
            [["Marsh", "Marsh"], ["Ted Marsh, Jr."]],
        ),
        (
            "[Ann Lowe|PERSON] and her husband, [Tom Lowe|PERSON], left. [Lowe|PERSON] spoke. Mr. [Lowe|PERSON] waved.",
            [["Ann Lowe", "Lowe"], ["Tom Lowe", "Lowe"]],
        ),
        (
            "[Tom Marsh|PERSON] left. [Tom Hirsch|PERSON] left. [Hirsch|PERSON] spoke.",
            [["Tom Marsh"], ["Tom Hirsch", "Hirsch"]],
        ),
    ],
)
def test_people_gathers_the_names_of_one_person(linker: PeopleLinker, text: str, expected: list[list[str]]) -> None:
    assert names(link(linker, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. [Lowe|PERSON] spoke. He smiled.", {"Lowe": ["He"]}),
        ("Ms. [Lowe|PERSON] met Mr. [Tran|PERSON]. She smiled.", {"Lowe": ["She"], "Tran": []}),
        ("[Ann Lowe|PERSON] spoke with his staff.", {"Ann Lowe": []}),
        ("[Ann Lowe|PERSON] and [Tom Marsh|PERSON] met. They agreed.", {"Ann Lowe": ["They"], "Tom Marsh": ["They"]}),
        ("President [Ann Lowe|PERSON] spoke. The president smiled.", {"Ann Lowe": ["president"]}),
        ("President [Ann Lowe|PERSON] spoke. The president of Chile smiled.", {"Ann Lowe": []}),
        ("A crowd met. They agreed.", {}),
        ("Mr. [Lowe|PERSON] said, “He was late. We saw him.” He smiled.", {"Lowe": ["He"]}),
    ],
)
def test_people_are_meant_by_pronouns_and_descriptions(
    linker: PeopleLinker, text: str, expected: dict[str, list[str]]
) -> None:
    people = link(linker, text).people
    assert {person.names[0].text: [mention.text for mention in person.references] for person in people} == expected


def _rows() -> Iterator[tuple[str, str, int]]:
    yield "Ann Lowe", "Ann Lowe", 5
    yield "A. Lowe", "Ann Lowe", 4
    yield "Lowe", "Ann Lowe", 3
    yield "Kim", "Kim Sang Ho", 3
    yield "Ann", "Ann Lowe", 2
    yield "Quiir", "Salva Quiir Mayadit", 1
    yield "Tom Lowe", "Ann Lowe", 0
    yield "Ann Lowe", "Ann Lowe Jr.", 0
    yield "Marsh", "Ann Lowe", 0
    yield "Abdel Fattah el-Sadri", "Abdel Fatah al-Sadri", 4


@pytest.mark.parametrize(("name", "full", "expected"), list(_rows()))
def test_names_agree_by_rank(name: str, full: str, expected: int) -> None:
    table = read_name_table(shared())
    assert agreement(read_name(name, table), read_name(full, table), table) == expected
