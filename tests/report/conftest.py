"""Reports of made-up articles, and the browser that opens them."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from samples import CODES, FAILURE, TEXT, bare, result

from pipeline.records import ArticleResult, Listing
from pipeline.report import write_report
from pipeline.tables import Frames, build

NAMES = {"NOR": "Norway", "EU": "European Union", "FRA": "France"}
ABOUT = {"version": "1.0", "model": "en_x-0"}
HOSTILE = (
    "</script><script>window.hit = 1</script><!--<script>\n\n"
    '<img src=x onerror="window.hit = 2"> "&amp;\' \u2028 ]]> {{ title }} On Monday Ida Berg froze assets of '
    "<b>Ruritania</b> and Sylvania."
)


def hostile() -> ArticleResult:
    """Return the sample article with markup and scripts in its text, title, names, values and rules."""
    made = json.loads(result("hostile").model_dump_json())
    text = f"{TEXT}\n{HOSTILE}"
    made["article"] |= {"text": text, "path": "<i>hostile</i>.txt"}
    made["article"]["title"] = {"start": len(TEXT) + 1, "end": len(text), "text": HOSTILE}
    made["people"][0]["name"] = "</title><svg onload='window.hit = 3'>"
    made["events"][0]["fills"][0]["value"] = "<script>window.hit = 4</script>"
    made["events"][0]["evidence"] = {"start": len(TEXT) + 1, "end": len(text), "text": HOSTILE}
    made["issues"][0]["message"] = "<iframe srcdoc='<script>parent.hit = 5</script>'>"
    return ArticleResult.model_validate(made)


def numbered(number: int) -> ArticleResult:
    """Return one of many articles; each has its own first sender, date and confidence."""
    made = json.loads(result(f"n{number:03}").model_dump_json())
    event = made["events"][0]
    event["action"] = "lift" if number % 3 == 0 else "impose"
    event["confidence"] = number / 100
    event["fills"][1]["value"] = ("NOR", "EU", "FRA")[number % 3]
    event["date_earliest"] = event["date_latest"] = f"2021-{number % 12 + 1:02}-03"
    return ArticleResult.model_validate(made)


RESULTS = [hostile(), bare(), *(numbered(number) for number in range(60))]


def listed() -> ArticleResult:
    """Return an article with a person and a target that a watchlist holds."""
    hit = {"name": "Ida Berg", "list_id": "L<1>", "list_name": "BERG, Ida", "list_schema": "Person"}
    rows = [("people", "listed-p1"), ("events", "listed-e1")]
    listings = tuple(Listing(table=table, row=row, **hit, list_countries=("NOR",), score=1) for table, row in rows)
    return result("listed").model_copy(update={"listings": listings})


def frames_of(results: list[ArticleResult]) -> Frames:
    return build(results, [FAILURE], codes=CODES)


def written(page: Path, results: list[ArticleResult] = RESULTS, **options: Any) -> list[Path]:
    return write_report(page, frames_of(results), results, names=NAMES, about=ABOUT, **options)


def embedded(html: str) -> dict[str, Any]:
    """Return the page's data by the id of the element that holds it."""
    found = re.findall(r'<script type="application/json" id="([\w-]+)">(.*?)</script>', html, re.S)
    return {name: json.loads(text) for name, text in found}


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a report that holds its articles itself."""
    return written(tmp_path_factory.mktemp("one") / "report.html")[0]


@pytest.fixture(scope="session")
def split_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a report whose articles lie in a folder beside it."""
    return written(tmp_path_factory.mktemp("split") / "report.html", most_inside=2)[0]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Return a headless Chromium: the system's, or playwright's own."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (extra `tests`)")
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with playwright.sync_playwright() as driver:
        try:
            browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        except playwright.Error as error:
            pytest.skip(f"no browser: {str(error).splitlines()[0]}; install chromium")
        yield browser
        browser.close()
