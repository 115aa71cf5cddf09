from __future__ import annotations

import pytest
from affiliation_rows import affiliation_rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A [spokesman|ROLE] for the prime minister, [Cy Dunn|PERSON], said/VBD no.", ["Cy Dunn: Spokesperson"]),
        (
            "A [spokesman|ROLE] for President [Bo Tran|PERSON], [Cy Dunn|PERSON], said/VBD no.",
            ["Cy Dunn: Spokesperson", "Bo Tran: President"],
        ),
        (
            "A [representative|ROLE] for the [Russian|NORP] [lawyer|ROLE], [Ann Lowe|PERSON], said/VBD no.",
            ["Ann Lowe: Lawyer, RUS"],
        ),
        ("Interior Minister spokesman [Bo Tran|PERSON] said/VBD so.", ["Bo Tran: Spokesperson"]),
        (
            "Two opposition leaders and former [Chilean|NORP] President [Bo Tran|PERSON] stand trial.",
            ["Bo Tran: President, CHL, former"],
        ),
        (
            "They named/VBD [Ann Lowe|PERSON] as deputy prime minister and Justice Secretary [Bo "
            "Tran|PERSON] as mayor.",
            ["Ann Lowe: Deputy Prime Minister", "Bo Tran: Justice Secretary", "Bo Tran: Mayor"],
        ),
        ("The [head|ROLE] of the national security office [Bo Tran|PERSON] was sanctioned/VBN.", ["Bo Tran: Chair"]),
        (
            "Commander-in-Chief of the [Burmese|NORP] military forces [Bo Tran|PERSON] was sanctioned/VBN.",
            ["Bo Tran: Commander-in-Chief, MMR"],
        ),
        (
            "Senators [Ann Lowe|PERSON] of [Florida|GPE], [Bo Tran|PERSON] of [Utah|GPE] and [Cy "
            "Dunn|PERSON] of [Texas|GPE] wrote/VBD.",
            ["Ann Lowe: Senator, USA", "Bo Tran: Senator, USA", "Cy Dunn: Senator, USA"],
        ),
        (
            "Reps. [Ann Lowe|PERSON], D-Ga., and [Bo Tran|PERSON], D-Calif., wrote/VBD.",
            ["Ann Lowe: Member of Congress, Democratic, USA", "Bo Tran: Member of Congress, Democratic, USA"],
        ),
        (
            "Finance Minister [Ann Lowe|PERSON] of [Peru|GPE], [Bo Tran|PERSON] and others met/VBD.",
            ["Ann Lowe: Minister of Finance, PER"],
        ),
        ("The president of the country's chess federation, [Ann Lowe|PERSON], said/VBD no.", ["Ann Lowe: President"]),
        (
            "[Ann Lowe|PERSON], the [head|ROLE] of the [Foreign Ministry|ORG]'s Asia bureau, said/VBD no.",
            ["Ann Lowe: Chair, Foreign Ministry"],
        ),
        ("The speaker of [Iran|GPE]'s parliament, [Bo Tran|PERSON], visited/VBD.", ["Bo Tran: Speaker, IRN"]),
        ("[Ann Lowe|PERSON], now a senator, spoke/VBD.", ["Ann Lowe: Senator"]),
        ("[Ann Lowe|PERSON], in [May|DATE] the guest of the mayor, left/VBD.", []),
        (
            "[Ann Lowe|PERSON], President [Bo Tran|PERSON]'s adviser, left/VBD.",
            ["Ann Lowe: Adviser", "Bo Tran: President"],
        ),
        (
            "[Ann Lowe|PERSON], then-Governor [Bo Tran|PERSON]'s deputy chief of staff, left/VBD.",
            ["Ann Lowe: Deputy Chief of Staff, former", "Bo Tran: Governor, former"],
        ),
        ("[Ann Lowe|PERSON], one of the senators who objected/VBD, left/VBD.", ["Ann Lowe: Senator"]),
        ("[Ann Lowe|PERSON], an exiled/VBN lawyer, left/VBD.", ["Ann Lowe: Lawyer"]),
        (
            "[Ann Lowe|PERSON], a [Liberal Democrat|PARTY] and former justice minister, left/VBD [Japan|GPE].",
            ["Ann Lowe: Minister of Justice, Liberal Democratic, GBR, former"],
        ),
        (
            "A [lawyer|ROLE] at [Lunden Watch|ORG] and a [member|ROLE] of the [Greens|PARTY], [Ann "
            "Lowe|PERSON] said/VBD no.",
            ["Ann Lowe: Lawyer, Lunden Watch", "Ann Lowe: Member, Greens, Greens"],
        ),
        ("A lawyer said/VBD [Ann Lowe|PERSON] left/VBD.", []),
        ("[Ann Lowe|PERSON], the [Kenyan|NORP] chargé d'affaires, left/VBD.", ["Ann Lowe: Chargé d'Affaires, KEN"]),
        (
            "[Ann Lowe|PERSON], the [head|ROLE] of the [Foreign Ministry|ORG]'s [Asia Bureau|ORG].",
            ["Ann Lowe: Chair, Foreign Ministry"],
        ),
        (
            "[Egyptian|NORP] foreign minister [Cy Dunn|PERSON] and his [Greek|NORP] and [French|NORP] "
            "counterparts, [Ann Lowe|PERSON] and [Bo Tran|PERSON], met/VBD.",
            [
                "Cy Dunn: Minister of Foreign Affairs, EGY",
                "Ann Lowe: Minister of Foreign Affairs, GRC",
                "Bo Tran: Minister of Foreign Affairs, FRA",
            ],
        ),
        (
            "[Russian|NORP] Foreign Minister [Bo Tran|PERSON] met/VBD his [Georgian|NORP] counterpart, [Ann "
            "Lowe|PERSON].",
            ["Bo Tran: Minister of Foreign Affairs, RUS", "Ann Lowe: Minister of Foreign Affairs, GEO"],
        ),
        (
            "The council president, [Peru|GPE]'s ambassador [Bo Tran|PERSON], said/VBD no.",
            ["Bo Tran: President, PER", "Bo Tran: Ambassador, PER"],
        ),
        (
            "The prime ministers of [Chile|GPE] and [Peru|GPE], [Ann Lowe|PERSON] and [Bo Tran|PERSON], met/VBD.",
            ["Ann Lowe: Prime Minister, CHL", "Bo Tran: Prime Minister, PER"],
        ),
        (
            "[Ann Lowe|PERSON], a [Marsh|PERSON] [adviser|ROLE], left/VBD.",
            ["Ann Lowe: Adviser"],
        ),
        ("[Ann Lowe|PERSON], [Marsh|PERSON] and the [adviser|ROLE] left/VBD.", []),
        (
            "[Ann Lowe|PERSON], the [Chilean|NORP] envoy responsible/JJ for oil, left/VBD.",
            ["Ann Lowe: Envoy, CHL"],
        ),
        ("Prime Minister [Ann Lowe|PERSON] of the [Chile|GPE] left/VBD.", ["Ann Lowe: Prime Minister, CHL"]),
        (
            "Senator [Ann Lowe|PERSON] of [Georgia|GPE], a [Republican|PARTY], left/VBD.",
            ["Ann Lowe: Senator, Republican, USA"],
        ),
        ("Senator [Ann Lowe|PERSON] of [Georgia|GPE] left/VBD.", ["Ann Lowe: Senator, GEO"]),
        (
            "Senators [Ann Lowe|PERSON], a [Democrat|PARTY], and [Bo Tran|PERSON], a [Republican|PARTY], met/VBD in "
            "[Ohio|GPE].",
            ["Ann Lowe: Senator, Democratic, USA", "Bo Tran: Senator, Republican, USA"],
        ),
        (
            "Senator [Ann Lowe|PERSON], a [Democrat|PARTY], and [Bo Tran|PERSON], a [Republican|PARTY], met/VBD in "
            "[Ohio|GPE].",
            ["Ann Lowe: Senator, Democratic, USA", "Bo Tran: Republican, USA"],
        ),
        ("The speaker, [Ann Lowe|PERSON] of the [Reform Party|PARTY], left/VBD.", ["Ann Lowe: Speaker, Reform Party"]),
    ],
)
def test_appositions_tie_roles_beside_a_name(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected
