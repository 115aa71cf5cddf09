"""Reads date lines and the dates of metadata: whole dates only, whatever the machine's locale or clock.

A date line is a line that holds a date and little else: labels, a weekday, a time, the writer's or the
town's name set off from it. A date within a sentence makes no date line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from enum import IntEnum
from typing import Literal, NamedTuple

from pipeline.articles.date_words import DateWords

_YEARS = range(1700, 2200)
_MAX_LINE = 160
_MAX_NAME_WORDS = 6
_MAX_NICKNAME_WORDS = 2
_YEAR = r"\d{4}"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ISO = r"(?<![\w.-])(?P<y1>\d{4})(?P<s1>[-/.])(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})(?!\d)"  # 2020-07-14
_COMPACT = r"(?<![\w.-])(?P<y2>\d{4})(?P<m2>\d\d)(?P<d2>\d\d)(?![\w-])"  # 20200714
_NUMERIC = r"(?<![\w.-])(?P<a>\d{1,2})(?P<s3>[-/.])(?P<b>\d{1,2})(?P=s3)(?P<y3>\d{4})(?![\w-])"  # 14/07/2020
_CLOCK = r"\bT?\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d+)?)?"  # 10:00, 10.30, T10:00:00.000
_HALF = r"\s*[ap]\.?m\b\.?"  # am, p.m.
_ZONE = r"\s*\(?(?-i:Z|[A-Z]{2,5}|GMT[+-]\d{1,2}|(?:UTC)?[+-]\d{2}:?\d{2})\b\)?"  # GMT, +02:00, (EDT)
_TIME = re.compile(rf"(?:{_CLOCK}(?:{_HALF})?|\b\d{{1,2}}{_HALF}|\b\d{{4}}(?={_ZONE}))(?:{_ZONE}){{0,2}}", re.I)
_SET_OFF = re.compile(r"[|•·—–\t\n]+|\s[-/]\s|\s{2,}|[,;]\s+(?=[^\W\d_]|\x00)")
_MARK = "\x00"  # stands where a date stood
_SIGNS = re.compile(r"[\x00\s,;:|•·—–\-/().\[\]*_#>]+")
_EPOCH = re.compile(r"-?\d{9,10}(?:\d{3})?(?:\.\d+)?")  # seconds or milliseconds since 1970
_STAMP = re.compile(r"(\d{8})T?\d{6}Z?")  # 20200714T100000Z
_IN_NAME = re.compile(r"(?<!\d)(\d{4})([-_. ]?)(\d\d)\2(\d\d)(?!\d)")


class Rank(IntEnum):
    """What a date of a date line is, best first."""

    PUBLISHED = 0
    PLAIN = 1
    UPDATED = 2


class LineDate(NamedTuple):
    """A date of a date line."""

    rank: Rank
    day: date


class DateReader:
    """Reads date lines with the words of the lexicon; made once for a run, cheap to call."""

    def __init__(self, words: DateWords, *, date_order: Literal["auto", "dmy", "mdy"] = "auto") -> None:
        self._months = {month.casefold(): number for month, number in words.months.items()}
        self._day_first = {"auto": None, "dmy": True, "mdy": False}[date_order]
        self._date = _date_pattern(_any(self._months))
        self._updated = re.compile(rf"(?<!\w)(?:{_any(words.updated)})(?!\w)", re.I)
        self._published = re.compile(rf"(?<!\w)(?:{_any(words.published)})(?!\w)", re.I)
        self._byline = re.compile(rf"(?:{_any(words.bylines)})(?!\w)", re.I)
        known = (*words.published, *words.updated, *words.weekdays, *words.fillers)
        self._known = re.compile(rf"(?<!\w)(?:{_any(known)})(?!\w)", re.I)

    def line(self, text: str) -> tuple[LineDate, ...]:
        """Return the dates of a date line in order, none if the line is no date line.

        Two different dates of the same rank make it a range or a list, which is no date line.
        """
        if len(text) > _MAX_LINE:
            return ()
        matches = [(match, day) for match in self._date.finditer(text) if (day := self._day(match)) is not None]
        if not matches or not self._holds_little_else(text, [match for match, _ in matches]):
            return ()
        found: dict[Rank, date] = {}
        end = 0
        for match, day in matches:
            rank = self._rank(text[end : match.start()])
            if found.setdefault(rank, day) != day:
                return ()
            end = match.end()
        return tuple(LineDate(rank, day) for rank, day in found.items())

    def is_byline(self, text: str) -> bool:
        """Say whether a line, without blanks round it, is a writer's line ("By Ann Wu and Jo Bell")."""
        byline = self._byline.match(text)
        return byline is not None and all(map(_is_name, _SET_OFF.split(self._known.sub(",  ", text[byline.end() :]))))

    def value(self, text: str) -> date | None:
        """Return the date of a metadata value, in any form of a date line or as seconds since 1970, or None.

        The day is the one written, whatever the time zone.
        """
        written = text.strip()
        if _EPOCH.fullmatch(written):
            return _epoch(written)
        stamp = _STAMP.fullmatch(written)
        dates = sorted(self.line(stamp[1] if stamp else written))
        return dates[0].day if dates else None

    def _day(self, match: re.Match[str]) -> date | None:
        found = {name[0]: text for name, text in match.groupdict().items() if text is not None}
        day, month = found.get("d", ""), found.get("m", "")
        if "n" in found:
            return _date(found["y"], self._months[" ".join(found["n"].split()).casefold()], day)
        if "a" not in found:
            return _date(found["y"], month, day)
        first, second = int(found["a"]), int(found["b"])
        day_first = self._day_first
        if first > 12 or second > 12 or first == second:
            day_first = first > 12
        if day_first is None:
            return None
        return _date(found["y"], second, first) if day_first else _date(found["y"], first, second)

    def _rank(self, before: str) -> Rank:
        if self._updated.search(before):
            return Rank.UPDATED
        return Rank.PUBLISHED if self._published.search(before) else Rank.PLAIN

    def _holds_little_else(self, text: str, matches: Iterable[re.Match[str]]) -> bool:
        rest = _blank(text, (match.span() for match in matches), _MARK)
        rest = self._known.sub(" ", _TIME.sub(" ", rest))
        return all(_SIGNS.sub("", part) == "" or self._is_aside(part) for part in _SET_OFF.split(rest))

    def _is_aside(self, part: str) -> bool:
        """Say whether the words are a writer's line, or the name of a town or paper set off from the date."""
        words = part.strip()
        byline = self._byline.match(words)
        if byline is None:
            return _MARK not in words and _is_name(words)
        writer = words[byline.end() :].replace(_MARK, " ")
        return len(writer.split()) <= _MAX_NICKNAME_WORDS or _is_name(writer)


