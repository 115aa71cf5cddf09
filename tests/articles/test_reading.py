from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.conftest import EchoExtractor, Reading
from pipeline.articles import ArticleReader, DateWords, Fault, ReadOptions, discover
from pipeline.records import Article, Failure
from pipeline.vocabularies import PublishedBasis

STORY = "Norway's government said on Tuesday that it would freeze the accounts of four Belarusian banks."


@pytest.mark.parametrize(
    ("content", "name", "options", "expected"),
    [
        (f"Title\n\nJuly 14, 2020\n\n{STORY}", "a.txt", {}, ("2020-07-14", "dateline")),
        (f"Title\n\nJuly 14, 2020\n\n{STORY}", "2019-01-01-a.txt", {}, ("2020-07-14", "dateline")),
        (f"Title\n\n{STORY}", "2019-01-01-a.txt", {"published": "2001-01-01"}, ("2019-01-01", "filename")),
        (f"Title\n\n{STORY}", "a.txt", {"published": "2001-01-01"}, ("2001-01-01", "option")),
        (
            f"Title\n\nJuly 14, 2020\n\n{STORY}",
            "a.txt",
            {"published": "2001-01-01", "override_published": True},
            ("2001-01-01", "option"),
        ),
        (f"Title\n\n{STORY}", "a.txt", {}, (None, "none")),
        (f"Title\n\n03/07/2020\n\n{STORY}", "a.txt", {"date_order": "dmy"}, ("2020-07-03", "dateline")),
        (f"Title\n\n03/07/2020\n\n{STORY}", "a.txt", {}, (None, "none")),
        ('{"text": "Words", "date": "2020-07-14T10:00"}', "2019-01-01.json", {}, ("2020-07-14", "metadata")),
        ('{"text": "Words", "date": 1594684800000}', "a.json", {}, ("2020-07-14", "metadata")),
        ('{"text": "Words", "date": "soon"}', "2019-01-01.json", {}, ("2019-01-01", "filename")),
        # The day in a dump's name is the dump's, not that of each of its articles.
        ('{"text": "Words"}', "2019-01-01.jsonl", {}, (None, "none")),
    ],
)
def test_reading_publication_date(
    content: str, name: str, options: dict[str, object], expected: tuple[str | None, str], read_one: Reading
) -> None:
    (article,) = cast(list[Article], read_one(content, name, **options))
    day, basis = expected
    assert article.published == (date.fromisoformat(day) if day else None)
    assert article.published_basis is PublishedBasis(basis)


def test_reading_tells_of_a_date_that_it_cannot_read(read_one: Reading) -> None:
    (article,) = cast(list[Article], read_one('{"text": "Words", "date": "03/07/2020"}', "a.json"))
    assert (article.published, article.status) == (None, "date_unread:03/07/2020")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        ("\ufeff\u200b\u2026 --".encode(), "empty"),
        (b"text\0text", "binary"),
        (b"%PDF-1.4", "binary"),
        (bytes(range(1, 32)) * 9, "binary"),
        (b"\xef\xbb\xbfcaf\xe9", "encoding"),
        (b"words " * 100, "too_large"),
    ],
)
def test_reading_bad_files_become_failures(content: bytes, kind: str, read_one: Reading) -> None:
    (failure,) = cast(list[Failure], read_one(content, max_bytes=400))
    assert (failure.error, failure.path, failure.article_id, failure.stage) == (kind, "story.txt", "story", "articles")
    assert failure.message.startswith("story.txt: ")
    assert Fault(failure.error).definition


def test_reading_file_gone_since_it_was_listed(tmp_path: Path, words: DateWords) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Words")
    options = ReadOptions()
    (source,) = discover(tmp_path, options=options)
    file.unlink()
    with ArticleReader(words, options=options) as reader:
        (failure,) = reader.read(source)
    assert isinstance(failure, Failure)
    assert failure.error == "unreadable"


def test_reading_digest_is_of_the_text(read_one: Reading) -> None:
    (one,) = cast(list[Article], read_one("Wörds\r\n"))
    (two,) = cast(list[Article], read_one("Wörds\n".encode("utf-16")))
    assert one.sha256 == two.sha256 == hashlib.sha256("Wörds\n".encode()).hexdigest()


def test_reading_order_and_ids_are_stable(tmp_path: Path, read_all: Reading) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "a.jsonl").write_text('{"text": "one", "id": "x"}\n{"text": "two", "id": "x"}\n')
    (tmp_path / "b.jsonl").write_text('{"text": "three", "id": "x"}\n')
    (tmp_path / "b" / "story.txt").write_text("four")
    (tmp_path / "story.txt").write_text("five")
    first, second = read_all(tmp_path), read_all(tmp_path)
    assert first == second
    assert [found.article_id for found in first] == ["a--x", "a-2", "b--x", "b__story", "story"]


def test_reading_long_single_line(read_one: Reading) -> None:
    (article,) = cast(list[Article], read_one(b"caf\xe9 and a word or more. " * 400_000, max_bytes=20_000_000))
    assert len(article.text) == 25 * 400_000
    assert article.status == "decoded:cp1252"


NAMES = st.sampled_from(["a.txt", "a", "a.html", "a.json", "a.jsonl", "a.csv", "a.tsv", "2020-07-14.md"])
PIECES = st.sampled_from(
    [
        *(b'{"text": "', b'"}', b"[", b"]", b"{", b"}", b"\n", b"\r", b'"', b",", b"text,id\n", b"title\ttext\n"),
        *(b"<html>", b"<p>", b"July 14, 2020\n", b"words ", b"---\ntitle: x\n"),
        *(b"\xff\xfe", b"\xef\xbb\xbf", b"\xe9", b"\\ud800", b"\0"),
    ]
)
CONTENT = st.one_of(st.binary(max_size=200), st.lists(PIECES, max_size=12).map(b"".join), st.text().map(str.encode))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(files=st.dictionaries(NAMES, CONTENT, max_size=4))
def test_reading_never_raises(
    files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory, words: DateWords
) -> None:
    root = tmp_path_factory.mktemp("fuzz")
    for name, content in files.items():
        (root / name).write_bytes(content)
    options = ReadOptions()
    reader = ArticleReader(words, options=options, extractor=EchoExtractor())
    seen: set[str] = set()
    answered: set[str] = set()
    for source in discover(root, options=options):
        for found in reader.read(source):
            answered.add(found.path.partition("#")[0])
            if isinstance(found, Failure):
                assert Fault(found.error)
                continue
            assert found.article_id not in seen
            seen.add(found.article_id)
            assert found.text.encode()
            if found.title is not None:
                assert found.text[found.title.start : found.title.end] == found.title.text
    # A dump may be well-formed and without any record; every other file yields something.
    assert answered >= {name for name in files if name.endswith((".txt", ".html", ".json", ".md")) or name == "a"}
