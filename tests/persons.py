"""Results of articles about invented people, for tests of what compares articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from pipeline.records import Affiliation, Article, ArticleResult, Fill, Mention, Person, SanctionEvent, Span
from pipeline.vocabularies import Action, Label, Slot

TIE = ("role", "organization", "party", "country")
NOWHERE = Span(start=0, end=0, text="")


def person_result(
    article_id: str,
    people: Iterable[tuple[str, Sequence[str]]],
    *,
    published: date | None = None,
    targets: Sequence[str] = (),
    target_countries: Sequence[str] = (),
) -> ArticleResult:
    """Return a result with persons, each given as (name, ties); a tie is "role, organisation, party, country"."""
    persons: list[Person] = []
    ties: list[Affiliation] = []
    for number, (name, told) in enumerate(people, start=1):
        person_id = f"{article_id}:p{number}"
        mention = Mention(start=0, end=0, text=name, label=Label.PERSON, rule="test")
        persons.append(Person(person_id=person_id, name=name, mentions=(mention,)))
        for tie in told:
            parts = dict(zip(TIE, (part.strip() for part in tie.split(",")), strict=True))
            ties.append(Affiliation(person_id=person_id, person=name, evidence=NOWHERE, **parts))
    fills = [(Slot.TARGETS, target) for target in targets]
    fills += [(Slot.TARGET_COUNTRIES, country) for country in target_countries]
    event = SanctionEvent(
        event_id=f"{article_id}:e1",
        action=Action.IMPOSE,
        trigger=NOWHERE,
        evidence=NOWHERE,
        fills=tuple(Fill(slot=slot, value=value, rule="test") for slot, value in fills),
    )
    return ArticleResult(
        article=Article(article_id=article_id, path=f"{article_id}.txt", text="", published=published),
        people=tuple(persons),
        affiliations=tuple(ties),
        events=(event,) if targets else (),
    )
