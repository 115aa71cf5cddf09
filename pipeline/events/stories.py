"""Groups the events of many articles that tell the same happening into stories.

Input: one small key per event (``story_keys``). Two events can be one story when they are of two articles, have the
same action, and

* share a target country, or a sender and with it a target, law or date; and neither the senders nor the target
  countries told by both differ wholly;
* their days overlap; where one has no date, both were published within a few days, and the other's day is near;
* their targets have a content word in common, or one of them names no more than the state;
* the actors of calls and other actions that people perform, and the laws that are made, do so too, or are not told.

Measures, and the law behind a sanction, may differ. All events of a story fit each other, so that no chain of
half-likenesses joins what differs; an event that fits two stories equally well is a story of its own. The events that
tell most are placed first, equal ones by their ids: the order of the articles makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.events.story_keys import StoryKey

RECENT = 3
"""Days between the publications of two articles up to which an undated happening may be the same: news is told on its
day and, by weeklies' and other time zones' papers, up to three days later; after that a next step is as likely."""

_MOST_MONTHS = 14
"""Months of a date, the recent days round it included, up to which it is of use for telling stories apart."""

_NARROW = 3
"""Months up to which an event is looked up by month; beyond, by year."""


@dataclass(slots=True)
class _Story:
    """The events placed in one story so far: only what the next one must fit."""

    number: int
    profiles: list[StoryKey] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)
    days: tuple[int, int] | None = None
    published: tuple[int, int] | None = None
    undated: tuple[int, int] | None = None
    unpublished: bool = False

    def add(self, key: StoryKey) -> None:
        """Take an event that fits."""
        self.articles.append(key.article)
        if not any(_profile(key) == _profile(other) for other in self.profiles):
            self.profiles.append(key)
        if key.published is None:
            self.unpublished = True
        else:
            self.published = _round(self.published, key.published)
            if key.days is None:
                self.undated = _round(self.undated, key.published)
        if key.days is not None:
            self.days = _overlap(self.days, key.days)

    def fits(self, key: StoryKey) -> bool:
        """Say whether an event can be of the same happening as every one here."""
        return (
            self._fits_days(key)
            and all(_compatible(key, other) for other in self.profiles)
            and key.article not in self.articles
        )

    def _fits_days(self, key: StoryKey) -> bool:
        if key.days is not None:
            if self.days is not None and not _meet(self.days, key.days):
                return False
            return self.undated is None or (
                _within(self.undated, key.published)
                and all(_meet(key.days, (day - RECENT, day + RECENT)) for day in self.undated)
            )
        if key.published is None or self.unpublished or not _within(self.published, key.published):
            return False
        return self.days is None or _meet(self.days, (key.published - RECENT, key.published + RECENT))

    def likeness(self, key: StoryKey) -> tuple[bool, bool, bool, bool, bool]:
        """Return how much speaks for an event being of this story, to compare stories that it fits."""
        first = self.profiles[0]
        return (
            bool(key.targets) == bool(first.targets) and bool(key.targets & first.targets or not key.targets),
            bool(key.senders & first.senders) and bool(key.countries & first.countries),
            (key.days is None) == (self.days is None),
            key.days == first.days,
            key.senders == first.senders and key.countries == first.countries,
        )


def group(keys: Sequence[StoryKey]) -> list[int]:
    """Return the number of the story of every key, in the order of the keys; the numbers are those of first keys.

    What is kept in memory grows with the number of events of one action, some hundred bytes each.
    """
    found = [0] * len(keys)
    by_action: dict[str, list[int]] = {}
    for number, key in enumerate(keys):
        by_action.setdefault(key.action, []).append(number)
    for numbers in by_action.values():
        first: dict[int, int] = {}
        for number, story in zip(numbers, _grouped([keys[number] for number in numbers]), strict=True):
            found[number] = first.setdefault(story, number)
    return found


def _grouped(keys: Sequence[StoryKey]) -> list[int]:
    """Return the stories of events of one action, numbered in the order in which they were begun."""
    found = [0] * len(keys)
    stories: list[_Story] = []
    index: dict[int, list[int]] = {}
    for number in sorted(range(len(keys)), key=lambda number: _rank(keys[number])):
        key = keys[number]
        # Numbers stand for places: two that meet in one add candidates, which must fit all the same.
        near = {story for place in _wanted(key) for story in index.get(hash(place), ())}
        story = _best(key, [stories[story] for story in sorted(near)])
        if story is None:
            story = _Story(len(stories))
            stories.append(story)
        story.add(key)
        found[number] = story.number
        for place in _kept(key):
            at = index.setdefault(hash(place), [])
            if story.number not in at[-1:]:
                at.append(story.number)
    return found


def _best(key: StoryKey, stories: Sequence[_Story]) -> _Story | None:
    """Return the story that an event fits, better than any other one; None where two fit alike."""
    fitting = [(story.likeness(key), story) for story in stories if story.fits(key)]
    if not fitting:
        return None
    most = max(likeness for likeness, _ in fitting)
    best = [story for likeness, story in fitting if likeness == most]
    return best[0] if len(best) == 1 else None


def _rank(key: StoryKey) -> tuple[object, ...]:
    """Return what orders events: those that tell most first."""
    width = key.days[1] - key.days[0] if key.days else date.max.toordinal()
    return (
        not (key.senders and key.countries),
        width,
        not key.targets,
        key.published if key.published is not None else date.max.toordinal(),
        key.event_id,
    )


Place = tuple[str, str, str, int]
"""Sender, target country, kind of period and its number; what a story is looked up by."""


def _kept(key: StoryKey) -> Iterator[Place]:
    """Yield the places under which an event is found by those that it may fit."""
    one, other = sorted(key.senders) or ["-"], sorted(key.countries) or ["-"]
    pairs = [(sender, country) for sender in one for country in other]
    pairs += [(sender, "*") for sender in sorted(key.senders)] + [("*", country) for country in sorted(key.countries)]
    months = _months(key)
    for sender, country in pairs:
        if _is_narrow(months):
            yield from ((sender, country, "month", month) for month in months)
        else:
            yield from ((sender, country, "wide", year) for year in _years(months))
        yield from ((sender, country, "year", year) for year in _years(months))


def _wanted(key: StoryKey) -> Iterator[Place]:
    """Yield the places at which what an event may fit was kept."""
    if key.senders and key.countries:
        pairs = [(sender, country) for sender in key.senders for country in key.countries]
        pairs += [(sender, "-") for sender in key.senders] + [("-", country) for country in key.countries]
    else:
        pairs = [(sender, "*") for sender in key.senders] + [("*", country) for country in key.countries]
    months = _months(key)
    for sender, country in pairs:
        if _is_narrow(months):
            yield from ((sender, country, "month", month) for month in months)
            yield from ((sender, country, "wide", year) for year in _years(months))
        else:
            yield from ((sender, country, "year", year) for year in _years(months))


def _months(key: StoryKey) -> range:
    """Return the months in which an event may have been; none where that is unknown or too wide."""
    if key.days is None and key.published is None:
        return range(0)
    first, last = key.days or (key.published or 0, key.published or 0)
    months = range(_month(first - RECENT), _month(last + RECENT) + 1)
    return months if len(months) <= _MOST_MONTHS else range(0)


def _is_narrow(months: range) -> bool:
    return len(months) <= _NARROW


def _years(months: range) -> range:
    return range(months[0] // 12, months[-1] // 12 + 1) if months else range(0)


def _month(day: int) -> int:
    found = date.fromordinal(min(max(day, 1), date.max.toordinal()))
    return found.year * 12 + found.month - 1


def _profile(key: StoryKey) -> tuple[object, ...]:
    return key.senders, key.countries, key.targets, key.also, key.days


def _compatible(one: StoryKey, other: StoryKey) -> bool:
    """Say whether nothing but their days can keep two events apart."""
    pairs = (
        (one.senders, other.senders),
        (one.countries, other.countries),
        (one.targets, other.targets),
        (one.also, other.also),
    )
    if any(first and second and not first & second for first, second in pairs):
        return False
    if one.countries & other.countries:
        return True
    # One power does much in a few days: a sender alone is no evidence.
    more = one.targets & other.targets or one.also & other.also or (one.days is not None and one.days == other.days)
    return bool(one.senders & other.senders and more)


def _round(span: tuple[int, int] | None, day: int) -> tuple[int, int]:
    return (min(span[0], day), max(span[1], day)) if span else (day, day)


def _overlap(span: tuple[int, int] | None, other: tuple[int, int]) -> tuple[int, int]:
    return (max(span[0], other[0]), min(span[1], other[1])) if span else other


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _within(span: tuple[int, int] | None, day: int | None) -> bool:
    """Say whether a day is recent beside all of a span of days; an unknown one is not."""
    return span is not None and day is not None and span[1] - RECENT <= day <= span[0] + RECENT
