"""A real local Ray cluster; its actors load the real chain, so these take a while."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import ModelError, RunError
from pipeline.run import Progress, run_folder
from pipeline.settings import Settings
from run.conftest import tables, write

SENTENCES = (
    "Norway imposed sanctions on Belarus on 3 May 2021.",
    "Foreign Minister Ida Berg of Norway spoke in Oslo.",
    "Chile has lifted its arms embargo on Peru, the ministry said.",
)


def test_ray_cluster_that_is_not_installed_is_told(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(RunError, match=r"the engine 'ray' needs Ray: pip install 'sanction-events\[ray\]'"):
        run_folder(articles, tmp_path / "out", settings=Settings(engine="ray"))


@pytest.fixture
def news(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return a folder of articles for the real chain."""
    monkeypatch.undo()
    texts = {f"{n:02}.txt": f"{SENTENCES[n % 3]} {SENTENCES[(n + 1) % 3]}" for n in range(12)}
    write(tmp_path / "news", texts | {"empty.txt": ""})
    return tmp_path / "news"


@pytest.fixture
def cluster() -> Iterator[None]:
    """Start a cluster of three workers on this machine."""
    ray = pytest.importorskip("ray", reason="Ray is not installed: pip install 'sanction-events[ray]'")
    ray.init(num_cpus=3, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    yield
    ray.shutdown()


def actors_below(pid: int) -> Iterator[int]:
    """Yield the worker processes of the cluster that a process started."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
            command = (stat.parent / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == pid:
            child = int(stat.parent.name)
            yield from (child,) if command.startswith(b"ray::_Actor") else actors_below(child)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="the workers are looked up in /proc")
def test_ray_cluster_makes_the_same_bytes_though_a_worker_is_killed(cluster: None, news: Path, tmp_path: Path) -> None:
    import ray

    run_folder(news, tmp_path / "one", settings=Settings(workers=1))
    killed: list[int] = []

    def kill_one(progress: Progress) -> None:
        if not killed:
            killed.append(next(actors_below(os.getpid())))
            os.kill(killed[0], signal.SIGKILL)

    settings = Settings(engine="ray", workers=3, unit_size=1, storage=(tmp_path / "shared").as_uri())
    summary = run_folder(news, tmp_path / "two", settings=settings, progress=kill_one)
    assert ray.is_initialized()
    assert len(killed) == 1
    assert (summary.articles, summary.failures, summary.resumed) == (12, 1, 0)
    assert tables(tmp_path / "one") == tables(tmp_path / "two")
    assert run_folder(news, tmp_path / "two", settings=settings).resumed == 13


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_ray_cluster_tells_of_a_model_that_is_missing(cluster: None, news: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no_such_model: neither a model folder nor an installed"):
        run_folder(news, tmp_path / "out", settings=Settings(engine="ray", workers=2, model="no_such_model"))
