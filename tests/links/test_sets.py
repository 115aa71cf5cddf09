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
        (
            "Members of the [Lunden Council|ORG], including President [Ann Lowe|PERSON] and Treasurer [Bo Tran|PERSON]",
            [
                "Ann Lowe: Member, Lunden Council",
                "Bo Tran: Member, Lunden Council",
                "Ann Lowe: President",
                "Bo Tran: Treasurer",
            ],
        ),
        ("Senators, including President [Ann Lowe|PERSON]", ["Ann Lowe: President"]),
        ("Senators, including former President [Ann Lowe|PERSON]", ["Ann Lowe: President, former"]),
        (
            "Six senators led/VBN by [Ann Lowe|PERSON] and [Bo Tran|PERSON] wrote/VBD.",
            ["Ann Lowe: Senator", "Bo Tran: Senator"],
        ),
        ("Six senators warned/VBN by [Ann Lowe|PERSON] wrote/VBD.", []),
        ("[Ann Lowe|PERSON] and her [Reform Party|PARTY] predecessor, [Bo Tran|PERSON], met/VBD.", []),
    ],
)
def test_sets_share_role_or_party(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected
