"""The frozen records that the stages hand to each other.

Offsets are Unicode code points into the untouched article text, half-open, and
``article.text[span.start:span.end] == span.text`` holds for every span. ``rule`` is the id of the lexicon
entry, pattern or model head that made a value; several ids are joined by ``+``.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from pipeline.vocabularies import (
    Action,
    Label,
    PublishedBasis,
    Slot,
    Status,
    Tense,
    TimexMod,
    TimexType,
)


class Record(BaseModel):
    """Base of all records: immutable, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Record):
    """Words of the article."""

    start: int
    end: int
    text: str

    def contains(self, other: Span) -> bool:
        """Say whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


class Issue(Record):
    """Something that a stage could not use or resolve; never dropped in silence."""

    stage: str
    rule: str
    message: str
    start: int | None = None
    end: int | None = None


class Failure(Record):
    """An input that could not be used: one row of ``errors.csv``."""

    path: str
    article_id: str
    stage: str
    error: str
    message: str


class Article(Record):
    """One article as read.

    Attributes:
        article_id: file stem, unique within the run.
        path: file path relative to the input folder, ``#n`` added for record n of a dump.
        text: title and body as read; all offsets point into it.
        title: headline span, or None when the text has none.
        sha256: digest of ``text`` in UTF-8.
        status: ``ok``, or what was remarkable in reading it (``decoded:cp1252``).
        source: who published it as a dump tells: a name, or the host of an address; else empty.
    """

    article_id: str
    path: str
    text: str
    title: Span | None = None
    published: date | None = None
    published_basis: PublishedBasis = PublishedBasis.NONE
    sha256: str = ""
    status: str = "ok"
    source: str = ""


class Sentence(Span):
    """A sentence and the number of the paragraph it stands in (blank lines and list items divide paragraphs)."""

    index: int
    paragraph: int
    tokens: int


class Count(Record):
    """A stated number of people or things."""

    value: int
    kind: Literal["exact", "at_least", "at_most", "about"] = "exact"


class Mention(Span):
    """A labelled span.

    Attributes:
        entry: id of the lexicon entry it names, or empty.
        canonical: its canonical value (country code, standard role, party name ...), or empty.
        sentence: index of its sentence.
        count: for a GROUP, how many.
        tense: for a DATE, where its clause places the happening.
        quoted: whether it stands in direct speech.
    """

    label: Label
    rule: str
    entry: str = ""
    canonical: str = ""
    sentence: int = 0
    count: Count | None = None
    tense: Tense = Tense.NONE
    quoted: bool = False


class PersonCluster(Record):
    """Mentions of one individual: names, then pronouns and descriptions that stand for them."""

    names: tuple[Mention, ...]
    references: tuple[Mention, ...] = ()


class AffiliationLink(Record):
    """A role, organisation, party or country tied to a person, still as the article's words.

    Attributes:
        person: index into ``Linked.people``.
        evidence: the words that tie them.
    """

    person: int
    role: Mention | None = None
    organization: Mention | None = None
    party: Mention | None = None
    country: Mention | None = None
    status: Status = Status.CURRENT
    evidence: Span
    rule: str


class Argument(Span):
    """Words that fill a slot of an action, with the rule that linked them.

    Attributes:
        core: end of the phrase without its clauses ("Chinese officials | involved in ...").
    """

    slot: Slot
    rule: str
    core: int


class Trigger(Record):
    """An operation on a sanction and the words it rests on, as token indices of the spaCy ``Doc``.

    Attributes:
        operation: lexicon id.
        token: the verb or noun that carries it; the measure itself where nothing else does ("called for sanctions").
        anchor: head of the measure or law it is done to; None for direct verbs and described measures.
        how: pattern that found it; decides where the target is looked for.
        entry: id of the description, for described measures.
    """

    operation: str
    token: int
    anchor: int | None
    how: str
    entry: str = ""

    @property
    def rule(self) -> str:
        """Rule id, as it stands in tables."""
        return f"action:{self.operation}/{self.how}" + (f"/{self.entry}" if self.entry else "")


class EventArgument(Record):
    """Words that the language model holds to fill a slot of an event.

    Attributes:
        probability: mean over the words.
    """

    slot: Slot
    start: int
    end: int
    probability: float


class EventReading(Record):
    """A sanction action as the language model reads it, before any rule has judged it.

    Attributes:
        start, end: characters of the trigger.
        token: index in the ``Doc`` of the word that carries it most likely.
        action: the likeliest action.
        probability: that the words carry any sanction action.
        scores: probability of each action that has a mentionable one, likeliest first.
        arguments: by slot, then in text order; from the trigger's own window, so also from other sentences.
    """

    start: int
    end: int
    token: int
    action: Action
    probability: float
    scores: tuple[tuple[Action, float], ...]
    arguments: tuple[EventArgument, ...] = ()


EVENT_READINGS = "sanction_event_readings"
"""Key of ``Doc.user_data`` under which the language model leaves its readings as plain lists and numbers."""


def event_readings(user_data: Mapping[Any, Any]) -> tuple[EventReading, ...]:
    """Return the event readings in a ``Doc``'s user data, in text order; none from a model that does not read events.

    Readings are candidates: their probability may be as low as 0.15.
    """
    return tuple(EventReading.model_validate(item) for item in user_data.get(EVENT_READINGS, ()))


class StanceUse(Record):
    """A predicate round an operation: somebody asks for it, plans it, denies it.

    Attributes:
        stance: lexicon id of the stance.
        word: the words that carry it.
        holders: whose stance it is.
        asked: whom it is put to ("urged X to ...").
    """

    stance: str
    word: Span
    holders: tuple[Argument, ...] = ()
    asked: tuple[Argument, ...] = ()


class Frame(Record):
    """One trigger with what stands round it, before it is judged and gathered into an event.

    Attributes:
        trigger: the ACTION mention; its ``rule`` tells which rule found it.
        operation: lexicon id of what is done to the sanction (``impose``, ``lift`` ...).
        stances: predicates round it, innermost first.
        speakers: who is quoted or reported as saying it ("..., X said").
        clause: the evidence clause.
        arguments: what fills the operation's own slots; who performs it stands in SENDERS. Of a reading, every slot.
        scores: probability of each action where a learned head has read the frame, likeliest first; else empty.
        probability: that there is an action at all, of a reading.
    """

    trigger: Mention
    operation: str
    stances: tuple[StanceUse, ...] = ()
    speakers: tuple[Argument, ...] = ()
    tense: Tense = Tense.NONE
    sentence: int
    clause: Span
    arguments: tuple[Argument, ...] = ()
    scores: tuple[tuple[Action, float], ...] = ()
    probability: float = 1.0


class Linked(Record):
    """What the spaCy stages know of one article; everything after them works on this alone.

    Attributes:
        mentions: settled by the overlap policy.
        dates: all time expressions, those inside another mention ("the 2016 election") too.
        described: clauses that tell a measure without naming it; ``entry`` is the id of the description.
        frames, readings: what the rules and what the language model's event heads hold to be told of sanctions.
    """

    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[Mention, ...] = ()
    described: tuple[Mention, ...] = ()
    people: tuple[PersonCluster, ...] = ()
    affiliations: tuple[AffiliationLink, ...] = ()
    frames: tuple[Frame, ...] = ()
    readings: tuple[Frame, ...] = ()
    issues: tuple[Issue, ...] = ()

    def mentions_in(self, span: Span, *labels: Label) -> Iterator[Mention]:
        """Yield the mentions of the given labels (any if none given) inside a span, in text order."""
        for mention in self.mentions:
            if span.contains(mention) and (not labels or mention.label in labels):
                yield mention


class TimeValue(Span):
    """A time expression with its TIMEX3 value and the days that bound it.

    Attributes:
        value: TIMEX3 value (``2020-07-09``, ``P20Y``, ``PXDE``, ``PRESENT_REF``, ``XXXX-WXX-2`` ...).
        earliest, latest: ISO days that bound value and ``mod``; None where open or unknown.
        edtf: the same as an EDTF string, empty where EDTF has no form for it.
        anchor: what a relative value was counted from: ``published``, ``told:<start>`` or empty.
    """

    type: TimexType
    value: str
    mod: TimexMod | None = None
    earliest: date | None = None
    latest: date | None = None
    edtf: str = ""
    anchor: str = ""
    rule: str


class Fill(Record):
    """One value in one cell, and the words and rule that it came from.

    ``start`` and ``end`` are None only for values that no words carry (an implied country says so in
    its rule id).
    """

    slot: str
    value: str
    rule: str
    start: int | None = None
    end: int | None = None
    text: str = ""


class Person(Record):
    """One individual of an article."""

    person_id: str
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Affiliation(Record):
    """One affiliation with canonical values; empty string where the article does not say."""

    person_id: str
    person: str
    role: str = ""
    role_text: str = ""
    organization: str = ""
    party: str = ""
    country: str = ""
    status: Status = Status.CURRENT
    evidence: Span
    fills: tuple[Fill, ...] = ()


class SanctionEvent(Record):
    """One action by one set of actors towards one set of targets at one time.

    Attributes:
        fills: every value of every slot, in slot order, then text order.
        law_id: sanction programme key of the law, or empty.
        confidence: estimated probability that the event is right, 0 to 1.
        story_id: shared by the events of a run that tell the same happening; given when results are gathered.
    """

    event_id: str
    action: Action
    trigger: Span
    evidence: Span
    fills: tuple[Fill, ...] = ()
    law_id: str = ""
    date_text: str = ""
    date_earliest: date | None = None
    date_latest: date | None = None
    confidence: float = 1.0
    story_id: str = ""

    def values(self, slot: Slot) -> tuple[str, ...]:
        """Return the values of one slot in order."""
        return tuple(fill.value for fill in self.fills if fill.slot == slot)


class Listing(Record):
    """A person or target of an article that a watchlist holds.

    Attributes:
        table: ``people`` or ``events``.
        row: person_id or event_id.
        name: as the article has it.
        list_id, list_schema: id and schema in the list.
        list_name: the list's name that agrees.
        list_countries: ISO alpha-3 of the states the list ties it to.
        score: how well the names agree, 1 for the same words.
    """

    table: str
    row: str
    name: str
    list_id: str
    list_name: str
    list_schema: str
    list_countries: tuple[str, ...] = ()
    score: float


class Story(Record):
    """One happening as the articles of a run tell it.

    Attributes:
        story_id: the event id of its earliest telling.
        date: the most exact one told.
        senders, target_countries: those of all tellings.
        targets: of the telling that says most.
        articles: number of articles; sources: number of different sources, repeated articles left out.
        first_published, last_published: of the articles whose day is known.
        article_ids: in input order.
    """

    story_id: str
    action: Action
    date: str = ""
    senders: tuple[str, ...] = ()
    target_countries: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    articles: int
    sources: int
    first_published: datetime.date | None = None
    last_published: datetime.date | None = None
    article_ids: tuple[str, ...]


class ArticleResult(Record):
    """Everything that a run keeps of one article; listings and stories come when results are gathered.

    Attributes:
        stories: those of which this article is the last to tell.
    """

    article: Article
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    people: tuple[Person, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    times: tuple[TimeValue, ...] = ()
    events: tuple[SanctionEvent, ...] = ()
    issues: tuple[Issue, ...] = ()
    listings: tuple[Listing, ...] = ()
    stories: tuple[Story, ...] = ()

    @property
    def words(self) -> int:
        """Number of tokens, blanks not counted."""
        return sum(sentence.tokens for sentence in self.sentences)
