from __future__ import annotations

import pytest
from affiliation_rows import affiliation_rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[Bo Tran|PERSON] was elected/VBN president of [Chile|GPE]. He succeeds/VBZ [Ann Lowe|PERSON].",
            ["Bo Tran: President, CHL", "Ann Lowe: President, CHL, former"],
        ),
        (
            "[Bo Tran|PERSON] becomes president of [Chile|GPE] following the resignation/NN of [Ann Lowe|PERSON].",
            ["Bo Tran: President, CHL", "Ann Lowe: President, CHL, former"],
        ),
        (
            "[Bo Tran|PERSON] met/VBD the president of [Chile|GPE] following the resignation/NN of [Ann Lowe|PERSON].",
            [],
        ),
        (
            "Mediator [Ann Lowe|PERSON] left/VBD, and [Bo Tran|PERSON] replaced/VBD her.",
            ["Ann Lowe: Mediator, former", "Bo Tran: Mediator"],
        ),
        (
            "[Cy Dunn|PERSON] replaced/VBD Treasurer [Ann Lowe|PERSON] with [Bo Tran|PERSON].",
            ["Ann Lowe: Treasurer, former", "Bo Tran: Treasurer"],
        ),
        (
            "Treasurer [Ann Lowe|PERSON] was replaced/VBN by [Bo Tran|PERSON].",
            ["Ann Lowe: Treasurer, former", "Bo Tran: Treasurer"],
        ),
        ("Treasurer [Ann Lowe|PERSON] will/MD be replaced/VBN by [Bo Tran|PERSON].", ["Ann Lowe: Treasurer"]),
        ("Mediator [Ann Lowe|PERSON] left/VBD, and [Bo Tran|PERSON] will/MD replace/VB her.", ["Ann Lowe: Mediator"]),
    ],
)
def test_successions_tell_former_offices(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected
