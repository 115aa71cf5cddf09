from __future__ import annotations

import pytest
from affiliation_rows import affiliation_rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[Bo Tran|PERSON] won/VBD the vote, becoming/VBG the next president of [Chile|GPE].",
            ["Bo Tran: President, CHL"],
        ),
        ("[Bo Tran|PERSON] spoke/VBD of becoming/VBG president of [Chile|GPE].", []),
        (
            "[Bo Tran|PERSON] beat/VBD [Ann Lowe|PERSON] to become/VB the next mayor of [Lunden|GPE].",
            ["Bo Tran: Mayor, Lunden"],
        ),
        ("[Bo Tran|PERSON] wants/VBZ to become/VB mayor of [Lunden|GPE].", []),
        ("[Ann Lowe|PERSON] holds/VBZ the post/NN of treasurer.", ["Ann Lowe: Treasurer"]),
        ("[Ann Lowe|PERSON] relinquished/VBD the post/NN of treasurer.", ["Ann Lowe: Treasurer, former"]),
        ("[Ann Lowe|PERSON] will/MD take/VB the post/NN of treasurer.", []),
        ("[Ann Lowe|PERSON] holds/VBZ the memory/NN of the treasurer.", []),
        ("[Ann Lowe|PERSON] won/VBD the presidency/NN of [Chile|GPE].", ["Ann Lowe: President, CHL"]),
        ("[Ann Lowe|PERSON] praised/VBD the presidency/NN of [Chile|GPE].", []),
    ],
)
def test_rises_are_told_by_verbs(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Voters choose/VBP a president, with incumbent [Ann Lowe|PERSON] seeking/VBG a second term.",
            ["Ann Lowe: President"],
        ),
        ("Voters choose/VBP a president, with [Ann Lowe|PERSON] seeking/VBG a second term.", []),
        ("Voters met/VBD candidate [Bo Tran|PERSON] and the incumbent [Ann Lowe|PERSON].", ["Bo Tran: Candidate"]),
    ],
)
def test_rises_give_incumbents_the_office_of_the_sentence(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected
