from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.articles import FieldNames, ReadOptions
from pipeline.articles.fields import Held, draft, find_articles

NAMES = FieldNames()


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"title": "T", "text": "Words"}, ("T", "Words", (), "")),
        ({"Headline": "T", "Body": "Words", "pubDate": "d"}, ("T", "Words", ("d",), "")),
        ({"title": "T", "maintext": "Words", "date_publish": "d", "_id": 7}, ("T", "Words", ("d",), "7")),
        ({"title": "", "headline": "T", "content": "Words"}, ("T", "Words", (), "")),
        ({"text": "Words", "content": "Other"}, ("", "Words", (), "")),
        ({"text": " ", "content": "Words"}, ("", "Words", (), "")),
        ({"body": ["One.", "Two.", None]}, ("", "One.\n\nTwo.", (), "")),
        ({"title": {"rendered": "T"}, "content": {"rendered": "Words", "protected": False}}, ("T", "Words", (), "")),
        ({"text": "Words", "date": {"$date": "d"}, "published": None}, ("", "Words", ("d",), "")),
        ({"text": "Words", "date": "d", "published_at": "p"}, ("", "Words", ("p", "d"), "")),
        ({"_id": "x", "_source": {"title": "T", "text": "Words"}}, ("T", "Words", (), "x")),
        # The publisher's id and name are not the article's.
        ({"source": {"id": "s", "title": "S"}, "title": "T", "content": "Words"}, ("T", "Words", (), "")),
    ],
)
def test_fields_guessed(record: dict[str, object], expected: tuple[str, str, tuple[str, ...], str]) -> None:
    found = draft(Held(record), NAMES, number=1)
    assert found is not None
    assert (found.title, found.body, found.published, found.own_id) == expected


@pytest.mark.parametrize("record", [{}, {"text": ""}, {"text": None}, {"text": True}, {"summary": "Words"}, {"a": [1]}])
def test_fields_without_a_text(record: dict[str, object]) -> None:
    assert draft(Held(record), NAMES, number=1) is None


def test_fields_configured_names_replace_the_guesses() -> None:
    names = FieldNames(title=("kop",), text=("meta.inhoud", "tekst"))
    found = draft(Held({"title": "X", "kop": "T", "text": "X", "meta": {"inhoud": "Words"}}), names, number=1)
    assert found is not None
    assert (found.title, found.body) == ("T", "Words")
    assert draft(Held({"title": "X", "text": "X"}), names, number=1) is None


def test_fields_options_take_one_name_as_text() -> None:
    assert ReadOptions.model_validate({"fields": {"text": "tekst"}}).fields.text == ("tekst",)


@pytest.mark.parametrize(
    ("document", "count"),
    [
        ([{"text": "a"}, {"text": "b"}], 2),
        ([1, {"text": "a"}], 2),
        ({"articles": [{"text": "a"}]}, 1),
        ({"response": {"docs": [{"body": "a"}, {"body": "b"}]}}, 2),
        ({"hits": {"hits": [{"_id": 1, "_source": {"text": "a"}}]}}, 1),
        ({"k1": {"text": "a"}, "k2": {"text": "b"}}, 2),
        ({"text": "a", "comments": [{"text": "b"}, {"text": "c"}]}, None),
        ({"article": {"title": "T", "body": "a"}}, None),
        ({"data": {"article": {"title": "T", "body": "a"}, "comments": [{"text": "b"}]}}, None),
    ],
)
def test_fields_find_articles(document: object, count: int | None) -> None:
    found = find_articles(document, NAMES)
    assert isinstance(found, Held) if count is None else isinstance(found, list) and len(found) == count


@pytest.mark.parametrize("document", [None, 1, "words", [], {}, [[]], [1], {"a": {"b": [{"c": 1}]}}])
def test_fields_find_no_articles(document: object) -> None:
    assert find_articles(document, NAMES) is None


def test_fields_key_of_a_mapping_is_the_id(tmp_path: Path) -> None:
    found = find_articles(json.loads('{"k1": {"text": "a"}, "k2": {"text": "b", "id": "own"}}'), NAMES)
    assert isinstance(found, list)
    drafts = [draft(held, NAMES, number=1) for held in found if isinstance(held, Held)]
    assert [found and found.own_id for found in drafts] == ["k1", "own"]


@pytest.mark.parametrize(
    ("fields", "source"),
    [
        ({}, ""),
        ({"source_domain": "lunden.example", "url": "https://x.example/1"}, "lunden.example"),
        ({"source": {"id": None, "name": "Lunden Post"}}, "Lunden Post"),
        ({"url": "https://www.lunden.example/1"}, "https://www.lunden.example/1"),
    ],
)
def test_fields_tell_the_source(fields: dict[str, object], source: str) -> None:
    found = draft(Held({"text": "Words"} | fields), NAMES, number=1)
    assert found is not None
    assert found.source == source
