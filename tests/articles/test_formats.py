"""Every format through the reader: what comes out of which bytes."""

from __future__ import annotations

import json
from datetime import date
from typing import cast

import pytest

from articles.conftest import Reading
from pipeline.articles import FORMATS
from pipeline.records import Article, Failure

Row = tuple[str, str, str]


def rows(found: list[Article | Failure]) -> list[Row]:
    """Return id, path and text of the articles; id, path and kind of the failures."""
    return [
        (item.article_id, item.path, item.text if isinstance(item, Article) else f"!{item.error}") for item in found
    ]


def test_formats_registry() -> None:
    suffixes = [suffix for form in FORMATS.values() for suffix in form.suffixes]
    assert list(FORMATS) == ["plain", "html", "json", "jsonl", "csv", "tsv"]
    assert len(suffixes) == len(set(suffixes))


def test_formats_plain_text_is_untouched_but_for_line_ends(read_one: Reading) -> None:
    raw = "\ufeff Title\u200b \r\n\r\n\tBody\x0c\u2028of\rit.  \u202eabc\u00a0 \n\n"
    (article,) = cast(list[Article], read_one(raw))
    assert article.text == " Title\u200b \n\n\tBody\x0c\u2028of\nit.  \u202eabc\u00a0 \n\n"
    assert (article.status, article.path, article.article_id) == ("ok", "story.txt", "story")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"title": "T", "text": "Words"}, [("story", "story.json", "T\n\nWords")]),
        ({"text": "Words"}, [("story", "story.json", "Words")]),
        ({"title": " Two\nlines ", "text": "Words"}, [("story", "story.json", "Two lines\n\nWords")]),
        ({"title": "T", "text": "T\n\nWords"}, [("story", "story.json", "T\n\nWords")]),
        ({"title": "T", "text": "The words"}, [("story", "story.json", "T\n\nThe words")]),
        (
            [{"text": "a"}, {"text": "b", "id": "own"}, 3, {"foo": 1}],
            [
                ("story-1", "story.json#1", "a"),
                ("own", "story.json#2", "b"),
                ("story-3", "story.json#3", "!no_article"),
                ("story-4", "story.json#4", "!no_article"),
            ],
        ),
        ({"foo": 1}, [("story", "story.json", "!no_article")]),
        ([], [("story", "story.json", "!no_article")]),
        ({"text": "…"}, [("story", "story.json", "!empty")]),
        ({"text": "a\0b"}, [("story", "story.json", "!binary")]),
    ],
)
def test_formats_json(content: object, expected: list[Row], read_one: Reading) -> None:
    assert rows(read_one(json.dumps(content), "story.json")) == expected


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        ("", "empty", "empty"),
        ('{"text": ', "malformed", "line 1 column"),
        ("[" * 100_000, "malformed", "cannot be read"),
        ('{"text": "a", "n": ' + "1" * 5_000 + "}", "malformed", "cannot be read"),
        ("\x00\x01", "binary", "NUL"),
    ],
)
def test_formats_json_broken(content: str, error: str, message: str, read_one: Reading) -> None:
    (failure,) = cast(list[Failure], read_one(content, "story.json"))
    assert failure.error == error
    assert message in failure.message


def test_formats_json_larger_than_the_cap(read_one: Reading) -> None:
    assert rows(read_one(json.dumps({"text": "words"}), "story.json", max_json_bytes=5))[0][2] == "!too_large"


def test_formats_json_lines_named_json(read_one: Reading) -> None:
    assert [row[2] for row in rows(read_one('{"text": "a"}\n{"text": "b"}\n', "story.json"))] == ["a", "b"]


def test_formats_json_half_a_character_is_replaced_and_told(read_one: Reading) -> None:
    (article,) = cast(list[Article], read_one('{"text": "Cut \\ud83d off"}', "story.json"))
    assert (article.text, article.status) == ("Cut \ufffd off", "replaced:surrogates")


def test_formats_json_lines_one_bad_line_costs_that_line(read_one: Reading) -> None:
    lines = [
        b'\xef\xbb\xbf{"text": "one"}',
        b"{broken",
        b"",
        b'{"text": "two"}',
        b'{"text": "caf\xe9s"}',
        b'{"text": ""}',
    ]
    found = read_one(b"\n".join(lines), "story.jsonl")
    assert rows(found) == [
        ("story-1", "story.jsonl#1", "one"),
        ("story-2", "story.jsonl#2", "!malformed"),
        ("story-4", "story.jsonl#4", "two"),
        ("story-5", "story.jsonl#5", "cafés"),
        ("story-6", "story.jsonl#6", "!no_article"),
    ]
    assert "line 2 is no valid JSON" in cast(Failure, found[1]).message
    assert cast(Article, found[3]).status == "decoded:cp1252"


