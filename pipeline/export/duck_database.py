"""DuckDB: one database with every table, keys between them, the columns' meanings as comments, and ready-made views.

Unknown is NULL; days are dates; lists are lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

import pyarrow as pa

from pipeline.export.base import Exporter, Part, temporary
from pipeline.export.parquet import arrow_schema
from pipeline.tables import TABLES, Column, Frames, Kind

_TYPES = {Kind.TEXT: "VARCHAR", Kind.LIST: "VARCHAR[]", Kind.INT: "BIGINT", Kind.FLOAT: "DOUBLE"}
_DAYS = {
    "articles": {"published"},
    "dates": {"earliest", "latest"},
    "events": {"date_earliest", "date_latest"},
    "stories": {"first_published", "last_published"},
}
_KEYS = {
    "articles": "PRIMARY KEY (article_id)",
    "people": "PRIMARY KEY (article_id, person_id), FOREIGN KEY (article_id) REFERENCES articles",
    "affiliations": "FOREIGN KEY (article_id, person_id) REFERENCES people",
    "events": "PRIMARY KEY (article_id, event_id), FOREIGN KEY (article_id) REFERENCES articles",
    "stories": "PRIMARY KEY (story_id)",
    "entities": "FOREIGN KEY (article_id) REFERENCES articles",
    "dates": "FOREIGN KEY (article_id) REFERENCES articles",
    "cells": "FOREIGN KEY (article_id) REFERENCES articles",
    "watchlist": "FOREIGN KEY (article_id) REFERENCES articles",
    "issues": "FOREIGN KEY (article_id) REFERENCES articles",
}
_VIEWS = {
    "sender_target": (
        "one row per event, sender and target country; NULL where one is not stated",
        """
        SELECT article_id, event_id, action, sender, target_country, date, date_earliest, date_latest, measures, law,
               confidence
        FROM events, unnest(CASE WHEN len(senders) = 0 THEN [NULL] ELSE senders END) AS s(sender),
             unnest(CASE WHEN len(target_countries) = 0 THEN [NULL] ELSE target_countries END) AS t(target_country)
        """,
    ),
    "event_measures": (
        "one row per event and measure",
        "SELECT article_id, event_id, action, senders, target_countries, measure, date, confidence "
        "FROM events, unnest(measures) AS m(measure)",
    ),
    "actions_by_year": (
        "number of events by year and action",
        "SELECT year(date_earliest) AS year, action, count(*) AS events FROM events "
        "WHERE date_earliest IS NOT NULL AND year(date_earliest) = year(date_latest) GROUP BY ALL ORDER BY ALL",
    ),
    "people_roles": (
        "people of all articles with roles and parties, most mentioned first",
        """
        SELECT person_id, max_by(name, mentions) AS name, sum(mentions)::BIGINT AS mentions, count(*) AS articles,
               (SELECT list(DISTINCT role ORDER BY role) FROM affiliations AS a
                WHERE a.person_id = p.person_id AND role IS NOT NULL) AS roles,
               (SELECT list(DISTINCT party ORDER BY party) FROM affiliations AS a
                WHERE a.person_id = p.person_id AND party IS NOT NULL) AS parties
        FROM people AS p GROUP BY person_id ORDER BY mentions DESC, person_id
        """,
    ),
    "event_evidence": (
        "events beside title, publication date and evidence, the surest first",
        "SELECT article_id, event_id, action, title, published, evidence, confidence "
        "FROM events JOIN articles USING (article_id) ORDER BY confidence DESC, article_id, event_id",
    ),
}


class DuckDatabaseExporter(Exporter):
    """Writes ``run.duckdb``; the same run gives the same rows in the same order, not the same bytes."""

    NAME = "duckdb"
    TITLE = "DuckDB database"
    FILES: ClassVar[Mapping[str, str]] = {"database": "run.duckdb"}
    NEEDS = "duckdb"

    _connection: Any

    def open(self, table: str, path: Path) -> Part:
        """Make the database with its tables and views."""
        import duckdb

        for stale in (path, _log(path)):
            stale.unlink(missing_ok=True)
        try:
            self._connection = duckdb.connect(str(path))
        except duckdb.IOException as error:
            raise OSError(f"{path}: {error}") from error
        for name, columns in TABLES.items():
            self._connection.execute(_creation(name, columns))
            for column in columns:
                self._comment(f'COLUMN "{name}"."{column.name}"', column.meaning)
        for name, (meaning, query) in _VIEWS.items():
            self._connection.execute(f"CREATE VIEW {name} AS {query}")
            self._comment(f"VIEW {name}", meaning)
        part: Part = self._connection
        return part

    def feed(self, frames: Frames) -> None:
        """Append the rows of some articles."""
        for name, columns in TABLES.items():
            if len(frames[name]):
                rows = pa.Table.from_pandas(frames[name], schema=arrow_schema(columns), preserve_index=False)
                self._connection.register("fed", rows)
                values = ", ".join(_value(name, column) for column in columns)
                self._connection.execute(f'INSERT INTO "{name}" SELECT {values} FROM fed')
                self._connection.unregister("fed")

    def abandon(self) -> None:
        """Remove what was written and not closed, the database's own log too."""
        super().abandon()
        for path in self._paths.values():
            _log(temporary(path)).unlink(missing_ok=True)

    def _comment(self, what: str, meaning: str) -> None:
        quoted = meaning.replace("'", "''")
        self._connection.execute(f"COMMENT ON {what} IS '{quoted}'")


def _creation(table: str, columns: tuple[Column, ...]) -> str:
    lines = [
        f'"{column.name}" {"DATE" if column.name in _DAYS.get(table, ()) else _TYPES[column.kind]}'
        for column in columns
    ]
    return f'CREATE TABLE "{table}" ({", ".join([*lines, *filter(None, [_KEYS.get(table, "")])])})'


def _value(table: str, column: Column) -> str:
    if column.kind is not Kind.TEXT:
        return f'"{column.name}"'
    known = f"nullif(\"{column.name}\", '')"
    return f"try_cast({known} AS DATE)" if column.name in _DAYS.get(table, ()) else known


def _log(path: Path) -> Path:
    """Return the name of the log that DuckDB keeps beside an open database."""
    return path.with_name(f"{path.name}.wal")
