"""The time tagger as a spaCy component; all sentences are invented."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from pipeline.errors import SettingsError
from pipeline.mentions import dated


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("time_tagger", config={"published": "2020-07-14"})
    return nlp


def rows(doc: Doc) -> list[tuple[str, str, str]]:
    return [(span.text, span.label_, span._.timex_value) for span in doc.spans["dates"]]


def test_dated_gives_values_to_any_pipeline(nlp: Language) -> None:
    doc = nlp("Ottawa acted last Thursday, and in early June, after ten years.")
    assert rows(doc) == [
        ("last Thursday", "DATE", "2020-07-09"), ("early June", "DATE", "2020-06"), ("ten years", "DURATION", "P10Y"),
    ]  # fmt: skip
    june = doc.spans["dates"][1]
    assert (june._.timex_mod, june._.timex_earliest, june._.timex_latest) == ("START", "2020-06-01", "2020-06-15")
    assert june._.timex_edtf == "2020-06-01/2020-06-15"
    assert june.id_
    assert nlp.analyze_pipes()["problems"] == {"time_tagger": []}


def test_dated_takes_the_document_s_own_day(nlp: Language) -> None:
    doc = nlp.make_doc("Ottawa acted yesterday.")
    doc._.published = "2021-01-01"
    assert rows(nlp(doc)) == [("yesterday", "DATE", "2020-12-31")]


def test_dated_leaves_open_what_no_day_places() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("time_tagger")
    assert rows(nlp("Ottawa acted on Tuesday.")) == [("Tuesday", "DATE", "XXXX-WXX-2")]


def test_dated_drops_what_a_name_holds(nlp: Language) -> None:
    doc = nlp.make_doc("June Carter spoke Monday.")
    doc.ents = [Span(doc, 0, 2, label="PERSON")]
    assert rows(nlp(doc)) == [("Monday", "DATE", "2020-07-13")]


def test_dated_values_survive_a_doc_bin(nlp: Language) -> None:
    kept = DocBin(store_user_data=True, docs=[nlp("Ottawa acted in May 2019.")]).to_bytes()
    (doc,) = DocBin().from_bytes(kept).get_docs(nlp.vocab)
    assert rows(doc) == [("May 2019", "DATE", "2019-05")]


def test_dated_refuses_what_is_no_day() -> None:
    with pytest.raises(SettingsError, match="write it as 2020-07-14"):
        spacy.blank("en").add_pipe("time_tagger", config={"published": "14 July"})


def test_dated_is_told_to_spacy_when_installed() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module, _, name = project["entry-points"]["spacy_factories"]["time_tagger"].partition(":")
    assert (module, getattr(dated, name)) == (dated.__name__, dated.make_time_tagger)
