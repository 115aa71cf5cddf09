"""The articles as the reader shows them, in parts that the page unpacks when one of their articles is opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import pandas as pd

from pipeline.records import Affiliation, ArticleResult, Fill, Person, SanctionEvent, Span

SIZE = 25
"""Articles in a part."""

Part = dict[str, Any]


def parts(results: Iterable[ArticleResult], people: pd.DataFrame) -> Iterator[Part]:
    """Yield the parts of a run: ``rules``, which mentions and cells name by number, and ``articles``.

    Args:
        results: articles with everything found in them, in run order.
        people: the run's table, whose ids count: a person of several articles has one there.
    """
    named = people.groupby("article_id", sort=False)["person_id"].agg(list).to_dict()
    rest = iter(results)
    while batch := tuple(islice(rest, SIZE)):
        rules = _Rules()
        articles = [_article(result, named.get(result.article.article_id, []), rules) for result in batch]
        yield {"rules": list(rules.numbers), "articles": articles}


class _Rules:
    """Rule ids of a part, each with its number in order of appearance."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def number(self, rule: str) -> int:
        return self.numbers.setdefault(rule, len(self.numbers))


def _article(result: ArticleResult, named: Sequence[str], rules: _Rules) -> dict[str, Any]:
    title = result.article.title
    ids = {person.person_id: name for person, name in zip(result.people, named, strict=True)}
    return {
        "id": result.article.article_id,
        "text": result.article.text,
        "title": _place(title) if title else None,
        "mentions": [
            [*_place(mention), mention.label.value, mention.canonical, rules.number(mention.rule)]
            for mention in result.mentions
        ],
        "people": [_person(person, ids) for person in result.people],
        "affiliations": [_affiliation(affiliation, ids, rules) for affiliation in result.affiliations],
        "events": [_event(event, rules) for event in result.events],
        "issues": [[issue.message, issue.start, issue.end] for issue in result.issues],
    }


def _place(span: Span) -> list[int]:
    return [span.start, span.end]


def _person(person: Person, ids: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": ids[person.person_id],
        "name": person.name,
        "aliases": list(person.aliases),
        "mentions": [_place(mention) for mention in person.mentions],
    }


def _affiliation(affiliation: Affiliation, ids: Mapping[str, str], rules: _Rules) -> dict[str, Any]:
    return {
        "person": ids[affiliation.person_id],
        "role": affiliation.role,
        "organization": affiliation.organization,
        "party": affiliation.party,
        "country": affiliation.country,
        "status": affiliation.status.value,
        "evidence": _place(affiliation.evidence),
        "cells": [_cell(fill, rules) for fill in affiliation.fills],
    }


def _event(event: SanctionEvent, rules: _Rules) -> dict[str, Any]:
    return {
        "id": event.event_id,
        "trigger": _place(event.trigger),
        "cells": [_cell(fill, rules) for fill in event.fills],
    }


def _cell(fill: Fill, rules: _Rules) -> list[Any]:
    return [fill.slot, fill.value, fill.start, fill.end, rules.number(fill.rule)]
