"""Reads public suites of date phrases and asks of each phrase whether a tagger solves it.

Three forms: Microsoft Recognizers-Text's ``Specs/DateTime/English/*Parser.json``, timenorm's ``*.tsv`` (phrase, type,
TIMEX3 value; a blank line divides documents, the first row of each gives its day) and Duckling's ``*.hs`` corpus. The
suites stay with the user: nothing of them is in the package.

What a suite expects is brought to one form, days and a time of day, a length in seconds, or a TIMEX3 value. TIMEX3 has
no value for a range: a range is solved by two expressions that begin and end it, or by one whose days are the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pipeline.errors import GoldError
from pipeline.evaluate.timeml import Tagger
from pipeline.records import TimeValue
from pipeline.vocabularies import TimexType


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


@dataclass(frozen=True, slots=True)
class Share:
    """How many phrases of a kind are solved."""

    suite: str
    kind: str
    phrases: int
    solved: int


def read_suites(folder: Path) -> list[Phrase]:
    """Return the phrases of every suite file below a folder, in file order.

    Raises:
        GoldError: when there is none.
    """
    readers = {".json": _read_microsoft, ".tsv": _read_timenorm, ".hs": _read_duckling}
    phrases = [
        phrase
        for path in sorted(folder.rglob("*"))
        if path.suffix in readers and path.is_file()
        for phrase in readers[path.suffix](path)
    ]
    if not phrases:
        raise GoldError(f"{folder}: no suite of phrases here; it takes *Parser.json, *.tsv or *.hs files")
    return phrases


def shares(phrases: list[Phrase], tag: Tagger) -> tuple[list[Share], list[Phrase]]:
    """Return the share solved by suite and kind, in order of appearance, and the phrases not solved."""
    counts: dict[tuple[str, str], list[int]] = {}
    missed = []
    for phrase in phrases:
        count = counts.setdefault((phrase.suite, phrase.kind), [0, 0])
        count[0] += 1
        if is_solved(phrase, tag(phrase.text, phrase.reference)):
            count[1] += 1
        else:
            missed.append(phrase)
    return [Share(*key, *count) for key, count in counts.items()], missed


def is_solved(phrase: Phrase, times: Sequence[TimeValue]) -> bool:
    """Say whether the expressions found in a phrase have one of its meanings."""
    if not phrase.meanings:
        return not times
    return any(_fits(meaning, times) for meaning in phrase.meanings)


def _fits(meaning: Expected, times: Sequence[TimeValue]) -> bool:
    if not times:
        return False
    if meaning.value and any(time.value == meaning.value for time in times):
        return True
    if meaning.seconds is not None and any(_seconds(time.value) == meaning.seconds for time in times):
        return True
    if meaning.first is None and not meaning.clock:
        return False
    for start in times:
        for end in times:
            days = meaning.first is None or (start.earliest == meaning.first and _ends(end, meaning))
            clock = not meaning.clock or f"T{meaning.clock}" in start.value
            if days and clock and start.type in {TimexType.DATE, TimexType.TIME}:
                return True
    return False


def _ends(time: TimeValue, meaning: Expected) -> bool:
    """Say whether an expression ends a range; suites differ on whether the last day is in it."""
    if meaning.last is None or time.latest is None:
        return meaning.last is None
    return abs((time.latest - meaning.last).days) <= 1


_UNIT_SECONDS = {"Y": 31536000, "Q": 7776000, "M": 2592000, "W": 604800, "D": 86400}
_CLOCK_SECONDS = {"H": 3600, "M": 60, "S": 1}


def _seconds(value: str) -> float | None:
    match = re.fullmatch(r"P(?P<days>[^T]*)(?:T(?P<clock>.+))?", value)
    if match is None:
        return None
    total = 0.0
    for part, units in ((match["days"], _UNIT_SECONDS), (match["clock"] or "", _CLOCK_SECONDS)):
        for number, unit in re.findall(r"([0-9.]+|X)([A-Z]+)", part):
            if number == "X" or unit not in units:
                return None
            total += float(number) * units[unit]
    return total


def _read_timenorm(path: Path) -> Iterator[Phrase]:
    reference: date | None = None
    fresh = True
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        fields = line.split("\t")
        if len(fields) != 3:
            fresh = True
            continue
        text, kind, value = fields
        if fresh:
            match = re.match(r"\d{4}-\d\d-\d\d", value)
            reference, fresh = (date.fromisoformat(match[0]) if match else None), False
            continue
        yield Phrase(path.stem, kind, text, reference, (Expected(value=value),))


def _read_microsoft(path: Path) -> Iterator[Phrase]:
    if not path.stem.endswith("Parser"):
        return
    try:
        cases = json.loads(path.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        raise GoldError(f"{path}: not JSON: {error}") from error
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


def _read_duckling(path: Path) -> Iterator[Phrase]:
    for match in _EXAMPLES.finditer(path.read_text(encoding="utf-8")):
        instants = [tuple(map(int, instant)) for instant in _INSTANT.findall(match["head"])]
        grain = next((name for name in re.findall(r"\b[A-Z][a-z]+\b", match["head"]) if name not in {"After"}), "Day")
        if not instants:
            continue
        meaning = _duckling_meaning(instants, grain)
        for text in re.findall(r'"((?:[^"\\]|\\.)*)"', match["phrases"]):
            yield Phrase("duckling", match["what"], text.replace('\\"', '"'), _DUCKLING_DAY, (meaning,))


def _duckling_meaning(instants: list[tuple[int, ...]], grain: str) -> Expected:
    year, month, day, hour, minute, _ = instants[0]
    first = date(year, month, day)
    clock = f"{hour:02d}:{minute:02d}" if grain in {"Hour", "Minute", "Second"} else ""
    if len(instants) > 1:
        last = date(*instants[1][:3])
        return Expected(first=first, last=last - timedelta(1) if not clock and last > first else last, clock=clock)
    days = _GRAIN_DAYS.get(grain, 1)
    return Expected(first=first, last=first + timedelta(days - 1), clock=clock)
