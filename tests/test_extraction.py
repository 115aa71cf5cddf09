from __future__ import annotations

import doctest
import subprocess
import sys
from collections.abc import Iterator
from datetime import date

import pytest

import pipeline.extraction
from pipeline.errors import SettingsError
from pipeline.extraction import Extractor
from pipeline.stages import Stages
from pipeline.tables import TABLES

TEXT = "Canada has imposed sanctions on Belarus, Ida Berg said on Monday."


@pytest.fixture(scope="module")
def extractor(stages: Stages) -> Iterator[Extractor]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline.extraction, "Stages", lambda settings: stages)
        made = pipeline.load(published="2021-08-11")
    with made:
        yield made


def test_extraction_example_of_the_documentation_runs(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_default", lambda: extractor)
    (example,) = (found for found in doctest.DocTestFinder().find(pipeline) if found.examples)
    assert example.name == "pipeline.extract"
    assert doctest.DocTestRunner().run(example).failed == 0


def test_extraction_gives_every_table(extractor: Extractor) -> None:
    result = extractor.extract(TEXT)
    assert list(result.frames) == list(TABLES)
    for table in ("events", "people", "affiliations", "dates", "entities", "cells", "issues"):
        assert getattr(result, table) is result.frames[table]
    assert result.text == TEXT
    assert result.record.article.text == TEXT
    start, end, words = result.events[["start", "end", "evidence"]].iloc[0]
    assert result.text[start:end] == words


@pytest.mark.parametrize(
    ("published", "value"), [(None, "2021-08-09"), (date(2020, 7, 14), "2020-07-13")], ids=["settings", "argument"]
)
def test_extraction_counts_from_the_publication_date(extractor: Extractor, published: date | None, value: str) -> None:
    assert extractor.extract(TEXT, published=published).dates["value"].tolist() == [value]


def test_extraction_puts_the_title_before_the_text(extractor: Extractor) -> None:
    result = extractor.extract(TEXT, title=" Canada \n acts ")
    assert result.text == f"Canada acts\n\n{TEXT}"
    assert result.frames["articles"]["title"].tolist() == ["Canada acts"]


def test_extraction_shows_itself_in_a_notebook(extractor: Extractor) -> None:
    html = extractor.extract(f"<b>{TEXT}</b>")._repr_html_()
    assert '<span class="badge family-imposing"' in html
    assert ">Ida Berg</span>" in html
    assert "&lt;" in html and "<b>" not in html


@pytest.mark.parametrize("text", ["", " \n", "\x00", "\ud800 Norway", "…", "a" * 5000, "\u202eyawroN"])
def test_extraction_takes_any_text(extractor: Extractor, text: str) -> None:
    result = extractor.extract(text)
    assert len(result.text) == len(text)
    for start, end, words in result.entities[["start", "end", "text"]].itertuples(index=False, name=None):
        assert result.text[start:end] == words


def test_extraction_settings_are_checked() -> None:
    with pytest.raises(SettingsError, match="setting 'colour'"):
        pipeline.load(colour="red")


def test_extraction_is_loaded_only_when_it_is_used() -> None:
    code = "import sys, pipeline; print(sorted({'spacy', 'pandas', 'pydantic', 'torch'} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"
