from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples import CODES, FAILURE, bare, result

from pipeline.export import EXPORTERS, Exporter
from pipeline.export.comma_separated import harmless, original, read_csv
from pipeline.tables import TABLES, Frames, Kind, build, cell_text, empty

BATCHES = [
    build([result("one")], [], codes=CODES),
    build([bare()], [FAILURE], codes=CODES),
    build([result("two")], [], codes=CODES),
]
WHOLE = build([result("one"), bare(), result("two")], [FAILURE], codes=CODES)


NOT_THE_SAME_BYTES = {"duckdb"}


def opened(name: str, folder: Path) -> Exporter:
    """Return an exporter that has the texts of the samples, where what it needs is installed."""
    if EXPORTERS[name].NEEDS:
        pytest.importorskip(EXPORTERS[name].NEEDS, reason=f"{EXPORTERS[name].NEEDS} is not installed")
    exporter = EXPORTERS[name](folder)
    exporter.texts = {made.article.article_id: made.article.text for made in (result("one"), bare(), result("two"))}
    return exporter


def exported(name: str, folder: Path, batches: list[Frames] = BATCHES) -> list[Path]:
    exporter = opened(name, folder)
    for frames in batches:
        exporter.feed(frames)
    return exporter.close()


def csv_rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


def test_export_registry_names_what_it_holds() -> None:
    assert {name: exporter.NAME for name, exporter in EXPORTERS.items()} == {name: name for name in EXPORTERS}
    files = [file for exporter in EXPORTERS.values() for file in exporter.FILES.values()]
    assert len(files) == len(set(files))


@pytest.mark.parametrize("name", EXPORTERS)
def test_export_files_are_there_when_closed_and_not_before(tmp_path: Path, name: str) -> None:
    exporter = opened(name, tmp_path)
    exporter.feed(WHOLE)
    assert not [path for path in tmp_path.iterdir() if not path.name.startswith(".")]
    paths = exporter.close()
    assert [path.name for path in paths] == list(EXPORTERS[name].FILES.values())
    assert sorted(tmp_path.iterdir()) == sorted(paths)


@pytest.mark.parametrize("name", EXPORTERS)
def test_export_abandoned_leaves_nothing_and_keeps_earlier_files(tmp_path: Path, name: str) -> None:
    before = {path: path.read_bytes() for path in exported(name, tmp_path)}
    exporter = opened(name, tmp_path)
    exporter.feed(WHOLE)
    exporter.abandon()
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("name", EXPORTERS)
def test_export_abandoned_after_closing_keeps_the_files(tmp_path: Path, name: str) -> None:
    exporter = opened(name, tmp_path)
    paths = exporter.close()
    exporter.abandon()
    assert sorted(tmp_path.iterdir()) == sorted(paths)


@pytest.mark.parametrize("name", EXPORTERS)
def test_export_that_cannot_begin_leaves_nothing(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kind = EXPORTERS[name]
    if kind.NEEDS:
        pytest.importorskip(kind.NEEDS, reason=f"{kind.NEEDS} is not installed")
    begun: list[str] = []
    last = list(kind.FILES)[-1]
    original = kind.open

    def failing(self: Exporter, table: str, path: Path) -> object:
        begun.append(table)
        if table == last:
            raise OSError(28, "No space left on device")
        return original(self, table, path)

    monkeypatch.setattr(kind, "open", failing)
    with pytest.raises(OSError, match="No space"):
        kind(tmp_path)
    assert begun == list(kind.FILES)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", [name for name in EXPORTERS if name not in NOT_THE_SAME_BYTES])
def test_export_is_the_same_bytes_again(tmp_path: Path, name: str) -> None:
    first = {path.name: path.read_bytes() for path in exported(name, tmp_path)}
    assert {path.name: path.read_bytes() for path in exported(name, tmp_path)} == first


def test_comma_separated_cells_are_those_of_the_frames(tmp_path: Path) -> None:
    """What a strict RFC 4180 reader finds: commas, quotes and line ends inside cells come back as they were."""
    exported("csv", tmp_path)
    for table, columns in TABLES.items():
        header, *rows = csv_rows(tmp_path / f"{table}.csv")
        assert header == [column.name for column in columns]
        expected = [[cell_text(cell) for cell in row] for row in WHOLE[table].itertuples(index=False, name=None)]
        assert rows == expected
    assert "Minister Ida Berg, who leads,\nfroze" in csv_rows(tmp_path / "affiliations.csv")[1]
    assert 'Norway, "quoted", acts' in csv_rows(tmp_path / "articles.csv")[1]
    assert "Ruritania | Sylvania" in csv_rows(tmp_path / "events.csv")[1]


def test_comma_separated_bytes_follow_rfc_4180(tmp_path: Path) -> None:
    exported("csv", tmp_path)
    data = (tmp_path / "articles.csv").read_bytes()
    assert data.startswith(b"article_id,path,title,published,")
    assert b'"Norway, ""quoted"", acts"' in data
    assert data.count(b"\r\n") == 4
    assert data.endswith(b"\r\n")


def test_comma_separated_text_is_utf8(tmp_path: Path) -> None:
    failure = FAILURE.model_copy(update={"path": "Łódź–日本.txt"})
    exported("csv", tmp_path, [build([], [failure], codes={})])
    assert "Łódź–日本.txt".encode() in (tmp_path / "errors.csv").read_bytes()


FORMULAS = ("=1+1", "+1", "-rf.txt", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1dx", "'=1", "''@x", "'\t")
PLAIN = ("", "1+1", "a=b", "'", "'a", "''", " =1", "O'Neil", "(-1)", "\u2014x")


@pytest.mark.parametrize("text", [*FORMULAS, *PLAIN])
def test_comma_separated_neutralises_formulas_and_nothing_else(text: str) -> None:
    assert harmless(text) == (f"'{text}" if text in FORMULAS else text)
    assert original(harmless(text)) == text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(FORMULAS)), min_size=1, max_size=4
    ),
    st.booleans(),
)
def test_comma_separated_and_parquet_keep_any_text(tmp_path: Path, texts: list[str], raw: bool) -> None:
    failures = [FAILURE.model_copy(update={"message": text}) for text in texts]
    for name in ("csv", "parquet"):
        exporter = EXPORTERS[name](tmp_path)
        exporter.raw = raw
        exporter.feed(build([], failures, codes={}))
        exporter.close()
    cells = [row[-1] for row in csv_rows(tmp_path / "errors.csv")[1:]]
    assert cells == (texts if raw else [harmless(text) for text in texts])
    assert read_csv(tmp_path, "errors", raw=raw)["message"].tolist() == texts
    assert pd.read_parquet(tmp_path / "errors.parquet")["message"].tolist() == texts


