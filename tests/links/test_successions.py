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
    ],
)
def test_successions_tell_former_offices(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected
