"""Real worker processes, forked with the fake chain in them: killed, hung, too large, failing."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import pipeline.run.processes
from pipeline.errors import ModelError, RunError
from pipeline.records import Article, ArticleResult, Failure
from pipeline.run import Progress, run_folder
from pipeline.run.processes import processes
from pipeline.settings import Settings
from pipeline.stages import Source
from run.conftest import FakeStages, Run, found, tables, write
from run.test_folder import column, rows


class DeadlyStages(FakeStages):
    """Does to its process what the article says; ``ONCE <file>`` only where that file is not there yet."""

    def __init__(self, settings: Settings) -> None:
        if settings.model == "deadly":
            os.kill(os.getpid(), signal.SIGKILL)
        if settings.model == "missing":
            raise ModelError("missing: no such model")
        super().__init__(settings)

    def read(self, source: Source) -> Iterator[Article | Failure]:
        if source.path.endswith("reader.txt"):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().read(source)

    def extract(self, article: Article) -> ArticleResult:
        words = article.text.split()
        if words[0] == "ONCE" and not Path(words[1]).exists():
            Path(words[1]).touch()
            words[0] = "DIE"
        if words[0] == "DIE":
            os.kill(os.getpid(), signal.SIGKILL)
        if words[0] == "HANG":
            time.sleep(60)
        if words[0] == "PID":
            Path(words[1]).write_text(str(os.getpid()))
        return found(article)


@pytest.fixture(autouse=True)
def forked(monkeypatch: pytest.MonkeyPatch, fake: type[FakeStages]) -> None:
    fork = multiprocessing.get_context("fork")
    monkeypatch.setattr("pipeline.run.processes.multiprocessing.get_context", lambda method: fork)
    monkeypatch.setattr("pipeline.run.work.Stages", DeadlyStages)


def test_processes_make_the_same_bytes_as_one(run: Run, tmp_path: Path) -> None:
    run(tmp_path / "one")
    summary = run(tmp_path / "two", workers=2)
    assert tables(tmp_path / "one") == tables(tmp_path / "two")
    assert summary.articles == 5


def test_processes_count_what_they_did(articles: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    write(articles, {"empty.txt": ""})
    run_folder(articles, tmp_path / "out", settings=Settings(workers=2, unit_size=1), progress=told.append)
    assert [progress.done for progress in told] == [1, 2, 3, 4, 5, 6]
    assert (told[-1].articles, told[-1].failures, told[-1].words) == (5, 1, 24)


@pytest.mark.parametrize("size", [1, 3, 16])
def test_processes_that_an_article_kills_leave_it_out(run: Run, articles: Path, tmp_path: Path, size: int) -> None:
    write(articles, {"b.txt": "DIE of this", "deep/c.txt": "DIE of that, too"})
    summary = run(workers=2, unit_size=size)
    assert (summary.articles, summary.failures) == (3, 2)
    assert [(row["path"], row["stage"], row["error"]) for row in rows(tmp_path / "out", "errors")] == [
        ("b.txt", "extract", "died"), ("deep/c.txt", "extract", "died"),
    ]  # fmt: skip
    assert column(tmp_path / "out", "ledger", "state") == ["done", "failed", "failed", "done", "done"]


def test_processes_that_a_file_kills_while_it_is_read_leave_it_out(run: Run, articles: Path, tmp_path: Path) -> None:
    write(articles, {"deep/reader.txt": "Peru"})
    summary = run(workers=2, unit_size=16)
    (row,) = rows(tmp_path / "out", "errors")
    assert (row["path"], row["stage"], row["error"]) == ("deep/reader.txt", "articles", "died")
    assert row["message"] == "deep/reader.txt: a worker process died of it twice; leave it out, or report it"
    assert summary.articles == 5


def test_processes_leave_out_one_article_of_a_dump(run: Run, articles: Path, tmp_path: Path) -> None:
    write(articles, {"dump.jsonl": "".join(f'{{"text": "{word} sanctions"}}\n' for word in ("One", "DIE", "Three"))})
    run(workers=2)
    (row,) = rows(tmp_path / "out", "errors")
    assert (row["path"], row["article_id"], row["error"]) == ("dump.jsonl#2", "dump-2", "died")
    (line,) = (row for row in rows(tmp_path / "out", "ledger") if row["path"] == "dump.jsonl")
    assert (line["state"], line["articles"], line["failures"]) == ("partly", "2", "1")


def test_processes_killed_from_outside_cost_nothing(run: Run, articles: Path, tmp_path: Path) -> None:
    write(articles, {"b.txt": f"ONCE {tmp_path / 'killed'} sanctions"})
    (tmp_path / "killed").touch()
    run(tmp_path / "whole")
    (tmp_path / "killed").unlink()
    run(tmp_path / "out", workers=2, unit_size=3)
    assert (tmp_path / "killed").exists()
    assert tables(tmp_path / "out") == tables(tmp_path / "whole")


def test_processes_try_again_in_the_next_run_what_killed_them(run: Run, articles: Path, tmp_path: Path) -> None:
    marker = tmp_path / "killed"
    write(articles, {"b.txt": f"ONCE {marker}.1 ONCE"})
    other = articles / "b.txt"
    write(articles, {"b.txt": "DIE"})
    run(workers=2)
    assert column(tmp_path / "out", "errors", "path") == ["b.txt"]
    assert run(workers=2).resumed == 4
    assert other.exists()


def test_processes_that_hang_are_ended(
    run: Run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline.run.processes, "_PATIENCE", 1.0)
    write(articles, {"deep/d.txt": "HANG here"})
    began = time.monotonic()
    summary = run(workers=2, unit_size=2)
    assert time.monotonic() - began < 30
    (row,) = rows(tmp_path / "out", "errors")
    assert (row["path"], row["error"]) == ("deep/d.txt", "timeout")
    assert row["message"] == "deep/d.txt: a worker process took too long over it; leave it out, or report it"
    assert summary.articles == 4


def test_processes_that_grow_too_large_are_replaced(
    run: Run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline.run.processes, "_LARGEST", 0)
    write(articles, {f"{n}.txt": f"PID {tmp_path / f'pid{n}'}" for n in range(4)})
    run(workers=2)
    assert len({path.read_text() for path in tmp_path.glob("pid*")}) == 4


def test_processes_that_die_before_any_article_end_the_run(run: Run) -> None:
    with pytest.raises(RunError, match=r"killed again and again.*fewer --workers, it goes on from here"):
        run(workers=2, model="deadly")


def test_processes_tell_what_is_no_fault_of_an_article(run: Run) -> None:
    with pytest.raises(ModelError, match="missing: no such model"):
        run(workers=2, model="missing")


def test_processes_that_are_stopped_leave_none_behind(articles: Path, tmp_path: Path) -> None:
    write(articles, {f"{n}.txt": f"PID {tmp_path / f'pid{n}'}" for n in range(4)} | {"z.txt": "HANG"})

    def stop(progress: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_folder(articles, tmp_path / "out", settings=Settings(workers=2, unit_size=1), progress=stop)
    assert not multiprocessing.active_children()
    assert not (tmp_path / "out" / "run.json").exists()
    assert (tmp_path / "out" / ".work" / "begun.json").exists()


def test_processes_of_a_generator_that_is_closed_end(articles: Path, tmp_path: Path) -> None:
    working = processes((), Settings(), tmp_path, 2)
    assert list(working) == []
