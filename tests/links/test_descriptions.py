from __future__ import annotations

import pytest
from affiliation_rows import affiliation_rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[Ann Lowe|PERSON] spoke/VBD in the [Senate|ORG]. The [Arizona|GPE] [Republican|PARTY] said/VBD no.",
            ["Ann Lowe: Republican, USA"],
        ),
        ("[Ann Lowe|PERSON] met/VBD [Bo Tran|PERSON]. The [Arizona|GPE] [Republican|PARTY] said/VBD no.", []),
        (
            "Mediator [Bo Tran|PERSON] spoke/VBD. The former [Chilean|NORP] president said/VBD no.",
            ["Bo Tran: Mediator, CHL", "Bo Tran: President, CHL, former"],
        ),
        ("Mediator [Bo Tran|PERSON] spoke/VBD. The [Chilean|NORP] president said/VBD no.", ["Bo Tran: Mediator"]),
        (
            "[Bo Tran|PERSON] spoke/VBD. It rained/VBD. The [Reform Party|PARTY] MP from [Lunden|GPE] said/VBD no.",
            ["Bo Tran: Member of Parliament, Reform Party"],
        ),
        ("[Bo Tran|PERSON] spoke/VBD. It rained/VBD. The senator said/VBD no.", []),
        ("[Bo Tran|PERSON] spoke/VBD. A senator said/VBD no.", []),
        ("[Bo Tran|PERSON] spoke/VBD. The mayor and two others were hurt/VBN.", []),
    ],
)
def test_descriptions_give_roles_and_parties(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected
