from __future__ import annotations

import pytest
from affiliation_rows import affiliation_rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[Ann Lowe|PERSON], who heads/VBZ the ruling [Social Democrats|PARTY], left/VBD [Germany|GPE].",
            ["Ann Lowe: Party Leader, Social Democratic Party, Social Democrats, DEU"],
        ),
        ("[House Republicans|PARTY], led/VBN by [Bo Tran|PERSON], left/VBD.", []),
        (
            "[Ann Lowe|PERSON], who has/VBZ led/VBN the [Reform Party|PARTY], left/VBD.",
            ["Ann Lowe: Party Leader, Reform Party, Reform Party"],
        ),
        ("[Ann Lowe|PERSON], who chairs/VBZ the committee, left/VBD.", ["Ann Lowe: Chair"]),
        ("[Ann Lowe|PERSON], who heads/VBZ the campaign, left/VBD.", []),
    ],
)
def test_leads_are_told_by_verbs(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected
