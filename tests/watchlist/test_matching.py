from __future__ import annotations

import pytest
from persons import person_result

from pipeline.lexicon import shared
from pipeline.watchlist import Listed, Watchlist


def listed(number: int, schema: str, names: str, countries: str = "") -> Listed:
    return Listed(
        entity_id=f"x-{number}",
        schema_name=schema,
        names=tuple(names.split("; ")),
        countries=tuple(countries.split()),
    )


ENTITIES = (
    listed(1, "Person", "Sergei Ivanovich Orlovsky; ORLOVSKI Sergey", "ru"),
    listed(2, "Person", "José Núñez Lobo", "ve"),
    listed(3, "Person", "Kim Sang Ho", "kp"),
    listed(4, "Company", "Plovex Trading LLC; ООО Пловекс", "ru"),
    listed(5, "Organization", "Khorvana", "lb"),
    listed(6, "Vessel", "Lady Brockfort", ""),
    listed(7, "Person", "Ann Lowe Jr.", ""),
    listed(8, "Person", "Bo Tran", ""),
    listed(9, "LegalEntity", "Omar bin Karim al-Sadri", "ye"),
    listed(10, "Company", "Peru", "pe"),
    listed(11, "Person", "Bo Tran", ""),
)


@pytest.fixture(scope="module")
def watchlist() -> Watchlist:
    return Watchlist(shared(), ENTITIES)


@pytest.mark.parametrize(
    ("name", "countries", "expected"),
    [
        pytest.param("Jose Nunez Lobo", "VEN", ["x-2"], id="diacritics"),
        pytest.param("Jose Nunez Lobo", "", ["x-2"], id="full name, no state told"),
        pytest.param("Sang Ho Kim", "PRK", ["x-3"], id="order"),
        pytest.param("Kim Sang-ho", "PRK", ["x-3"], id="hyphen"),
        pytest.param("Sergey Orlovsky", "RUS", ["x-1"], id="spelling"),
        pytest.param("Sergei Ivanovich Orlovsky", "RUS", ["x-1"], id="patronymic"),
        pytest.param("Omar Karim Sadri", "YEM", ["x-9"], id="particles"),
        pytest.param("Bo Tran", "", ["x-8", "x-11"], id="two entries, both told"),
        pytest.param("Jose Nunez Lobo", "COL", [], id="other state"),
        pytest.param("Sergey Orlovsky", "", [], id="spelling, no state told"),
        pytest.param("Sergey Orlov", "RUS", [], id="other surname"),
        pytest.param("Nunez", "VEN", [], id="surname alone"),
        pytest.param("J. Lobo", "VEN", [], id="initial"),
        pytest.param("Jose Lobo Marsh Nunez Diaz", "VEN", [], id="two words more"),
        pytest.param("Ann Lowe", "", [], id="no suffix"),
        pytest.param("Plovex Trading", "RUS", [], id="company's name"),
    ],
)
def test_matching_of_people(watchlist: Watchlist, name: str, countries: str, expected: list[str]) -> None:
    found = watchlist.find(name, person=True, countries=countries.split())
    assert [entity.entity_id for entity, _, _ in found] == expected


@pytest.mark.parametrize(
    ("name", "countries", "expected"),
    [
        pytest.param("Plovex Trading", "RUS", ["x-4"], id="no company form"),
        pytest.param("OOO Plovex Trading", "", ["x-4"], id="other company form"),
        pytest.param("Plovex Tradings", "RUS", ["x-4"], id="spelling"),
        pytest.param("the Lady Brockfort", "", ["x-6"], id="ship"),
        pytest.param("Khorvana", "LBN", ["x-5"], id="one word"),
        pytest.param("Plovex Tradings", "", [], id="spelling, no state told"),
        pytest.param("Khorvana", "", [], id="one word, no state told"),
        pytest.param("Plovex", "RUS", [], id="part of the name"),
        pytest.param("Peru", "PER", [], id="state"),
        pytest.param("four Russian companies", "RUS", [], id="no name"),
        pytest.param("Kim Sang Ho", "PRK", [], id="person's name"),
    ],
)
def test_matching_of_bodies(watchlist: Watchlist, name: str, countries: str, expected: list[str]) -> None:
    found = watchlist.find(name, person=False, countries=countries.split())
    assert [entity.entity_id for entity, _, _ in found] == expected


def test_matching_scores_the_same_words_highest(watchlist: Watchlist) -> None:
    ((_, text, score),) = watchlist.find("Sergei Orlovski", person=True, countries=["RUS"])
    assert (text, 0.85 <= score < 1) == ("ORLOVSKI Sergey", True)


def test_matching_looks_up_people_and_targets(watchlist: Watchlist) -> None:
    result = person_result(
        "a",
        [("José Núñez Lobo", ["General, , , VEN"]), ("Ann Lowe", [])],
        targets=["José Núñez Lobo", "Plovex Trading", "Ann Lowe"],
        target_countries=["RUS"],
    )
    rows = [
        (listing.table, listing.row, listing.name, listing.list_id, listing.list_countries)
        for listing in watchlist.looked_up(result).listings
    ]
    assert rows == [
        ("people", "a:p1", "José Núñez Lobo", "x-2", ("VEN",)),
        ("events", "a:e1", "José Núñez Lobo", "x-2", ("VEN",)),
        ("events", "a:e1", "Plovex Trading", "x-4", ("RUS",)),
    ]


def test_matching_leaves_results_without_a_match_alone(watchlist: Watchlist) -> None:
    result = person_result("a", [("Ann Lowe", [])])
    assert watchlist.looked_up(result) is result
