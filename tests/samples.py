"""Results of articles as the chain would hand them over, for tests of what comes after it."""

from __future__ import annotations

import hashlib
from datetime import date

from pipeline.records import (
    Affiliation,
    Article,
    ArticleResult,
    Failure,
    Fill,
    Issue,
    Mention,
    Person,
    SanctionEvent,
    Sentence,
    Span,
    TimeValue,
)
from pipeline.vocabularies import Action, Label, PublishedBasis, Slot, Status, TimexMod, TimexType

TEXT = 'Norway, "quoted", acts\n\nOn Monday Minister Ida Berg, who leads,\nfroze assets of Ruritania and Sylvania.'
CODES = {Action.IMPOSE: ("SANCTION", "163"), Action.LIFT: ("COOPERATE", "085")}
FAILURE = Failure(
    path="scan.txt", article_id="scan", stage="articles", error="binary", message='scan.txt: it is an image, "no" text'
)


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def mention(words: str, label: Label, canonical: str = "") -> Mention:
    return Mention(**span(words).model_dump(), label=label, rule="model:x", canonical=canonical, sentence=1)


def fill(slot: str, value: str, words: str = "") -> Fill:
    if not words:
        return Fill(slot=slot, value=value, rule="implied:x")
    return Fill(slot=slot, value=value, rule="model:x", **span(words).model_dump())


def result(article_id: str = "norway") -> ArticleResult:
    """Return an article with a row in every table, values with commas, quotes and line ends among them."""
    berg = mention("Ida Berg", Label.PERSON, "Ida Berg")
    return ArticleResult(
        article=Article(
            article_id=article_id,
            path=f"{article_id}.txt",
            text=TEXT,
            title=span('Norway, "quoted", acts'),
            published=date(2021, 5, 4),
            published_basis=PublishedBasis.DATELINE,
            sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        ),
        sentences=(
            Sentence(**span('Norway, "quoted", acts').model_dump(), index=0, paragraph=0, tokens=7),
            Sentence(start=24, end=len(TEXT), text=TEXT[24:], index=1, paragraph=1, tokens=18),
        ),
        mentions=(mention("Minister", Label.ROLE, "Minister"), berg),
        people=(Person(person_id=f"{article_id}-p1", name="Ida Berg", aliases=("Berg", "she"), mentions=(berg, berg)),),
        affiliations=(
            Affiliation(
                person_id=f"{article_id}-p1",
                person="Ida Berg",
                role="Minister",
                role_text="Minister",
                country="NOR",
                status=Status.FORMER,
                evidence=span("Minister Ida Berg, who leads,\nfroze"),
                fills=(fill("role", "Minister", "Minister"), fill("country", "NOR")),
            ),
        ),
        times=(
            TimeValue(
                **span("Monday").model_dump(),
                type=TimexType.DATE,
                value="2021-05-03",
                mod=TimexMod.APPROX,
                earliest=date(2021, 5, 3),
                edtf="2021-05-03~",
                anchor="published",
                rule="weekday",
            ),
        ),
        events=(_event(article_id),),
        issues=(Issue(stage="normalise", rule="place", message="Sylvania is no country"),),
    )


def bare(article_id: str = "bare") -> ArticleResult:
    """Return an article in which nothing was found."""
    return ArticleResult(article=Article(article_id=article_id, path=f"{article_id}.txt", text="Nothing."))


def _event(article_id: str) -> SanctionEvent:
    return SanctionEvent(
        event_id=f"{article_id}-e1",
        action=Action.IMPOSE,
        trigger=span("froze"),
        evidence=span("froze assets of Ruritania and Sylvania"),
        fills=(
            fill(Slot.ACTORS, "Ida Berg", "Ida Berg"),
            fill(Slot.SENDERS, "NOR"),
            fill(Slot.TARGETS, "Ruritania", "Ruritania"),
            fill(Slot.TARGETS, "Sylvania", "Sylvania"),
            fill(Slot.TARGET_COUNT, "2"),
            fill(Slot.MEASURES, "asset_freeze", "froze assets"),
            fill(Slot.DATE, "2021-05-03", "Monday"),
        ),
        date_text="Monday",
        date_earliest=date(2021, 5, 3),
        date_latest=date(2021, 5, 3),
        confidence=0.8751,
    )
