"""Puts the page together: template, style, script, data; one file, or a page and a folder of articles beside it."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from importlib.resources import files
from itertools import count
from pathlib import Path
from typing import IO, Any

from jinja2 import Environment, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from pipeline.records import ArticleResult
from pipeline.report.index import index
from pipeline.report.parts import SIZE, Part, parts
from pipeline.tables import Frames

TITLE = "Sanction events"
MOST_INSIDE = 200
"""Articles that one page holds with all it needs; those of a larger run lie in a folder beside it."""

STYLES = ("palette", "base", "controls", "charts", "tables", "reader", "narrow")
SCRIPTS = (
    "data", "dom", "words", "filters", "facets", "charts", "timeline", "matrix", "overview", "csv", "lists", "events",
    "people", "articles", "spans", "text", "panel", "reader", "about", "main",
)  # fmt: skip
"""Parts of the page's style and script, in the order in which they stand in it."""


def write_report(
    page: Path,
    frames: Frames,
    results: Iterable[ArticleResult],
    *,
    names: Mapping[str, str],
    about: Mapping[str, str],
    title: str = TITLE,
    most_inside: int = MOST_INSIDE,
) -> list[Path]:
    """Write the report of a run and return the files written; the page, the first of them, is the one to open.

    The same run gives the same bytes. Files are written under a temporary name and renamed.

    Args:
        page: the page; the texts of many articles lie in scripts in a folder of its name beside it, and are read when
            one of them is opened, so that the page of a large run opens at once too.
        frames: every table of the run.
        results: its articles, in run order.
        names: name of a country's or body's code.
        about: facts of the run that the page shows, by their name.
        title: heading of the page.
        most_inside: articles that the page holds itself.

    Raises:
        OSError: if a file cannot be written.
    """
    page.parent.mkdir(parents=True, exist_ok=True)
    folder = page.with_suffix("")
    data = index(frames, names=names, about=about, title=title)
    found = parts(results, frames["people"])
    single = len(frames["articles"]) <= most_inside
    written = [] if single else _write_parts(folder, found)
    _remove_parts(folder, len(written))
    style = Markup(_joined("style", STYLES, "css"))
    script = Markup(f'(() => {{\n"use strict";\n{_joined("script", SCRIPTS, "js")}}})();\n')
    context = {
        "title": title,
        "policy": _policy(style, script, local=not single),
        "style": style,
        "script": script,
        "index": _json(data | {"part": SIZE, "folder": "" if single else folder.name}),
        "parts": map(_json, found),
    }
    _write(page, _template().generate(context))
    return [page, *written]


def _write_parts(folder: Path, found: Iterable[Part]) -> list[Path]:
    """Write one script per part."""
    folder.mkdir(exist_ok=True)
    written = []
    for number, part in enumerate(found):
        path = folder / f"{number}.js"
        _write(path, (f"receivePart({number},", _json(part), ");\n"))
        written.append(path)
    return written


def _remove_parts(folder: Path, first: int) -> None:
    """Remove what an earlier, longer report has left."""
    for number in count(first):
        stale = folder / f"{number}.js"
        if not stale.is_file():
            return
        stale.unlink()


def _write(path: Path, pieces: Iterable[str]) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            _write_all(file, pieces)
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _write_all(file: IO[str], pieces: Iterable[str]) -> None:
    for piece in pieces:
        file.write(piece)


def _template() -> Any:
    environment = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True, trim_blocks=True)
    return environment.from_string(_asset("page.html"))


def _joined(folder: str, names: tuple[str, ...], suffix: str) -> str:
    return "\n".join(_asset(f"{folder}/{name}.{suffix}") for name in names)


def _asset(name: str) -> str:
    return files("pipeline.report").joinpath("assets", *name.split("/")).read_text(encoding="utf-8")


def _json(value: Any) -> Markup:
    """Return JSON that can stand in an HTML script element: no ``<``, ``>`` or ``&`` is left in it."""
    return htmlsafe_json_dumps(value, dumps=partial(json.dumps, ensure_ascii=False, separators=(",", ":")))


def _policy(style: str, script: str, *, local: bool) -> str:
    """Return a content security policy that allows this style, this script and nothing from a network.

    Args:
        style: content of the page's style element.
        script: content of its script element.
        local: also allow scripts that lie beside the page.
    """
    beside = " 'self' file:" if local else ""
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}{beside}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
