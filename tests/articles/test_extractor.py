from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.articles.extractor import PageExtractor
from pipeline.errors import ArticleError

SENTENCES = "Norway's government froze the accounts of four banks. The ministry in Oslo said that more would follow. "
PAGE = (
    "<!DOCTYPE html><html><head><title>Norway freezes banks | The Daily</title>{tags}</head><body>"
    "<nav><a href=x>Home</a></nav><article><h1>Norway freezes banks</h1>"
    f"<p>{SENTENCES * 3}</p><script>alert('no')</script><p>{SENTENCES * 2}</p></article></body></html>"
)
LD = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-07-14T10:00Z"}</script>'

# A child that does as the page says, to show what becomes of pages that hang or kill their reader.
CHILD = """
import json, os, struct, sys, time
send = lambda data: (sys.stdout.buffer.write(struct.pack(">Q", len(data)) + data), sys.stdout.buffer.flush())
send(b"{}")
served = False
while header := sys.stdin.buffer.read(8):
    page = sys.stdin.buffer.read(struct.unpack(">Q", header)[0])[1:]
    if page == b"hang":
        time.sleep(60)
    if page == b"die" or (page == b"die if not first" and served):
        os._exit(1)
    served = True
    send(json.dumps({"error": "no"} if page == b"fail" else {"text": str(os.getpid())}).encode())
"""


@pytest.fixture(scope="module")
def extractor() -> Iterator[PageExtractor]:
    with PageExtractor() as extractor:
        yield extractor


@pytest.fixture
def scripted() -> Iterator[PageExtractor]:
    with PageExtractor(seconds=0.3, pages=4, command=(sys.executable, "-c", CHILD)) as extractor:
        yield extractor


def test_extractor_takes_the_article_out(extractor: PageExtractor) -> None:
    page = extractor.extract(PAGE.format(tags=""))
    assert page.title == "Norway freezes banks"
    assert page.text.count("Oslo") == 5
    assert "Home" not in page.text
    assert "alert" not in page.text


@pytest.mark.parametrize(
    ("tags", "published"),
    [
        (LD, ("2020-07-14T10:00Z",)),
        ('<meta property="article:published_time" content="2020-07-14">', ("2020-07-14",)),
        (
            '<meta name="date" content="2020-07-15"><meta name="PubDate" content="2020-07-14">',
            ("2020-07-14", "2020-07-15"),
        ),
        ('<meta itemprop="datePublished" content="2020-07-14">', ("2020-07-14",)),
        ('<time datetime="2020-07-14T10:00">now</time>', ("2020-07-14T10:00",)),
        ('<time datetime="2020-07-14">a</time><time datetime="2020-07-15">b</time>', ()),
        ('<meta property="article:modified_time" content="2020-07-14">', ()),
        ("", ()),
    ],
)
def test_extractor_date_tags(tags: str, published: tuple[str, ...], extractor: PageExtractor) -> None:
    assert extractor.extract(PAGE.format(tags=tags)).published == published


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Banks frozen | The Daily</title>", "<h1>The Daily</h1><h1>Banks frozen</h1>", "Banks frozen"),
        ("<title>Banks frozen - Oslo</title>", "<h1>Banks\n <b>frozen</b></h1>", "Banks frozen"),
        ('<meta property="og:title" content="Banks frozen"><title>x</title>', "<h1>The Daily</h1>", "Banks frozen"),
        ("<title>News</title>", "<h1>Banks frozen</h1>", "Banks frozen"),
        ("<title>Banks frozen</title>", "", "Banks frozen"),
        ("", "", ""),
    ],
)
def test_extractor_title(head: str, body: str, title: str, extractor: PageExtractor) -> None:
    page = f"<html><head>{head}</head><body>{body}<article><p>{SENTENCES * 5}</p></article></body></html>"
    assert extractor.extract(page).title == title


def test_extractor_short_and_broken_pages(extractor: PageExtractor) -> None:
    assert "froze" in extractor.extract("<html><body><p>Norway <b>froze</b> four banks.").text
    assert "Oslo" in extractor.extract(f"<html><body><div><table><p>{SENTENCES * 5}").text


def test_extractor_fragment_keeps_all_text(extractor: PageExtractor) -> None:
    page = extractor.extract(
        "<p>One <b>bold</b>\n word.</p><script>no</script><ul><li>Two</ul>Three<br>four", fragment=True
    )
    assert page.text == "One bold word.\nTwo\nThree\nfour"


@pytest.mark.parametrize("markup", ["<html><body></body></html>", "<html><script>x</script></html>", "<html>"])
def test_extractor_no_article(markup: str, extractor: PageExtractor) -> None:
    with pytest.raises(ArticleError) as caught:
        extractor.extract(markup)
    assert caught.value.kind == "no_article"


def test_extractor_result_does_not_depend_on_pages_before(extractor: PageExtractor) -> None:
    pages = [PAGE.format(tags=""), "<html><body><p>Short one here.", PAGE.format(tags=LD)]
    first = [extractor.extract(page) for page in pages]
    again = [extractor.extract(page) for page in reversed(pages)]
    assert first == again[::-1]


def test_extractor_kills_a_page_that_hangs(scripted: PageExtractor) -> None:
    before = scripted.extract("hello").text
    with pytest.raises(ArticleError) as caught:
        scripted.extract("hang")
    assert caught.value.kind == "timeout"
    with pytest.raises(ProcessLookupError):
        os.kill(int(before), 0)
    assert scripted.extract("hello").text != before


def test_extractor_keeps_one_process_and_replaces_it_in_time(scripted: PageExtractor) -> None:
    served = [scripted.extract("hello").text for _ in range(6)]
    assert len(set(served[:4])) == 1
    assert len(set(served)) == 2


@pytest.mark.parametrize(("page", "kind"), [("die", "extractor"), ("fail", "extractor")])
def test_extractor_page_that_kills_or_fails(page: str, kind: str, scripted: PageExtractor) -> None:
    with pytest.raises(ArticleError) as caught:
        scripted.extract(page)
    assert caught.value.kind == kind
    assert scripted.extract("hello").text


def test_extractor_gives_a_page_a_fresh_process_before_giving_up(scripted: PageExtractor) -> None:
    scripted.extract("hello")
    assert scripted.extract("die if not first").text


def test_extractor_large_page_to_a_child_that_does_not_read(tmp_path: Path) -> None:
    deaf = CHILD.replace("while header", "time.sleep(60)\nwhile header")
    with PageExtractor(seconds=0.3, command=(sys.executable, "-c", deaf)) as extractor:
        with pytest.raises(ArticleError) as caught:
            extractor.extract("word " * 200_000)
        assert caught.value.kind == "timeout"


def test_extractor_that_does_not_start() -> None:
    extractor = PageExtractor(command=(sys.executable, "-c", "raise SystemExit(1)"))
    with extractor, pytest.raises(ArticleError, match="does not start"):
        extractor.extract("hello")
