from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from samples import CODES, result

from export.test_export import WHOLE, exported, opened
from pipeline.tables import TABLES, Kind, build, cell_text, empty

duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed (extra `duckdb`)")


@pytest.fixture
def database(tmp_path: Path) -> Any:
    (path,) = exported("duckdb", tmp_path)
    with duckdb.connect(str(path), read_only=True) as connection:
        yield connection


def test_duck_database_gives_every_table_back(database: Any) -> None:
    for table, columns in TABLES.items():
        found = database.execute(f'SELECT * FROM "{table}"').fetchall()
        assert [entry[0] for entry in database.description] == [column.name for column in columns]
        wanted = WHOLE[table].itertuples(index=False, name=None)
        assert [[_text(cell) for cell in row] for row in found] == [[_text(cell) for cell in row] for row in wanted]


def _text(cell: object) -> str:
    return cell.isoformat() if isinstance(cell, date) else cell_text(cell)


def test_duck_database_has_types(database: Any) -> None:
    kinds = dict(
        database.execute(
            "SELECT table_name || '.' || column_name, data_type FROM information_schema.columns"
        ).fetchall()
    )
    assert (kinds["articles.published"], kinds["events.date_earliest"], kinds["dates.latest"]) == ("DATE",) * 3
    lists = [f"{table}.{column.name}" for table in TABLES for column in TABLES[table] if column.kind is Kind.LIST]
    assert {kinds[name] for name in lists} == {"VARCHAR[]"}
    assert database.execute("SELECT count(*) FROM events WHERE law = ''").fetchone() == (0,)


def test_duck_database_tells_what_columns_mean(database: Any) -> None:
    rows = database.execute(
        "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal"
    ).fetchall()
    meanings = {(table, column): comment for table, column, comment in rows}
    for table, columns in TABLES.items():
        assert [meanings[table, column.name] for column in columns] == [column.meaning for column in columns]


@pytest.mark.parametrize(
    ("view", "first"),
    [
        ("SELECT event_id, sender, target_country FROM sender_target", ("one-e1", "NOR", None)),
        ("SELECT event_id, measure FROM event_measures", ("one-e1", "asset_freeze")),
        ("SELECT * FROM actions_by_year", (2021, "impose", 2)),
        ("SELECT * FROM people_roles", ("one-p1", "Ida Berg", 2, 1, ["Minister"], None)),
        ("SELECT event_id, published FROM event_evidence", ("one-e1", date(2021, 5, 4))),
    ],
)
def test_duck_database_views_answer(database: Any, view: str, first: tuple[object, ...]) -> None:
    assert database.execute(view).fetchone() == first


def test_duck_database_holds_its_keys(tmp_path: Path) -> None:
    exporter = opened("duckdb", tmp_path)
    exporter.feed(WHOLE)
    stranger = empty()
    stranger["dates"] = build([result("three")], [], codes=CODES)["dates"]
    with pytest.raises(duckdb.ConstraintException):
        exporter.feed(stranger)
    exporter.abandon()
    assert list(tmp_path.iterdir()) == []


def test_duck_database_opens_in_pandas(database: Any) -> None:
    frame = database.execute("SELECT * FROM events").df()
    assert isinstance(frame, pd.DataFrame)
    assert frame["targets"].map(list).tolist() == [["Ruritania", "Sylvania"]] * 2
