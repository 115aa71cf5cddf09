from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from pipeline.errors import RunError
from pipeline.run import read_run, results
from pipeline.tables import TABLES, Kind
from run.conftest import Run, write


def test_reading_gives_tables_texts_and_sentences_back(run: Run, articles: Path, tmp_path: Path) -> None:
    write(articles, {"empty.txt": ""})
    run()
    finished = read_run(tmp_path / "out")
    assert set(finished.tables) == set(TABLES)
    assert finished.tables["events"]["actors"].tolist() == [("Norway",), ("Chile",), ("Kenya",), ("Malta",)]
    assert finished.tables["events"]["reasons"].tolist() == [()] * 4
    assert finished.tables["errors"]["error"].tolist() == ["empty"]
    assert finished.texts["c"] == "Peru held elections."
    assert finished.sentences["c"] == [(0, 20)]
    for table, columns in TABLES.items():
        for column in columns:
            if column.kind is Kind.LIST:
                assert all(isinstance(cell, tuple) for cell in finished.tables[table][column.name])


def test_reading_gives_results_in_input_order(run: Run, tmp_path: Path) -> None:
    run(unit_size=2)
    assert [result.article.article_id for result in results(tmp_path / "out")] == ["a", "b", "c", "d", "e"]


def test_reading_refuses_a_folder_without_a_finished_run(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="no finished run here"):
        read_run(tmp_path)


def test_reading_refuses_a_run_without_tables(run: Run, tmp_path: Path) -> None:
    run(formats=("jsonl",))
    with pytest.raises(RunError, match="run again with --format parquet"):
        read_run(tmp_path / "out")


def test_reading_takes_csv_where_there_is_no_parquet(run: Run, articles: Path, tmp_path: Path) -> None:
    write(articles, {"f.txt": "=SUM(A1) imposed sanctions.", "g.txt": "'=x and -y spoke of sanctions, and 5 | 6."})
    run(tmp_path / "both")
    whole = read_run(tmp_path / "both").tables
    for name, options in (("csv", {}), ("raw", {"raw_csv": True})):
        run(tmp_path / name, formats=("csv",), **options)
        found = read_run(tmp_path / name).tables
        for table in TABLES:
            pd.testing.assert_frame_equal(found[table], whole[table], check_dtype=False)
    assert "'=SUM(A1)" in (tmp_path / "csv" / "people.csv").read_text()
    assert "'=SUM(A1)" not in (tmp_path / "raw" / "people.csv").read_text()
