"""Places the expressions of a text in the calendar, one after the other, and bounds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipeline.records import TimeValue
from pipeline.timex.bounds import Days, bounds, edtf
from pipeline.timex.context import Place, Story, Told
from pipeline.timex.evaluate import Outcome, evaluate
from pipeline.timex.find import Found
from pipeline.timex.grammar import Grammar
from pipeline.timex.meaning import Again, Calendar, Meaning, Modified, Nested, Offset
from pipeline.timex.values import is_valid
from pipeline.vocabularies import Tense, TimexType

_TELLING = (Tense.PAST, Tense.FUTURE)


def resolve(
    found: Sequence[Found],
    *,
    grammar: Grammar,
    published: date | None = None,
    tenses: Sequence[Tense] = (),
    day_first: bool | None = None,
) -> list[TimeValue]:
    """Return the values of the expressions of one text, in their order.

    What cannot be resolved keeps X for the unknown part; the day of publication never stands in for it. An
    expression that means nothing where it stands ("the quarter" where none was told) is left out.

    Args:
        found: all expressions of the text, in order.
        grammar: what they were found with.
        published: day of publication.
        tenses: where a parse places the happening of each expression's clause, or none at all.
        day_first: how to read a day in figures that fits both orders; None for the reading nearer to publication,
            month first when that is unknown.
    """
    story = Story(published, day_first=day_first)
    values = []
    for index, one in enumerate(found):
        tense = _settled(one.tense, tenses[index] if tenses else Tense.NONE)
        following = found[index + 1] if index + 1 < len(found) else None
        meaning = _with_year_of(one.meaning, following)
        place = Place(story, tense, one.sentence, one.paragraph, grammar.holidays, one.term, one.beside)
        outcome = evaluate(meaning, place)
        if outcome is None or not is_valid(outcome.value):
            continue
        _remember(story, one, outcome, explicit=_names_year(meaning))
        values.append(_value(one, outcome, published))
    return values


def _settled(guessed: Tense, parsed: Tense) -> Tense:
    """Return the tense that the words and a parse agree on; where one says past and the other future, none.

    On news with known dates neither is right more often where they disagree.
    """
    if parsed not in _TELLING:
        return guessed
    return Tense.NONE if guessed in _TELLING and guessed is not parsed else parsed


def _with_year_of(meaning: Meaning, following: Found | None) -> Meaning:
    """Give a month or day the year of the expression that a mere "and" or "to" joins to it."""
    if following is None or not following.linked or not isinstance(meaning, Calendar):
        return meaning
    other = following.meaning
    point = meaning.point
    if not isinstance(other, Calendar) or other.point.year is None or other.point.month is None:
        return meaning
    if meaning.step is not None or point.year is not None or point.month is None or other.point.fiscal:
        return meaning
    year = other.point.year - (point.month > other.point.month)
    return replace(meaning, point=replace(point, year=year))


def _names_year(meaning: Meaning) -> bool:
    """Say whether the words themselves give the year."""
    match meaning:
        case Calendar(point):
            return point.year is not None
        case Modified(_, base):
            return _names_year(base)
        case Nested(_, outer):
            return _names_year(outer)
        case _:
            return False


def _remember(story: Story, one: Found, outcome: Outcome, *, explicit: bool) -> None:
    """Add what was told; a comparison with a year earlier does not move the story."""
    compares = isinstance(one.meaning, Again) or (isinstance(one.meaning, Offset) and one.meaning.keep)
    if outcome.point is not None and outcome.point.grounded and not outcome.point.fiscal and not compares:
        story.tell(Told(one.start, outcome.point, one.sentence, one.paragraph, explicit))


def _value(one: Found, outcome: Outcome, published: date | None) -> TimeValue:
    days: Days = (None, None)
    if outcome.type in {TimexType.DATE, TimexType.TIME}:
        days = _sided(bounds(outcome.value, None if outcome.side else outcome.mod), outcome, published)
    written = edtf(outcome.value, outcome.mod, within=days) if outcome.type is not TimexType.SET else ""
    return TimeValue(
        start=one.start, end=one.end, text=one.text, type=outcome.type, value=outcome.value, mod=outcome.mod,
        earliest=days[0], latest=days[1], edtf=written, anchor=outcome.anchor, rule=one.rule,
    )  # fmt: skip


def _sided(days: Days, outcome: Outcome, published: date | None) -> Days:
    """Cut "earlier this month" off at the day of publication, and let "later this month" begin there."""
    first, last = days
    if not outcome.side or first is None or last is None:
        return days
    if published is None or not first <= published <= last:
        return bounds(outcome.value, outcome.mod)
    return (first, published) if outcome.side < 0 else (published, last)
