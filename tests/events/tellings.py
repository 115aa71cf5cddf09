"""Results of articles that tell sanction events, one line of text per event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pipeline.events import Stories, marks_of
from pipeline.lexicon import shared
from pipeline.records import Article, ArticleResult, Fill, SanctionEvent, Span, Story
from pipeline.vocabularies import Action, Slot

NOWHERE = Span(start=0, end=0, text="")
SLOTS = (Slot.SENDERS, Slot.TARGET_COUNTRIES, Slot.TARGETS, Slot.DATE, Slot.ACTORS, Slot.LAW)


def told(event_id: str, row: str) -> SanctionEvent:
    """Return an event from "action; senders; target countries; targets; date; actors; law", trailing parts left out."""
    action, *cells = [part.strip() for part in row.split(";")]
    fills = [
        Fill(slot=slot, value=value.strip(), rule="test")
        for slot, cell in zip(SLOTS, cells, strict=False)
        for value in cell.split(",")
        if value.strip()
    ]
    return SanctionEvent(
        event_id=event_id, action=Action(action), trigger=NOWHERE, evidence=NOWHERE, fills=tuple(fills)
    )


def article(name: str, *rows: str, published: str = "", path: str = "", source: str = "") -> ArticleResult:
    """Return an article that tells events; their ids are its name and their number from 1."""
    return ArticleResult(
        article=Article(
            article_id=name,
            path=path or f"{name}.txt",
            text="",
            published=date.fromisoformat(published) if published else None,
            source=source,
        ),
        events=tuple(told(f"{name}{number}", row) for number, row in enumerate(rows, start=1)),
    )


def gathered(results: Sequence[ArticleResult], *, repeats: Sequence[int] = ()) -> list[ArticleResult]:
    """Return the results of a run with their stories."""
    stories = Stories(map(marks_of, results), shared(), repeats=repeats)
    return [stories.told(result) for result in results]


def ids(results: Sequence[ArticleResult]) -> list[list[str]]:
    """Return the story ids of every article's events."""
    return [[event.story_id for event in result.events] for result in gathered(results)]


def rows(results: Sequence[ArticleResult], *, repeats: Sequence[int] = ()) -> list[Story]:
    """Return the rows of all stories of a run."""
    return [story for result in gathered(results, repeats=repeats) for story in result.stories]
