"""The page in a headless Chromium, opened from disk without a network."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.export import EXPORTERS
from report.conftest import HOSTILE, RESULTS, frames_of, listed, written

Open = Callable[..., Any]


@pytest.fixture
def opened(chromium: Any, page: Path) -> Iterator[Open]:
    """Return a function that opens an address of the page; the test fails on any error of its script."""
    faults: list[str] = []
    contexts: list[Any] = []

    def opening(address: str = "", *, path: Path = page, width: int = 1280, **options: Any) -> Any:
        contexts.append(chromium.new_context(viewport={"width": width, "height": 800}, offline=True, **options))
        tab = contexts[-1].new_page()
        tab.set_default_timeout(10_000)
        tab.on("pageerror", lambda error: faults.append(str(error)))
        tab.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        tab.goto(path.as_uri() + address)
        tab.wait_for_selector("#main > *")
        return tab

    yield opening
    for context in contexts:
        context.close()
    assert faults == []


def rows(tab: Any) -> int:
    return int(tab.locator("table.events tbody tr").count())


def status(tab: Any) -> str:
    return str(tab.locator(".status").first.inner_text())


def test_browser_shows_hostile_text_as_text(opened: Open) -> None:
    tab = opened("#/article/hostile")
    tab.wait_for_selector("#text")
    assert HOSTILE.split("\u2028")[0] in tab.locator("#text").text_content()
    for view in ("overview", "events", "people", "articles", "about"):
        tab.click(f"#views a[href^='#/{view}']")
        tab.wait_for_selector("#views [aria-current]")
    assert tab.evaluate("window.hit") is None
    assert tab.locator("#main img, #main iframe, #main svg, #main b").count() == 0


def test_browser_search_finds_events(opened: Open) -> None:
    tab = opened("#/events")
    assert status(tab) == "61 events"
    tab.fill("#search", "EUROPEAN unión")
    tab.wait_for_function("document.querySelector('.status').textContent.startsWith('20 of')")
    assert rows(tab) == 20
    tab.fill("#search", "nothing of the kind")
    tab.wait_for_selector(".empty")
    tab.click(".chips .plain")
    assert status(tab) == "61 events"


def test_browser_filters_narrow_and_are_in_the_address(opened: Open) -> None:
    tab = opened("#/events")
    tab.click(".facet[data-facet=action] summary")
    tab.check(".facet[data-facet=action] input[value=lift]")
    assert status(tab) == "20 of 61 events"
    tab.click(".facet[data-facet=sender] summary")
    tab.check(".facet[data-facet=sender] input[value=NOR]")
    assert status(tab) == "20 of 61 events"
    tab.fill("#from", "2021-07-01")
    tab.dispatch_event("#from", "change")
    assert status(tab) == "10 of 61 events"
    assert "action=lift&sender=NOR" in tab.url
    again = opened(tab.url.partition("#")[1] + tab.url.partition("#")[2])
    assert status(again) == "10 of 61 events"
    assert again.locator(".chip").count() == 3


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("min=0.5", 11),
        ("measure=asset_freeze", 61),
        ("measure=travel_ban", 0),
        ("law=Some+Act", 0),
        ("target=", 61),
        ("to=2021-01-31", 5),
        ("from=2021-05-01&to=2021-05-31&action=impose", 6),
        ("article=n007", 1),
    ],
)
def test_browser_filters_by_address(opened: Open, query: str, count: int) -> None:
    tab = opened(f"#/events?{query}")
    assert status(tab) == f"{count} of 61 events" if count < 61 else status(tab) == "61 events"


def test_browser_sorts_by_columns(opened: Open) -> None:
    tab = opened("#/events?article=&q=n0")
    tab.click("[data-sort=confidence]")
    shares = [text.strip() for text in tab.locator("td[data-label=Confidence]").all_inner_texts()]
    assert shares[:3] == ["59 %", "58 %", "57 %"]
    assert tab.locator("th[aria-sort=descending] [data-sort=confidence]").count() == 1
    tab.keyboard.press("Enter")
    assert tab.locator("td[data-label=Confidence]").first.inner_text() == "0 %"


def test_browser_turns_pages(opened: Open) -> None:
    tab = opened("#/events")
    assert rows(tab) == 50
    tab.click(".pager button:has-text('Next')")
    assert rows(tab) == 11
    assert "page=2" in tab.url


def test_browser_opens_an_event_and_leads_to_its_words(opened: Open) -> None:
    tab = opened("#/events?article=n004")
    tab.click("table.events a.open")
    tab.wait_for_selector(".card.chosen")
    assert tab.locator("#text .evidence").all_inner_texts() != []
    assert "".join(tab.locator("#text .evidence").all_text_contents()).startswith("froze assets")
    tab.click(".cells tr:has(th.slot-targets) a >> nth=0")
    tab.wait_for_selector("#text .here")
    assert tab.locator("#text .here").text_content() == "Ruritania"
    assert tab.evaluate("document.activeElement.textContent") == "Ruritania"
    implied = tab.locator(".cells tr:has(th.slot-senders) td")
    assert "implied, no words of its own" in implied.inner_text()
    assert implied.locator("a").count() == 0


def test_browser_leads_from_words_to_the_events_that_rest_on_them(opened: Open) -> None:
    tab = opened("#/article/n004")
    tab.locator("#text a", has_text="Ruritania").click()
    tab.wait_for_selector("#words")
    tab.click("#words .uses a")
    tab.wait_for_selector(".side tr.here")
    assert tab.locator(".side tr.here .value").inner_text() == "Ruritania"
    tab.click("text=In the table")
    assert status(tab) == "1 of 61 events"


def test_browser_hides_and_shows_kinds_of_mention(opened: Open) -> None:
    tab = opened("#/article/n004")
    assert tab.locator("#text .kind-ROLE").count() == 1
    tab.uncheck(".kinds input[value=ROLE]")
    assert tab.locator("#text .kind-ROLE").count() == 0
    assert tab.locator("#text .kind-PERSON").count() == 1


def test_browser_is_used_by_keyboard(opened: Open) -> None:
    tab = opened("#/events?article=n004")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"
    tab.focus(".facet[data-facet=law] summary")
    tab.keyboard.press("Enter")
    assert tab.locator(".facet[data-facet=law]").get_attribute("open") is not None
    tab.keyboard.press("Escape")
    assert tab.locator(".facet[data-facet=law]").get_attribute("open") is None
    tab.focus("table.events a.open")
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".card.chosen")
    tab.focus("#text a[tabindex='0']")
    tab.keyboard.press("End")
    assert tab.evaluate("document.activeElement.textContent") == "Sylvania"


def test_browser_goes_back_to_the_list(opened: Open) -> None:
    tab = opened("#/events?action=lift")
    tab.click("table.events a.open >> nth=2")
    tab.wait_for_selector(".card.chosen")
    tab.click(".near .back")
    assert status(tab) == "20 of 61 events"


def test_browser_downloads_the_filtered_rows(opened: Open, tmp_path: Path) -> None:
    """The download holds what the run's own events.csv has, cell by cell."""
    exporter = EXPORTERS["csv"](tmp_path)
    exporter.feed(frames_of(RESULTS))
    exporter.close()
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as file:
        header, *known = list(csv.reader(file, strict=True))
    tab = opened("#/events?action=lift")
    with tab.expect_download() as download:
        tab.click("#download")
    text = Path(download.value.path()).read_bytes().decode()
    first, *found = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert first == header
    assert sorted(found) == sorted(row for row in known if row[2] == "lift")


