"""Compares the people and targets of articles with a watchlist, and keeps what agrees by its full name.

Two names agree fully when they have the same words, diacritics, case, order, particles and company forms aside. Nearly
the same spelling ("Sergei", "Sergey"), or one word more in one of them (a patronymic), counts only where article and
list also name a common state; so does a single word, which only a body may have that is no place. Different states, or
different suffixes ("Jr."), contradict.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from pipeline.lexicon import FormIndex, Lexicon
from pipeline.lexicon.names import fold_name, folded_words
from pipeline.lexicon.schema import Place
from pipeline.lexicon.words import cue_pairs, cue_words, honorifics, name_words
from pipeline.records import ArticleResult, Listing
from pipeline.vocabularies import Slot
from pipeline.watchlist.listed import Listed

_FULL = 1.0
_LEAST_WORD = 0.75
"""Share of letters that two spellings of one word have in common ("Mohammed", "Muhammad")."""
_LEAST_FUZZY = 4
_LEAST_SINGLE = 4
_LEAST_SCORE = 0.85
_PER_EXTRA_WORD = 0.06
_MOST_EXTRA = 1
_RAREST = 2
"""Words of a name whose entries are looked at: an entry must share one of the two rarest exactly."""
_MOST_LISTINGS = 5


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a listed entity in comparable words."""

    entity: int
    text: str
    words: tuple[str, ...]
    suffix: str
    person: bool


