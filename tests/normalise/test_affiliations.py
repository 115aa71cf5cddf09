from __future__ import annotations

import pytest

from pipeline.lexicon import shared
from pipeline.normalise.affiliations import PeopleNames
from pipeline.normalise.places import Codes
from pipeline.records import AffiliationLink, Linked, Mention, PersonCluster, Span
from pipeline.vocabularies import Label, Status


@pytest.fixture(scope="module")
def people_names() -> PeopleNames:
    lexicon = shared()
    return PeopleNames(lexicon, Codes(lexicon))


def mention(text: str, label: Label, start: int = 0, entry: str = "") -> Mention:
    return Mention(start=start, end=start + len(text), text=text, label=label, rule="test", entry=entry)


def link(
    role: str = "",
    *,
    party: str = "",
    organization: str = "",
    country: str = "",
    status: Status = Status.CURRENT,
    start: int = 0,
) -> AffiliationLink:
    return AffiliationLink(
        person=0,
        role=mention(role, Label.ROLE, start) if role else None,
        party=mention(party, Label.PARTY, start) if party else None,
        organization=mention(organization, Label.ORG, start) if organization else None,
        country=mention(country, Label.GPE, start) if country else None,
        status=status,
        evidence=Span(start=start, end=start + 1, text="x"),
        rule="test",
    )


def lines(people_names: PeopleNames, links: list[AffiliationLink], context: str = "") -> list[str]:
    states = [mention(state, Label.GPE) for state in context.split()]
    parties = [found.party for found in links if found.party is not None]
    linked = Linked(
        sentences=(),
        mentions=(*states, *parties),
        people=(PersonCluster(names=(mention("Ann Lowe", Label.PERSON),)),),
        affiliations=tuple(links),
    )
    people = people_names.people(linked, "a")
    found = people_names.affiliations(linked, people)
    return [" / ".join((a.role, a.party, a.organization, a.country, a.status.value)) for a in found]


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([link("president"), link("President", country="Chile", start=5)], ["President /  /  / CHL / current"]),
        ([link("mayor"), link("mayor", status=Status.FORMER, start=5)], ["Mayor /  /  /  / former"]),
        (
            [link("president", organization="Lunden Watch"), link("president", organization="Plovex", start=5)],
            ["President /  / Lunden Watch /  / current", "President /  / Plovex /  / current"],
        ),
        ([link("foreign minister"), link("minister", start=5)], ["Minister of Foreign Affairs /  /  /  / current"]),
        (
            [link("director", organization="Plovex"), link(organization="Plovex", start=5)],
            ["Director /  / Plovex /  / current"],
        ),
        ([link(organization="Plovex")], [" /  / Plovex /  / current"]),
        ([link("Secretary of State")], ["Secretary of State /  /  / USA / current"]),
    ],
)
def test_affiliations_say_each_thing_once(
    people_names: PeopleNames, links: list[AffiliationLink], expected: list[str]
) -> None:
    assert lines(people_names, links) == expected


@pytest.mark.parametrize(
    ("links", "context", "expected"),
    [
        ([link("MP", party="Conservative")], "Canada", "Member of Parliament / Conservative /  / CAN / current"),
        ([link("MP", party="Conservative")], "Britain", "Member of Parliament / Conservative /  / GBR / current"),
        (
            [link("MP", party="Conservative", country="Britain")],
            "Canada Canada",
            "Member of Parliament / Conservative /  / GBR / current",
        ),
        ([link("MP", party="Liberal")], "", "Member of Parliament / Liberal /  /  / current"),
        ([link("leader", party="NDP")], "Canada", "Party Leader / NDP /  / CAN / current"),
    ],
)
def test_affiliations_take_the_party_of_the_state(
    people_names: PeopleNames, links: list[AffiliationLink], context: str, expected: str
) -> None:
    assert lines(people_names, links, context) == [expected]


def test_affiliations_trace_every_cell(people_names: PeopleNames) -> None:
    linked = Linked(
        sentences=(),
        mentions=(),
        people=(PersonCluster(names=(mention("Ann Lowe", Label.PERSON),)),),
        affiliations=(link("president", country="Chile", start=7),),
    )
    (row,) = people_names.affiliations(linked, people_names.people(linked, "a"))
    assert [(fill.slot, fill.value, fill.start) for fill in row.fills] == [
        ("role", "President", 7),
        ("role_text", "president", 7),
        ("country", "CHL", 7),
    ]