def test_comma_separated_numbers_are_no_formulas(tmp_path: Path) -> None:
    frames = build([result("one")], [], codes=CODES)
    frames["events"]["confidence"] = -0.5
    exported("csv", tmp_path, [frames])
    row = dict(zip(*csv_rows(tmp_path / "events.csv"), strict=True))
    assert row["confidence"] == "-0.5"


@pytest.mark.parametrize("batches", [BATCHES, [empty()]], ids=["rows", "none"])
def test_comma_separated_gives_the_frames_back(tmp_path: Path, batches: list[Frames]) -> None:
    exported("csv", tmp_path, batches)
    whole = WHOLE if batches is BATCHES else empty()
    for table in TABLES:
        frame = read_csv(tmp_path, table)
        for column in TABLES[table]:
            cells = [_rounded(cell) for cell in whole[table][column.name]]
            assert [_rounded(cell) for cell in frame[column.name]] == cells, (table, column.name)


def _rounded(cell: object) -> object:
    return round(cell, 3) if isinstance(cell, float) else _same(cell)


def test_comma_separated_has_headers_without_rows(tmp_path: Path) -> None:
    exported("csv", tmp_path, [empty()])
    for table, columns in TABLES.items():
        assert csv_rows(tmp_path / f"{table}.csv") == [[column.name for column in columns]]


@pytest.mark.parametrize("batches", [BATCHES, [empty()]], ids=["rows", "none"])
def test_parquet_gives_the_frames_back(tmp_path: Path, batches: list[Frames]) -> None:
    exported("parquet", tmp_path, batches)
    whole = WHOLE if batches is BATCHES else empty()
    for table, columns in TABLES.items():
        frame = pd.read_parquet(tmp_path / f"{table}.parquet", dtype_backend="numpy_nullable")
        assert list(frame.columns) == [column.name for column in columns]
        assert len(frame) == len(whole[table])
        for column in columns:
            cells = [_same(cell) for cell in frame[column.name]]
            assert cells == [_same(cell) for cell in whole[table][column.name]], (table, column.name)


def _same(cell: object) -> object:
    if isinstance(cell, (tuple, np.ndarray)):
        return list(cell)
    return None if cell is pd.NA else cell


def test_parquet_types_are_those_of_the_contract(tmp_path: Path) -> None:
    exported("parquet", tmp_path, [empty()])
    types = {Kind.TEXT: "string", Kind.LIST: "list<", Kind.INT: "int64", Kind.FLOAT: "double"}
    for table, columns in TABLES.items():
        schema = pq.read_schema(tmp_path / f"{table}.parquet")
        assert all(str(schema.field(column.name).type).startswith(types[column.kind]) for column in columns)


def json_lines(path: Path) -> Iterator[dict[str, object]]:
    for line in path.read_bytes().split(b"\n")[:-1]:
        yield json.loads(line, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))


def test_json_lines_parse_and_carry_their_cells(tmp_path: Path) -> None:
    exported("jsonl", tmp_path)
    one, two = json_lines(tmp_path / "events.jsonl")
    assert list(one)[:-1] == [column.name for column in TABLES["events"]]
    assert (one["article_id"], two["article_id"]) == ("one", "two")
    assert one["targets"] == ["Ruritania", "Sylvania"]
    assert one["target_countries"] == []
    assert (one["target_count"], one["law"], one["confidence"]) == (2, None, 0.8751)
    cells = one["cells"]
    assert isinstance(cells, list)
    assert [cell["column"] for cell in cells] == [
        "actors", "senders", "targets", "targets", "target_count", "measures", "date",
    ]  # fmt: skip
    assert cells[1] == {
        "column": "senders", "value": "NOR", "start": None, "end": None, "text": None, "rule": "implied:x",
    }  # fmt: skip


def test_json_lines_of_nothing_are_an_empty_file(tmp_path: Path) -> None:
    exported("jsonl", tmp_path, [empty()])
    assert (tmp_path / "events.jsonl").read_bytes() == b""
