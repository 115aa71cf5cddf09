"""Reads the parts of a gold record against the article's text and collects what is wrong with them.

A place in the article is given as ``{"start", "end"}``, as ``{"text", "occurrence"}``, or (evidence) as words that
occur once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.records import Span
from pipeline.vocabularies import Vocabulary

_SHOWN = 70


class GoldReader:
    """Resolves the values of one gold file; problems and remarks gather in text order.

    Attributes:
        problems: what makes the file unusable, as ``item: what is wrong; remedy``.
        remarks: what is unusual but can be scored.
        counted: whether any value was given by offsets.
    """

    def __init__(self, text: str) -> None:
        """Keep the article's text."""
        self.text = text
        self.problems: list[str] = []
        self.remarks: list[str] = []
        self.counted = False

    def problem(self, item: str, message: str) -> None:
        """Note a fault of one item."""
        self.problems.append(f"{item}: {message}")

    def remark(self, item: str, message: str) -> None:
        """Note something unusual about one item."""
        self.remarks.append(f"{item}: {message}")

    def record(self, item: str, raw: object, known: Sequence[str]) -> Mapping[str, Any] | None:
        """Return an object as a mapping, remarking on keys that nothing reads."""
        if not isinstance(raw, dict):
            self.problem(item, f"must be an object, not {_shown(raw)}")
            return None
        for key in raw:
            if key not in known:
                self.remark(item, f"key '{key}' is not read; known keys: {', '.join(known)}")
        return raw

    def records(self, item: str, raw: object, known: Sequence[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Yield the objects of a list with the item name of each (``events[2]``)."""
        for number, value in enumerate(self.listing(item, raw)):
            name = f"{item}[{number}]"
            record = self.record(name, value, known)
            if record is not None:
                yield name, record

    def listing(self, item: str, raw: object) -> list[Any]:
        """Return a list; null and absent are empty."""
        if raw is None:
            return []
        if isinstance(raw, list):
            return raw
        self.problem(item, f"must be a list, not {_shown(raw)}")
        return []

    def string(self, item: str, raw: object) -> str:
        """Return a string; null and absent are empty."""
        if raw is None:
            return ""
        if isinstance(raw, str):
            return raw
        self.problem(item, f"must be a string or null, not {_shown(raw)}")
        return ""

    def number(self, item: str, raw: object) -> int | None:
        """Return a whole number from 0 up; null and absent are None."""
        if raw is None:
            return None
        if isinstance(raw, int) and not isinstance(raw, bool) and raw >= 0:
            return raw
        self.problem(item, f"must be a whole number or null, not {_shown(raw)}")
        return None

    def member(self, item: str, raw: object, vocabulary: type[Vocabulary], *, needed: bool = True) -> str:
        """Return a value of a closed vocabulary; empty for null where it is not needed."""
        if raw is None and not needed:
            return ""
        values = [member.value for member in vocabulary]
        if raw in values:
            return str(raw)
        self.problem(item, f"{_shown(raw)} is not one of {', '.join(values)}")
        return ""

    def members(self, item: str, raw: object, vocabulary: type[Vocabulary]) -> tuple[str, ...]:
        """Return a list of values of a closed vocabulary."""
        values = enumerate(self.listing(item, raw))
        return tuple(filter(None, (self.member(f"{item}[{n}]", value, vocabulary) for n, value in values)))

    def codes(self, item: str, raw: object) -> tuple[str, ...]:
        """Return a list of country or body codes."""
        codes = tuple(self.string(f"{item}[{n}]", value) for n, value in enumerate(self.listing(item, raw)))
        for code in codes:
            if not re.fullmatch(r"[A-Z][A-Z_]+", code):
                self.remark(item, f"'{code}' is no ISO alpha-3 code nor a body's code in capitals")
        return tuple(filter(None, codes))

    def fill(self, item: str, raw: object) -> str:
        """Return a text fill, given as a string or by offsets."""
        if not isinstance(raw, dict):
            return self.string(item, raw)
        span = self.offsets(item, raw)
        return span.text if span else ""

    def fills(self, item: str, raw: object) -> tuple[str, ...]:
        """Return a list of text fills."""
        return tuple(filter(None, (self.fill(f"{item}[{n}]", v) for n, v in enumerate(self.listing(item, raw)))))

    def offsets(self, item: str, raw: Mapping[str, Any]) -> Span | None:
        """Return the span of ``{"start", "end"}``."""
        self.counted = True
        start, end = raw.get("start"), raw.get("end")
        if not (type(start) is int and type(end) is int):
            self.problem(item, "needs whole numbers 'start' and 'end'")
        elif not 0 <= start < end <= len(self.text):
            self.problem(
                item, f"offsets {start}-{end} lie outside the article ({len(self.text)} characters) or are empty"
            )
        else:
            return Span(start=start, end=end, text=self.text[start:end])
        return None

    def place(self, item: str, raw: Mapping[str, Any]) -> Span | None:
        """Return the span of ``{"start", "end"}`` or of ``{"text", "occurrence"}``."""
        if "text" not in raw:
            return self.offsets(item, raw)
        words, occurrence = self.string(item, raw["text"]), raw.get("occurrence", 1)
        if not words:
            self.problem(item, "has an empty 'text'")
        elif type(occurrence) is not int or occurrence < 1:
            self.problem(item, f"'occurrence' counts from 1, {_shown(occurrence)} is no such number")
        else:
            return self._occurrence(item, words, occurrence)
        return None

    def _occurrence(self, item: str, words: str, occurrence: int) -> Span | None:
        starts = [match.start() for match in re.finditer(re.escape(words), self.text)]
        whole = [start for start in starts if not self._within_word(start, start + len(words))]
        if len(starts) >= occurrence and starts[occurrence - 1] in whole:
            start = starts[occurrence - 1]
        elif len(whole) >= occurrence:
            # Counted without those inside longer words ("now" in "known").
            start = whole[occurrence - 1]
        else:
            found = f"it has {len(starts)} of them" if starts else "it has none"
            self.problem(
                item, f"occurrence {occurrence} of {_shown(words)} is not in the article, {found}; copy the words as is"
            )
            return None
        return Span(start=start, end=start + len(words), text=words)

    def _within_word(self, start: int, end: int) -> bool:
        edges = ((start - 1, start), (end - 1, end))
        return any(a >= 0 and self.text[a : b + 1].isalnum() and b < len(self.text) for a, b in edges)

    def quote(self, item: str, raw: object) -> Span | None:
        """Return the span of evidence: offsets, or words that occur once in the article."""
        if isinstance(raw, dict):
            return self.place(item, raw)
        words = self.string(item, raw)
        count = self.text.count(words) if words else 0
        if not words:
            self.problem(item, "is empty; quote the clause that carries the action")
        elif count == 0:
            self.problem(item, f"{_shown(words)} is not in the article; copy the words exactly as it has them")
        elif count > 1:
            self.problem(item, f"{_shown(words)} occurs {count} times; quote more of the clause, so that it is unique")
        else:
            start = self.text.index(words)
            return Span(start=start, end=start + len(words), text=words)
        return None


def _shown(raw: object) -> str:
    text = raw if isinstance(raw, str) else repr(raw)
    return f'"{text[:_SHOWN]}..."' if len(text) > _SHOWN else f'"{text}"'
