from __future__ import annotations

import pytest
from affiliation_rows import affiliation_rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Parliament/NN ousted/VBD the government of Prime Minister [Ann Lowe|PERSON].",
            ["Ann Lowe: Prime Minister, former"],
        ),
        ("Parliament dismissed/VBD the claims of Prime Minister [Ann Lowe|PERSON].", ["Ann Lowe: Prime Minister"]),
        (
            "They endorsed/VBD the dismissal/NN of Justice Minister [Ann Lowe|PERSON] and Energy Minister "
            "[Bo Tran|PERSON].",
            ["Ann Lowe: Minister of Justice, former", "Bo Tran: Minister of Energy, former"],
        ),
        ("Sanctions hit/VBD the previous regime of President [Bo Tran|PERSON].", ["Bo Tran: President, former"]),
        (
            "Finance Minister [Ann Lowe|PERSON] stepped/VBD down as President [Bo Tran|PERSON] announced/VBD it.",
            ["Ann Lowe: Minister of Finance, former", "Bo Tran: President"],
        ),
        ("The [head|ROLE] of the agency, [Ann Lowe|PERSON], resigned/VBD.", ["Ann Lowe: Chair, former"]),
        (
            "General [Bo Tran|PERSON], the army's chief of staff, resigned/VBD.",
            ["Bo Tran: General", "Bo Tran: Chief of Staff, former"],
        ),
        ("The EU removed/VBD Senator [Bo Tran|PERSON] from the list.", ["Bo Tran: Senator"]),
        ("The EU removed/VBD Senator [Bo Tran|PERSON] from office.", ["Bo Tran: Senator, former"]),
        ("President [Bo Tran|PERSON] dies/VBZ at 81.", ["Bo Tran: President"]),
    ],
)
def test_endings_make_offices_former(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected
