from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.report import write_report
from pipeline.report.writing import _json
from pipeline.tables import TABLES, empty
from report.conftest import ABOUT, HOSTILE, NAMES, RESULTS, embedded, frames_of, written


class Elements(HTMLParser):
    """Collects the elements that a browser would see, and what stands between them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links.extend(value for name, value in attrs if name in {"src", "href"} and value)


def test_writing_is_the_same_bytes_again(tmp_path: Path, page: Path) -> None:
    (again,) = written(tmp_path / "report.html")
    assert again.read_bytes() == page.read_bytes()


def test_writing_leaves_nothing_half_written(tmp_path: Path) -> None:
    written(tmp_path / "report.html")
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_writing_escapes_all_that_articles_say(page: Path) -> None:
    html = page.read_text(encoding="utf-8")
    plain, hostile_free = Elements(html), Elements(written(page.with_name("calm.html"), RESULTS[1:])[0].read_text())
    assert plain.tags == hostile_free.tags
    assert not {"img", "svg", "iframe", "b"} & set(plain.tags)
    assert "window.hit" not in re.sub(r'<script type="application/json".*?</script>', "", html, flags=re.S)


def test_writing_keeps_hostile_text_as_it_is(page: Path) -> None:
    data = embedded(page.read_text(encoding="utf-8"))
    assert data["part-0"]["articles"][0]["text"].endswith(HOSTILE)
    assert data["index"]["events"][0][[name for name, *_ in data["index"]["columns"]].index("evidence")] == HOSTILE


def test_writing_needs_no_network(page: Path, split_page: Path) -> None:
    for path in (page, split_page):
        html = path.read_text(encoding="utf-8")
        assert all(link.startswith(("#", "data:")) for link in Elements(html).links)
        assert not re.search(r"""(?:url\(|@import|src=)["']?(?:https?:)?//""", html)


def test_writing_policy_lets_nothing_else_run(page: Path) -> None:
    html = page.read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    assert policy[1].startswith("default-src &#39;none&#39;;")
    for kind in ("style", "script"):
        content = re.findall(rf"<{kind}>(.*?)</{kind}>", html, re.S)
        assert len(content) == 1
        digest = base64.b64encode(hashlib.sha256(content[0].encode()).digest()).decode()
        assert f"{kind}-src &#39;sha256-{digest}&#39;" in policy[1]
    assert "unsafe" not in policy[1]


def test_writing_splits_what_is_large(tmp_path: Path) -> None:
    paths = written(tmp_path / "report.html", most_inside=61)
    assert [path.relative_to(tmp_path).as_posix() for path in paths] == [
        "report.html", "report/0.js", "report/1.js", "report/2.js",
    ]  # fmt: skip
    assert set(embedded(paths[0].read_text(encoding="utf-8"))) == {"index"}
    script = paths[1].read_text(encoding="utf-8")
    assert script.startswith("receivePart(0,{")
    assert "<" not in script


def test_writing_removes_what_a_longer_report_left(tmp_path: Path) -> None:
    written(tmp_path / "report.html", most_inside=2)
    (tmp_path / "report" / "mine.js").write_text("")
    written(tmp_path / "report.html", RESULTS[:30], most_inside=2)
    assert sorted(path.name for path in (tmp_path / "report").iterdir()) == ["0.js", "1.js", "mine.js"]
    written(tmp_path / "report.html", RESULTS[:30])
    assert [path.name for path in (tmp_path / "report").iterdir()] == ["mine.js"]


@pytest.mark.parametrize("title", ["</title><script>", "Löschung & Co."])
def test_writing_escapes_the_heading(tmp_path: Path, title: str) -> None:
    (path,) = written(tmp_path / "report.html", RESULTS[1:2], title=title)
    html = path.read_text(encoding="utf-8")
    assert embedded(html)["index"]["title"] == title
    assert html.count("</title>") == 1


def test_writing_a_run_of_nothing_gives_a_page(tmp_path: Path) -> None:
    (path,) = write_report(tmp_path / "report.html", empty(), [], names=NAMES, about=ABOUT)
    assert embedded(path.read_text(encoding="utf-8"))["index"]["events"] == []


def test_writing_holds_every_row_and_cell_of_the_run(page: Path) -> None:
    data = embedded(page.read_text(encoding="utf-8"))
    frames = frames_of(RESULTS)
    assert [name for name, *_ in data["index"]["columns"]] == [column.name for column in TABLES["events"]]
    assert len(data["index"]["events"]) == len(frames["events"])
    articles = [article for name, part in data.items() if name != "index" for article in part["articles"]]
    assert [article["id"] for article in articles] == frames["articles"]["article_id"].tolist()
    rules = {name: part["rules"] for name, part in data.items() if name != "index"}
    assert all(set(of) <= {"model:x", "implied:x"} for of in rules.values())
    cells = [cell for article in articles for event in article["events"] for cell in event["cells"]]
    wanted = frames["cells"][frames["cells"]["table"] == "events"]
    assert [cell[1] for cell in cells] == wanted["value"].tolist()
    for article in articles:
        for mention in article["mentions"]:
            assert 0 <= mention[0] < mention[1] <= len(article["text"])


@given(st.text())
def test_writing_makes_any_text_harmless_and_keeps_it(text: str) -> None:
    made = _json({"text": text})
    assert not set("<>&") & set(made)
    assert json.loads(made) == {"text": text}
