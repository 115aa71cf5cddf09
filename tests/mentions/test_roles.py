from __future__ import annotations

import pytest
from marked_text import found, texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister [Ann Lowe|PERSON] spoke", ["Foreign Minister"]),
        ("[Cmdr. Ann Lowe|PERSON] spoke", ["Cmdr."]),
        ("[President Ann Lowe|PERSON] spoke", ["President"]),
        ("First Minister of Scotland [Ann Lowe|PERSON]", ["First Minister of Scotland"]),
        ("a [Labour|PARTY] minister [Ann Lowe|PERSON]", ["minister"]),
        ("Labour Minister [Ann Lowe|PERSON]", ["Labour Minister"]),
        ("the minister of foreign affairs spoke", ["minister of foreign affairs"]),
        ("the Ministers of Finance met", ["Ministers of Finance"]),
        ("U.S. Secretary of the Interior [Ann Lowe|PERSON]", ["Secretary of the Interior"]),
        ("Sens. [Ann Lowe|PERSON] and [Bo Tran|PERSON]", ["Sens."]),
        ("vice foreign minister [Bo Tran|PERSON]", ["vice foreign minister"]),
        ("62 MPs signed", ["MPs"]),
        ("a national security [adviser|ROLE]", ["national security adviser"]),
        ("[Nobel Peace Prize|MISC] laureate [Ann Lowe|PERSON]", ["Nobel Peace Prize laureate"]),
    ],
)
def test_roles_of_state_count_anywhere(text: str, expected: list[str]) -> None:
    assert texts(found(text), "roles") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lawyer [Ann Lowe|PERSON] spoke", ["lawyer"]),
        ("a lawyer was there", []),
        ("[Ann Lowe|PERSON], a lawyer, was there", ["lawyer"]),
        ("director of the Lunden Institute", ["director"]),
        ("the director was late", []),
        ("leaders met in Paris", []),
        ("it closes at 5 PM daily", []),
        ("PM [Ann Lowe|PERSON] spoke", ["PM"]),
        ("major talks began", []),
    ],
)
def test_roles_of_other_kinds_need_company(text: str, expected: list[str]) -> None:
    assert texts(found(text), "roles") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Labour Party|PARTY] leader [Ann Lowe|PERSON]", ["leader"]),
        ("Global Affairs Minister [Ann Lowe|PERSON]", ["Global Affairs Minister"]),
        ("[Treasury|ORG] Secretary [Ann Lowe|PERSON]", ["Treasury Secretary"]),
    ],
)
def test_roles_and_other_names_share_no_words(text: str, expected: list[str]) -> None:
    assert texts(found(text), "roles") == expected


def test_roles_carry_rule_and_entry() -> None:
    doc = found("[President|ROLE] [Ann Lowe|PERSON]")
    (span,) = doc.spans["roles"]
    assert (span.label_, span.kb_id_, span.id_) == ("ROLE", "president", "model:ROLE+lexicon:president")
