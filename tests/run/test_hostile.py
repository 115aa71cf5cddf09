"""A folder of everything that can go wrong: every file is accounted for, nothing leaves the folders."""

from __future__ import annotations

import gzip
import json
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from pipeline.records import Article, ArticleResult
from pipeline.run import read_run, run_folder
from pipeline.settings import Settings
from run.conftest import FakeStages, Run, write
from run.test_folder import rows

SAYS = "Norway imposed sanctions on Belarus."
PAGE = f"<html><head><script>{'x' * 500}</script></head><body><p>{SAYS}<p>{SAYS}<div><<<</table></body>"
HOSTILE: dict[str, str | bytes] = {
    "empty.txt": "",
    "blank.txt": " \n\t\u00a0\n",
    "binary.txt": bytes(range(256)) * 20,
    "nul.txt": SAYS.replace(" ", "\0"),
    "marked.txt": b"\xef\xbb\xbf" + SAYS.encode(),
    "marked-16.txt": SAYS.encode("utf-16"),
    "marked-32.txt": SAYS.encode("utf-32"),
    "unmarked-16.txt": SAYS.encode("utf-16-le"),
    "mixed.txt": "“Noruega”, José said. ".encode() * 9 + "“no”".encode("cp1252"),
    "wrong-mark.txt": b"\xef\xbb\xbfNorway \xff\xfe imposed",
    "right-to-left.txt": "\u202eNorway\u202c im\u200bpos\u00aded \u200fsanctions\u2066 on\u2069 \ufeffBelarus.",
    "emoji.txt": "Norway \U0001f1f3\U0001f1f4 imposed sanctions \U0001f469\u200d\U0001f4bb.",
    "line.txt": "Norway imposed sanctions again. " * 330_000,
    "deep.json": "[" * 200_000 + "]" * 200_000,
    "deep-object.json": '{"a":' * 50_000 + "1" + "}" * 50_000,
    "number.json": '{"text": ' + "9" * 100_000 + "}",
    "broken.jsonl": f'{{"text": "{SAYS}"}}\n{{"text": \n[]\nnull\n{{"text": 5, "text": "{SAYS}"}}\n',
    "quotes.csv": 'text\n"one "two" three"\n"open\n',
    "page.html": PAGE,
    "torn.html": "<html><body><p>" + "<div>" * 5_000 + SAYS,
    "empty.html": "<html><script>alert(1)</script></html>",
    "bomb.txt.gz": gzip.compress(b"0" * 30_000_000),
    "good.txt.gz": gzip.compress(SAYS.encode()),
    "cut.txt.gz": gzip.compress(SAYS.encode() * 99)[:-9],
    "gzip.txt": gzip.compress(SAYS.encode()),
    "image.txt": b"\x89PNG\r\n\x1a\n" + bytes(60),
    "two\nlines.txt": SAYS,
    "-rf.txt": SAYS,
    "=cmd|' !A0.txt": SAYS,
    "copy.txt": SAYS,
    "\u202egpj.txt": SAYS,
    "n" * 240 + ".txt": SAYS,
    "letter.docx": b"PK\x03\x04",
    "no-suffix": SAYS,
    "..dots..txt": SAYS,
    ".hidden.txt": SAYS,
}


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Return the folder, with links, pipes, bombs and a file that nobody may read."""
    folder = tmp_path / "hostile"
    write(folder, HOSTILE)
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../escape.txt", b"0" * 5_000_000)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "gone.txt").symlink_to("nowhere.txt")
    os.mkfifo(folder / "pipe.txt")
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    write(folder, {"words-50.txt": b"words and words\n" * 3_200_000})
    return folder


def test_hostile_folder_is_accounted_for(run: Run, hostile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    before = {path for path in tmp_path.rglob("*") if out not in path.parents}
    summary = run(root=hostile, unit_size=16, formats=("csv", "parquet"))
    found = {row["path"]: row for row in rows(out, "ledger")}
    assert (
        len(found)
        == len(list(hostile.iterdir()))
        == summary.skipped + sum(row["state"] != "skipped" for row in found.values())
    )
    used = {path for path, row in found.items() if int(row["articles"])}
    assert {path for path in found if found[path]["state"] == "skipped"} == {
        ".hidden.txt", "..dots..txt", "bomb.txt.gz", "bomb.zip", "cut.txt.gz", "good.txt.gz", "gzip.txt", "letter.docx",
        "loop",
    }  # fmt: skip
    assert {path: row["error"] for path, row in found.items() if row["state"] == "failed"} == {
        "binary.txt": "binary", "blank.txt": "empty", "deep-object.json": "malformed", "deep.json": "malformed",
        "empty.html": "no_article", "empty.txt": "empty", "gone.txt": "unreadable",
        "huge.txt": "too_large", "image.txt": "binary", "line.txt": "too_large", "nul.txt": "binary",
        "number.json": "malformed",
        "pipe.txt": "unreadable", "self.txt": "unreadable", "words-50.txt": "too_large", "wrong-mark.txt": "encoding",
        "quotes.csv": "malformed", "torn.html": "no_article",
    }  # fmt: skip
    assert {"broken.jsonl", "mixed.txt", "page.html", "two\\x0alines.txt", "'-rf.txt", "no-suffix"} <= used
    assert "'=cmd|' !A0.txt" in found
    assert {path for path in tmp_path.rglob("*") if out not in path.parents} - before == {out}
    assert run(root=hostile, unit_size=16, formats=("csv", "parquet")).articles == summary.articles


def test_hostile_archives_are_read_when_asked_for_and_capped(run: Run, hostile: Path, tmp_path: Path) -> None:
    run(root=hostile, archives=True, formats=("csv",))
    found = {row["path"]: (row["state"], row["error"]) for row in rows(tmp_path / "out", "ledger")}
    assert found["good.txt.gz"] == ("done", "")
    assert found["bomb.txt.gz"] == ("failed", "too_large")
    assert found["cut.txt.gz"] == ("failed", "unreadable")
    assert found["bomb.zip"] == ("skipped", "archive")
    assert not (tmp_path / "escape.txt").exists()


def test_hostile_file_that_nobody_may_read(
    run: Run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = Path.open

    def refusing(self: Path, *args: object, **options: object) -> object:
        if self.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return original(self, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refusing)
    run()
    (row,) = rows(tmp_path / "out", "errors")
    assert (row["path"], row["error"]) == ("b.txt", "unreadable")
    assert row["message"] == "b.txt: it cannot be read: Permission denied"
    monkeypatch.undo()


@pytest.mark.slow
def test_hostile_folder_of_a_hundred_thousand_files(run: Run, tmp_path: Path) -> None:
    for number in range(100_000):
        folder = tmp_path / "many" / f"{number // 1000}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number}.txt").write_text(f"Norway sanctioned {number}.")
    summary = run(root=tmp_path / "many", unit_size=64, formats=("csv",))
    assert (summary.articles, summary.failures) == (100_000, 0)
    assert run(root=tmp_path / "many", unit_size=64, formats=("csv",)).resumed == 100_000


NAMES = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=20).filter(
    lambda name: name not in {".", ".."} and len(name.encode()) < 200
)
SUFFIXES = st.sampled_from(["", ".txt", ".json", ".jsonl", ".csv", ".gz", ".md", ".pdf"])
RECORDS = st.dictionaries(
    st.sampled_from(["text", "title", "id", "date", "x"]), st.one_of(st.text(), st.integers(), st.none()), max_size=4
)
CONTENTS = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(RECORDS, max_size=4).map(lambda found: "\n".join(map(json.dumps, found)).encode()),
    st.lists(RECORDS, max_size=4).map(lambda found: json.dumps(found).encode()),
)


@hypothesis_settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.dictionaries(st.tuples(NAMES, SUFFIXES).map("".join), CONTENTS, max_size=6))
def test_hostile_files_of_any_name_and_content(
    tmp_path_factory: pytest.TempPathFactory, fake: type[FakeStages], files: dict[str, bytes]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "in").mkdir()
    written = set()
    for name, content in files.items():
        (folder / "in" / name).write_bytes(content)
        written.add(name)
    summary = run_folder(folder / "in", folder / "out", settings=Settings(workers=1, unit_size=2))
    ledger = rows(folder / "out", "ledger")
    assert len(ledger) == len(written)
    assert sum(int(row["articles"]) for row in ledger) == summary.articles
    finished = read_run(folder / "out")
    assert len(finished.tables["articles"]) == summary.articles
    assert finished.tables["articles"]["article_id"].is_unique
    assert finished.tables["errors"]["path"].tolist() == [row["path"] for row in rows(folder / "out", "errors")] or any(
        row["path"].startswith("'") for row in rows(folder / "out", "errors")
    )


@pytest.mark.parametrize("text", ["\U0001f469\u200d\U0001f4bb imposed", "a\u0301 sanctions", "\u202eback"])
def test_hostile_characters_keep_their_places(run: Run, articles: Path, tmp_path: Path, text: str) -> None:
    def whole(result: ArticleResult, article: Article) -> bool:
        return all(article.text[mention.start : mention.end] == mention.text for mention in result.mentions)

    write(articles, {"odd.txt": text})
    run()
    from pipeline.run import results

    assert all(whole(result, result.article) for result in results(tmp_path / "out"))
