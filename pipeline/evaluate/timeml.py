"""Scores a time tagger on TimeML corpora that the user has: TempEval-3 ``*.tml`` files and MEANTIME's CAT ``*.xml``.

Scores are TempEval-3's (UzZaman et al. 2013): relaxed counts overlapping spans, strict equal ones, value and type those
overlapping ones that agree in it. ``value_same`` also accepts another way to write the same value (``2000-W7``,
``P2Y6M`` for ``P2.5Y``, ``196X`` for ``196``). The corpora stay with the user: nothing of them is in the package.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

import numpy as np

from pipeline.errors import GoldError
from pipeline.evaluate.intervals import interval, ratios
from pipeline.evaluate.printing import table
from pipeline.records import TimeValue

Tagger = Callable[[str, date | None], Sequence[TimeValue]]
"""Text and day of publication to the expressions found, in text order."""

SCORES = ("strict", "relaxed", "value", "value_same", "type")

_CAT_SENTENCES = 6
"""MEANTIME annotates title, date line and the first sentences only."""

_NO_BLANK_BEFORE = frozenset(".,;:!?)]%") | {"''", "'s", "n't", "’s"}
_NO_BLANK_AFTER = frozenset("([$#") | {"``"}


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A time expression of the gold."""

    start: int
    end: int
    text: str
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class TimedText:
    """One document with its gold."""

    doc_id: str
    published: date | None
    text: str
    times: tuple[GoldTime, ...]


@dataclass(frozen=True, slots=True)
class TimeError:
    """What went wrong with one expression: ``missed``, ``spurious``, ``span`` or ``value``."""

    kind: str
    doc_id: str
    gold: GoldTime | None
    found: TimeValue | None


@dataclass(frozen=True, slots=True)
class TimeScores:
    """Counts of a corpus.

    Attributes:
        counts: shape (documents, scores, 3): matched, gold, predicted.
    """

    counts: np.ndarray[tuple[int, int, int], np.dtype[np.float64]]
    errors: tuple[TimeError, ...]

    def f1(self, score: str) -> float:
        """Return the F1 of one score over the corpus."""
        return float(ratios(self.counts.sum(axis=0))[SCORES.index(score), 2])

    def __str__(self) -> str:
        """Return precision, recall and F1 with its 95 % bootstrap interval over documents, as a table."""
        totals, bounds = ratios(self.counts.sum(axis=0)), interval(self.counts)
        rows = [
            (name, *(f"{part:.3f}" for part in totals[row]), f"{bounds.low[row, 2]:.3f}-{bounds.high[row, 2]:.3f}")
            for row, name in enumerate(SCORES)
        ]
        return table(("score", "precision", "recall", "F1", "95 %"), rows)


def read_corpus(folder: Path) -> list[TimedText]:
    """Return the documents of all ``*.tml`` and CAT ``*.xml`` files below a folder, in path order.

    Raises:
        GoldError: when there is none, or a file is no XML.
    """
    texts = [text for path in sorted(folder.rglob("*")) if (text := _read_file(path)) is not None]
    if not texts:
        raise GoldError(f"{folder}: no *.tml and no CAT *.xml file here; name the folder that holds the corpus")
    return texts


def _read_file(path: Path) -> TimedText | None:
    if path.suffix not in {".tml", ".xml"} or not path.is_file():
        return None
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise GoldError(f"{path}: not XML: {error}") from error
    if root.tag == "TimeML":
        return _read_timeml(root, path.stem)
    return _read_cat(root, path.stem) if root.tag == "Document" else None


def _read_timeml(root: ElementTree.Element, doc_id: str) -> TimedText | None:
    body = root.find("TEXT")
    if body is None:
        return None
    pieces: list[str] = []
    times: list[GoldTime] = []

    def walk(node: ElementTree.Element, place: int) -> int:
        start = place
        for text, child in ((node.text, None), *((child.tail, child) for child in node)):
            if child is not None:
                place = walk(child, place)
            pieces.append(text or "")
            place += len(text or "")
        if node.tag == "TIMEX3":
            words = "".join(node.itertext())
            times.append(GoldTime(start, place, words, node.get("type", ""), node.get("value", "")))
        return place

    walk(body, 0)
    created = root.find("DCT/TIMEX3")
    published = _day(created.get("value", "")) if created is not None else None
    return TimedText(doc_id, published, "".join(pieces), tuple(sorted(times, key=_place)))


