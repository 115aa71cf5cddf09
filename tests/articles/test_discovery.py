from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.articles import ReadOptions, Source, discover
from pipeline.errors import ArticleError


def listing(root: Path, **options: object) -> list[Source]:
    return list(discover(root, options=ReadOptions.model_validate(options)))


def touch(root: Path, *names: str) -> None:
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("words")


def test_discovery_order_is_bytewise_by_path(tmp_path: Path) -> None:
    names = ["b.txt", "a/z.txt", "a-b.txt", "a.txt", "a0.txt", "B.txt", "é.txt", "a/b/c.txt", "zz/1.txt", "Z"]
    touch(tmp_path, *names)
    assert [source.path for source in listing(tmp_path)] == sorted(names, key=str.encode)


def test_discovery_skips_hidden_and_takes_one_file(tmp_path: Path) -> None:
    touch(tmp_path, ".hidden.txt", ".git/config.txt", "a/.b.txt", "seen.txt")
    found = listing(tmp_path)
    assert [source.path for source in found] == [".git/", ".hidden.txt", "a/.b.txt", "seen.txt"]
    assert [source.skipped for source in found] == ["it is hidden: its name begins with a dot"] * 3 + [""]
    assert (found[-1].article_id, found[-1].alone) == ("seen", True)
    (single,) = listing(tmp_path / ".hidden.txt")
    assert (single.path, single.alone, single.failure) == (".hidden.txt", True, None)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.txt", "plain"),
        ("a.MD", "plain"),
        ("README", "plain"),
        ("AFP_19970414.0066", "plain"),
        ("Statement by J. Smith", "plain"),
        ("a.HTM", "html"),
        ("a.json", "json"),
        ("a.ndjson", "jsonl"),
        ("a.csv", "csv"),
        ("a.tsv", "tsv"),
    ],
)
def test_discovery_formats(name: str, form: str, tmp_path: Path) -> None:
    touch(tmp_path, name)
    (source,) = listing(tmp_path)
    assert (source.format, source.failure) == (form, None)


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("a.pdf", "unsupported"),
        ("a.docx", "unsupported"),
        ("a.story", "unsupported"),
        ("a.txt.gz", "archive"),
        ("a.zip", "archive"),
        ("a.tar.gz", "archive"),
    ],
)
def test_discovery_failures_by_name(name: str, error: str, tmp_path: Path) -> None:
    touch(tmp_path, name)
    (source,) = listing(tmp_path)
    assert source.failure is not None
    assert source.failure.error == error
    assert name in source.failure.message


def test_discovery_options_add_formats_and_gzip(tmp_path: Path) -> None:
    touch(tmp_path, "a.story", "b.jsonl.gz", "c.tar.gz")
    story, dump, tar = listing(tmp_path, formats={".story": "plain"}, archives=True)
    assert (story.format, story.article_id, story.failure) == ("plain", "a", None)
    assert (dump.format, dump.article_id, dump.compressed, dump.failure) == ("jsonl", "b", True, None)
    assert tar.failure is not None


def test_discovery_unknown_format_option(tmp_path: Path) -> None:
    touch(tmp_path, "a.story")
    (source,) = listing(tmp_path, formats={".story": "novel"})
    assert source.failure is not None
    assert source.failure.error == "unsupported"


def test_discovery_links(tmp_path: Path) -> None:
    touch(tmp_path, "in/real.txt", "elsewhere.txt")
    root = tmp_path / "in"
    (root / "loop").symlink_to(root, target_is_directory=True)
    (root / "file.txt").symlink_to(tmp_path / "elsewhere.txt")
    (root / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    found = {source.path: source.failure and source.failure.error for source in listing(root)}
    assert found == {"file.txt": None, "gone.txt": "unreadable", "loop": "link", "real.txt": None}


def test_discovery_leaves_a_run_folder_out(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "runs/one/b.txt", "runs/c.txt")
    found = discover(tmp_path, options=ReadOptions(), leave_out=tmp_path / "runs" / "." / "one")
    assert [(source.path, source.skipped) for source in found] == [
        ("runs/one/", "it is the run's own folder"), ("a.txt", ""), ("runs/c.txt", ""),
    ]  # fmt: skip
    found = discover(tmp_path, options=ReadOptions(), leave_out=tmp_path / "not there")
    assert len(list(found)) == 3


def test_discovery_pipes_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (source,) = listing(tmp_path)
    assert source.failure is not None
    assert source.failure.error == "unreadable"


def test_discovery_folder_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch(tmp_path, "closed/a.txt", "open/b.txt")
    scandir = os.scandir

    def refusing(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    closed, source = listing(tmp_path)
    assert closed.failure is not None
    assert (closed.path, closed.failure.error) == ("closed", "unreadable")
    assert source.path == "open/b.txt"


def test_discovery_deep_folders(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(60):
        deep = deep / "d"
    deep.mkdir(parents=True)
    touch(deep, "a.txt")
    assert [source.article_id for source in listing(tmp_path)] == ["a"]


def test_discovery_odd_names(tmp_path: Path) -> None:
    for name in (b"two\nlines.txt", b"-rf.txt", b"not-utf8-\xff.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("words")
    found = listing(tmp_path)
    assert [source.article_id for source in found] == ["-rf", "not-utf8-\\xff", "two\\x0alines"]
    assert all(source.path.encode() and source.file.read_text() == "words" for source in found)


def test_discovery_root_missing(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="there is no such file or folder"):
        listing(tmp_path / "nowhere")
