from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from pipeline.errors import ArticleError, LexiconError, RunError
from pipeline.export import EXPORTERS
from pipeline.run import Progress, run_folder
from pipeline.settings import Settings
from run.conftest import FakeStages, Killed, Run, tables, write

ALL = ["a", "b", "c", "d", "e"]


def rows(out: Path, table: str) -> list[dict[str, str]]:
    with (out / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def column(out: Path, table: str, name: str) -> list[str]:
    return [row[name] for row in rows(out, table)]


def test_folder_fills_every_table(run: Run, tmp_path: Path) -> None:
    summary = run()
    assert (summary.articles, summary.failures, summary.people, summary.events) == (5, 0, 5, 4)
    assert summary.actions == {"impose": 3, "lift": 1}
    assert (summary.words, summary.resumed, summary.notes) == (24, 0, ())
    tables_of_formats = [name for form in Settings().formats for name in EXPORTERS[form].FILES.values()]
    assert list(summary.files) == [*tables_of_formats, "ledger.csv"]
    assert set(tables(tmp_path / "out")) == set(summary.files)
    assert column(tmp_path / "out", "articles", "article_id") == ALL
    assert column(tmp_path / "out", "events", "actors") == ["Norway", "Chile", "Kenya", "Malta"]


def test_folder_tells_progress_after_every_unit(articles: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    run_folder(articles, tmp_path / "out", settings=Settings(unit_size=2), progress=told.append)
    assert [(progress.done, progress.total) for progress in told] == [(2, 5), (4, 5), (5, 5)]


def test_folder_goes_on_where_it_was_killed(run: Run, tmp_path: Path, fake: type[FakeStages]) -> None:
    run(tmp_path / "whole")
    fake.kill_after = 2
    with pytest.raises(Killed):
        run()
    assert not (tmp_path / "out" / "run.json").exists()
    fake.kill_after = None
    summary = run()
    assert fake.worked == ["c", "d", "e"]
    assert summary.resumed == 2
    assert tables(tmp_path / "out") == tables(tmp_path / "whole")


def test_folder_killed_within_a_unit_loses_that_unit_alone(run: Run, tmp_path: Path, fake: type[FakeStages]) -> None:
    run(tmp_path / "whole")
    fake.kill_after = 3
    with pytest.raises(Killed):
        run(unit_size=2)
    assert len(list((tmp_path / "out" / ".work").glob("*.part"))) == 1
    fake.kill_after = None
    run(unit_size=2)
    assert fake.worked == ["c", "d", "e"]
    assert not list((tmp_path / "out" / ".work").glob("*.part"))
    assert tables(tmp_path / "out") == tables(tmp_path / "whole")


@pytest.mark.parametrize("damage", ["cut", "no index", "broken index", "strange index"])
def test_folder_does_a_damaged_unit_again(run: Run, tmp_path: Path, fake: type[FakeStages], damage: str) -> None:
    run()
    before = tables(tmp_path / "out")
    data = sorted((tmp_path / "out" / ".work").glob("*.results"))[0]
    index = data.with_name(data.stem + ".index.json")
    if damage == "cut":
        data.write_bytes(data.read_bytes()[:-9])
    elif damage == "no index":
        index.unlink()
    else:
        index.write_text('{"x": ' if damage == "broken index" else "[1, 2]")
    summary = run()
    assert len(fake.worked) == 1
    assert summary.resumed == 4
    assert tables(tmp_path / "out") == before


def test_folder_that_is_finished_has_nothing_left_to_do(run: Run, tmp_path: Path, fake: type[FakeStages]) -> None:
    run()
    before = tables(tmp_path / "out")
    assert run().resumed == 5
    assert fake.worked == []
    assert tables(tmp_path / "out") == before


def test_folder_that_grew_costs_the_new_files_alone(
    run: Run, articles: Path, tmp_path: Path, fake: type[FakeStages]
) -> None:
    run()
    write(articles, {"aa.txt": "Fiji imposed sanctions.", "deep/z.txt": "Oman waited."})
    assert run().resumed == 5
    assert sorted(fake.worked) == ["aa", "z"]
    assert column(tmp_path / "out", "articles", "article_id") == ["a", "aa", "b", "c", "d", "z", "e"]


def test_folder_whose_file_changed_does_that_file_again(
    run: Run, articles: Path, tmp_path: Path, fake: type[FakeStages]
) -> None:
    run()
    write(articles, {"b.txt": "Bolivia kept its sanctions."})
    assert run().resumed == 4
    assert fake.worked == ["b"]
    assert column(tmp_path / "out", "events", "actors") == ["Norway", "Bolivia", "Kenya", "Malta"]


def test_folder_forgets_files_that_are_gone(run: Run, articles: Path, tmp_path: Path) -> None:
    run()
    (articles / "b.txt").unlink()
    run()
    assert column(tmp_path / "out", "articles", "article_id") == ["a", "c", "d", "e"]
    assert len(list((tmp_path / "out" / ".work").glob("*.results"))) == 4


def test_folder_with_other_settings_is_done_anew_and_says_so(run: Run, tmp_path: Path, fake: type[FakeStages]) -> None:
    run()
    summary = run(published="2020-01-02")
    assert fake.worked == ALL
    assert summary.resumed == 0
    assert summary.notes == (
        f"settings differs from the run that began {tmp_path / 'out'}: all articles are worked on anew",
    )
    assert set(column(tmp_path / "out", "articles", "published")) == {"2020-01-02"}
    assert run(published="2020-01-02").notes == ()


def test_folder_says_what_differs_also_after_a_kill(
    run: Run, fake: type[FakeStages], monkeypatch: pytest.MonkeyPatch
) -> None:
    fake.kill_after = 2
    with pytest.raises(Killed):
        run()
    fake.kill_after = None
    monkeypatch.setattr("pipeline.stages.model_identity", lambda model: "another-0")
    monkeypatch.setattr("pipeline.stages.code_identity", lambda: "0")
    (note,) = run().notes
    assert note.startswith("code, model differ from the run that began ")
    assert fake.worked == ALL


@pytest.mark.parametrize("options", [{"workers": 1}, {"unit_size": 3}, {"formats": ("csv",)}])
def test_folder_settings_that_do_not_matter_keep_the_results(
    run: Run, fake: type[FakeStages], options: dict[str, object]
) -> None:
    run()
    run(**options)
    assert fake.worked == []


def test_folder_fresh_does_all_anew_without_a_word(run: Run, tmp_path: Path, fake: type[FakeStages]) -> None:
    run()
    before = tables(tmp_path / "out")
    summary = run(fresh=True, date_order="dmy")
    assert fake.worked == ALL
    assert (summary.resumed, summary.notes) == (0, ())
    assert tables(tmp_path / "out") == before


def test_folder_clears_half_written_tables_away(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for name in (".events.csv.part", ".mine.part"):
        (out / name).write_text("half")
    run()
    assert sorted(path.name for path in out.iterdir() if path.name.startswith(".")) == [".mine.part", ".work"]


def test_folder_tells_of_tables_that_an_earlier_run_left(run: Run) -> None:
    run(formats=("csv", "jsonl"))
    (note,) = run(formats=("csv",)).notes
    assert note == "of an earlier run, not of this one: events.jsonl"


def test_folder_does_not_read_its_own_tables(run: Run, articles: Path) -> None:
    out = articles / "out"
    run(out)
    assert run(out).resumed == 5
    assert column(out, "articles", "article_id") == ALL


def test_folder_takes_one_file(run: Run, articles: Path, tmp_path: Path) -> None:
    run(root=articles / "b.txt")
    assert column(tmp_path / "out", "articles", "article_id") == ["b"]


def test_folder_without_articles_has_tables_without_rows(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    summary = run(root=tmp_path / "none")
    assert (summary.articles, summary.failures, summary.events) == (0, 0, 0)
    assert rows(tmp_path / "out", "events") == []


def test_folder_report_tells_what_the_results_depend_on(run: Run, tmp_path: Path) -> None:
    summary = run(published="2020-01-02", formats=("csv",))
    report = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert list(report) == [
        "version", "code", "model", "lexicon", "settings", "fingerprint", "watchlist", "files", "counts", "timings",
        "machine",
    ]  # fmt: skip
    assert report["model"] == "shipped-0"
    assert report["settings"] == {
        "published": "2020-01-02", "date_order": "auto", "max_bytes": 1_000_000, "fields": {}, "archives": False,
    }  # fmt: skip
    assert report["counts"] == {
        "action:impose": 3, "action:lift": 1, "articles": 5, "duplicates": 0, "events": 4, "failures": 0, "files": 5,
        "near_duplicates": 0, "people": 5, "skipped": 0, "words": 24,
    }  # fmt: skip
    assert report["files"] == list(summary.files)
    assert set(report["timings"]) == {"plan", "extract", "merge", "stages"}
    assert report["timings"]["stages"]["language"] == 5 * 0.25
    assert set(report["machine"]) == {"python", "system", "spacy", "onnxruntime"}


def test_folder_report_differs_in_time_and_machine_alone(run: Run, tmp_path: Path) -> None:
    reports = []
    for out in (tmp_path / "one", tmp_path / "two"):
        run(out)
        report = json.loads((out / "run.json").read_text(encoding="utf-8"))
        reports.append({name: value for name, value in report.items() if name not in {"timings", "machine"}})
    assert reports[0] == reports[1]


def test_folder_writes_a_format_once_however_often_it_is_asked_for(run: Run) -> None:
    assert run(formats=("jsonl", "jsonl")).files == ("events.jsonl", "ledger.csv")


def test_folder_refuses_unknown_formats(run: Run, tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"unknown export format 'xls'; known are csv, parquet, jsonl"):
        run(formats=("csv", "xls"))
    assert not (tmp_path / "out").exists()


def test_folder_refuses_a_format_that_cannot_be_written_here(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(EXPORTERS["duckdb"], "NEEDS", "no_such_package")
    with pytest.raises(RunError, match=r"'duckdb' needs the package no_such_package; install"):
        run(formats=("csv", "duckdb"))
    assert not (tmp_path / "out").exists()


def test_folder_refuses_to_write_among_the_articles(run: Run, articles: Path) -> None:
    with pytest.raises(RunError, match="cannot be the folder of the articles; choose another --out"):
        run(articles / "deep" / "..")
    assert sorted(path.name for path in articles.iterdir()) == ["a.txt", "b.txt", "deep", "e.txt"]


def test_folder_refuses_input_that_is_not_there(run: Run, tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no such file or folder"):
        run(root=tmp_path / "nowhere")
    assert not (tmp_path / "out").exists()


def test_folder_refuses_a_lexicon_that_is_wrong(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    write(tmp_path / "mine", {"roles.toml": "[[rolle]]\n"})
    with pytest.raises(LexiconError, match="unknown table 'rolle'"):
        run(lexicon=tmp_path / "mine")