def test_browser_overview_leads_to_events(opened: Open) -> None:
    tab = opened()
    assert tab.locator(".figures strong").first.inner_text() == "61"
    tab.click(".matrix td a >> nth=0")
    tab.wait_for_selector("table.events, .empty")
    assert "sender=" in tab.url and "target=" in tab.url
    tab.go_back()
    tab.click(".timeline a.column >> nth=0")
    tab.wait_for_selector("table.events")
    assert "from=2021-01-01" in tab.url


def test_browser_matrix_counts_what_is_imposed(opened: Open) -> None:
    tab = opened()
    assert tab.locator("#family").input_value() == "imposing"
    imposed = [int(text) for text in tab.locator(".matrix td a").all_inner_texts()]
    tab.select_option("#family", "")
    assert sum(imposed) == 41
    assert sum(int(text) for text in tab.locator(".matrix td a").all_inner_texts()) == 61


@pytest.mark.parametrize("row", ["person=listed-p1", "event=listed-e1"])
def test_browser_tells_what_the_watchlist_holds(opened: Open, tmp_path: Path, row: str) -> None:
    (path,) = written(tmp_path / "report.html", [listed()])
    tab = opened(f"#/article/listed?{row}", path=path)
    words = tab.locator(".card.chosen .listing").inner_text()
    assert words == "Watchlist: Ida Berg agrees with BERG, Ida (Person L<1>; Norway) by 100 %"


def test_browser_reads_articles_from_the_folder_beside(opened: Open, split_page: Path) -> None:
    tab = opened("#/events?article=n045", path=split_page)
    tab.click("table.events a.open")
    tab.wait_for_selector("#text")
    assert "froze assets of Ruritania" in tab.locator("#text").text_content()


def test_browser_says_what_is_missing(opened: Open, split_page: Path, tmp_path: Path, chromium: Any) -> None:
    alone = tmp_path / "report.html"
    alone.write_bytes(split_page.read_bytes())
    context = chromium.new_context(offline=True)
    tab = context.new_page()
    tab.goto(f"{alone.as_uri()}#/article/n045")
    assert "keep the folder report beside this page" in tab.locator("[role=alert]").inner_text()
    context.close()


@pytest.mark.parametrize("address", ["#/overview", "#/events", "#/article/n004", "#/people", "#/articles", "#/about"])
def test_browser_is_read_on_a_phone(opened: Open, address: str) -> None:
    tab = opened(address, width=390, has_touch=True, is_mobile=True)
    tab.wait_for_timeout(100)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the screen"


def test_browser_is_dark_where_that_is_wanted(opened: Open) -> None:
    grounds = [
        opened("#/events", color_scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    ]
    assert grounds == ["rgb(250, 249, 246)", "rgb(20, 23, 26)"]


@pytest.mark.parametrize("address", ["#/overview", "#/events", "#/article/n004?event=n004-e1", "#/people", "#/about"])
def test_browser_names_every_control(opened: Open, address: str) -> None:
    """What a screen reader says of links, buttons and fields is never empty; ids are not given twice."""
    tab = opened(address)
    tab.wait_for_timeout(100)
    nameless = tab.evaluate(
        """() => [...document.querySelectorAll("a, button, input, select, summary")].filter((one) =>
          !(one.getAttribute("aria-label") ?? "").trim() && !one.textContent.trim() && !one.labels?.length)
          .map((one) => one.outerHTML)"""
    )
    assert nameless == []
    assert tab.evaluate(
        "() => { const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);"
        " return ids.length === new Set(ids).size; }"
    )
