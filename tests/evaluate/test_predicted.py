from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from pipeline.errors import PipelineError
from pipeline.evaluate.annotation import Annotation
from pipeline.evaluate.predicted import read_tables

from .frames import event, holds, mention, person, tables_of, timex

ANNOTATION = Annotation(
    article_id="a",
    people=(person("Orsolya Brandt", holds("Judge", party="Labour")), person("Sverre Dahl")),
    dates=(timex(3, 9, mod="START"),),
    events=(event("impose", start=0, end=9, senders=("NOR", "SWE"), target_count=4, confidence=0.5),),
    spans=(mention(0, 4, "GPE"),),
)


def test_predicted_reads_tables_back() -> None:
    assert read_tables(tables_of([ANNOTATION]), ["a", "b"]) == {
        "a": ANNOTATION,
        "b": Annotation(article_id="b", spans=()),
    }


@pytest.mark.parametrize("cell", [("NOR", "SWE"), ["NOR", "SWE"], np.array(["NOR", "SWE"]), "NOR | SWE"])
def test_predicted_reads_lists_in_every_form(cell: object) -> None:
    tables = tables_of([ANNOTATION])
    tables["events"]["senders"] = pd.Series([cell])
    assert read_tables(tables, ["a"])["a"].events[0].senders == ("NOR", "SWE")


@pytest.mark.parametrize("cell", ["", None, float("nan"), pd.NA])
def test_predicted_reads_empty_cells_in_every_form(cell: object) -> None:
    tables = tables_of([ANNOTATION])
    for column in ("target_count", "law", "senders", "start", "confidence"):
        tables["events"][column] = pd.Series([cell], dtype=object)
    found = read_tables(tables, ["a"])["a"].events[0]
    assert (found.target_count, found.law, found.senders, found.start, found.confidence) == (None, "", (), None, None)


def test_predicted_says_which_table_or_column_is_missing() -> None:
    tables = tables_of([ANNOTATION])
    with pytest.raises(PipelineError, match="'dates' has no column value"):
        read_tables(tables | {"dates": tables["dates"].drop(columns="value")}, ["a"])
    del tables["people"]
    with pytest.raises(PipelineError, match="no table 'people'"):
        read_tables(tables, ["a"])


def test_predicted_refuses_affiliations_of_nobody() -> None:
    tables = tables_of([ANNOTATION])
    tables["people"] = tables["people"].iloc[1:]
    with pytest.raises(PipelineError, match="'people' does not list: p0"):
        read_tables(tables, ["a"])
