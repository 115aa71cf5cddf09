"""spaCy DocBin: the articles as ``Doc`` objects, mentions and event words as span groups, for training and inspection.

Tokens are those of spaCy's blank English tokeniser. A span that ends within a token is widened to it; its exact
offsets stand in ``doc.user_data["spans"]``. All articles are held in memory until the file is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from pipeline.export.base import Exporter, Part
from pipeline.export.places import ArticlePlaces, Place, places
from pipeline.tables import Frames

if TYPE_CHECKING:
    from spacy.tokens import Doc, DocBin

MENTIONS, TRIGGERS, EVIDENCE, CELLS = "mentions", "triggers", "evidence", "cells"
"""Names of the span groups; labels are kinds of mention, actions, actions, slots."""


class DocBinExporter(Exporter):
    """Writes ``articles.spacy``."""

    NAME = "spacy"
    TITLE = "spaCy DocBin"
    FILES: ClassVar[Mapping[str, str]] = {"articles": "articles.spacy"}

    _file: _DocBinFile

    def open(self, table: str, path: Path) -> Part:
        """Open the file."""
        self._file = _DocBinFile(path)
        return self._file

    def feed(self, frames: Frames) -> None:
        """Append some articles."""
        for article in places(frames, self.texts):
            self._file.add(article)


class _DocBinFile:
    def __init__(self, path: Path) -> None:
        import spacy
        from spacy.tokens import DocBin

        self._nlp = spacy.blank("en")
        self._bin: DocBin = DocBin(store_user_data=True)
        self._path = path
        self._open = True
        path.touch()

    def add(self, article: ArticlePlaces) -> None:
        """Append an article."""
        doc = self._nlp.make_doc(article.text)
        groups = {
            MENTIONS: [(place, row["canonical"]) for place, row in article.mentions],
            TRIGGERS: [(event.trigger, event.row["event_id"]) for event in article.events],
            EVIDENCE: [
                (Place(event.row["start"], event.row["end"], event.row["action"]), event.row["event_id"])
                for event in article.events
            ],
            CELLS: [(cell, event.row["event_id"]) for event in article.events for cell in event.cells],
        }
        exact = {name: _add(doc, name, found) for name, found in groups.items()}
        doc.user_data = {"article_id": article.row["article_id"], "published": article.row["published"], "spans": exact}
        self._bin.add(doc)

    def close(self) -> None:
        """Write the file."""
        if self._open:
            self._open = False
            self._path.write_bytes(self._bin.to_bytes())


def _add(doc: Doc, name: str, found: Iterable[tuple[Place, str]]) -> list[list[Any]]:
    """Add a span group and return the exact offsets of its spans."""
    spans = []
    exact = []
    for place, entry in found:
        span = doc.char_span(place.start, place.end, label=place.label, span_id=entry, alignment_mode="expand")
        if span is not None:
            spans.append(span)
            exact.append([int(place.start), int(place.end)])
    doc.spans[name] = spans
    return exact