def _is_name(words: str) -> bool:
    """Say whether the words can name a person, town or paper: few, each with a capital."""
    parts = words.strip(" ,;:()").split()
    return len(parts) <= _MAX_NAME_WORDS and all(not part[0].islower() for part in parts)


def date_in_name(name: str) -> date | None:
    """Return the day that a file's name holds as 2020-07-14 or 20200714; None if none or several."""
    days = {_date(year, month, day) for year, _, month, day in _IN_NAME.findall(name)} - {None}
    return days.pop() if len(days) == 1 else None


def _date_pattern(month: str) -> re.Pattern[str]:
    """Compose the forms of a date; its groups are y, m or n (number or name of the month), d, and a and b (either)."""
    month_first = rf"(?P<n4>{month})\.?[\s-]+(?P<d4>{_DAY})(?:\s*,\s*|[\s-]+)(?P<y4>{_YEAR})"  # July 14, 2020
    day_first = rf"(?P<d5>{_DAY})[\s/-]*(?:of\s+)?(?P<n5>{month})(?![a-z])\.?[\s,/-]*(?P<y5>{_YEAR})"  # 14 July 2020
    year_first = rf"(?P<y6>{_YEAR})[\s,-]+(?P<n6>{month})\.?[\s-]+(?P<d6>{_DAY})"  # 2020 July 14
    return re.compile(rf"{_ISO}|{_COMPACT}|{_NUMERIC}|(?<!\w)(?:{month_first}|{day_first}|{year_first})(?!\w)", re.I)


def _any(words: Iterable[str]) -> str:
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in ordered) or r"(?!)"


def _date(year: str, month: str | int, day: str | int) -> date | None:
    number = int(re.sub(r"\D", "", str(day)))
    if int(year) not in _YEARS:
        return None
    try:
        return date(int(year), int(month), number)
    except ValueError:
        return None


def _epoch(text: str) -> date | None:
    seconds = float(text)
    if len(text.lstrip("-").partition(".")[0]) > 10:
        seconds /= 1000
    try:
        day = datetime.fromtimestamp(seconds, tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        return None
    return day if day.year in _YEARS else None


def _blank(text: str, spans: Iterable[tuple[int, int]], mark: str) -> str:
    parts: list[str] = []
    end = 0
    for start, stop in spans:
        parts += (text[end:start], mark)
        end = stop
    return "".join((*parts, text[end:]))
