from __future__ import annotations

import re

import pytest
from affiliation_rows import affiliation_rows
from hypothesis import given, settings
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister [Ann Lowe|PERSON] spoke.", ["Ann Lowe: Minister of Foreign Affairs"]),
        ("[Chilean|NORP] Foreign Minister [Ann Lowe|PERSON] spoke.", ["Ann Lowe: Minister of Foreign Affairs, CHL"]),
        ("[Chile|GPE]'s foreign minister, [Ann Lowe|PERSON], spoke.", ["Ann Lowe: Minister of Foreign Affairs, CHL"]),
        ("former [U.S.|GPE] senator [Ann Lowe|PERSON]", ["Ann Lowe: Senator, USA, former"]),
        ("then-Minister of Finance [Ann Lowe|PERSON]", ["Ann Lowe: Minister of Finance, former"]),
        ("ex-President [Ann Lowe|PERSON]", ["Ann Lowe: President, former"]),
        ("acting prime minister [Ann Lowe|PERSON]", ["Ann Lowe: Prime Minister"]),
        ("Member of Parliament (MP) [Ann Lowe|PERSON]", ["Ann Lowe: Member of Parliament"]),
        (
            "Sens. [Ann Lowe|PERSON] (R-Utah) and [Bo Tran|PERSON] (D-Ga.) wrote.",
            ["Ann Lowe: Senator, Republican, USA", "Bo Tran: Senator, Democratic, USA"],
        ),
        (
            "In [Canada|GPE], [Conservative|PARTY] senators [Ann Lowe|PERSON] and [Bo Tran|PERSON]; "
            "Independent senator [Cy Dunn|PERSON] signed.",
            [
                "Ann Lowe: Senator, Conservative, CAN",
                "Bo Tran: Senator, Conservative, CAN",
                "Cy Dunn: Senator, Independent, CAN",
            ],
        ),
        (
            "President [Ann Lowe|PERSON] and [Bo Tran|PERSON] met.",
            ["Ann Lowe: President"],
        ),
        ("Prime Minister General [Bo Tran|PERSON]", ["Bo Tran: Prime Minister", "Bo Tran: General"]),
        ("[Lunden Institute|ORG] director [Bo Tran|PERSON]", ["Bo Tran: Director, Lunden Institute"]),
        ("[Russia|GPE]'s [UN|ORG] envoy [Bo Tran|PERSON]", ["Bo Tran: Ambassador, UN, RUS"]),
    ],
)
def test_affiliations_before_a_name(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Bo Tran|PERSON], chief executive of [Plovex|ORG], said no.", ["Bo Tran: Chief Executive, Plovex"]),
        (
            "[Bo Tran|PERSON], a former senior official in the [Marsh administration|ORG], said no.",
            ["Bo Tran: Senior Official, Marsh administration, former"],
        ),
        ("[Bo Tran|PERSON], a lawyer and activist, said no.", ["Bo Tran: Activist", "Bo Tran: Lawyer"]),
        (
            "[Bo Tran|PERSON], the then chair and spokesperson for [Plovex|ORG], said no.",
            ["Bo Tran: Chair, former", "Bo Tran: Spokesperson, Plovex, former"],
        ),
        ("[Bo Tran|PERSON] of [Lunden Watch|ORG] said no.", ["Bo Tran: Lunden Watch"]),
        ("[Bo Tran|PERSON], a [Republican|PARTY], said no in [Texas|GPE].", ["Bo Tran: Republican, USA"]),
        ("[Bo Tran|PERSON], Prime Minister [Ann Lowe|PERSON] and others met.", ["Ann Lowe: Prime Minister"]),
        ("[Bo Tran|PERSON], lawmakers said, left.", []),
        ("After meeting the president, [Bo Tran|PERSON] left.", []),
    ],
)
def test_affiliations_behind_a_name(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Brad Wick|PERSON] from [Port Lunden|GPE] is the only mayor among them.", ["Brad Wick: Mayor, Port Lunden"]),
        ("[Bo Tran|PERSON] is not a lawyer.", []),
        ("[Bo Tran|PERSON] was prime minister when it happened.", ["Bo Tran: Prime Minister, former"]),
        (
            "[Ann Lowe|PERSON], who resigned/VBD as deputy leader on [July 13|DATE], signed.",
            ["Ann Lowe: Deputy Party Leader, former"],
        ),
        ("[Ann Lowe|PERSON] may/MD resign/VB as deputy leader.", ["Ann Lowe: Deputy Party Leader"]),
        ("Interior Minister [Bo Tran|PERSON] has/VBZ resigned/VBN.", ["Bo Tran: Minister of Interior, former"]),
        (
            "They call/VBP for the resignation/NN of Interior Minister [Bo Tran|PERSON].",
            ["Bo Tran: Minister of Interior"],
        ),
        ("the [Lunden Front|PARTY] led/VBN by [Bo Tran|PERSON]", ["Bo Tran: Party Leader, Lunden Front, Lunden Front"]),
        ("[Bo Tran|PERSON], a lawyer, who died/VBD in prison", ["Bo Tran: Lawyer, former"]),
        ("[Bo Tran|PERSON], who heads/VBZ [Lunden Watch|ORG], said no.", ["Bo Tran: Chair, Lunden Watch"]),
        ("delegations led/VBN by [Bo Tran|PERSON]", []),
        ("[Bo Tran|PERSON] is mayor, succeeding/VBG [Ann Lowe|PERSON].", ["Bo Tran: Mayor", "Ann Lowe: Mayor, former"]),
        (
            "[Ann Lowe|PERSON], the foreign minister of the day, left.",
            ["Ann Lowe: Minister of Foreign Affairs, former"],
        ),
    ],
)
def test_affiliations_that_verbs_give_and_take(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Prime Minister [Ann Lowe|PERSON] and her deputy [Bo Tran|PERSON] met.",
            ["Ann Lowe: Prime Minister", "Bo Tran: Deputy Prime Minister"],
        ),
        (
            "President [Ann Lowe|PERSON] praised her predecessor, [Bo Tran|PERSON], on Monday.",
            ["Ann Lowe: President", "Bo Tran: President, former"],
        ),
        (
            "Many [Republican|PARTY] politicians, including [Bo Tran|PERSON], left [Texas|GPE].",
            ["Bo Tran: Republican, USA"],
        ),
        (
            "President [Ann Lowe|PERSON]'s fellow [Republicans|PARTY] in [Texas|GPE] left.",
            ["Ann Lowe: President, Republican, USA"],
        ),
        (
            "In [Texas|GPE] three [Republican|PARTY] lawmakers wrote. Reps. [Ann Lowe|PERSON], [Bo Tran|PERSON] and "
            "[Cy Dunn|PERSON] signed.",
            [f"{name}: Member of Congress, Republican, USA" for name in ("Ann Lowe", "Bo Tran", "Cy Dunn")],
        ),
    ],
)
def test_affiliations_by_company(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected


ARTICLE = (
    "Prime Minister [{0} {1}|PERSON] and her deputy, [{2} {3}|PERSON], met [Chilean|NORP] President [{4} {5}|PERSON]. "
    "Mr. [{3}|PERSON] is also chair of [Lunden Watch|ORG]. [{5}|PERSON], who resigned/VBD as mayor, smiled/VBD."
)
SYLLABLES = st.sampled_from(
    ["Bra", "Dol", "Fen", "Gor", "Hul", "Jas", "Kel", "Lor", "Mon", "Nev", "Pol", "Tur", "Vin", "Zar"]
)
NAME = st.lists(SYLLABLES, min_size=2, max_size=3).map(lambda parts: "".join(parts).capitalize())


@settings(max_examples=25, deadline=None)
@given(st.lists(NAME, min_size=6, max_size=6, unique=True))
def test_affiliations_follow_renamed_people(names: list[str]) -> None:
    first = ["Alrun", "Bessel", "Corvin", "Dagmar", "Egbert", "Folkert"]
    before = affiliation_rows(ARTICLE.format(*first))
    after = affiliation_rows(ARTICLE.format(*names))
    renamed = dict(zip(first, names, strict=True))
    assert ["".join(renamed.get(word, word) for word in re.split(r"(\W+)", line)) for line in before] == after
