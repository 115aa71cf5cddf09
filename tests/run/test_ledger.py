from __future__ import annotations

from pathlib import Path

from run.conftest import FakeStages, Run, tables, write
from run.test_bad_input import BAD
from run.test_folder import rows

SKIPPED = {
    ".hidden.txt": b"words",
    ".git/config": b"words",
    "letter.docx": b"PK\x03\x04",
    "old.zip": b"PK",
    "packed.txt.gz": b"x",
}


def states(out: Path) -> dict[str, str]:
    return {row["path"]: row["state"] for row in rows(out, "ledger")}


def test_ledger_has_a_row_for_every_file(run: Run, articles: Path, tmp_path: Path) -> None:
    write(articles, {**BAD, **SKIPPED})
    (articles / "loop").symlink_to(articles, target_is_directory=True)
    (articles / "gone.txt").symlink_to("nowhere.txt")
    summary = run()
    found = states(tmp_path / "out")
    files = {path.relative_to(articles).as_posix() for path in articles.rglob("*") if not path.is_dir()}
    assert set(found) == files - {".git/config"} | {".git/", "loop"}
    assert {path for path, state in found.items() if state == "skipped"} == {
        ".git/", ".hidden.txt", "letter.docx", "loop", "old.zip", "packed.txt.gz",
    }  # fmt: skip
    assert {path for path, state in found.items() if state == "done"} == {
        "a.txt", "b.txt", "deep/c.txt", "deep/d.txt", "e.txt",
    }  # fmt: skip
    assert found["dump.jsonl"] == "partly"
    assert summary.skipped == 6


def test_ledger_says_why(run: Run, articles: Path, tmp_path: Path) -> None:
    write(articles, {"empty.txt": "", ".hidden.txt": "x", "dump.jsonl": '{"text": "one"}\nno\n{"text": "two"}\nno\n'})
    run()
    found = {row.pop("path"): list(row.values()) for row in rows(tmp_path / "out", "ledger")}
    assert found["a.txt"] == ["done", "1", "0", "", ""]
    assert found["empty.txt"] == ["failed", "0", "1", "empty", "empty.txt: it holds no letter or digit"]
    assert found[".hidden.txt"] == [
        "skipped", "0", "0", "hidden", ".hidden.txt: it is hidden: its name begins with a dot",
    ]  # fmt: skip
    assert found["dump.jsonl"][:4] == ["partly", "2", "2", "malformed"]


def test_ledger_is_the_same_after_a_run_of_its_own_folder(run: Run, articles: Path) -> None:
    write(articles, BAD)
    out = articles / "out"
    run(out)
    run(out)
    before = tables(out)
    assert states(out)["out/"] == "skipped"
    run(out)
    assert tables(out) == before


def test_ledger_cells_are_harmless(run: Run, articles: Path, tmp_path: Path) -> None:
    write(articles, {"=cmd.txt": "Norway spoke."})
    run()
    assert "'=cmd.txt" in states(tmp_path / "out")
    run(raw_csv=True)
    assert "=cmd.txt" in states(tmp_path / "out")


def test_ledger_tells_of_a_file_that_changes_or_vanishes(
    run: Run, articles: Path, tmp_path: Path, fake: type[FakeStages]
) -> None:
    def change(self: FakeStages, source: object) -> object:
        if "b.txt" in str(source):
            write(articles, {"b.txt": "Chile has changed its mind."})
        if "deep/c.txt" in str(source):
            (articles / "deep/c.txt").unlink()
        return original(self, source)  # type: ignore[arg-type]

    original, fake.read = fake.read, change  # type: ignore[method-assign, assignment]
    try:
        run(unit_size=16)
    finally:
        fake.read = original  # type: ignore[method-assign]
    found = {row["path"]: (row["state"], row["error"]) for row in rows(tmp_path / "out", "ledger")}
    assert found["b.txt"] == ("partly", "changed")
    assert found["deep/c.txt"] == ("failed", "unreadable")
    assert found["a.txt"] == ("done", "")
    assert run(unit_size=16).resumed == 3
    assert set(states(tmp_path / "out").values()) == {"done"}


def test_ledger_of_a_file_that_vanished_and_is_back(
    run: Run, articles: Path, tmp_path: Path, fake: type[FakeStages]
) -> None:
    """A failure that may pass is no result: the next run reads the same file again."""
    run(tmp_path / "whole")
    content = (articles / "b.txt").read_bytes()

    def vanish(self: FakeStages, source: object) -> object:
        if "b.txt" in str(source):
            (articles / "b.txt").unlink(missing_ok=True)
        return original(self, source)  # type: ignore[arg-type]

    original, fake.read = fake.read, vanish  # type: ignore[method-assign, assignment]
    try:
        run(unit_size=2)
    finally:
        fake.read = original  # type: ignore[method-assign]
    assert states(tmp_path / "out")["b.txt"] == "failed"
    (articles / "b.txt").write_bytes(content)
    assert run(unit_size=2).resumed == 4
    assert tables(tmp_path / "out") == tables(tmp_path / "whole")
