from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from persons import person_result

from pipeline.lexicon import shared
from pipeline.normalise import Identities
from pipeline.records import ArticleResult

SENATOR = "Senator, , , CHL"
MINISTER = "Minister of Sunken Villages, , , CHL"
Described = tuple[str, Sequence[str]]


@pytest.fixture
def identities() -> Identities:
    return Identities(shared())


def ids(identities: Identities, *results: ArticleResult) -> list[list[str]]:
    """Return the person ids of every article, gathered in this order."""
    return [[person.person_id for person in identities.named(result).people] for result in results]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(("Ana Lowén", [SENATOR]), ("Ana Lowen", [SENATOR]), id="diacritics"),
        pytest.param(("Ana Lowen", [SENATOR]), ("LOWEN ANA", [SENATOR]), id="order and capitals"),
        pytest.param(("Kim Sang-ho", ["Chair, , , KOR", SENATOR]), ("Kim Sang Ho", [SENATOR]), id="hyphen"),
        pytest.param(("Ann B. Lowe", [SENATOR]), ("Ann Lowe", [SENATOR]), id="middle initial"),
        pytest.param(("Ann Lowe", [", Plovex, , "]), ("Ann Lowe", ["Chief Executive, Plovex, , "]), id="organisation"),
        pytest.param(
            ("Ann Lowe", ["Senator, , Greens, CHL"]), ("Ann Lowe", [", , Greens, CHL"]), id="party, one office"
        ),
        pytest.param(
            ("Ann Lowe", ["Minister of Finance, , , CHL"]), ("Ann Lowe", ["Minister of Finance, , , CHL"]), id="post"
        ),
        pytest.param(
            ("Ann Lowe", ["Ambassador, UN, , CHL"]), ("Ann Lowe", ["Ambassador, , , CHL"]), id="body told once"
        ),
    ],
)
def test_identities_share_an_id_where_evidence_supports_it(
    identities: Identities, one: Described, other: Described
) -> None:
    found = ids(identities, person_result("a", [one]), person_result("b", [other]))
    assert found == [["a:p1"], ["a:p1"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(("Lowe", [SENATOR]), ("Lowe", [SENATOR]), id="surname alone"),
        pytest.param(("A. Lowe", [SENATOR]), ("A. Lowe", [SENATOR]), id="initial and surname"),
        pytest.param(("Ann Lowe", []), ("Ann Lowe", []), id="name alone"),
        pytest.param(("Ann Lowe", [SENATOR]), ("Ann Lowe", []), id="name and nothing said of one"),
        pytest.param(("Ann Lowe", [SENATOR]), ("Ann Marsh", [SENATOR]), id="other name"),
        pytest.param(("Ann Lowe", [SENATOR]), ("Ann Lowe Jr.", [SENATOR]), id="suffix"),
        pytest.param(("Ann B. Lowe", [SENATOR]), ("Ann C. Lowe", [SENATOR]), id="other initial"),
        pytest.param(("Ann Lowe", [SENATOR]), ("Ann Lowe", ["Senator, , , PER"]), id="other state"),
        pytest.param(
            ("Ann Lowe", ["Senator, , Greens, CHL"]), ("Ann Lowe", ["Senator, , Reform, CHL"]), id="other party"
        ),
        pytest.param(
            ("Ann Lowe", ["Senator, , Greens, CHL"]), ("Ann Lowe", ["Mayor, , Greens, CHL"]), id="party, two offices"
        ),
        pytest.param(("Ann Lowe", ["Lawyer, , , CHL"]), ("Ann Lowe", ["Lawyer, , , CHL"]), id="common profession"),
        pytest.param(("Ann Lowe", ["Director, company, , "]), ("Ann Lowe", [", company, , "]), id="some company"),
        pytest.param(
            ("Ann Lowe", ["Mayor, Lunden, , CHL"]), ("Ann Lowe", ["Mayor, Brockfort, , CHL"]), id="other town"
        ),
        pytest.param(("Ann Lowe", ["President, , , "]), ("Ann Lowe", ["President, , , "]), id="office of no state"),
    ],
)
def test_identities_stay_apart_without_evidence_or_against_it(
    identities: Identities, one: Described, other: Described
) -> None:
    found = ids(identities, person_result("a", [one]), person_result("b", [other]))
    assert found == [["a:p1"], ["b:p1"]]


@pytest.mark.parametrize(("year", "same"), [(2005, True), (2031, False)])
def test_identities_of_one_office_are_namesakes_when_far_apart(identities: Identities, year: int, same: bool) -> None:
    first = person_result("a", [("Ann Lowe", [SENATOR])], published=date(2001, 5, 1))
    later = person_result("b", [("Ann Lowe", [SENATOR])], published=date(year, 5, 1))
    assert (ids(identities, first, later)[1] == ["a:p1"]) is same


def test_identities_gather_what_articles_add(identities: Identities) -> None:
    """The third article agrees with the second alone, and the second with the first."""
    results = [
        person_result("a", [("Ann Lowe", [SENATOR])]),
        person_result("b", [("Ann Lowe", [SENATOR, "Chair, Lunden Watch, , "])]),
        person_result("c", [("Ann Lowe", [", Lunden Watch, , "])]),
    ]
    assert ids(identities, *results) == [["a:p1"], ["a:p1"], ["a:p1"]]


def test_identities_are_left_open_between_two_that_fit(identities: Identities) -> None:
    results = [
        person_result("a", [("Ann B. Lowe", [SENATOR])]),
        person_result("b", [("Ann C. Lowe", [SENATOR])]),
        person_result("c", [("Ann Lowe", [SENATOR])]),
    ]
    assert ids(identities, *results) == [["a:p1"], ["b:p1"], ["c:p1"]]


def test_identities_of_one_article_stay_two(identities: Identities) -> None:
    first = person_result("a", [("Ann Lowe", [SENATOR])])
    later = person_result("b", [("Ann Lowe", [SENATOR]), ("Lowe Ann", [SENATOR])])
    assert ids(identities, first, later) == [["a:p1"], ["a:p1", "b:p2"]]


def test_identities_rename_affiliations_with_their_person(identities: Identities) -> None:
    identities.named(person_result("a", [("Ann Lowe", [SENATOR])]))
    later = identities.named(person_result("b", [("Bo Tran", [SENATOR]), ("Ann Lowe", [SENATOR])]))
    assert [tie.person_id for tie in later.affiliations] == ["b:p1", "a:p1"]
