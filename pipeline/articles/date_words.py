"""The words of a date line, gathered from the lexicon's table ``time_words``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.errors import LexiconError
from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema.dates import TimeWords
from pipeline.records import Record

_MONTH, _WEEKDAY, _LINE = "MONTH", "WEEKDAY", "DATE_LINE"


class DateWords(Record):
    """Words that a date line is made of; case does not count.

    Attributes:
        months: month name or abbreviation, without full stop, to its number.
        weekdays: names and abbreviations of the days of the week, without full stop.
        published: labels of the publication date ("Published on").
        updated: labels of a later date ("Last updated").
        bylines: words that a writer's name follows ("By").
        fillers: what else may stand in a date line ("at", "GMT", "min read").
    """

    months: Mapping[str, int]
    weekdays: tuple[str, ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    bylines: tuple[str, ...]
    fillers: tuple[str, ...]


def date_words(lexicon: Lexicon) -> DateWords:
    """Gather the words of the classes of months and weekdays (``MONTH``, ``MONTH_SHORT`` ...) and of ``DATE_LINE``.

    Raises:
        LexiconError: if a month has no word, or a class is missing or of other kinds.
    """
    # Other classes begin with these names too, with words that stand for no number ("MONTH_BEFORE").
    months = {form: int(value) for value, form in _forms(lexicon, _MONTH) if value.isdigit()}
    if set(months.values()) != set(range(1, 13)):
        raise LexiconError(f"time_words {_MONTH!r}: needs words for the months 1 to 12, has {sorted(months.values())}")
    weekdays = [form for value, form in _forms(lexicon, _WEEKDAY) if value.isdigit()]
    line: dict[str, list[str]] = {"published": [], "updated": [], "byline": [], "filler": []}
    for kind, form in _forms(lexicon, _LINE):
        if kind not in line:
            raise LexiconError(f"time_words {_LINE!r}: no kind of words {kind!r}; known are {', '.join(line)}")
        line[kind].append(form)
    return DateWords(
        months=months,
        weekdays=tuple(dict.fromkeys(weekdays)),
        published=tuple(line["published"]),
        updated=tuple(line["updated"]),
        bylines=tuple(line["byline"]),
        fillers=tuple(line["filler"]),
    )


def _forms(lexicon: Lexicon, name: str) -> Iterator[tuple[str, str]]:
    """Yield (value, form) of a class and its subclasses; the full stop of an abbreviation is left out."""
    entries = lexicon.entries(TimeWords)
    if name not in entries:
        raise LexiconError(f"time_words: there is no class {name!r}, which date lines are read with; add it")
    for key, entry in entries.items():
        if key == name or key.startswith(f"{name}_"):
            for forms in (entry.words, entry.cased):
                for value, written in forms.items():
                    for word in written:
                        yield value, word.removesuffix(".").casefold()
