from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from pipeline.articles.files import opened, read_all, read_lines
from pipeline.articles.source import Source
from pipeline.errors import ArticleError


def source(file: Path, *, compressed: bool = False) -> Source:
    return Source("a", file.name, str(file.parent), file.name, format="plain", compressed=compressed)


def test_files_read_all_within_the_cap(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"12345")
    assert read_all(source(file), limit=5) == b"12345"
    with pytest.raises(ArticleError) as caught:
        read_all(source(file), limit=4)
    assert caught.value.kind == "too_large"


def test_files_gone_since_they_were_listed(tmp_path: Path) -> None:
    with pytest.raises(ArticleError) as caught:
        read_all(source(tmp_path / "gone.txt"), limit=5)
    assert caught.value.kind == "unreadable"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (gzip.compress(b"words"), None),
        (gzip.compress(b"words" * 1000)[:-20], "unreadable"),
        (gzip.compress(b"words")[:-6] + b"\xff" * 6, "unreadable"),
        (b"no gzip at all", "unreadable"),
        (gzip.compress(b"0" * 5_000_000), "too_large"),
    ],
)
def test_files_gzip(content: bytes, kind: str | None, tmp_path: Path) -> None:
    file = tmp_path / "a.txt.gz"
    file.write_bytes(content)
    if kind is None:
        assert read_all(source(file, compressed=True), limit=10_000_000) == b"words"
        return
    with pytest.raises(ArticleError) as caught:
        read_all(source(file, compressed=True), limit=10_000_000)
    assert caught.value.kind == kind


def test_files_gzip_lines_stream(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl.gz"
    file.write_bytes(gzip.compress(b"one\ntwo\n"))
    with opened(source(file, compressed=True)) as stream:
        assert list(read_lines(stream, limit=10)) == [b"one\n", b"two\n"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", []),
        (b"a\nb", [b"a\n", b"b"]),
        (b"a\n\nb\n", [b"a\n", b"\n", b"b\n"]),
        (b"123456789\nb\n", [None, b"b\n"]),
        (b"12345\nb\n", [None, b"b\n"]),
        (b"1234\nb\n", [b"1234\n", b"b\n"]),
        (b"a\n123456789", [b"a\n", None]),
    ],
)
def test_files_lines_longer_than_the_limit(content: bytes, expected: list[bytes | None]) -> None:
    assert list(read_lines(io.BytesIO(content), limit=5)) == expected
