from __future__ import annotations

import pytest
from marked_text import found, texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[President Ann Lowe|PERSON] spoke.", ["Ann Lowe"]),
        ("[Mr. Lowe|PERSON] spoke.", ["Lowe"]),
        ("[Cmdr. Ann Lowe|PERSON] spoke.", ["Ann Lowe"]),
        ("[Ann Lowe's|PERSON] letter.", ["Ann Lowe"]),
        ("[Ted Marsh|PERSON] Jr. signed.", ["Ted Marsh Jr."]),
        ("[Ted Marsh|PERSON], Jr., signed.", ["Ted Marsh, Jr."]),
        ("[Don Marsh|PERSON] signed.", ["Don Marsh"]),
        ("[Sheikh Omar al-Karim|PERSON] signed.", ["Omar al-Karim"]),
        ("General Than [Lwin Oo|PERSON] signed.", ["Lwin Oo"]),
        ("[General|ROLE] Than [Lwin Oo|PERSON] signed.", ["Than Lwin Oo"]),
        ("Photo: [Ann Lowe\n\nBerlin|PERSON] spoke.", ["Ann Lowe", "Berlin"]),
    ],
)
def test_people_are_cut_to_the_bare_name(text: str, expected: list[str]) -> None:
    assert texts(found(text), "people") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the [Marsh|PERSON] administration imposed sanctions", []),
        ("under the [Marsh|PERSON] law", []),
        ("guests at [Marsh|PERSON] Tower", []),
        ("[Marsh|PERSON]-era officials", []),
        ("[Ann Marsh|PERSON]'s administration imposed sanctions", ["Ann Marsh"]),
        ("[Marsh|PERSON] imposed sanctions", ["Marsh"]),
        ("[Plovex|PERSON] denied it. [Plovex Holdings|ORG] is small. [Plovex|ORG] grows.", []),
        ("the firm [Dray Colfax|PERSON] & [Bell|PERSON] paid", []),
        ("Lord [Marsh|PERSON] of [Brockfort|PERSON] spoke", ["Marsh"]),
        ("friends of [Marsh|PERSON] spoke", ["Marsh"]),
        ("[Dray Colfax|PERSON] Inc. paid. [Dray Colfax|PERSON] is small.", []),
        ("the company, [Dray Colfax|PERSON], paid", []),
        ("the lawyer, [Dray Colfax|PERSON], paid", ["Dray Colfax"]),
        ("[Dray Colfax|PERSON], a/DT merchant bank, paid", []),
        ("[Dray Colfax|PERSON], a/DT merchant bank manager/NN, paid", ["Dray Colfax"]),
        ("Hurricane [Colfax|PERSON] hit. [Colfax|PERSON] grew.", []),
        ("hurricane expert [Colfax|PERSON] spoke", ["Colfax"]),
        ("[Vice President|PERSON] spoke", []),
        ("[Dalai Lama|PERSON] spoke", ["Dalai Lama"]),
        ("[Factbox|PERSON]: five facts", []),
        ("the ruling in [Lowe v. Marsh|PERSON] stands", []),
        ("by the grace of [God|PERSON]", []),
        ("[HLQX|PERSON] said so", []),
        ("[Khartoum|PERSON] said so", []),
        ("Mr. [Khartoum|PERSON] said so", ["Khartoum"]),
    ],
)
def test_people_leave_out_other_names(text: str, expected: list[str]) -> None:
    assert texts(found(text), "people") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Quilby denied it.", ["Quilby"]),
        ("Ms Dana Quilby-Orr denied it.", ["Dana Quilby-Orr"]),
        ("Dr. Pieter van Quilby denied it.", ["Pieter van Quilby"]),
        ("[Dana Quilby|PERSON] spoke. Later Quilby left.", ["Dana Quilby", "Quilby"]),
        ("[Dana Quilby|PERSON] spoke. The Quilby law passed.", ["Dana Quilby"]),
        ("The mr in lower case is nobody.", []),
    ],
)
def test_people_missed_by_the_model_are_added(text: str, expected: list[str]) -> None:
    assert texts(found(text), "people") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Ann Marsh|PERSON] spoke. Marsh left.", ["Ann Marsh", "Marsh"]),
        ("[Li Xun|PERSON] spoke. Li/NNP left.", ["Li Xun", "Li"]),  # the family name comes first
        ("[He Lifeng|PERSON] spoke. He/PRP left.", ["He Lifeng"]),
        ("[Ann Marsh|PERSON] spoke. Ann left.", ["Ann Marsh"]),
        ("[Ann Li|PERSON] spoke. Li/NNP left.", ["Ann Li"]),  # two letters are too little for a last name
    ],
)
def test_people_are_found_again_by_their_surname(text: str, expected: list[str]) -> None:
    assert texts(found(text), "people") == expected
