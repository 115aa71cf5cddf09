"""Gathers the names of one person: full name, surname, honorific and surname, initials, other spellings.

Input: ``doc.spans["people"]`` as settled in ``doc.spans["mentions"]``. Output: clusters of name mentions in the order
in which people first appear. A bare word joins the nearest earlier person whose name it fits best, or else the
nearest later one ("Trump" in a headline); two people of one surname stay two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from spacy.tokens import Doc, Span

from pipeline.lexicon import Lexicon
from pipeline.lexicon.words import cue_words
from pipeline.links.genders import Gender, read_genders
from pipeline.links.names import Name, NameTable, agreement, read_name, read_name_table
from pipeline.vocabularies import Label

MENTIONS = "mentions"


@dataclass
class Cluster:
    """The mentions of one person while they are gathered.

    Attributes:
        spans: name mentions in text order.
        names: their names, in the same order.
    """

    spans: list[Span] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)

    @property
    def fullest(self) -> Name:
        """The name with most words."""
        return max(self.names, key=_fullness)

    def add(self, span: Span, name: Name) -> None:
        """Add a mention, keeping text order."""
        self.spans.append(span)
        self.names.append(name)

    def distance(self, span: Span) -> tuple[bool, int]:
        """Return how far the nearest mention is: earlier ones before later ones, then by tokens."""
        earlier = [span.start - other.start for other in self.spans if other.start <= span.start]
        later = [other.start - span.start for other in self.spans if other.start > span.start]
        return (False, min(earlier)) if earlier else (True, min(later))


class NameLinker:
    """Clusters the person mentions of a ``Doc``."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.table: NameTable = read_name_table(lexicon)
        self._kin = cue_words(lexicon, "people.kin")
        self._genders = read_genders(lexicon)

    def cluster(self, doc: Doc) -> list[Cluster]:
        """Return one cluster per person, in order of first mention."""
        spans = [span for span in doc.spans[MENTIONS] if span.label_ == Label.PERSON]
        named = [(span, read_name(span.text, self.table)) for span in spans]
        clusters: list[Cluster] = []
        for span, name in sorted(named, key=_full_names_first):
            if not name.words:
                continue
            home = None if self._is_relative(span, name) else self._home(span, name, clusters)
            if home is None:
                home = Cluster()
                clusters.append(home)
            home.add(span, name)
        for cluster in clusters:
            order = sorted(range(len(cluster.spans)), key=[span.start for span in cluster.spans].__getitem__)
            cluster.spans = [cluster.spans[i] for i in order]
            cluster.names = [cluster.names[i] for i in order]
        return sorted((cluster for cluster in clusters if not _is_pair(cluster, clusters)), key=_first_mention)

    def _told(self, cluster: Cluster) -> set[Gender]:
        """Return the genders that the names of a person tell."""
        return {self._genders.of(other) for other in cluster.spans} - {""}

    def _is_relative(self, span: Span, name: Name) -> bool:
        """Say whether a given name introduces somebody's relative: "and his son, Denis"."""
        return len(name.words) == 1 and self._behind_kin(span)

    def _behind_kin(self, span: Span) -> bool:
        before = [token for token in span.doc[max(0, span.start - 2) : span.start] if not token.is_punct]
        return bool(before) and before[-1].lower_ in self._kin

    def _is_kin(self, cluster: Cluster) -> bool:
        """Say whether a person is told as somebody's relative: "his son Abel Marsh" is not whom "Marsh" means."""
        return self._behind_kin(cluster.spans[0])

    def _home(self, span: Span, name: Name, clusters: Sequence[Cluster]) -> Cluster | None:
        fits = [(self._fit(name, cluster, span), cluster) for cluster in clusters]
        best = max((fit for fit, _ in fits), default=0)
        if best == 0:
            return None
        candidates = [cluster for fit, cluster in fits if fit == best]
        gender = self._genders.of(span)
        same = [cluster for cluster in candidates if self._told(cluster) <= {gender}]
        if gender and same:
            candidates = same
        candidates = [cluster for cluster in candidates if not self._is_kin(cluster)] or candidates
        return min(candidates, key=partial(_distance, span))

    def _fit(self, name: Name, cluster: Cluster, span: Span) -> int:
        if len(name.words) == 1 and not name.suffix and self._keeps_suffix(cluster, name.words[0], span):
            return 0
        fits = [_agreement(name, other, self.table) for other in _compared(name, cluster.names)]
        if len(name.words) > 1:
            several = [fit for fit, other in zip(fits, cluster.names, strict=True) if len(other.words) > 1]
            return min(several) if several and min(several) == 0 else max(fits, default=0)
        return max(fits, default=0)

    def _keeps_suffix(self, cluster: Cluster, word: str, span: Span) -> bool:
        """Say whether a person is told from a namesake by the suffix even in short ("Trump Jr.").

        So it is where the bare name comes first or stands in one sentence with the other, or where a relative is told.
        """
        if not any(name.suffix and len(name.words) <= 2 and word in name.words for name in cluster.names):
            return False
        if any(not name.suffix for name in cluster.names if name.words[-1] == word and len(name.words) > 1):
            return False
        if span.start < cluster.spans[0].start or any(other.sent == span.sent for other in cluster.spans):
            return True
        return any(token.lower_ in self._kin for token in span.doc)


def _compared(name: Name, names: Sequence[Name]) -> Sequence[Name]:
    """Return the names that a name is compared with: a bare word with full ones, so that it is bound to none before."""
    full = [other for other in names if len(other.words) > 1]
    return full if full and len(name.words) == 1 else names


def _agreement(name: Name, other: Name, table: NameTable) -> int:
    """Return how well names agree, with a possessive mark lost in print ("Hekmatis lawyer") forgiven."""
    found = agreement(name, other, table)
    word = name.words[0]
    if not found and len(name.words) == 1 and word.endswith("s") and len(other.words) > 1:
        found = agreement(Name((word[:-1],), name.suffix, family_first=False), other, table)
    return found


def _full_names_first(named: tuple[Span, Name]) -> tuple[int, int]:
    span, name = named
    return -min(len(name.words), 2), span.start


def _fullness(name: Name) -> tuple[int, int]:
    return len(name.words), sum(map(len, name.words))


def _is_pair(cluster: Cluster, clusters: Sequence[Cluster]) -> bool:
    """Say whether a hyphened name is two people's ("the Carroll-Patel ticket")."""
    name = cluster.fullest
    if len(name.words) != 2 or " " in cluster.spans[0].text:
        return False
    families = {other.fullest.words[-1] for other in clusters if other is not cluster and len(other.fullest.words) > 1}
    return set(name.words) <= families


def _first_mention(cluster: Cluster) -> int:
    return int(cluster.spans[0].start)


def _distance(span: Span, cluster: Cluster) -> tuple[bool, int]:
    return cluster.distance(span)
