"""States that have a region of a name, so that the company of a name tells the American Georgia from the other one."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Place

_REGION = "region"


def states_of_regions(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """Return, by the name of a region, the ISO alpha-3 codes of the states that have one of that name."""
    found: dict[str, tuple[str, ...]] = {}
    for place in lexicon.entries(Place).values():
        if place.kind == _REGION and place.country:
            found[place.name] = (*found.get(place.name, ()), place.country)
    return found
