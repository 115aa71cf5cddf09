from __future__ import annotations

import pytest

from pipeline.lexicon import FormIndex, Lexicon
from pipeline.lexicon.schema import Portfolio, Role, RoleRule, RoleTemplate
from pipeline.lexicon.titles import head_word, plural, singular, title_case, titles

STANDARD = """
President, Vice President, Prime Minister, Deputy Prime Minister, Chancellor, King, Queen, Crown Prince, Emir,
Supreme Leader, Premier, Governor, Mayor, Secretary of State, Treasury Secretary, Foreign Secretary,
Attorney General, Senator, Member of Parliament, Member of Congress, Speaker, Party Leader,
Deputy Party Leader, Ambassador, Spokesperson, Secretary-General, Chair, Director, Chief Executive, Judge,
General, National Security Advisor, Special Envoy, Member, Founder, Owner, Businessman, Lawyer, Analyst,
Professor, Activist, Journalist
"""
"""The standard role names of the annotation guidelines that are no template's."""


@pytest.fixture(scope="module")
def index(lexicon: Lexicon) -> FormIndex[Role]:
    return FormIndex(titles(lexicon))


def test_roles_hold_every_standard_name(lexicon: Lexicon) -> None:
    names = {role.name for role in lexicon.entries(Role).values()}
    assert {" ".join(name.split()) for name in STANDARD.split(",")} <= names


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Foreign Minister", "Minister of Foreign Affairs"),
        ("foreign affairs minister", "Minister of Foreign Affairs"),
        ("Global Affairs Minister", "Minister of Foreign Affairs"),
        ("minister for external affairs", "Minister of Foreign Affairs"),
        ("Ministers of Finance", "Minister of Finance"),
        ("Defence Minister", "Minister of Defence"),
        ("vice foreign minister", "Vice Foreign Minister"),
        ("Secretary of the Treasury", "Treasury Secretary"),
        ("Commerce Secretary", "Commerce Secretary"),
        ("Secretary of Commerce", "Secretary of Commerce"),
        ("national security adviser", "National Security Advisor"),
        ("spokeswomen", "Spokesperson"),
        ("Sens.", "Senator"),
        ("congressman", "Member of Congress"),
        ("CEO", "Chief Executive"),
        ("secretaries-general", "Secretary-General"),
        ("media tycoon", "Businessman"),
    ],
)
def test_roles_are_found_in_many_spellings(index: FormIndex[Role], written: str, name: str) -> None:
    assert name in {match.entry.name for match in index.find(written) if match.form.strong}


@pytest.mark.parametrize("written", ["sens", "ceo", "prime", "the president", "foreign", "ministry of finance"])
def test_roles_leave_near_misses(index: FormIndex[Role], written: str) -> None:
    assert index.find(written) == []


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("secretary of state", "secretaries of state"),
        ("spokesman", "spokesmen"),
        ("coach", "coaches"),
        ("member of parliament", "members of parliament"),
        ("mp", "mps"),
        ("deputy", "deputies"),
        ("minister for women", "ministers for women"),
    ],
)
def test_titles_are_declined_at_their_head(one: str, several: str) -> None:
    assert (plural(one), singular(several), singular(one)) == (several, one, one)


def test_titles_know_head_and_capitals() -> None:
    assert head_word("deputy secretary of state") == "secretary"
    assert title_case("minister for the South of France") == "Minister for the South of France"
    assert title_case("of counsel") == "Of Counsel"


def test_templates_have_a_place_for_the_portfolio(lexicon: Lexicon) -> None:
    for template in lexicon.entries(RoleTemplate).values():
        assert all("{words}" in pattern for pattern in template.patterns), template.id
        assert "{name}" in template.name or "{words}" in template.name, template.id


def test_portfolios_share_no_words(lexicon: Lexicon) -> None:
    words = [word for portfolio in lexicon.entries(Portfolio).values() for word in portfolio.words]
    assert len(words) == len(set(words))


def test_role_rules_give_a_role_or_take_the_possessors(lexicon: Lexicon) -> None:
    for rule in lexicon.entries(RoleRule).values():
        assert rule.role or rule.company == "person", rule.id
        assert not rule.of or rule.company == "person", rule.id


def test_roles_contained_in_others_name_roles_or_groups(lexicon: Lexicon) -> None:
    roles = lexicon.entries(Role)
    groups = {role.group for role in roles.values()}
    for role in roles.values():
        assert set(role.within) <= set(roles) | groups, role.id
