from __future__ import annotations

import pytest
from affiliation_rows import affiliation_rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The [Reform Party|PARTY], whose chair [Ann Lowe|PERSON] stayed/VBD away, won/VBD.",
            ["Ann Lowe: Chair, Reform Party, Reform Party"],
        ),
        (
            "The [Socialists|PARTY] lost/VBD seats, among them leader [Bo Tran|PERSON].",
            ["Bo Tran: Party Leader, Socialists"],
        ),
        (
            "The [Socialists|PARTY] and [Greens|PARTY] lost/VBD seats, among them leader [Bo Tran|PERSON].",
            ["Bo Tran: Leader"],
        ),
        (
            "A spokesman for the [Chilean|NORP] government, [Bo Tran|PERSON], said/VBD no.",
            ["Bo Tran: Spokesperson, CHL"],
        ),
        (
            "A negotiator for the [Chilean|NORP] question, [Bo Tran|PERSON], said/VBD no.",
            ["Bo Tran: Negotiator"],
        ),
        ("[Birte Holl|PERSON], a member of the [Bundestag|ORG], left/VBD.", ["Birte Holl: Member of Parliament"]),
    ],
)
def test_company_completes_offices(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected
