from __future__ import annotations

from pathlib import Path

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


def test_reading_refuses_a_run_without_parquet(run: Run, tmp_path: Path) -> None:
    run()
    run(formats=("csv",))
    with pytest.raises(RunError, match="run again with --format parquet"):
        read_run(tmp_path / "out")
