from __future__ import annotations

import pytest
from affiliation_rows import affiliation_rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[Bo Tran|PERSON] has/VBZ served/VBN as [Kenyan|NORP] president since [2013|DATE].",
            ["Bo Tran: President, KEN"],
        ),
        ("[Bo Tran|PERSON] served/VBD as [Kenyan|NORP] president.", ["Bo Tran: President, KEN, former"]),
        (
            "[Bo Tran|PERSON], who had/VBD been foreign minister, left/VBD.",
            ["Bo Tran: Minister of Foreign Affairs, former"],
        ),
        ("The king/NN appointed/VBD [Ann Lowe|PERSON] prime minister.", ["Ann Lowe: Prime Minister"]),
        ("Parliament/NN elected/VBD [Ann Lowe|PERSON] its ninth speaker.", ["Ann Lowe: Speaker"]),
        ("Parliament will/MD elect/VB [Ann Lowe|PERSON] speaker.", []),
        ("[Ann Lowe|PERSON] said/VBD that parliament would/MD elect/VB a president.", []),
        ("[Ann Lowe|PERSON] was convinced/VBN the president would/MD sign/VB.", []),
        ("[Ann Lowe|PERSON] will work/VB with whoever emerges/VBZ as [Pakistan|GPE]'s prime minister.", []),
        ("[Ann Lowe|PERSON] announced/VBD [Chile|GPE] joined/VBD as a member of the [Lunden Pact|ORG].", []),
        ("The alliance wants/VBZ [Bo Tran|PERSON] as prime minister.", []),
        (
            "[Ann Lowe|PERSON] was dropped/VBN as finance minister on [Friday|DATE].",
            ["Ann Lowe: Minister of Finance, former"],
        ),
        (
            "[Ann Lowe|PERSON]'s dismissal as finance minister shook/VBD [Chile|GPE].",
            ["Ann Lowe: Minister of Finance, CHL, former"],
        ),
        (
            "[Ann Lowe|PERSON]'s reinstatement as finance minister shook/VBD [Chile|GPE].",
            ["Ann Lowe: Minister of Finance, CHL"],
        ),
        ("He will/MD succeed/VB [Ann Lowe|PERSON] as mayor. [Bo Tran|PERSON] said/VBD so.", ["Ann Lowe: Mayor"]),
        (
            "[Ann Lowe|PERSON] was appointed/VBN by President [Bo Tran|PERSON] as treasurer.",
            ["Ann Lowe: Treasurer", "Bo Tran: President"],
        ),
        (
            "[Ann Lowe|PERSON] was replaced/VBN by [Bo Tran|PERSON] as treasurer.",
            ["Ann Lowe: Treasurer, former", "Bo Tran: Treasurer"],
        ),
        ("[Ann Lowe|PERSON] worked/VBD for [Bo Tran|PERSON] as treasurer.", ["Ann Lowe: Treasurer, former"]),
        ("[Ann Lowe|PERSON] praised/VBD [Bo Tran|PERSON] as a mediator.", ["Bo Tran: Mediator"]),
        (
            "They met/VBD [Ann Lowe|PERSON] and [Bo Tran|PERSON] in his capacity as mediator.",
            ["Bo Tran: Mediator"],
        ),
        (
            "Voters made/VBD [Ann Lowe|PERSON] the president and [Bo Tran|PERSON] the vice-president.",
            ["Ann Lowe: President", "Bo Tran: Vice President"],
        ),
        (
            "He names/VBZ [Ann Lowe|PERSON] as the premier and [Bo Tran|PERSON] as the treasurer.",
            ["Ann Lowe: Premier", "Bo Tran: Treasurer"],
        ),
        ("They met/VBD [Ann Lowe|PERSON] and [Bo Tran|PERSON] as the treasurer slept/VBD.", []),
        (
            "[Ann Lowe|PERSON], who beat/VBD [Bo Tran|PERSON], took/VBD office as mayor.",
            ["Ann Lowe: Mayor"],
        ),
        ("[Ann Lowe|PERSON], who met/VBD [Bo Tran|PERSON] as mayor.", ["Bo Tran: Mayor"]),
        ("[Ann Lowe|PERSON] served/VBD as one of the [advisers|ROLE] of the bank.", ["Ann Lowe: Adviser, former"]),
    ],
)
def test_tenures_are_given_by_verbs(text: str, expected: list[str]) -> None:
    assert affiliation_rows(text) == expected
