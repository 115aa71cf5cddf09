from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import RunError
from pipeline.run.lock import locked
from run.conftest import FakeStages, Run, tables


def test_store_tells_of_results_that_are_damaged_inside(run: Run, tmp_path: Path, fake: type[FakeStages]) -> None:
    """The size is right, the content is not: the merge notices, and the same command mends it."""
    run()
    before = tables(tmp_path / "out")
    data = sorted((tmp_path / "out" / ".work").glob("*.results"))[1]
    content = bytearray(data.read_bytes())
    content[len(content) // 2] ^= 0xFF
    data.write_bytes(content)
    with pytest.raises(RunError, match=r"is damaged .*; give the same command again, it does that part anew"):
        run()
    assert fake.worked == []
    assert not list((tmp_path / "out").rglob("*.part"))
    assert run().resumed == 4
    assert len(fake.worked) == 1
    assert tables(tmp_path / "out") == before


def test_store_shrinks_results(run: Run, articles: Path, tmp_path: Path) -> None:
    text = "Norway imposed sanctions on Belarus again. " * 400
    (articles / "a.txt").write_text(text)
    run(unit_size=9)
    (data,) = (tmp_path / "out" / ".work").glob("*.results")
    assert data.stat().st_size < len(text) / 4


def test_store_is_held_by_one_run_at_a_time(run: Run, tmp_path: Path) -> None:
    with locked(tmp_path / "out"), pytest.raises(RunError, match="another run is at work here; wait for it, or choose"):
        run()
    assert run().articles == 5
