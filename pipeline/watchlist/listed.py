"""Reads a watchlist: OpenSanctions' ``targets.simple.csv``, or FollowTheMoney entities as JSON Lines.

Only what names are compared by is kept: id, schema, names, countries. Entities that are no targets, and schemata
without a bearer (addresses, sanctions, ownerships), are left out.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

from pipeline.errors import WatchlistError
from pipeline.records import Record

_COLUMNS = ("id", "schema", "name", "aliases", "countries")
_JOINER = ";"
_NAMES = ("name", "alias", "previousName")
_COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction", "mainCountry", "flag")
_BEARERS = frozenset({"Person", "Organization", "Company", "LegalEntity", "PublicBody", "Vessel", "Airplane"})
_LIMIT = 10_000_000
"""Characters of one CSV cell: some entities have thousands of aliases."""


class Listed(Record):
    """A person or body of a watchlist.

    Attributes:
        entity_id: the list's id.
        schema_name: FollowTheMoney schema ("Person", "Company" ...).
        names: first the caption, then other names.
        countries: codes as the list has them, in small letters.
    """

    entity_id: str
    schema_name: str
    names: tuple[str, ...]
    countries: tuple[str, ...] = ()


def read_watchlist(path: Path) -> tuple[Listed, ...]:
    """Return the persons and bodies of a watchlist in its order.

    Raises:
        WatchlistError: naming the file, what is wrong with it and the remedy.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            listed = tuple(_entities(file, path))
    except UnicodeDecodeError as error:
        raise WatchlistError(f"{path}: not UTF-8 text; {_REMEDY}") from error
    except OSError as error:
        raise WatchlistError(f"{path}: cannot be read ({error.strerror or error}); {_REMEDY}") from error
    if not listed:
        raise WatchlistError(f"{path}: holds no person or body with a name; {_REMEDY}")
    return listed


_REMEDY = "--watchlist takes OpenSanctions' targets.simple.csv, or FollowTheMoney entities as JSON Lines"


def _entities(file: TextIO, path: Path) -> Iterator[Listed]:
    start = file.read(1)
    file.seek(0)
    yield from _from_json(file, path) if start == "{" else _from_csv(file, path)


def _from_csv(file: TextIO, path: Path) -> Iterator[Listed]:
    csv.field_size_limit(min(_LIMIT, sys.maxsize))
    try:
        rows = csv.DictReader(file)
        missing = [column for column in _COLUMNS if column not in (rows.fieldnames or ())]
        if missing:
            raise WatchlistError(f"{path}: its first row names no column {', '.join(missing)}; {_REMEDY}")
        for row in rows:
            names = (row["name"], *(row["aliases"] or "").split(_JOINER))
            yield from _listed(row["id"], row["schema"], names, (row["countries"] or "").split(_JOINER))
    except csv.Error as error:
        raise WatchlistError(f"{path}: not a CSV table ({error}); {_REMEDY}") from error


def _from_json(file: TextIO, path: Path) -> Iterator[Listed]:
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        try:
            entity = json.loads(line)
            properties: dict[str, list[str]] = entity["properties"]
            names = [entity.get("caption", ""), *(name for key in _NAMES for name in properties.get(key, ()))]
            countries = [code for key in _COUNTRIES for code in properties.get(key, ())]
            if entity.get("target", True):
                yield from _listed(entity["id"], entity["schema"], names, countries)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise WatchlistError(f"{path}: line {number} is no FollowTheMoney entity; {_REMEDY}") from error


def _listed(identifier: Any, schema: Any, names: Iterable[Any], countries: Iterable[Any]) -> Iterator[Listed]:
    known = tuple(dict.fromkeys(" ".join(str(name).split()) for name in names if name and str(name).strip()))
    if identifier and schema in _BEARERS and known:
        codes = dict.fromkeys(str(code).strip().lower() for code in countries if code and str(code).strip())
        yield Listed(entity_id=str(identifier), schema_name=str(schema), names=known, countries=tuple(codes))
