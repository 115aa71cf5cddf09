"""Scores a time tagger on TimeML corpora.

Scores are TempEval-3's (UzZaman et al. 2013): relaxed counts overlapping spans, strict equal ones, value, type and mod
those overlapping ones that agree in it. ``value_same`` also accepts another way to write the same value (``2000-W7``,
``P2Y6M`` for ``P2.5Y``, ``196X`` for ``196``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np

from pipeline.evaluate.intervals import interval, ratios
from pipeline.evaluate.printing import table
from pipeline.evaluate.timeml_reader import GoldTime, TimedText
from pipeline.records import TimeValue

Tagger = Callable[[str, date | None], Sequence[TimeValue]]
"""Text and day of publication to the expressions found, in text order."""

SCORES = ("strict", "relaxed", "value", "value_same", "type", "mod")


@dataclass(frozen=True, slots=True)
class TimeError:
    """What went wrong with one expression: ``missed``, ``spurious``, ``span`` or ``value``."""

    kind: str
    doc_id: str
    gold: GoldTime | None
    found: TimeValue | None


@dataclass(slots=True)
class KindCount:
    """Expressions of one kind: in the gold, found at all, with the same span, with the value; and found in vain."""

    gold: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0
    spurious: int = 0


@dataclass(frozen=True, slots=True)
class TimeScores:
    """Counts of a corpus.

    Attributes:
        counts: shape (documents, scores, 3): matched, gold, predicted.
        kinds: counts by kind of expression (``day``, ``duration`` ...), most frequent first.
    """

    counts: np.ndarray[tuple[int, int, int], np.dtype[np.float64]]
    errors: tuple[TimeError, ...]
    kinds: dict[str, KindCount]

    def f1(self, score: str) -> float:
        """Return the F1 of one score over the corpus."""
        return float(ratios(self.counts.sum(axis=0))[SCORES.index(score), 2])

    def __str__(self) -> str:
        """Return all scores with their 95 % bootstrap intervals over documents, then the kinds, as two tables."""
        totals, bounds = ratios(self.counts.sum(axis=0)), interval(self.counts)
        rows = [
            (name, *(f"{part:.3f}" for part in totals[row]), f"{bounds.low[row, 2]:.3f}-{bounds.high[row, 2]:.3f}")
            for row, name in enumerate(SCORES)
            if not np.isnan(totals[row, 2])  # modifiers, where the corpus has none
        ]
        return f"{table(('score', 'precision', 'recall', 'F1', '95 %'), rows)}\n\n{self._kind_table()}"

    def _kind_table(self) -> str:
        rows = []
        for kind, count in self.kinds.items():
            shares = (f"{part / count.gold:.3f}" if count.gold else "-" for part in (count.strict, count.relaxed))
            right = f"{count.value / count.relaxed:.3f}" if count.relaxed else "-"
            rows.append((kind, str(count.gold), *shares, right, str(count.spurious)))
        return table(("kind", "gold", "strict recall", "relaxed recall", "value right of found", "spurious"), rows)

    def as_json(self) -> dict[str, Any]:
        """Return scores, intervals and kinds as plain data."""
        totals, bounds = ratios(self.counts.sum(axis=0)), interval(self.counts)
        scores = {
            name: {
                "precision": _rounded(totals[row, 0]), "recall": _rounded(totals[row, 1]),
                "f1": _rounded(totals[row, 2]),
                "low": _rounded(bounds.low[row, 2]), "high": _rounded(bounds.high[row, 2]),
            }
            for row, name in enumerate(SCORES)
        }  # fmt: skip
        kinds = {
            kind: {name: getattr(count, name) for name in KindCount.__slots__} for kind, count in self.kinds.items()
        }
        return {"documents": len(self.counts), "scores": scores, "kinds": kinds}


def _rounded(number: float) -> float | None:
    return None if np.isnan(number) else round(float(number), 4)


def score(texts: Iterable[TimedText], tag: Tagger) -> TimeScores:
    """Tag every document and count what agrees with its gold."""
    counts, errors = [], []
    kinds: dict[str, KindCount] = {}
    for text in texts:
        found = list(tag(text.text, text.published))
        pairs = list(_aligned(text.times, found))
        errors += [error for gold, one in pairs for error in _judge(text.doc_id, gold, one)]
        for gold, one in pairs:
            _count(kinds, gold, one)
        both = [(gold, one) for gold, one in pairs if gold is not None and one is not None]
        matched = (
            sum(_place(gold) == _place(one) for gold, one in both),
            len(both),
            sum(gold.value == one.value for gold, one in both),
            sum(canonical(gold.value) == canonical(one.value) for gold, one in both),
            sum(gold.type == one.type.value for gold, one in both),
        )
        rows = [(number, len(text.times), len(found)) for number in matched]
        mods = sum(gold.mod == (one.mod or "") for gold, one in both)
        counts.append([*rows, (mods, len(text.times), len(found)) if text.has_mods else (0, 0, 0)])
    shape = (len(counts), len(SCORES), 3)
    ordered = dict(sorted(kinds.items(), key=_frequency))
    return TimeScores(np.array(counts, dtype=np.float64).reshape(shape), tuple(errors), ordered)


def _frequency(item: tuple[str, KindCount]) -> tuple[int, str]:
    return -item[1].gold, item[0]


def _count(kinds: dict[str, KindCount], gold: GoldTime | None, found: TimeValue | None) -> None:
    if gold is None:
        if found is not None:
            kinds.setdefault(kind_of(found.type.value, found.value), KindCount()).spurious += 1
        return
    count = kinds.setdefault(kind_of(gold.type, gold.value), KindCount())
    count.gold += 1
    if found is not None:
        count.relaxed += 1
        count.strict += _place(gold) == _place(found)
        count.value += gold.value == found.value


_KINDS = (
    ("time of day", r".*\dT.*|X+T.*"), ("reference", r"[A-Z]+_REF"), ("length in a date", r"P[0-9.X]+.*"),
    ("week or weekend", r"[X\d]{4}-W[X\d]{1,2}(?:-WE)?"), ("weekday", r"[X\d]{4}-W[X\d]{1,2}-\d"),
    ("quarter, half, season", r".*-(?:Q[X\d]|H[X\d]|SP|SU|FA|WI)"), ("day", r"[X\d]{4}-[X\d]{2}-[X\d]{2}"),
    ("month", r"[X\d]{4}-[X\d]{2}"), ("year", r"(?:FY)?[X\d]{4}"), ("decade or century", r"[X\d]{2,3}"),
)  # fmt: skip


def kind_of(type_: str, value: str) -> str:
    """Return the kind of an expression: by its type for durations and repetitions, else by the form of its value."""
    if type_ in {"DURATION", "SET"}:
        return type_.lower()
    return next((name for name, pattern in _KINDS if re.fullmatch(pattern, value)), "other")


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


def _place(time: GoldTime | TimeValue) -> tuple[int, int]:
    return time.start, time.end


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
