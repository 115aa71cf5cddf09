"""Input that cannot be used never stops a run: each is a row of ``errors.csv``, and all others are read."""

from __future__ import annotations

import gzip
from pathlib import Path

from run.conftest import FakeStages, Run, write
from run.test_folder import column, rows

BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n ",
    "binary.txt": bytes(range(256)) * 20,
    "image.txt": b"\x89PNG\r\n\x1a\n" + bytes(60),
    "wrong-encoding.txt": b"\xef\xbb\xbfNorway \xff\xfe imposed sanctions",
    "broken.json": b'{"title": "Norway',
    "dump.jsonl": b'{"text": "Norway imposed sanctions"}\n{"text": \n',
    "no-text.csv": b"name,size\nNorway,5\n",
    "letter.docx": b"PK\x03\x04",
    "packed.txt.gz": gzip.compress(b"Norway imposed sanctions"),
}
FAULTS = {
    "empty.txt": "empty",
    "blank.txt": "empty",
    "binary.txt": "binary",
    "image.txt": "binary",
    "wrong-encoding.txt": "encoding",
    "broken.json": "malformed",
    "dump.jsonl#2": "malformed",
    "no-text.csv": "no_article",
    "letter.docx": "unsupported",
    "packed.txt.gz": "archive",
}


def test_bad_input_is_told_and_the_rest_is_read(run: Run, articles: Path, tmp_path: Path) -> None:
    write(articles, BAD)
    (articles / "unreadable.txt").symlink_to("nowhere.txt")
    summary = run()
    out = tmp_path / "out"
    faults = {row["path"]: row["error"] for row in rows(out, "errors")}
    assert faults == FAULTS | {"unreadable.txt": "unreadable"}
    assert (summary.articles, summary.failures) == (6, 11)
    assert column(out, "articles", "article_id") == ["a", "b", "c", "d", "dump-1", "e"]
    for row in rows(out, "errors"):
        assert row["stage"] == "articles"
        assert row["message"].startswith(row["path"].partition("#")[0] + ": ")
        assert "\n" not in row["message"]


def test_bad_input_that_was_told_is_not_read_again(
    run: Run, articles: Path, tmp_path: Path, fake: type[FakeStages]
) -> None:
    write(articles, BAD)
    run()
    assert run().resumed == 5 + len(BAD)
    write(articles, {"empty.txt": "Norway imposed sanctions."})
    run()
    assert fake.worked == ["empty"]
    assert "empty.txt" not in column(tmp_path / "out", "errors", "path")


def test_bad_input_in_another_encoding_is_remarked(run: Run, articles: Path, tmp_path: Path) -> None:
    text = "The minister, José Núñez, spoke at length about what he called “sanctions”."
    write(articles, {"b.txt": text.encode("cp1252")})
    run()
    assert column(tmp_path / "out", "articles", "status") == ["ok", "decoded:cp1252", "ok", "ok", "ok"]


def test_bad_input_of_one_long_line_is_an_article(run: Run, articles: Path, tmp_path: Path) -> None:
    line = "Norway imposed sanctions again and again " * 24_000
    assert 900_000 < len(line) < 1_000_000
    write(articles, {"long.txt": line})
    summary = run(formats=("csv",))
    assert (summary.articles, summary.failures) == (6, 0)
    assert column(tmp_path / "out", "articles", "tokens")[-1] == str(len(line.split()))


def test_bad_input_beyond_the_cap_is_told(run: Run, articles: Path, tmp_path: Path) -> None:
    write(articles, {"long.txt": "Norway " * 20_000})
    run(max_bytes=100_000)
    assert column(tmp_path / "out", "errors", "error") == ["too_large"]


def test_bad_input_with_one_name_gets_ids_of_its_own(run: Run, articles: Path, tmp_path: Path) -> None:
    write(
        articles, {"x/letter.txt": "Norway spoke.", "y/letter.txt": "Chile spoke.", "y/letter.html.txt": "Peru spoke."}
    )
    run()
    ids = column(tmp_path / "out", "articles", "article_id")
    assert ids[-3:] == ["x__letter", "letter.html", "y__letter"]
    assert len(set(ids)) == 8


def test_bad_input_that_the_extractor_fails_on_is_told(
    run: Run, articles: Path, tmp_path: Path, fake: type[FakeStages]
) -> None:
    write(articles, {"b.txt": "RAISE " + "words " * 500})
    summary = run()
    (row,) = rows(tmp_path / "out", "errors")
    assert (row["path"], row["article_id"], row["stage"], row["error"]) == ("b.txt", "b", "extract", "ValueError")
    assert row["message"].startswith("b.txt: the pipeline failed on this input (cannot read RAISE words")
    assert row["message"].endswith("); please report it")
    assert len(row["message"]) < 400
    assert (summary.articles, summary.failures) == (4, 1)
    assert fake.worked == ["a", "b", "c", "d", "e"]


def test_bad_input_that_the_reader_fails_on_is_told(run: Run, articles: Path, tmp_path: Path) -> None:
    write(articles, {"deep/unforeseen.txt": "Norway"})
    summary = run()
    (row,) = rows(tmp_path / "out", "errors")
    assert (row["path"], row["stage"], row["error"]) == ("deep/unforeseen.txt", "articles", "RecursionError")
    assert "(too deep ? for us)" in row["message"]
    assert summary.articles == 5
