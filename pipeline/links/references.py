"""Says who pronouns and descriptions stand for: "he", "his", "they", "the president", "the Liberal MP".

Input: the line of ``stream``, the clusters of ``people``. A pronoun takes the most prominent earlier person that its
gender fits: near, first in the sentence, followed by a verb. A description takes the nearest earlier person who holds
that role. Both stay empty where nobody fits: no guess across more than a few sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.links.genders import Gender, Genders
from pipeline.links.people import Cluster
from pipeline.links.stream import Stream

_MOST_SENTENCES = 4
_BREAKS = frozenset("./")
_LIST = re.compile(r"P(?:,h*P)*,?&[FNGYOLmMeR]*h*P")  # "Sen. Leo Housakos and fellow Sen. Thanh Hai Ngo"


class References:
    """The persons of an article by the items that stand for them."""

    def __init__(self, stream: Stream, clusters: Sequence[Cluster], words: Genders) -> None:
        self._stream = stream
        self._words = words
        starts = {span.start: number for number, cluster in enumerate(clusters) for span in cluster.spans}
        self.people: dict[int, int] = {
            place: starts[item.span.start]
            for place, item in enumerate(stream.items)
            if item.symbol == "P" and item.span.start in starts
        }
        self._sentence = _sentence_numbers(stream.text)
        self._listed = {place for match in _LIST.finditer(stream.text) for place in range(*match.span())}
        self._gender = self._genders(len(clusters))
        self._speakers = dict(_speakers(stream.text, self.people))
        self.pronouns: dict[int, int] = {}
        self.plurals: dict[int, tuple[int, ...]] = {}
        self._resolve()

    def who(self, place: int) -> int | None:
        """Return the person that an item stands for: a name, or a pronoun that is resolved."""
        return self.people.get(place, self.pronouns.get(place))

    def sure(self, place: int) -> int | None:
        """Return the person that an item stands for; for a pronoun only where nobody else is named near before it."""
        if place in self.people:
            return self.people[place]
        return self.pronouns.get(place) if self.near(place) == {self.pronouns.get(place)} else None

    def near(self, place: int) -> set[int]:
        """Return the persons named before an item in its sentence or the one before."""
        sentence = self._sentence[place]
        return {who for other, who in self.people.items() if other < place and sentence - self._sentence[other] <= 1}

    def latest(self, place: int, told: Sequence[tuple[int, int]]) -> int:
        """Return which holder of a role is meant at an item: who was last given it, or named since then.

        Args:
            place: item index of the description.
            told: (item index, person) of every earlier tie of a person to that role.
        """
        start, person = max(told)
        holders = {other for _, other in told}
        if self._sentence[start] == self._sentence[place] or len(holders) == 1:
            return person
        named = [(other, who) for other, who in self.people.items() if start < other < place and who in holders]
        return max(named, default=(start, person))[1]

    def prominent(self, place: int, *, back: int = 1) -> int | None:
        """Return the only person of the last sentence before that names one, where it is no possessor, or None.

        Args:
            place: item index.
            back: how many sentences before that one may be.
        """
        number = max((self._sentence[other] for other in self.people if other < place), default=-1)
        if not 0 < self._sentence[place] - number <= back:
            return None
        before = [other for other in self.people if other < place and self._sentence[other] == number]
        if len({self.people[other] for other in before}) != 1 or before[0] in self._listed:
            return None
        subject = self._first_in_sentence(before[0]) and self._stream.text[before[0] + 1] != "s"
        return self.people[before[0]] if subject else None

    def same_sentence(self, one: int, other: int) -> bool:
        """Say whether two items stand in one sentence."""
        return self._sentence[one] == self._sentence[other]

    def _genders(self, count: int) -> list[Gender]:
        votes: list[list[Gender]] = [[] for _ in range(count)]
        for place, person in self.people.items():
            votes[person].append(self._words.of(self._stream.items[place].span))
        return [_majority(vote) for vote in votes]

    def _resolve(self) -> None:
        for place, item in enumerate(self._stream.items):
            if item.symbol not in "pqmM" or len(item.span) > 1:
                continue
            word = item.words
            if word in self._words.pronouns:
                person = self._antecedent(place, self._words.pronouns[word])
                if person is not None:
                    self.pronouns[place] = person
            elif word in self._words.plural:
                people = self._pair_before(place)
                if people:
                    self.plurals[place] = people

    def _antecedent(self, place: int, gender: Gender) -> int | None:
        best: tuple[float, int] | None = None
        known = {**self.people, **self.pronouns}
        for other, person in known.items():
            if other >= place or self._gender[person] not in {"", gender} or self._speakers.get(place) == person:
                continue
            back = self._sentence[place] - self._sentence[other]
            if back > _MOST_SENTENCES:
                continue
            score = self._prominence(other, place, back) + (0.5 if self._gender[person] == gender else 0.0)
            if best is None or score >= best[0]:
                best = (score, person)
        if best is None:
            return None
        if not self._gender[best[1]]:
            self._gender[best[1]] = gender
        return best[1]

    def _prominence(self, other: int, place: int, back: int) -> float:
        text = self._stream.text
        score = -2.0 * back
        if other in self._listed:
            score -= 2.0
        if self._first_in_sentence(other):
            score += 1.5
        if text[other + 1 : other + 2] in {"v", "b", "B", "r", "w", "m"} or text[other + 1 : other + 3] in {",w", ",d"}:
            score += 1.0
        if text[other + 1 : other + 2] == "s":
            score -= 1.0
        if back == 0 and text[place] == "q" and place - other <= 8:
            score += 1.5
        return score + 0.5 * (other in self.pronouns)

    def _first_in_sentence(self, place: int) -> bool:
        before = place - 1
        while before >= 0 and self._stream.text[before] not in _BREAKS:
            if self._stream.text[before] in "Pp":
                return False
            before -= 1
        return True

    def _pair_before(self, place: int) -> tuple[int, ...]:
        """Return the coordinated persons of the sentence before, or of the same one."""
        text = self._stream.text
        for back in (0, 1):
            number = self._sentence[place] - back
            inside = [i for i in range(place) if self._sentence[i] == number]
            if not inside:
                continue
            match = max(_LIST.finditer(text, inside[0], inside[-1] + 1), key=re.Match.start, default=None)
            if match is not None:
                return tuple(
                    dict.fromkeys(self.people[i] for i in range(match.start(), match.end()) if i in self.people)
                )
        return ()


def _speakers(text: str, people: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Yield (item inside direct speech, speaker): the last name before the quotation mark."""
    opened, speaker = False, None
    for place, symbol in enumerate(text):
        if symbol == "/":
            opened, speaker = False, None
        elif symbol == '"':
            opened = not opened
        elif not opened and place in people:
            speaker = people[place]
        elif opened and symbol in "pqmM" and speaker is not None:
            yield place, speaker


def _majority(votes: Sequence[Gender]) -> Gender:
    """Return the gender that most names tell, or none."""
    told = sorted({vote for vote in votes if vote}, key=votes.count)
    return told[-1] if told else ""


def _sentence_numbers(text: str) -> list[int]:
    """Return the sentence number of every item; a paragraph break counts as one more."""
    numbers, number = [], 0
    for place, symbol in enumerate(text):
        numbers.append(number)
        if symbol in _BREAKS and text[place + 1 : place + 2] not in _BREAKS:
            number += 1
    return numbers
