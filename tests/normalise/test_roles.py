from __future__ import annotations

import pytest

from pipeline.lexicon import shared
from pipeline.normalise.roles import Company, RoleName, Roles


@pytest.fixture(scope="module")
def roles() -> Roles:
    return Roles(shared())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Foreign Minister", "Minister of Foreign Affairs"),
        ("sunken villages minister", "Minister of Sunken Villages"),
        ("minister for sunken villages", "Minister of Sunken Villages"),
        ("cabinet minister", "Minister"),
        ("foreign affairs spokesman", "Spokesperson"),
        ("spokesperson for sunken villages", "Spokesperson"),
        ("state representative", "State Representative"),
        ("district councillor", "Councillor"),
        ("first minister of scotland", "First Minister"),
        ("defence analyst", "Analyst"),
        ("whistle-blowing lawyer", "Lawyer"),
        ("senior prosecutor", "Senior Prosecutor"),
        ("deputy director", "Deputy Director"),
        ("fertility expert", "Fertility Expert"),
        ("vice-president of research", "Vice President"),
        ("head of developmental genetics", "Head of Developmental Genetics"),
        ("assistant secretary of state for the Near East", "Assistant Secretary of State for the Near East"),
        ("night watchmen", "Night Watchman"),
        ("Sen.", "Senator"),
        ("first vice-president", "Vice President"),
    ],
)
def test_roles_get_their_standard_name(roles: Roles, text: str, name: str) -> None:
    assert roles.standard(text).name == name


@pytest.mark.parametrize(
    ("text", "company", "name"),
    [
        ("leader", Company(party=True, organisation=True), "Party Leader"),
        ("leader", Company(countries=("CHN",)), "Leader"),
        ("head", Company(organisation=True), "Chair"),
        ("chief", Company(codes=("UN",), organisation=True), "Secretary-General"),
        ("sanctions chief", Company(codes=("UN",), organisation=True), "Sanctions Chief"),
        ("envoy", Company(codes=("UN", "RUS"), countries=("RUS",), organisation=True), "Ambassador"),
        ("envoy", Company(codes=("UN",), organisation=True), "Special Envoy"),
        ("envoy", Company(), "Envoy"),
        ("chancellor", Company(countries=("GBR",)), "Chancellor of the Exchequer"),
        ("chancellor", Company(countries=("DEU",)), "Chancellor"),
        ("top diplomat", Company(countries=("USA",)), "Secretary of State"),
        ("top diplomat", Company(countries=("CHN",)), "Minister of Foreign Affairs"),
        ("Representative", Company(countries=("USA",)), "Member of Congress"),
        ("representative", Company(countries=("FRA",)), "Representative"),
        ("deputy leader", Company(party=True), "Deputy Party Leader"),
        ("member", Company(codes=("DEU",), organisation=True, legislature=True), "Member of Parliament"),
        ("member", Company(codes=("EU",), organisation=True, legislature=True), "Member of the European Parliament"),
        ("member", Company(codes=("DEU",), organisation=True), "Member"),
    ],
)
def test_roles_depend_on_their_company(roles: Roles, text: str, company: Company, name: str) -> None:
    assert roles.standard(text, company=company).name == name


def test_roles_take_the_entry_that_a_rule_gave(roles: Roles) -> None:
    assert roles.standard("deputy", entry="deputy-prime-minister").name == "Deputy Prime Minister"
    assert roles.standard("counterpart", entry="minister.foreign-affairs").name == "Minister of Foreign Affairs"


@pytest.mark.parametrize(
    ("role", "others", "expected"),
    [
        ("minister", ["minister-of-foreign-affairs"], True),
        ("general", ["lieutenant-general"], True),
        ("minister", ["mayor"], False),
        ("mayor", ["minister"], False),
        ("minister", ["minister"], False),
    ],
)
def test_roles_may_say_nothing_new(roles: Roles, role: str, others: list[str], expected: bool) -> None:
    def named(identifier: str) -> RoleName:
        found = roles.entry(identifier)
        assert found is not None
        return found

    assert roles.says_nothing_new(named(role), [named(other) for other in others]) is expected
