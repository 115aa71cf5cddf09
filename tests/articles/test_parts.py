"""Large dumps in parts: read one after another they are the dump, whatever stands in it."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import pipeline.articles.parts
from articles.conftest import EchoExtractor
from pipeline.articles import ArticleReader, DateWords, ReadOptions, Source, discover, pieces
from pipeline.records import Article, Failure

OPTIONS = ReadOptions(archives=True, max_bytes=2_000)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let dumps of some hundred bytes count as large."""
    monkeypatch.setattr(pipeline.articles.parts, "_SMALLEST", 64)
    monkeypatch.setattr(pipeline.articles.parts, "_LARGEST", 64)


def read(words: DateWords, source: Source) -> list[Article | Failure]:
    with ArticleReader(words, options=OPTIONS, extractor=EchoExtractor()) as reader:
        return list(reader.read(source))


def whole_and_parts(
    folder: Path, words: DateWords, name: str, data: bytes
) -> tuple[list[Article | Failure], list[Article | Failure], int]:
    (folder / name).write_bytes(data)
    (source,) = discover(folder / name, options=OPTIONS)
    found = list(pieces(source, OPTIONS))
    return read(words, source), [item for piece in found for item in read(words, piece.source)], len(found)


def jsonl(*records: object) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def table(*rows: list[str], delimiter: str = ",", end: str = "\r\n") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(rows)
    return text.getvalue().encode()


MANY = [{"id": f"x{n}", "text": f"Article {n} of a dump."} for n in range(20)]
ROWS = [["id", "text"], *([f"x{n}", f'He said "no",\nand left {n}.'] for n in range(20))]


@pytest.mark.parametrize(
    ("name", "data", "parted"),
    [
        ("dump.jsonl", jsonl(*MANY), True),
        ("dump.jsonl", b"\xef\xbb\xbf" + jsonl(*MANY), True),
        ("dump.jsonl", jsonl(*MANY)[:-1], True),
        ("dump.jsonl", b"\n\n" + jsonl(*MANY[:5]) + b"\n{broken\n\n" + jsonl(*MANY[5:]), True),
        ("dump.jsonl", jsonl(*MANY, *MANY), True),
        ("dump.jsonl", jsonl(*MANY[:3], {"text": "long " * 1900}, {"text": "longer " * 3000}, *MANY), True),
        ("dump.jsonl", jsonl(*MANY, {"text": "long " * 100_000}, *MANY), True),
        ("dump.jsonl", jsonl(*({"id": f"dump-{n}", "text": "Taken ids."} for n in range(20))), True),
        ("dump.jsonl", jsonl(*({"text": f"caf\u00e9 {n}"} for n in range(20))).replace(b"\\u00e9", b"\xe9"), True),
        ("dump.jsonl", "".join(json.dumps(record) + "\n" for record in MANY).encode("utf-16"), False),
        ("dump.jsonl", b"no json at all\n" * 300, False),
        ("dump.jsonl", b"\0" * 1000, False),
        ("dump.jsonl.gz", gzip.compress(jsonl(*MANY)), True),
        ("dump.jsonl.gz", gzip.compress(jsonl(*MANY))[:-30], False),
        ("dump.jsonl.gz", gzip.compress(b'{"text": "' + b"0" * 9_000_000 + b'"}'), False),
        ("dump.json", json.dumps(MANY).encode(), False),
        ("dump.csv", table(*ROWS), True),
        ("dump.csv", table(*ROWS, end="\n"), True),
        ("dump.csv", table(*ROWS, delimiter=";"), True),
        ("dump.csv", b"\xef\xbb\xbf" + table(*ROWS), True),
        ("dump.tsv", table(*ROWS, delimiter="\t"), True),
        ("dump.csv.gz", gzip.compress(table(*ROWS)), True),
        ("dump.csv", table(*ROWS, *ROWS[1:]), True),
        ("dump.csv", table(*ROWS[:9]) + b'x,"a "stray" quote"\r\n' + table(*ROWS[9:]), True),
        ("dump.csv", table(*ROWS) + b'x,"an open quote\r\nthat never closes\r\n', True),
        ("dump.csv", table(*ROWS[:9], [], ["x"], ["x", "y", "z"], *ROWS[9:]), True),
        ("dump.csv", table(*ROWS).replace(b"no", b"caf\xe9"), True),
        ("dump.csv", table(*ROWS).replace(b"\r\n", b"\r"), False),
        ("dump.csv", table(*ROWS).decode().encode("utf-16"), False),
        ("dump.csv", table(["a", "b"], *ROWS[1:]), False),
        ("story.txt", b"words and words\n" * 100, False),
    ],
)  # fmt: skip
def test_parts_read_one_after_another_are_the_dump(
    tmp_path: Path, words: DateWords, name: str, data: bytes, parted: bool
) -> None:
    whole, parts, count = whole_and_parts(tmp_path, words, name, data)
    assert parts == whole
    assert (count > 1) is parted


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(
    st.binary(max_size=40),
    st.builds(lambda n, text: json.dumps({"id": n, "text": text}).encode(), st.integers(0, 5), st.text(max_size=60)),
), max_size=25), st.sampled_from(["dump.jsonl", "dump.csv"]))  # fmt: skip
def test_parts_of_any_lines_are_the_dump(tmp_path: Path, words: DateWords, lines: list[bytes], name: str) -> None:
    head = b'{"text": "first"}' if name == "dump.jsonl" else b"id,text"
    whole, parts, _ = whole_and_parts(tmp_path, words, name, b"\n".join([head, *lines]))
    assert parts == whole


def contents(folder: Path, data: bytes, name: str = "dump.jsonl") -> list[str]:
    (folder / name).write_bytes(data)
    (source,) = discover(folder / name, options=OPTIONS)
    return [piece.content for piece in pieces(source, OPTIONS)]


def test_parts_of_a_dump_that_has_grown_are_the_old_ones_and_new_ones(tmp_path: Path) -> None:
    before, after = contents(tmp_path, jsonl(*MANY)), contents(tmp_path, jsonl(*MANY, *MANY))
    assert len(after) > len(before)
    assert after[: len(before) - 1] == before[:-1]


def test_parts_change_with_what_a_record_before_them_is_called(tmp_path: Path) -> None:
    """A record loses its own id to an earlier one, so that the later part is another one too."""
    before = contents(tmp_path, jsonl(*MANY))
    after = contents(tmp_path, jsonl({"id": "x9", "text": MANY[0]["text"]}, *MANY[1:]))
    assert [place for place, (one, other) in enumerate(zip(before, after, strict=True)) if one != other] == [0, 4]


def test_parts_of_a_table_change_with_its_header(tmp_path: Path) -> None:
    before = contents(tmp_path, table(*ROWS), "dump.csv")
    after = contents(tmp_path, table(["no", "text"], *ROWS[1:]), "dump.csv")
    assert not set(before) & set(after)


def test_parts_of_what_cannot_be_read_are_one(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"x")
    (source,) = discover(tmp_path, options=OPTIONS)
    assert [piece.content for piece in pieces(source, OPTIONS)] == ["failure:unsupported"]
    gone = Source("a", "a.txt", str(tmp_path), "a.txt", format="plain")
    assert [piece.content for piece in pieces(gone, OPTIONS)] == ["unreadable:2"]


def test_parts_grow_with_the_dump_in_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    size = pipeline.articles.parts._part_size
    assert [size(n) for n in (1, 1 << 28, (1 << 28) + 1, 1 << 30, 1 << 40)] == [
        1 << 18, 1 << 18, 1 << 19, 1 << 20, 1 << 24,
    ]  # fmt: skip
