from __future__ import annotations

import pytest
from marked_text import found, texts


@pytest.mark.parametrize(
    ("text", "group", "count"),
    [
        ("A letter signed by 62 MPs arrived", "62 MPs", (62, "exact")),
        ("Four senators signed", "Four senators", (4, "exact")),
        ("More than a dozen senators signed", "More than a dozen senators", (12, "at_least")),
        ("at least 1,200 companies closed", "at least 1,200 companies", (1200, "at_least")),
        ("about 300 officials left", "about 300 officials", (300, "about")),
        ("up to forty lawmakers agreed", "up to forty lawmakers", (40, "at_most")),
        ("fewer than 20 diplomats stayed", "fewer than 20 diplomats", (20, "at_most")),
        ("two thousand officers left", "two thousand officers", (2000, "exact")),
        ("three MPs from the [Green Party|PARTY] signed", "three MPs from the Green Party", (3, "exact")),
        ("and two from [Bloc Québécois|PARTY]", "two from Bloc Québécois", (2, "exact")),
        ("Sixty-two MPs signed", "Sixty-two MPs", (62, "exact")),
        ("two hundred and fifty companies closed", "two hundred and fifty companies", (250, "exact")),
        ("a pair of senators left", "a pair of senators", (2, "exact")),
        ("no fewer than ten ambassadors left", "no fewer than ten ambassadors", (10, "at_least")),
        ("as many as 40 judges left", "as many as 40 judges", (40, "at_most")),
        ("more than 20 groups wrote", "more than 20 groups", (20, "at_least")),
        ("[Conservative|PARTY] and [Liberal|PARTY] MPs wrote", "Conservative and Liberal MPs", None),
        ("the 14 of [May|DATE] and 9 entities", "9 entities", (9, "exact")),
        ("[Chinese|NORP] officials were named", "Chinese officials", None),
    ],
)
def test_groups_hold_number_and_company(text: str, group: str, count: tuple[int, str] | None) -> None:
    doc = found(text)
    assert [(span.text, span._.count) for span in doc.spans["groups"]] == [(group, count)]


@pytest.mark.parametrize(
    "text",
    ["[Conservative|PARTY] senators [Ann Lowe|PERSON] and [Bo Tran|PERSON]", "the senator signed", "in the house"],
)
def test_groups_are_unnamed_and_several(text: str) -> None:
    assert texts(found(text), "groups") == []
