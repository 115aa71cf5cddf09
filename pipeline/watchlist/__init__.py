"""Looks people and targets of events up in a list of sanctioned or watched persons and bodies."""

from __future__ import annotations

from pipeline.watchlist.listed import Listed, read_watchlist
from pipeline.watchlist.matching import Watchlist

__all__ = ["Listed", "Watchlist", "read_watchlist"]
