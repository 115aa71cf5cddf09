from __future__ import annotations

import pytest
from affiliation_rows import affiliation_rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Bo Tran|PERSON] left/VBD, his [Likud|PARTY] party said/VBD.", ["Bo Tran: Likud, ISR"]),
        ("[Bo Tran|PERSON] left/VBD, his [Likud|PARTY] voters said/VBD.", []),
        (
            "Two [Liberal|PARTY] backbenchers have/VBP broken/VBN ranks. [Ann Lowe|PERSON] and [Bo "
            "Tran|PERSON] tabled/VBD a petition in [Canada|GPE].",
            ["Ann Lowe: Member of Parliament, Liberal, CAN", "Bo Tran: Member of Parliament, Liberal, CAN"],
        ),
        (
            "Three [Liberal|PARTY] backbenchers have/VBP broken/VBN ranks. [Ann Lowe|PERSON] and [Bo "
            "Tran|PERSON] tabled/VBD a petition in [Canada|GPE].",
            [],
        ),
    ],
)
def test_sets_share_role_or_party(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected
