"""Mentions and links to canonical records: names, roles, parties, places, laws, measures, dates."""

from __future__ import annotations

from pipeline.normalise.identities import Identities
from pipeline.normalise.normaliser import Normaliser
from pipeline.normalise.resolver import Resolver

__all__ = ["Identities", "Normaliser", "Resolver"]
