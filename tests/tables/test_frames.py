from __future__ import annotations

import pandas as pd
import pytest
from samples import CODES, FAILURE, TEXT, bare, result

from pipeline.tables import TABLES, Frames, Kind, build, empty

DTYPES = {Kind.TEXT: "object", Kind.LIST: "object", Kind.INT: "Int64", Kind.FLOAT: "float64"}


@pytest.fixture(scope="module")
def frames() -> Frames:
    return build([result("one"), bare(), result("two")], [FAILURE], codes=CODES)


def only(frame: pd.DataFrame, article_id: str) -> dict[str, object]:
    rows = frame[frame["article_id"] == article_id].to_dict("records")
    assert len(rows) == 1
    return {str(name): value for name, value in rows[0].items()}


@pytest.mark.parametrize("table", TABLES)
def test_frames_have_columns_and_kinds_of_the_contract(frames: Frames, table: str) -> None:
    for frame in (frames[table], empty()[table]):
        assert list(frame.columns) == [column.name for column in TABLES[table]]
        assert [str(frame[column.name].dtype) for column in TABLES[table]] == [
            DTYPES[column.kind] for column in TABLES[table]
        ]


def test_frames_of_nothing_have_no_rows() -> None:
    assert {len(frame) for frame in empty().values()} == {0}


@pytest.mark.parametrize(
    ("table", "articles"),
    [
        ("articles", ["one", "bare", "two"]),
        ("entities", ["one", "one", "two", "two"]),
        ("people", ["one", "two"]),
        ("affiliations", ["one", "two"]),
        ("dates", ["one", "two"]),
        ("events", ["one", "two"]),
        ("cells", ["one"] * 9 + ["two"] * 9),
        ("issues", ["one", "two"]),
        ("errors", ["scan"]),
    ],
)
def test_frames_keep_the_order_of_articles(frames: Frames, table: str, articles: list[str]) -> None:
    assert frames[table]["article_id"].tolist() == articles


def test_frames_article_row(frames: Frames) -> None:
    row = only(frames["articles"], "one")
    assert row["title"] == 'Norway, "quoted", acts'
    assert (row["published"], row["published_basis"]) == ("2021-05-04", "dateline")
    assert (row["sentences"], row["tokens"], row["status"]) == (2, 25, "ok")
    assert only(frames["articles"], "bare")["published"] == ""


def test_frames_event_row(frames: Frames) -> None:
    row = only(frames["events"], "one")
    expected = {
        "event_id": "one-e1", "action": "impose", "actors": ("Ida Berg",), "senders": ("NOR",),
        "targets": ("Ruritania", "Sylvania"), "target_countries": (), "target_count": 2, "addressees": (),
        "measures": ("asset_freeze",), "law": "", "law_id": "", "reasons": (), "date": "2021-05-03",
        "date_text": "Monday", "date_earliest": "2021-05-03", "date_latest": "2021-05-03", "trigger": "froze",
        "evidence": "froze assets of Ruritania and Sylvania", "confidence": 0.8751,
        "plover": "SANCTION", "cameo": "163",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected


def test_frames_event_without_code_or_count_leaves_them_empty() -> None:
    one = result("one")
    event = one.events[0].model_copy(update={"fills": (), "date_earliest": None})
    row = only(build([one.model_copy(update={"events": (event,)})], [], codes={})["events"], "one")
    assert pd.isna(row["target_count"])
    assert (row["plover"], row["cameo"], row["date"], row["date_earliest"], row["actors"]) == ("", "", "", "", ())


def test_frames_affiliation_and_date_rows(frames: Frames) -> None:
    affiliation = only(frames["affiliations"], "one")
    assert (affiliation["status"], affiliation["country"], affiliation["party"]) == ("former", "NOR", "")
    assert affiliation["evidence"] == "Minister Ida Berg, who leads,\nfroze"
    day = only(frames["dates"], "one")
    assert (day["type"], day["mod"], day["earliest"], day["latest"]) == ("DATE", "APPROX", "2021-05-03", "")
    assert only(frames["people"], "one")["aliases"] == ("Berg", "she")


@pytest.mark.parametrize("table", ["entities", "dates", "affiliations", "events", "cells"])
def test_frames_offsets_point_at_the_words(frames: Frames, table: str) -> None:
    words = "evidence" if table in {"affiliations", "events"} else "text"
    rows = frames[table].dropna(subset=["start"])
    assert len(rows)
    for start, end, text in rows[["start", "end", words]].itertuples(index=False, name=None):
        assert TEXT[start:end] == text


def test_frames_cells_name_row_column_and_rule(frames: Frames) -> None:
    cells = frames["cells"][frames["cells"]["article_id"] == "one"]
    rows = cells[["table", "row", "column", "value", "rule"]].itertuples(index=False, name=None)
    assert ("affiliations", "one-p1", "country", "NOR", "implied:x") in set(rows)
    assert cells["table"].tolist() == ["affiliations"] * 2 + ["events"] * 7
    implied = cells[cells["rule"] == "implied:x"]
    assert implied["start"].isna().all()
    assert set(implied["text"]) == {""}


def test_frames_errors_are_the_failures(frames: Frames) -> None:
    assert frames["errors"].to_dict("records") == [FAILURE.model_dump()]
