from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from samples import TEXT, bare, result

from pipeline.report import result_html
from pipeline.report.notebook import pieces
from report.conftest import HOSTILE, hostile


def test_notebook_pieces_are_the_text() -> None:
    assert "".join(piece.text for piece in pieces(result())) == TEXT
    assert [piece.text for piece in pieces(bare())] == ["Nothing."]


def test_notebook_marks_mentions_evidence_and_triggers() -> None:
    marked = {piece.text: (piece.classes, piece.title) for piece in pieces(result()) if piece.classes}
    assert marked == {
        "Minister": ("mention kind-ROLE", "ROLE Minister"),
        "Ida Berg": ("mention kind-PERSON", "PERSON Ida Berg"),
        "froze": ("evidence trigger", "impose"),
        " assets of Ruritania and Sylvania": ("evidence", ""),
    }


def test_notebook_marks_the_shorter_of_two_mentions() -> None:
    made = result()
    wide = made.mentions[1].model_copy(update={"start": made.mentions[0].start, "text": "Minister Ida Berg"})
    marked = [piece for piece in pieces(made.model_copy(update={"mentions": (*made.mentions, wide)})) if piece.classes]
    assert [(piece.text, piece.classes) for piece in marked[:3]] == [
        ("Minister", "mention kind-ROLE"), (" ", "mention kind-PERSON"), ("Ida Berg", "mention kind-PERSON"),
    ]  # fmt: skip


def test_notebook_escapes_the_article() -> None:
    html = result_html(hostile())
    assert "window.hit" in html
    for markup in ("<script", "<img", "<svg", "<iframe", "<!--"):
        assert markup not in html
    assert HOSTILE not in html


def test_notebook_tells_the_events() -> None:
    html = result_html(result())
    assert '<span class="badge family-imposing" title="new sanctions decided' in html
    assert "<td>Ruritania, Sylvania</td>" in html
    assert "<td>asset freeze</td>" in html
    assert "No sanction event found." in result_html(bare())


def test_notebook_leaves_the_page_around_it_alone() -> None:
    assert ":root" not in result_html(result())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_notebook_is_shown_by_a_browser(chromium: Any, tmp_path: Path, scheme: str) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{result_html(hostile())}", encoding="utf-8")
    context = chromium.new_context(color_scheme=scheme, offline=True)
    tab = context.new_page()
    tab.goto(page.as_uri())
    assert tab.locator(".sanction-events .text").inner_text().startswith('Norway, "quoted", acts')
    assert tab.evaluate("window.hit") is None
    context.close()
