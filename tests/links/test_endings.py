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
        ("President [Bo Tran|PERSON] died/VBD on [Monday|DATE].", ["Bo Tran: President"]),
        ("President [Bo Tran|PERSON] died/VBD in [2009|DATE].", ["Bo Tran: President, former"]),
        ("President [Bo Tran|PERSON], who died/VBD on [Monday|DATE], knew/VBD it.", ["Bo Tran: President, former"]),
        ("Lawmakers voted/VBD to oust/VB Treasurer [Bo Tran|PERSON].", ["Bo Tran: Treasurer, former"]),
        ("Lawmakers hoped/VBD to oust/VB Treasurer [Bo Tran|PERSON].", ["Bo Tran: Treasurer"]),
        (
            "They announced/VBD the removal/NN of five officers, including General [Ann Lowe|PERSON] and Treasurer "
            "[Bo Tran|PERSON].",
            ["Ann Lowe: General", "Bo Tran: Treasurer, former"],
        ),
        ("They announced/VBD five officers, including Treasurer [Bo Tran|PERSON].", ["Bo Tran: Treasurer"]),
        ("The vote ended/VBD the rule/NN of President [Bo Tran|PERSON].", ["Bo Tran: President, former"]),
        ("The vote backed/VBD the rule/NN of President [Bo Tran|PERSON].", ["Bo Tran: President"]),
        ("Treasurer [Bo Tran|PERSON] spoke/VBD. He resigned/VBD in May.", ["Bo Tran: Treasurer, former"]),
        (
            "Treasurer [Bo Tran|PERSON] met/VBD [Cy Dunn|PERSON]. He resigned/VBD in May.",
            ["Bo Tran: Treasurer"],
        ),
        ("[Ann Lowe|PERSON], the treasurer who resigned/VBD in May, left/VBD.", ["Ann Lowe: Treasurer, former"]),
        ("Treasurer [Ann Lowe|PERSON], who retires/VBZ in [May|DATE], left/VBD.", ["Ann Lowe: Treasurer"]),
    ],
)
def test_endings_make_offices_former(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected
