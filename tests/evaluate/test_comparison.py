from __future__ import annotations

import pytest

from pipeline.evaluate.comparison import Comparison, PlainResolver, named_person

PEOPLE = ("Orsolya Brandt", "Thi Mai Pham", "Anton Keller", "Vera Keller", "Sunniva May")


class Atlas(PlainResolver):
    """Knows two countries, a law and a party under several names."""

    def party(self, text: str, country: str) -> str:
        known = {("Greens", "NOR"): "no-green", ("Green Party", "NOR"): "no-green", ("Greens", "SWE"): "se-green"}
        return known.get((text, country), "")

    def country(self, text: str) -> str:
        return {"Oslo": "NOR", "Norway": "NOR", "Sweden": "SWE"}.get(text, "")

    def law(self, text: str) -> str:
        return {"Act on Restrictive Measures": "law-1", "Oslo sanctions law": "law-1"}.get(text, "")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("62 lawmakers", "62 lawmakers"),
        ("the Norwegian foreign ministry", "Norwegian foreign ministry"),
        # Dice of exactly a half: {62, lawmakers}, {62, members}.
        ("62 lawmakers", "62 members"),
        # {officials, accountable, abuses}, {officials}: 2*1/4.
        ("officials accountable for the abuses", "officials"),
        # Same person, though the words alone give 2*1/5.
        ("Sen. Thi Mai Pham", "Pham"),
        ("Trade Minister Dr. Orsolya Brandt", "Brandt"),
        # Same country, no word in common.
        ("Oslo", "Norway"),
        ("the Oslo sanctions law", "Act on Restrictive Measures"),
    ],
)
def test_comparison_same_text_matches(first: str, second: str) -> None:
    comparison = Comparison(Atlas(), PEOPLE)
    assert comparison.same_text(first, second)
    assert comparison.same_text(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("62 lawmakers", "three ministers"),
        # {officials, accountable, abuses, camps}, {officials}: 2*1/5.
        ("officials accountable for the abuses in camps", "officials"),
        ("allies of Orsolya Brandt in both houses", "Brandt"),
        ("Sen. Vera Keller of the northern district", "Sen. Anton Keller who sits for it"),
        ("Oslo", "Sweden"),
        ("", "Sweden"),
    ],
)
def test_comparison_same_text_differs(first: str, second: str) -> None:
    assert not Comparison(Atlas(), PEOPLE).same_text(first, second)


def test_comparison_plain_resolver_knows_no_country() -> None:
    assert not Comparison(PlainResolver(), ()).same_text("Oslo", "Norway")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Orsolya Brandt", "Orsolya Brandt"),
        ("former trade minister Orsolya Brandt", "Orsolya Brandt"),
        ("Brandt", "Orsolya Brandt"),
        ("Anton Keller", "Anton Keller"),
        # Ambiguous, a phrase with more than the person in it, lower case, or someone else.
        ("Keller", ""),
        ("allies of Orsolya Brandt", ""),
        ("Brandt administration", ""),
        ("a ban in may", ""),
        ("Sverre Dahl", ""),
        ("", ""),
    ],
)
def test_comparison_named_person(text: str, person: str) -> None:
    assert named_person(text, PEOPLE) == person


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (("Greens", "NOR"), ("Green Party", "NOR"), True),
        # The country that one side lacks is taken from the other.
        (("Greens", "NOR"), ("Green Party", ""), True),
        (("Greens", "NOR"), ("Greens", "SWE"), False),
        # Parties that the resolver does not know are compared as words.
        (("Centre", "NOR"), ("CENTRE", "NOR"), True),
        (("Centre", "NOR"), ("Labour", "NOR"), False),
    ],
)
def test_comparison_same_party(first: tuple[str, str], second: tuple[str, str], same: bool) -> None:
    assert Comparison(Atlas(), ()).same_party(first, second) is same
    assert Comparison(Atlas(), ()).same_party(second, first) is same
