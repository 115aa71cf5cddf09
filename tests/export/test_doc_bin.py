from __future__ import annotations

import json
from pathlib import Path

import spacy
from samples import CODES, TEXT, result
from spacy.tokens import DocBin

from export.test_export import exported, opened
from pipeline.records import ArticleResult
from pipeline.tables import build


def test_doc_bin_is_read_by_spacy(tmp_path: Path) -> None:
    (path,) = exported("spacy", tmp_path)
    one, bare, two = DocBin().from_disk(path).get_docs(spacy.blank("en").vocab)
    assert [doc.user_data["article_id"] for doc in (one, bare, two)] == ["one", "bare", "two"]
    assert one.text == TEXT
    assert one.user_data["published"] == "2021-05-04"
    groups = {name: [(span.text, span.label_, span.id_) for span in group] for name, group in one.spans.items()}
    assert groups == {
        "mentions": [("Minister", "ROLE", "Minister"), ("Ida Berg", "PERSON", "Ida Berg")],
        "triggers": [("froze", "impose", "one-e1")],
        "evidence": [("froze assets of Ruritania and Sylvania", "impose", "one-e1")],
        "cells": [
            ("Ida Berg", "actors", "one-e1"),
            ("Ruritania", "targets", "one-e1"),
            ("Sylvania", "targets", "one-e1"),
            ("froze assets", "measures", "one-e1"),
            ("Monday", "date", "one-e1"),
        ],
    }
    assert not any(bare.spans.values())


def test_doc_bin_keeps_offsets_that_are_no_tokens(tmp_path: Path) -> None:
    made = json.loads(result("one").model_dump_json())
    start = TEXT.index("ister")
    made["mentions"][0] |= {"start": start, "end": start + 5, "text": "ister"}
    exporter = opened("spacy", tmp_path)
    exporter.feed(build([ArticleResult.model_validate(made)], [], codes=CODES))
    (path,) = exporter.close()
    (doc,) = DocBin().from_disk(path).get_docs(spacy.blank("en").vocab)
    assert doc.spans["mentions"][0].text == "Minister"
    assert list(doc.user_data["spans"]["mentions"][0]) == [start, start + 5]
