"""What an expression is placed by: the day of publication, its sentence, and what the text told before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from pipeline.lexicon.schema import Holiday
from pipeline.timex.meaning import Term
from pipeline.timex.point import Grain, Point, first_day
from pipeline.vocabularies import Tense


@dataclass(frozen=True, slots=True)
class Told:
    """A point that the text has told.

    Attributes:
        start: offset of its expression.
        explicit: whether the words themselves gave the year.
    """

    start: int
    point: Point
    sentence: int
    paragraph: int
    explicit: bool

    @property
    def anchor(self) -> str:
        """How values that are counted from it name it."""
        return f"told:{self.start}"


@dataclass(slots=True)
class Story:
    """The text as far as it has been read; of each width only the point told last is kept.

    Attributes:
        published: day of publication, None when unknown.
        day_first: order of days in figures where both fit; None to take the one nearer to publication.
        explicit: the point told last whose year the words gave.
    """

    published: date | None
    day_first: bool | None = None
    explicit: Told | None = None
    _latest: dict[Grain, Told] = field(default_factory=dict)

    def tell(self, told: Told) -> None:
        """Add a point."""
        self._latest[told.point.grain] = told
        if told.explicit:
            self.explicit = told

    def last(self, grain: Grain = Grain.CENTURY) -> Told | None:
        """Return the point told last that is at least as narrow as a grain."""
        return _newest(told for width, told in self._latest.items() if width >= grain)

    def last_of(self, grains: Iterable[Grain], *, since: int = 0) -> Told | None:
        """Return the point of one of the widths that was told last, in the paragraphs from one on."""
        found = _newest(self._latest[grain] for grain in grains if grain in self._latest)
        return found if found and found.paragraph >= since else None


def _newest(told: Iterable[Told]) -> Told | None:
    return max(told, key=_start, default=None)


def _start(told: Told) -> int:
    return told.start


@dataclass(frozen=True, slots=True)
class Place:
    """Where one expression stands.

    Attributes:
        story: the text before it.
        holidays: the named days of the lexicon.
        beside: whether only a comma or bracket parts it from the expression before.
    """

    story: Story
    tense: Tense
    sentence: int
    paragraph: int
    holidays: Mapping[str, Holiday]
    term: Term = Term.NONE
    beside: bool = False

    def is_near(self, told: Told) -> bool:
        """Say whether a point was told in this paragraph and not before the last sentence."""
        return told.paragraph == self.paragraph and told.sentence >= self.sentence - 1


def day_of(point: Point) -> date | None:
    """Return the day that counting from a point starts at, None for a point of no known day."""
    try:
        return first_day(point)
    except (ValueError, OverflowError):
        return None