def _read_cat(root: ElementTree.Element, doc_id: str) -> TimedText:
    pieces: list[str] = []
    places: dict[str, tuple[int, int]] = {}
    place, before = 0, None
    for token in root.iter("token"):
        sentence = int(token.get("sentence", "0"))
        if sentence >= _CAT_SENTENCES:
            break
        word = token.text or ""
        blank = _blank(before, (sentence, word))
        pieces += [blank, word]
        start = place + len(blank)
        place = start + len(word)
        places[token.get("t_id", "")] = (start, place)
        before = (sentence, word)
    text = "".join(pieces)
    published, times = None, []
    for timex in root.iter("TIMEX3"):
        value = timex.get("value", "")
        if timex.get("functionInDocument") == "CREATION_TIME":
            published = _day(value)
        spans = [places[key] for anchor in timex.iter("token_anchor") if (key := anchor.get("t_id", "")) in places]
        if spans:
            start, end = min(spans)[0], max(spans)[1]
            times.append(GoldTime(start, end, text[start:end], timex.get("type", ""), value))
    return TimedText(doc_id, published, text, tuple(sorted(times, key=_place)))


def _blank(before: tuple[int, str] | None, after: tuple[int, str]) -> str:
    """Return what stood between two tokens: a blank line round title and date line, else a blank or nothing."""
    if before is None:
        return ""
    if before[0] != after[0]:
        return "\n\n" if before[0] < 2 else " "
    return "" if after[1] in _NO_BLANK_BEFORE or before[1] in _NO_BLANK_AFTER else " "


def _day(value: str) -> date | None:
    """Return the day of a creation time, in either order of figures."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", value)
    if match:
        return date(int(match[1]), int(match[2]), int(match[3]))
    match = re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", value)
    return date(int(match[3]), int(match[2]), int(match[1])) if match else None


def _place(time: GoldTime | TimeValue) -> tuple[int, int]:
    return time.start, time.end


def score(texts: Iterable[TimedText], tag: Tagger) -> TimeScores:
    """Tag every document and count what agrees with its gold."""
    counts, errors = [], []
    for text in texts:
        found = list(tag(text.text, text.published))
        pairs = list(_aligned(text.times, found))
        errors += [error for gold, one in pairs for error in _judge(text.doc_id, gold, one)]
        both = [(gold, one) for gold, one in pairs if gold is not None and one is not None]
        matched = (
            sum(_place(gold) == _place(one) for gold, one in both),
            len(both),
            sum(gold.value == one.value for gold, one in both),
            sum(canonical(gold.value) == canonical(one.value) for gold, one in both),
            sum(gold.type == one.type.value for gold, one in both),
        )
        counts.append([(number, len(text.times), len(found)) for number in matched])
    shape = (len(counts), len(SCORES), 3)
    return TimeScores(np.array(counts, dtype=np.float64).reshape(shape), tuple(errors))


def _aligned(
    gold: Sequence[GoldTime], found: Sequence[TimeValue]
) -> Iterator[tuple[GoldTime | None, TimeValue | None]]:
    """Yield each gold expression with the one found on its words, else the first that overlaps it; then the rest."""
    free = dict(enumerate(found))
    for time in gold:
        here = [key for key, one in free.items() if one.start < time.end and time.start < one.end]
        best = next((key for key in here if _place(free[key]) == _place(time)), here[0] if here else None)
        yield time, None if best is None else free.pop(best)
    for one in free.values():
        yield None, one


def _judge(doc_id: str, gold: GoldTime | None, found: TimeValue | None) -> Iterator[TimeError]:
    if gold is None or found is None:
        yield TimeError("missed" if found is None else "spurious", doc_id, gold, found)
        return
    if _place(gold) != _place(found):
        yield TimeError("span", doc_id, gold, found)
    if gold.value != found.value:
        yield TimeError("value", doc_id, gold, found)


_EXACT = {"CE": (Fraction(100), "Y"), "DE": (Fraction(10), "Y"), "Y": (Fraction(12), "M"), "Q": (Fraction(3), "M")}
_EXACT |= {"W": (Fraction(7), "D"), "D": (Fraction(24), "TH"), "TH": (Fraction(60), "TM"), "TM": (Fraction(60), "TS")}


def canonical(value: str) -> str:
    """Return one spelling for values that mean the same: padded weeks, decades without X, lengths in one unit."""
    if re.fullmatch(r"P[0-9.A-Z]+", value) and "X" not in value:
        return _canonical_length(value)
    value = re.sub(r"-W(\d)(?!\d)", r"-W0\1", value)
    value = re.sub(r"^(\d{2})XX$|^(\d{3})X$", r"\1\2", value)
    return re.sub(r"T(\d\d)$", r"T\1:00", value)


def _canonical_length(value: str) -> str:
    totals: dict[str, Fraction] = {}
    days, _, clock = value[1:].partition("T")
    for part, prefix in ((days, ""), (clock, "T")):
        for number, unit in re.findall(r"(\d+(?:\.\d+)?)([A-Z]+)", part):
            amount, code = Fraction(number), prefix + unit
            while code in _EXACT:
                factor, code = _EXACT[code]
                amount, code = amount * factor, code
            totals[code] = totals.get(code, Fraction(0)) + amount
    return "P" + "".join(f"{totals[code]}{code}" for code in sorted(totals)) if totals else value
