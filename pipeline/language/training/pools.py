"""Names that may stand for one another when training text is varied: those of the lexicon, beside the texts' own.

Input: a ``Lexicon``. Output: ``Pools`` as ``segments.name_pools`` makes them, names cut into the run time's tokens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.language.tokens import blank_pipeline
from pipeline.language.training.segments import Pools
from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Body, Law, Party, People, Place

_TOWNS_AND_STATES = ("country", "city")
_LONGEST = 60


def lexicon_pools(lexicon: Lexicon, labels: Sequence[str]) -> Pools:
    """Return the capitalised strong forms of parties, laws, bodies, states and cities, by index of their label.

    A body's form that begins with a state or a nationality is left out: in text these are mentions of their own.
    """
    nations = _nations(lexicon)
    names = {
        "PARTY": _strong(lexicon.entries(Party).values()),
        "LAW": _strong(lexicon.entries(Law).values()),
        "ORG": (name for name in _strong(lexicon.entries(Body).values()) if name.split()[0] not in nations),
        "GPE": _strong(place for place in lexicon.entries(Place).values() if place.kind in _TOWNS_AND_STATES),
    }
    tokenizer = blank_pipeline().tokenizer
    return {
        labels.index(label): list(dict.fromkeys(tuple(token.text for token in tokenizer(name)) for name in found))
        for label, found in names.items()
        if label in labels
    }


def joined_pools(first: Pools, second: Pools) -> Pools:
    """Return the names of both, each once."""
    return {
        label: list(dict.fromkeys((*first.get(label, ()), *second.get(label, ()))))
        for label in sorted({*first, *second})
    }


def _strong(entries: Iterable[Party | Law | Body | Place]) -> Iterator[str]:
    for entry in entries:
        for form in entry.forms():
            if form.strong and form.text[:1].isupper() and len(form.text) <= _LONGEST:
                yield form.text


def _nations(lexicon: Lexicon) -> frozenset[str]:
    places = [place for place in lexicon.entries(Place).values() if place.kind == "country"]
    words = {form.text for place in places for form in place.forms()}
    words |= {word for place in places for word in (*place.demonyms, *place.weak_demonyms)}
    words |= {form.text for people in lexicon.entries(People).values() for form in people.forms()}
    return frozenset(words)