class Watchlist:
    """A watchlist, indexed by the words of its names."""

    def __init__(self, lexicon: Lexicon, entities: Sequence[Listed]) -> None:
        self._entities = entities
        self._codes = cue_pairs(lexicon, "watchlist.country_codes")
        self._forms = cue_words(lexicon, "watchlist.company_forms")
        self._honorifics = frozenset(map(fold_name, honorifics(lexicon, sure=True)))
        self._suffixes = frozenset(map(fold_name, name_words(lexicon, "suffix")))
        self._particles = frozenset(map(fold_name, name_words(lexicon, "particle")))
        self._places: FormIndex[Place] = FormIndex(
            (place, form) for place in lexicon.entries(Place).values() for form in (*place.forms(), *place.peoples())
        )
        self._names = [name for number, entity in enumerate(entities) for name in self._names_of(number, entity)]
        self._by_word: dict[str, array[int]] = {}
        for place, name in enumerate(self._names):
            for word in dict.fromkeys(name.words):
                self._by_word.setdefault(word, array("I")).append(place)

    def looked_up(self, result: ArticleResult) -> ArticleResult:
        """Return the result with a listing for every person and target that the list holds."""
        listings = (*self._people(result), *self._targets(result))
        return result.model_copy(update={"listings": listings}) if listings else result

    def find(self, name: str, *, person: bool, countries: Collection[str]) -> list[tuple[Listed, str, float]]:
        """Return the entities that a name agrees with as (entity, its name, score), best and then first listed first.

        Args:
            name: as the article writes it.
            person: of a person; otherwise of a body, ship or aircraft.
            countries: ISO alpha-3 codes that the article ties to it.
        """
        words, suffix = self._words(name, person=person)
        if not words or (len(words) == 1 and not self._may_stand_alone(words[0], name, person=person)):
            return []
        best: dict[int, tuple[float, str]] = {}
        for place in self._candidates(words):
            other = self._names[place]
            if other.person is not person or (person and other.suffix != suffix):
                continue
            score = _score(words, other.words)
            known = self._countries(self._entities[other.entity])
            sure = score == _FULL and len(words) > 1
            if score < _LEAST_SCORE or not _may_be(known, countries, sure=sure):
                continue
            if score > best.get(other.entity, (0.0, ""))[0]:
                best[other.entity] = score, other.text
        top = max((score for score, _ in best.values()), default=0.0)
        found = [(self._entities[number], text, score) for number, (score, text) in sorted(best.items())]
        return [item for item in found if item[2] == top][:_MOST_LISTINGS]

    def _people(self, result: ArticleResult) -> Iterator[Listing]:
        for person in result.people:
            countries = _states_of(result, person.person_id)
            names = [name for name in (person.name, *person.aliases) if " " in name]
            yield from self._best(names, table="people", row=person.person_id, person=True, countries=countries)

    def _targets(self, result: ArticleResult) -> Iterator[Listing]:
        people = {name: person for person in result.people for name in (*person.aliases, person.name)}
        for event in result.events:
            states = set(event.values(Slot.TARGET_COUNTRIES))
            for target in event.values(Slot.TARGETS):
                person = people.get(target)
                names = [target] if person is None else [name for name in (person.name, target) if " " in name]
                own = _states_of(result, person.person_id) if person is not None else set()
                yield from self._best(
                    names, table="events", row=event.event_id, person=person is not None, countries=own or states
                )

    def _best(
        self, names: Sequence[str], *, table: str, row: str, person: bool, countries: Collection[str]
    ) -> Iterator[Listing]:
        for name in names:
            found = self.find(name, person=person, countries=countries)
            for entity, listed_name, score in found:
                yield Listing(
                    table=table,
                    row=row,
                    name=name,
                    list_id=entity.entity_id,
                    list_name=listed_name,
                    list_schema=entity.schema_name,
                    list_countries=tuple(sorted(self._countries(entity))),
                    score=round(score, 3),
                )
            if found:
                return

    def _names_of(self, number: int, entity: Listed) -> Iterator[_Name]:
        kinds = {"Person": (True,), "LegalEntity": (True, False)}.get(entity.schema_name, (False,))
        seen: set[tuple[tuple[str, ...], bool]] = set()
        for text in entity.names:
            for person in kinds:
                words, suffix = self._words(text, person=person)
                if words and (words, person) not in seen and (len(words) > 1 or not person):
                    seen.add((words, person))
                    yield _Name(number, text, words, suffix, person)

    def _words(self, name: str, *, person: bool) -> tuple[tuple[str, ...], str]:
        """Return the words of a name in alphabetical order, and its suffix."""
        words = folded_words(name)
        if not person:
            return tuple(sorted(word for word in words if word not in self._forms)), ""
        words = [word for word in words if word not in self._honorifics]
        suffix = "".join(word for word in words if word in self._suffixes and len(words) > 2)
        words = [word for word in words if word != suffix]
        bare = [word for word in words if word not in self._particles]
        return tuple(sorted(bare if len(bare) > 1 else words)), suffix

    def _may_stand_alone(self, word: str, name: str, *, person: bool) -> bool:
        return not person and len(word) >= _LEAST_SINGLE and not self._places.find(name)

    def _candidates(self, words: tuple[str, ...]) -> list[int]:
        shared = sorted((self._by_word[word] for word in dict.fromkeys(words) if word in self._by_word), key=len)
        return sorted({place for places in shared[:_RAREST] for place in places})

    def _countries(self, entity: Listed) -> set[str]:
        return {self._codes[code] for code in entity.countries if code in self._codes}


def _score(words: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Return how well names agree: 1 the same words, 0 not at all."""
    if words == other:
        return _FULL
    short, long = sorted((words, other), key=len)
    extra = len(long) - len(short)
    if len(short) < 2 or extra > _MOST_EXTRA:
        return 0.0
    left, found = list(long), []
    for word in short:
        likeness, best = max((_likeness(word, candidate), candidate) for candidate in left)
        if likeness < _LEAST_WORD:
            return 0.0
        left.remove(best)
        found.append(likeness)
    return float(sum(found) / len(found) - _PER_EXTRA_WORD * extra)


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if min(len(one), len(other)) < _LEAST_FUZZY:
        return 0.0
    return float(Levenshtein.normalized_similarity(one, other))


def _may_be(listed: Collection[str], told: Collection[str], *, sure: bool) -> bool:
    """Say whether states allow a match: a common one does, different ones do not, none only where names are sure."""
    if set(listed) & set(told):
        return True
    return sure and not (listed and told)


def _states_of(result: ArticleResult, person_id: str) -> set[str]:
    ties: Iterable[str] = (tie.country for tie in result.affiliations if tie.person_id == person_id)
    return {country for country in ties if country}
