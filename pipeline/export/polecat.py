"""POLECAT-like rows: who did what to whom, as the POLECAT event data lay it out, one row per sender and target country.

Source of the columns: the data sets that code political events by PLOVER. Those that this project cannot fill
(intensity, sectors, Wikipedia and GeoNames ids) are left out. Events whose action has no PLOVER code are left out.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, ClassVar

from pipeline.export.base import Exporter, Part
from pipeline.export.comma_separated import harmless
from pipeline.export.places import Row, rows
from pipeline.tables import Frames
from pipeline.vocabularies import Label

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Quad Code", "Contexts", "Actor Name", "Actor Country",
    "Recipient Name", "Recipient Country", "Source", "Publication Date", "Story People", "Story Organizations",
    "Story Locations", "Headline", "Language", "Confidence",
)  # fmt: skip
JOINER = ";"

_QUADS = {
    "VERBAL COOPERATION": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "MATERIAL COOPERATION": ("COOPERATE", "AID", "RETREAT"),
    "VERBAL CONFLICT": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "MATERIAL CONFLICT": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
"""Event types of each quadrant of PLOVER."""

_STORY = {
    Label.PERSON.value: "Story People",
    Label.ORG.value: "Story Organizations",
    Label.GPE.value: "Story Locations",
    Label.LOC.value: "Story Locations",
}


class PolecatExporter(Exporter):
    """Writes ``polecat.tsv``: tab-separated, several values in a cell joined by semicolons."""

    NAME = "polecat"
    TITLE = "POLECAT-like event rows"
    FILES: ClassVar[Mapping[str, str]] = {"events": "polecat.tsv"}

    _file: IO[str]
    _writer: csv.DictWriter[str]

    def open(self, table: str, path: Path) -> Part:
        """Open the file and write its header."""
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.DictWriter(self._file, COLUMNS, delimiter="\t", lineterminator="\n", restval="")
        self._writer.writeheader()
        return self._file

    def feed(self, frames: Frames) -> None:
        """Append the events of some articles."""
        articles = {row["article_id"]: row for row in rows(frames["articles"])}
        stories = _stories(rows(frames["entities"]))
        for event in rows(frames["events"]):
            for row in _rows(event, articles[event["article_id"]]):
                cells = stories[event["article_id"]] | row
                self._writer.writerow({name: self._cell(value) for name, value in cells.items()})

    def _cell(self, value: str) -> str:
        """Return a cell without tabs and line ends, which readers of these files do not expect even in quotes."""
        text = " ".join(value.split())
        return text if self.raw else harmless(text)


def _rows(event: Row, article: Row) -> Iterator[dict[str, str]]:
    kind, _, mode = event["plover"].partition("-")
    if not kind:
        return
    shared = {
        "Event Date": event["date_earliest"] or article["published"],
        "Event Type": kind,
        "Event Mode": mode,
        "Quad Code": next((quad for quad, kinds in _QUADS.items() if kind in kinds), ""),
        "Contexts": JOINER.join(event["reasons"]),
        "Actor Name": JOINER.join(event["actors"]),
        "Recipient Name": JOINER.join(event["targets"]),
        "Source": article["path"],
        "Publication Date": article["published"],
        "Headline": article["title"],
        "Language": "en",
        "Confidence": f"{event['confidence']:.3f}",
    }
    pairs = [(sender, target) for sender in event["senders"] or ("",) for target in event["target_countries"] or ("",)]
    for number, (sender, target) in enumerate(pairs, start=1):
        own = {"Event ID": f"{event['event_id']}-{number}", "Actor Country": sender, "Recipient Country": target}
        yield shared | own


def _stories(entities: Iterable[Row]) -> defaultdict[str, dict[str, str]]:
    """Return the people, organisations and places of every article, each once, in text order."""
    found: defaultdict[str, dict[str, dict[str, None]]] = defaultdict(dict)
    for entity in entities:
        column = _STORY.get(entity["label"])
        if column:
            found[entity["article_id"]].setdefault(column, {})[entity["canonical"] or entity["text"]] = None
    return defaultdict(
        dict, {article: {name: JOINER.join(names) for name, names in of.items()} for article, of in found.items()}
    )
