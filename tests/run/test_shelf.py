from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import RunError
from pipeline.run import read_run, results
from pipeline.run.shelf import FolderShelf, SharedShelf, Shelf, shelf_at
from run.conftest import FakeStages, Killed, Run, tables, write


@pytest.fixture(params=["folder", "memory"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Shelf:
    pytest.importorskip("fsspec")
    made = shelf_at(str(tmp_path / "a" / "b") if request.param == "folder" else f"memory://{tmp_path.name}/a/b")
    made.prepare()
    return made


def test_shelf_gives_back_what_it_is_given(shelf: Shelf) -> None:
    assert shelf.sizes() == {}
    shelf.note("b.json", b"{}")
    with shelf.writing("a.results") as file:
        file.write(b"one")
        assert file.tell() == 3
        file.write(b"two")
    assert shelf.sizes() == {"a.results": 6, "b.json": 2}
    assert (shelf.read("a.results"), shelf.read("a.results", 1, 3), shelf.read("a.results", 4)) == (
        b"onetwo", b"net", b"wo",
    )  # fmt: skip
    shelf.remove("a.results")
    shelf.remove("a.results")
    assert list(shelf.sizes()) == ["b.json"]
    with pytest.raises(OSError):
        shelf.read("a.results")


@pytest.mark.parametrize("place", ["work", "file:///work", "local:///work"])
def test_shelf_of_this_machine_needs_no_more(place: str) -> None:
    assert isinstance(shelf_at(place), FolderShelf)


def test_shelf_of_an_unknown_storage_is_told() -> None:
    with pytest.raises(RunError, match=r"nowhere://x: this storage cannot be used: .*; install what it needs"):
        shelf_at("nowhere://x")


def test_shelf_elsewhere_makes_the_same_tables(run: Run, tmp_path: Path, fake: type[FakeStages]) -> None:
    pytest.importorskip("fsspec")
    storage = f"memory://{tmp_path.name}/shared"
    run(tmp_path / "one")
    fake.kill_after = 3
    with pytest.raises(Killed):
        run(tmp_path / "two", storage=storage)
    fake.kill_after = None
    summary = run(tmp_path / "two", storage=storage)
    assert (summary.resumed, summary.articles) == (3, 5)
    assert isinstance(shelf_at(storage), SharedShelf)
    assert sum(name.endswith(".results") for name in shelf_at(storage).sizes()) == 5
    assert tables(tmp_path / "one") == tables(tmp_path / "two")
    assert len(list(results(tmp_path / "two"))) == 5
    assert read_run(tmp_path / "two").texts["c"] == "Peru held elections."


def test_shelf_elsewhere_forgets_what_is_gone(run: Run, articles: Path, tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    storage = f"memory://{tmp_path.name}/shared"
    write(articles, {"f.txt": "Oman waited."})
    run(storage=storage)
    (articles / "f.txt").unlink()
    run(storage=storage)
    assert sum(name.endswith(".results") for name in shelf_at(storage).sizes()) == 5
    assert run(storage=storage, fresh=True).resumed == 0
