from __future__ import annotations

import pytest
from affiliation_rows import affiliation_rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Bo Tran|PERSON] joined/VBD the [Reform Party|PARTY].", ["Bo Tran: Reform Party"]),
        ("[Bo Tran|PERSON] joined/VBD the [Reform Party|PARTY]'s [Ann Lowe|PERSON].", ["Ann Lowe: Reform Party"]),
        ("[Bo Tran|PERSON] joined/VBD the [Reform Party|PARTY] in voting/VBG no.", []),
        ("[Bo Tran|PERSON] quit/VBD the [Reform Party|PARTY].", ["Bo Tran: Reform Party, former"]),
        ("[Bo Tran|PERSON] could/MD quit/VB the [Reform Party|PARTY].", []),
        ("[Bo Tran|PERSON] was expelled/VBN from the [Reform Party|PARTY].", ["Bo Tran: Reform Party, former"]),
        ("[Bo Tran|PERSON] previously belonged/VBD to the [Reform Party|PARTY].", ["Bo Tran: Reform Party, former"]),
    ],
)
def test_allegiances_tell_who_joins_and_leaves_a_party(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Bo Tran|PERSON] won/VBD the [Reform Party|PARTY] primary.", ["Bo Tran: Reform Party"]),
        ("[Bo Tran|PERSON] watched/VBD the [Reform Party|PARTY] primary.", []),
        ("[Bo Tran|PERSON] ran/VBD as a [Democrat|PARTY] in [Ohio|GPE].", ["Bo Tran: Democratic, USA"]),
        ("[Bo Tran|PERSON] ran/VBD as the [Democrats|PARTY] in [Ohio|GPE] slept.", []),
        ("[Bo Tran|PERSON] ran/VBD for the [Reform Party|PARTY].", ["Bo Tran: Reform Party"]),
        ("The [Reform Party|PARTY] has/VBZ picked/VBN lawyer [Bo Tran|PERSON].", ["Bo Tran: Lawyer, Reform Party"]),
        ("The [Reform Party|PARTY] attacked/VBD lawyer [Bo Tran|PERSON].", ["Bo Tran: Lawyer"]),
        ("[Bo Tran|PERSON] was chosen/VBN by the [Reform Party|PARTY].", ["Bo Tran: Reform Party"]),
        ("[Bo Tran|PERSON] was attacked/VBN by the [Reform Party|PARTY].", []),
    ],
)
def test_allegiances_tell_whose_candidate_somebody_is(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Senator [Ann Lowe|PERSON] and fellow [Democrat|PARTY] [Bo Tran|PERSON] met in [Ohio|GPE].",
            ["Ann Lowe: Senator, Democratic, USA", "Bo Tran: Democratic, USA"],
        ),
        (
            "Senator [Ann Lowe|PERSON] and [Democrat|PARTY] [Bo Tran|PERSON] met in [Ohio|GPE].",
            ["Ann Lowe: Senator, USA", "Bo Tran: Democratic, USA"],
        ),
        (
            "[Ann Lowe|PERSON] spoke/VBD. Her [Reform Party|PARTY] colleague [Bo Tran|PERSON] left/VBD.",
            ["Ann Lowe: Reform Party", "Bo Tran: Reform Party"],
        ),
        (
            "[Ann Lowe|PERSON] spoke/VBD. Her [Reform Party|PARTY] rival [Bo Tran|PERSON] left/VBD.",
            ["Bo Tran: Reform Party"],
        ),
        ("[Ann Lowe|PERSON] and her party, the [Reform Party|PARTY], won/VBD.", ["Ann Lowe: Reform Party"]),
        ("[Ann Lowe|PERSON] and her foe, the [Reform Party|PARTY], met/VBD.", []),
    ],
)
def test_allegiances_are_shared_with_fellows(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected
