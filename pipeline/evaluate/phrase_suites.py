"""Reads public suites of date phrases.

Three forms: Microsoft Recognizers-Text's ``Specs/DateTime/English/*Parser.json``, timenorm's ``*.tsv`` (phrase, type,
TIMEX3 value; a blank line divides documents, the first row of each gives its day) and Duckling's ``*.hs`` corpus. The
suites stay with the user: nothing of them is in the package.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline.errors import GoldError
from pipeline.evaluate.archives import files


@dataclass(frozen=True, slots=True)
class Expected:
    """What a phrase means.

    Attributes:
        value: TIMEX3 value, when the suite gives one.
        first, last: days it covers.
        clock: "HH:MM" it begins at.
        seconds: its length.
    """

    value: str = ""
    first: date | None = None
    last: date | None = None
    clock: str = ""
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of a suite; any of the meanings will do, none means that it is no time expression."""

    suite: str
    kind: str
    text: str
    reference: date | None
    meanings: tuple[Expected, ...]


def read_suites(*paths: Path) -> list[Phrase]:
    """Return the phrases of every suite file of files and folders, archives among them, in file order.

    Raises:
        GoldError: when there is none.
    """
    readers = {".json": _read_microsoft, ".tsv": _read_timenorm, ".hs": _read_duckling}
    phrases = [
        phrase
        for path in paths
        for name, content in files(path, suffixes=readers)
        for phrase in readers[name.suffix](name, content.decode("utf-8-sig"))
    ]
    if not phrases:
        named = ", ".join(map(str, paths))
        raise GoldError(f"{named}: no suite of phrases here; it takes *Parser.json, *.tsv or *.hs files")
    return phrases


def _read_timenorm(name: PurePosixPath, text: str) -> Iterator[Phrase]:
    reference: date | None = None
    fresh = True
    for line in text.splitlines():
        fields = line.split("\t")
        if len(fields) != 3:
            fresh = True
            continue
        phrase, kind, value = fields
        if fresh:
            match = re.match(r"\d{4}-\d\d-\d\d", value)
            reference, fresh = (date.fromisoformat(match[0]) if match else None), False
            continue
        yield Phrase(name.stem, kind, phrase, reference, (Expected(value=value),))


def _read_microsoft(name: PurePosixPath, text: str) -> Iterator[Phrase]:
    if not name.stem.endswith("Parser"):
        return
    try:
        cases = json.loads(text)
    except json.JSONDecodeError as error:
        raise GoldError(f"{name}: not JSON: {error}") from error
    for case in cases:
        reference = str(case.get("Context", {}).get("ReferenceDateTime", ""))[:10]
        results = case.get("Results", [])
        kind = str(results[0].get("Type", "none")) if results else "none"
        meanings = tuple(meaning for result in results[:1] for meaning in _microsoft_meanings(result))
        day = date.fromisoformat(reference) if reference else None
        yield Phrase("recognizers", kind, str(case["Input"]), day, meanings)


def _microsoft_meanings(result: dict[str, Any]) -> Iterator[Expected]:
    """Yield the readings of a result: one for the past, one for the future, or a list of any length."""
    value = result.get("Value") or {}
    readings = value.get("values") or [value.get("FutureResolution") or {}, value.get("PastResolution") or {}]
    for reading in readings:
        # A range is written (start, end, length); the length is what TIMEX3 says of it.
        timex = str(reading.get("timex", value.get("Timex", ""))).strip("()").split(",")[-1]
        found = {key: str(reading[name]) for key, names in _MICROSOFT.items() for name in names if reading.get(name)}
        start, end = found.get("start", ""), found.get("end", "")
        clock = found.get("clock", start[11:] if "-" in start else start)
        seconds = found.get("seconds", "")
        yield Expected(
            value=timex,
            first=_day(start),
            last=_day(end) or _day(start),
            clock="" if "-" in start and clock == "00:00:00" else clock[:5],
            seconds=float(seconds) if re.fullmatch(r"[0-9.]+", seconds) else None,
        )


_MICROSOFT = {
    "start": ("date", "startDate", "dateTime", "startDateTime", "start", "value"),
    "end": ("endDate", "endDateTime", "end"),
    "clock": ("time", "startTime"),
    "seconds": ("duration", "value"),
}
"""Names that the specs give to the parts of a reading."""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


_DUCKLING_DAY = date(2013, 2, 12)
"""The corpus counts from 4.30 on this day."""

# examples (datetime (2013, 2, 15, 0, 0, 0) Day) [ "2/15", ... ]
_EXAMPLES = re.compile(r"examples(?:'| )?\s*\(?(?P<what>datetime\w*)(?P<head>[^\[]*)\[(?P<phrases>[^\]]*)\]", re.DOTALL)
_INSTANT = re.compile(r"\((\d{4}), *(\d+), *(\d+), *(\d+), *(\d+), *(\d+)\)")
_GRAIN_DAYS = {"Day": 1, "Week": 7, "Month": 30, "Quarter": 91, "Year": 365}


def _read_duckling(name: PurePosixPath, text: str) -> Iterator[Phrase]:
    for match in _EXAMPLES.finditer(text):
        instants = [tuple(map(int, instant)) for instant in _INSTANT.findall(match["head"])]
        grain = next((name for name in re.findall(r"\b[A-Z][a-z]+\b", match["head"]) if name not in {"After"}), "Day")
        if not instants:
            continue
        meaning = _duckling_meaning(instants, grain)
        for phrase in re.findall(r'"((?:[^"\\]|\\.)*)"', match["phrases"]):
            yield Phrase("duckling", match["what"], phrase.replace('\\"', '"'), _DUCKLING_DAY, (meaning,))


def _duckling_meaning(instants: list[tuple[int, ...]], grain: str) -> Expected:
    year, month, day, hour, minute, _ = instants[0]
    first = date(year, month, day)
    clock = f"{hour:02d}:{minute:02d}" if grain in {"Hour", "Minute", "Second"} else ""
    if len(instants) > 1:
        last = date(*instants[1][:3])
        return Expected(first=first, last=last - timedelta(1) if not clock and last > first else last, clock=clock)
    days = _GRAIN_DAYS.get(grain, 1)
    return Expected(first=first, last=first + timedelta(days - 1), clock=clock)