def test_formats_json_lines_too_long_a_line(read_one: Reading) -> None:
    content = '{"text": "' + "a" * 500 + '"}\n{"text": "b"}\n'
    assert [row[2] for row in rows(read_one(content, "story.jsonl", max_bytes=100))] == ["!too_large", "b"]


def test_formats_json_lines_article_over_the_cap(read_one: Reading) -> None:
    content = '{"text": "' + "a" * 120 + '"}\n{"text": "b"}\n'
    assert [row[2] for row in rows(read_one(content, "story.jsonl", max_bytes=100))] == ["!too_large", "b"]


def test_formats_json_lines_that_are_none_stop_early(read_one: Reading) -> None:
    found = read_one("no JSON here\n" * 5_000, "story.jsonl")
    assert len(found) == 101
    assert "is it JSON Lines?" in cast(Failure, found[-1]).message


def test_formats_json_lines_utf16(read_one: Reading) -> None:
    content = '{"text": "Ünë"}\n{"text": "two"}\n'.encode("utf-16")
    assert [row[2] for row in rows(read_one(content, "story.jsonl"))] == ["Ünë", "two"]


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        ("title,text\nT,Words\n", "story.csv", ["T\n\nWords"]),
        ("Titel;Text;Date\nT;Words;x\n", "story.csv", ["Words"]),
        ("title\ttext\nT\tWords\n", "story.tsv", ["T\n\nWords"]),
        ("title\ttext\nT\tWords\n", "story.csv", ["T\n\nWords"]),
        ('text,title\n"One, ""two""\r\nthree",T\r\n', "story.csv", ['T\n\nOne, "two"\nthree']),
        ("text\none\n\n  \ntwo\n", "story.csv", ["one", "two"]),
        ("title,text\nT\nT,\nT,b,\nT,b,c\n", "story.csv", ["!empty", "!empty", "T\n\nb", "!malformed"]),
        ("a,b\n1,2\n", "story.csv", ["!no_article"]),
        ("", "story.csv", ["!empty"]),
        ("text\na\0b\n", "story.csv", ["!binary"]),
        ('text\none\n"open\nquote\n', "story.csv", ["one", "!malformed"]),
        ('text\n"He "agreed", she said"\ntwo\n', "story.csv", ["!malformed", "two"]),
    ],
)
def test_formats_csv(content: str, name: str, expected: list[str], read_one: Reading) -> None:
    assert [row[2] for row in rows(read_one(content, name))] == expected


def test_formats_csv_large_field(read_one: Reading) -> None:
    (row,) = rows(read_one("text\n" + "word " * 100_000, "story.csv"))
    assert len(row[2]) == 500_000


def test_formats_csv_cell_over_the_cap_costs_its_row(read_one: Reading) -> None:
    content = "text\none\n" + "word " * 100_000 + "\nthree\n"
    found = read_one(content, "story.csv", max_bytes=200_000)
    assert [row[2] for row in rows(found)] == ["one", "!too_large", "three"]


def test_formats_csv_ids_and_numbers(read_one: Reading) -> None:
    found = read_one("id,text\nx1,one\nx1,two\n../x,three\n,four\n", "story.csv")
    assert rows(found) == [
        ("x1", "story.csv#1", "one"),
        ("story-2", "story.csv#2", "two"),
        ("story-3", "story.csv#3", "three"),
        ("story-4", "story.csv#4", "four"),
    ]


@pytest.mark.parametrize(
    ("encoding", "status"), [("utf-8-sig", "ok"), ("cp1252", "decoded:cp1252"), ("utf-16", "decoded:utf-16-le")]
)
def test_formats_csv_encodings(encoding: str, status: str, read_one: Reading) -> None:
    content = "text\nThe café in Orléans is closed to the public now; the owner’s aide said so.\n"
    (article,) = cast(list[Article], read_one(content.encode(encoding), "story.csv"))
    assert (article.text, article.status) == (content.splitlines()[1], status)


def test_formats_html_declared_encoding_reaches_the_extractor(read_one: Reading) -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Дума</body></html>'
    (article,) = cast(list[Article], read_one(page.encode("cp1251"), "story.html"))
    assert article.text == "Page title\n\n" + page
    assert (article.status, article.published) == ("decoded:cp1251", date(2001, 2, 3))


@pytest.mark.parametrize(
    ("content", "name", "title"),
    [
        ("<!DOCTYPE html><html><body>Words</body></html>", "story.txt", "Page title"),
        ('{"text": "<html><body>Words</body></html>"}', "story.jsonl", "Page title"),
        ('{"title": "It&#8217;s over", "text": "<p class=x>Words</p>"}', "story.jsonl", "It’s over"),
        ("<Reuters> and others say so.", "story.txt", None),
        ('{"text": "<5 banks are left> in Minsk."}', "story.jsonl", None),
    ],
)
def test_formats_markup_in_other_files(content: str, name: str, title: str | None, read_one: Reading) -> None:
    (article,) = cast(list[Article], read_one(content, name))
    assert (article.title.text if article.title else None) == title
