"""Gives the events of a run their stories, and every story its row with the last article that tells it."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from pipeline.events.stories import group
from pipeline.events.story_keys import KeyReader, days_of
from pipeline.lexicon import Lexicon
from pipeline.records import Article, ArticleResult, SanctionEvent, Story
from pipeline.vocabularies import Action, Slot


@dataclass(slots=True)
class _Told:
    """A story of which some articles are still to come.

    Attributes:
        left: number of tellings to come.
        exact, width: the most exact date, and the days it can mean less one.
    """

    story_id: str
    action: Action
    left: int
    width: int = date.max.toordinal()
    exact: str = ""
    senders: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    targets: tuple[str, ...] = ()
    sources: set[str] = field(default_factory=set)
    days: list[date] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)

    def add(self, event: SanctionEvent, article: Article, *, repeats: bool) -> None:
        """Take over what an article tells."""
        self.left -= 1
        self.senders.update(event.values(Slot.SENDERS))
        self.countries.update(event.values(Slot.TARGET_COUNTRIES))
        self.targets = max(self.targets, event.values(Slot.TARGETS), key=_fullness)
        value, days = "".join(event.values(Slot.DATE)[:1]), days_of(event)
        if days is not None and (days[1] - days[0], value) < (self.width, self.exact):
            self.width, self.exact = days[1] - days[0], value
        if article.published is not None:
            known = (*self.days, article.published)
            self.days = [min(known), max(known)]
        if not repeats:
            self.sources.add(source_of(article))
        self.articles.append(article.article_id)

    def row(self) -> Story:
        """Return the story; told by copies of other articles alone, it has one source."""
        return Story(
            story_id=self.story_id,
            action=self.action,
            date=self.exact,
            senders=tuple(sorted(self.senders)),
            target_countries=tuple(sorted(self.countries)),
            targets=self.targets,
            articles=len(self.articles),
            sources=max(len(self.sources), 1),
            first_published=self.days[0] if self.days else None,
            last_published=self.days[-1] if self.days else None,
            article_ids=tuple(self.articles),
        )


class Stories:
    """Completes the results of a run; to be called in input order.

    Only stories that have begun and not ended are held, beside two numbers per event.

    Args:
        marks: of all articles (``story_keys.marks_of``), in input order.
        lexicon: names of states, small words.
        repeats: numbers of the articles that repeat another one, exactly or nearly.
    """

    def __init__(self, marks: Iterable[bytes], lexicon: Lexicon, *, repeats: Collection[int] = ()) -> None:
        keys = list(KeyReader(lexicon).read(marks))
        self._stories = array("q", group(keys))
        self._left = Counter(self._stories)
        firsts: dict[int, tuple[int, str]] = {}
        for story, key in zip(self._stories, keys, strict=True):
            first = key.published if key.published is not None else date.max.toordinal(), key.event_id
            if self._left[story] > 1:
                firsts[story] = min(firsts.get(story, first), first)
        self._ids = {story: event_id for story, (_, event_id) in firsts.items()}
        self._repeats = repeats
        self._open: dict[int, _Told] = {}
        self._article = self._event = 0

    def told(self, result: ArticleResult) -> ArticleResult:
        """Return the result with the story of each event, and the stories that end with it."""
        repeats = self._article in self._repeats
        self._article += 1
        events: list[SanctionEvent] = []
        ended: list[Story] = []
        for event in result.events:
            story = self._stories[self._event]
            self._event += 1
            story_id = self._ids.get(story, event.event_id)
            events.append(event.model_copy(update={"story_id": story_id}))
            told = self._open.setdefault(story, _Told(story_id, event.action, self._left[story]))
            told.add(event, result.article, repeats=repeats)
            if not told.left:
                ended.append(self._open.pop(story).row())
        return result.model_copy(update={"events": tuple(events), "stories": tuple(ended)}) if events else result


def source_of(article: Article) -> str:
    """Return who an article comes from: what its dump says, else the dump itself, else the folder it lies in."""
    path, _, record = article.path.rpartition("#")
    if article.source:
        return article.source.casefold()
    return path if path and record.isdecimal() else str(PurePosixPath(article.path).parent)


def _fullness(targets: tuple[str, ...]) -> tuple[int, int, tuple[str, ...]]:
    return sum(len(target.split()) for target in targets), len(targets), targets
