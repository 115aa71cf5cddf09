from __future__ import annotations

import re

import pytest

from pipeline.tables import TABLES, Kind

BINDING = {
    "articles": "article_id, path, title, published, published_basis, sentences, tokens, sha256, status",
    "entities": "article_id, start, end, text, label, canonical, sentence",
    "people": "article_id, person_id, name, aliases, mentions",
    "affiliations": "article_id, person_id, person, role, role_text, organization, party, country, status, start, end,"
    " evidence",
    "dates": "article_id, start, end, text, type, value, mod, earliest, latest",
    "events": "article_id, event_id, action, actors, senders, targets, target_countries, target_count, addressees,"
    " measures, law, law_id, reasons, date, date_text, date_earliest, date_latest, trigger, start, end, evidence,"
    " confidence, plover, cameo",
    "errors": "path, article_id, stage, error, message",
}
LISTS = {
    "people": {"aliases"},
    "events": {"actors", "senders", "targets", "target_countries", "addressees", "measures", "reasons"},
    "stories": {"senders", "target_countries", "targets", "article_ids"},
}
NUMBERS = {
    "articles": {"sentences", "tokens"},
    "people": {"mentions"},
    "entities": {"start", "end", "sentence"},
    "events": {"target_count", "start", "end", "confidence"},
    "stories": {"articles", "sources"},
}


@pytest.mark.parametrize("table", BINDING)
def test_columns_begin_with_those_that_others_rely_on(table: str) -> None:
    names = [column.name for column in TABLES[table]]
    binding = BINDING[table].split(", ")
    assert names[: len(binding)] == binding


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_named_once_and_explained(table: str) -> None:
    columns = TABLES[table]
    assert len({column.name for column in columns}) == len(columns)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", column.name) for column in columns)
    assert all(column.meaning for column in columns)


@pytest.mark.parametrize("table", [*LISTS, "articles", "entities"])
def test_columns_hold_the_kind_of_value_that_they_should(table: str) -> None:
    kinds = {kind: {column.name for column in TABLES[table] if column.kind is kind} for kind in Kind}
    assert kinds[Kind.LIST] == LISTS.get(table, set())
    assert kinds[Kind.INT] | kinds[Kind.FLOAT] == NUMBERS[table]
