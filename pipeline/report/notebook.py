"""An article and what was found in it as a piece of HTML, for notebooks; everything from the article is escaped."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, NamedTuple

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from pipeline.records import ArticleResult, SanctionEvent, Span
from pipeline.report.families import FAMILIES
from pipeline.vocabularies import Slot

SCOPE = ".sanction-events"
_COLUMNS = (Slot.ACTORS, Slot.SENDERS, Slot.TARGETS, Slot.TARGET_COUNTRIES, Slot.MEASURES, Slot.LAW, Slot.DATE)


class Piece(NamedTuple):
    """Words of the article that are marked alike."""

    text: str
    classes: str
    title: str


def result_html(result: ArticleResult) -> str:
    """Return a table of the events and the text with its mentions, evidence and triggers marked."""
    return str(
        _template().render(
            style=_style(),
            columns=[slot.value.replace("_", " ") for slot in _COLUMNS],
            events=[_event(event) for event in result.events],
            people=[person.name for person in result.people],
            pieces=pieces(result),
            labels=sorted({mention.label.value for mention in result.mentions}),
        )
    )


def pieces(result: ArticleResult) -> list[Piece]:
    """Return the article's text cut where a mark begins or ends; of two mentions of a word the shorter counts."""
    text = result.article.text
    marks: list[tuple[Span, str, str]] = []
    for mention in sorted(result.mentions, key=lambda one: one.start - one.end):
        label = mention.label.value
        marks.append((mention, f"mention kind-{label}", f"{label} {mention.canonical}".strip()))
    marks += [(event.evidence, "evidence", "") for event in result.events]
    marks += [(event.trigger, "trigger", event.action.value) for event in result.events]
    borders = sorted({0, len(text), *(at for span, *_ in marks for at in (span.start, span.end))})
    return [_piece(text[start:end], start, marks) for start, end in pairwise(borders)]


def _piece(words: str, start: int, marks: list[tuple[Span, str, str]]) -> Piece:
    over = [(classes, title) for span, classes, title in marks if span.start <= start < span.end]
    kinds = [classes for classes, _ in over if classes.startswith("mention")]
    others = dict.fromkeys(classes for classes, _ in over if not classes.startswith("mention"))
    titles = dict.fromkeys(title for _, title in over if title)
    return Piece(words, " ".join([*kinds[-1:], *others]), "; ".join(titles))


def _event(event: SanctionEvent) -> dict[str, Any]:
    return {
        "action": event.action.value.replace("_", " "),
        "definition": event.action.definition,
        "family": FAMILIES[event.action].value,
        "cells": [", ".join(value.replace("_", " ") if slot is Slot.MEASURES else value for value in event.values(slot))
                  for slot in _COLUMNS],
        "confidence": f"{event.confidence:.0%}",
    }  # fmt: skip


@cache
def _template() -> Any:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_asset("notebook.html"))


@cache
def _style() -> Markup:
    """Return the report's colours, kept to this piece of the page, and its own few rules."""
    palette = _asset("style/palette.css").replace(":root", SCOPE)
    return Markup(f"{palette}\n{_asset('notebook.css')}")


def _asset(name: str) -> str:
    return files("pipeline.report").joinpath("assets", *name.split("/")).read_text(encoding="utf-8")
