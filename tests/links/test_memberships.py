from __future__ import annotations

import pytest
from affiliation_rows import affiliation_rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mayor [Ann Lowe|PERSON], a [Democrat|PARTY] facing/VBG a recall, left/VBD [Ohio|GPE].",
            ["Ann Lowe: Mayor, Democratic, USA"],
        ),
        (
            "[Ann Lowe|PERSON] and [Bo Tran|PERSON], both [Democrats|PARTY], left/VBD [Ohio|GPE].",
            ["Ann Lowe: Democratic, USA", "Bo Tran: Democratic, USA"],
        ),
        ("[Ann Lowe|PERSON], [Republicans|PARTY] say/VBP, left/VBD [Ohio|GPE].", []),
        ("[Bo Tran|PERSON] of the ruling [Reform Party|PARTY] left/VBD.", ["Bo Tran: Reform Party"]),
        ("A [Reform|PARTY] colleague, [Bo Tran|PERSON], left/VBD.", ["Bo Tran: Reform"]),
        ("[Ann Lowe|PERSON] and her [Reform Party|PARTY] rival [Bo Tran|PERSON] met/VBD.", ["Bo Tran: Reform Party"]),
        ("[Bo Tran|PERSON] ([Chile|GPE], [Reform Party|PARTY]) left/VBD.", ["Bo Tran: Reform Party, CHL"]),
        ("[Bo Tran|PERSON] (near the [Reform Party|PARTY]) left/VBD.", []),
        ("The [Reform Party|PARTY] critic [Bo Tran|PERSON] left/VBD.", ["Bo Tran: Reform Party"]),
    ],
)
def test_memberships_tie_parties_and_bodies(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected
