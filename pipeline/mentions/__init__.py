"""Finders of mentions, one spaCy component per kind, and the order they run in."""

from __future__ import annotations

from pipeline.mentions import (
    actions,
    bodies,
    dated,
    dates,
    groups,
    laws,
    measures,
    overlap,
    parties,
    people,
    places,
    roles,
)

FINDERS = (
    "place_finder", "body_finder", "law_finder", "measure_finder", "party_finder", "person_finder", "role_finder",
    "group_finder", "date_finder", "action_finder", "mention_overlap",
)  # fmt: skip
"""Factory names in the order in which they must stand after the language model."""

__all__ = [
    "FINDERS", "actions", "bodies", "dated", "dates", "groups", "laws", "measures", "overlap", "parties", "people",
    "places", "roles",
]  # fmt: skip
