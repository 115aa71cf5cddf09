"""Chooses between the occurrence before and the one after: by the words' own step, else by tense and nearness.

The limits were set on news with known dates: a day of the month is nearly always the nearest one, because a story
keeps to its own months, but in a past clause one more than six weeks ahead is last year's; a month in a past clause
is the latest one, in a clause without tense the nearest. A quarter is the one being reported, whatever the tense.
"""

from __future__ import annotations

from datetime import date

from pipeline.timex.ground import Direction, ground
from pipeline.timex.meaning import Term
from pipeline.timex.point import Grain, Point, first_day
from pipeline.vocabularies import Tense

_STEPS = {-1: Direction.LAST, 1: Direction.NEXT}
_TENSES = {Tense.PAST: Direction.PAST, Tense.FUTURE: Direction.FUTURE}
_AHEAD_IN_PAST = {Grain.DAY: 45, Grain.MONTH: 3}
"""How many days ahead the nearest occurrence may lie in a past clause."""

_AHEAD_IN_NONE = 110
_BACK_IN_FUTURE = {Grain.DAY: 60}
"""How many days back the nearest occurrence may lie in a future clause."""

_BACK_IN_TERM = {False: 120, True: 30}
"""How many days back a deadline may lie, in a future clause and in others."""


def direction_of(step: int | None, tense: Tense) -> Direction:
    """Return where to look for a point, by its step, else its tense, else the nearest."""
    if step is not None and step in _STEPS:
        return _STEPS[step]
    return _TENSES.get(tense, Direction.NEAREST)


def place_by_tense(point: Point, day: date, step: int | None, tense: Tense, term: Term = Term.NONE) -> Point:
    """Return the occurrence of an open point that the words mean, as seen from a day."""
    direction = direction_of(step, tense)
    if step == 0 and point.weekday is None and point.grain is not Grain.WEEKEND:
        return ground(point, day, Direction.NEAREST if point.season else Direction.ROUND)
    if step is not None:
        return ground(point, day, direction)
    if point.weekday is not None or point.grain is Grain.WEEKEND:
        if term is Term.AHEAD:
            direction = Direction.FUTURE
        return ground(point, day, Direction.PAST if direction is Direction.NEAREST else direction)
    if point.grain in {Grain.QUARTER, Grain.HALF}:
        return ground(point, day, Direction.PAST if direction is Direction.PAST else Direction.NEAREST)
    near = ground(point, day, Direction.NEAREST)
    first = first_day(near)
    if first is None:
        return near
    ahead = (first - day).days
    if term is not Term.NONE:
        late = -ahead > _BACK_IN_TERM[tense is Tense.FUTURE]
        return ground(point, day, Direction.FUTURE) if late else near
    if ahead > _limit(point.grain, tense):
        return ground(point, day, Direction.PAST)
    if tense is Tense.FUTURE and -ahead > _BACK_IN_FUTURE.get(point.grain, 0):
        return ground(point, day, Direction.FUTURE)
    return near


def _limit(grain: Grain, tense: Tense) -> int:
    if tense is Tense.FUTURE:
        return 366
    return _AHEAD_IN_PAST.get(grain, 0) if tense is Tense.PAST else _AHEAD_IN_NONE
