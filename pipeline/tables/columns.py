"""The column contract: which tables a run writes, their columns in order, each with its meaning."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a column's values are held in a frame and in Parquet."""

    TEXT = "text"
    """str, unknown is the empty string."""
    LIST = "list"
    """tuple of str; joined by " | " in CSV."""
    INT = "int"
    """nullable integer (pandas Int64)."""
    FLOAT = "float"
    """float."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    kind: Kind
    meaning: str


def _columns(*rows: tuple[str, Kind, str]) -> tuple[Column, ...]:
    return tuple(Column(*row) for row in rows)


_T, _L, _I, _F = Kind.TEXT, Kind.LIST, Kind.INT, Kind.FLOAT
_ARTICLE = ("article_id", _T, "file stem of the article, made unique by its folder")
_START = ("start", _I, "first code point in the article text")
_END = ("end", _I, "code point after the last")
_PERSON = ("person_id", _T, "id of the person; shared by articles only where evidence says that it is the same one")

TABLES: dict[str, tuple[Column, ...]] = {
    "articles": _columns(
        _ARTICLE,
        ("path", _T, "path below the input folder; #n marks record n of a dump"),
        ("title", _T, "headline"),
        ("published", _T, "publication date, ISO"),
        ("published_basis", _T, "how the date was found: metadata, dateline, filename, option, none"),
        ("sentences", _I, "number of sentences"),
        ("tokens", _I, "number of tokens, blanks not counted"),
        ("sha256", _T, "digest of the text in UTF-8"),
        ("status", _T, "ok, or what was remarkable in reading it"),
    ),
    "entities": _columns(
        _ARTICLE, _START, _END,
        ("text", _T, "the words"),
        ("label", _T, "kind of mention"),
        ("canonical", _T, "canonical value: person, role, party, country code, law, measure, date value"),
        ("sentence", _I, "number of the sentence, from 0"),
        ("rule", _T, "lexicon entry, pattern or model head that found it"),
    ),
    "people": _columns(
        _ARTICLE, _PERSON,
        ("name", _T, "fullest name in the article, without title"),
        ("aliases", _L, "other forms of the name in the article"),
        ("mentions", _I, "number of mentions, pronouns included"),
    ),
    "affiliations": _columns(
        _ARTICLE, _PERSON,
        ("person", _T, "name of the person"),
        ("role", _T, "standard role"),
        ("role_text", _T, "role in the article's words"),
        ("organization", _T, "organisation"),
        ("party", _T, "party, common name"),
        ("country", _T, "ISO 3166-1 alpha-3"),
        ("status", _T, "current or former as of the event told"),
        _START, _END,
        ("evidence", _T, "the words that tie person and role"),
    ),
    "dates": _columns(
        _ARTICLE, _START, _END,
        ("text", _T, "the words"),
        ("type", _T, "TIMEX3 type"),
        ("value", _T, "TIMEX3 value"),
        ("mod", _T, "TIMEX3 modifier"),
        ("earliest", _T, "first day it can mean, ISO"),
        ("latest", _T, "last day it can mean, ISO"),
        ("edtf", _T, "the same as Extended Date/Time Format"),
        ("anchor", _T, "what a relative value was counted from"),
        ("rule", _T, "pattern that made it"),
    ),
    "events": _columns(
        _ARTICLE,
        ("event_id", _T, "digest of article and trigger, stable across runs"),
        ("action", _T, "what is done with the sanction"),
        ("actors", _L, "who performs the action"),
        ("senders", _L, "whose sanctions they are: ISO alpha-3 or a body's code"),
        ("targets", _L, "who is or would be sanctioned"),
        ("target_countries", _L, "ISO alpha-3 of the targets' states"),
        ("target_count", _I, "stated number of sanctioned persons or entities"),
        ("addressees", _L, "whom a call asks"),
        ("measures", _L, "what is restricted"),
        ("law", _T, "legal basis, best name in the article"),
        ("law_id", _T, "sanction programme key"),
        ("reasons", _L, "why"),
        ("date", _T, "when it happened or takes effect"),
        ("date_text", _T, "the words that date it"),
        ("date_earliest", _T, "first day the date can mean"),
        ("date_latest", _T, "last day the date can mean"),
        ("trigger", _T, "the word that carries the action"),
        _START, _END,
        ("evidence", _T, "the clause that carries the action; start and end are its offsets"),
        ("confidence", _F, "estimated probability that the event is right"),
        ("plover", _T, "PLOVER event and mode"),
        ("cameo", _T, "CAMEO code"),
        ("story_id", _T, "id of the story; shared by the events of a run that tell the same happening"),
    ),
    "stories": _columns(
        ("story_id", _T, "event id of the earliest telling"),
        ("action", _T, "what is done with the sanction"),
        ("date", _T, "the most exact date told"),
        ("senders", _L, "senders of all tellings"),
        ("target_countries", _L, "target countries of all tellings"),
        ("targets", _L, "targets of the telling that says most"),
        ("articles", _I, "number of articles that tell it"),
        ("sources", _I, "number of their sources, repeated articles left out"),
        ("first_published", _T, "earliest publication date, ISO"),
        ("last_published", _T, "latest publication date, ISO"),
        ("article_ids", _L, "the articles, in input order"),
    ),
    "cells": _columns(
        _ARTICLE,
        ("table", _T, "affiliations or events"),
        ("row", _T, "person_id or event_id"),
        ("column", _T, "the column that holds the value"),
        ("value", _T, "the value"),
        _START, _END,
        ("text", _T, "the words it came from; empty where it is implied"),
        ("rule", _T, "what made it"),
    ),
    "watchlist": _columns(
        _ARTICLE,
        ("table", _T, "people or events"),
        ("row", _T, "person_id or event_id"),
        ("name", _T, "person or target as the article has it"),
        ("list_id", _T, "id in the watchlist"),
        ("list_name", _T, "the watchlist's name that agrees"),
        ("list_schema", _T, "what it is in the watchlist: Person, Company ..."),
        ("list_countries", _L, "ISO alpha-3 of the states the watchlist ties it to"),
        ("score", _F, "how well the names agree; 1 for the same words"),
    ),
    "issues": _columns(
        _ARTICLE,
        ("stage", _T, "stage that met it"),
        ("rule", _T, "rule at work"),
        _START, _END,
        ("message", _T, "what could not be resolved"),
    ),
    "errors": _columns(
        ("path", _T, "path below the input folder"),
        ("article_id", _T, "id the article would have had"),
        ("stage", _T, "stage that failed"),
        ("error", _T, "short code of the fault"),
        ("message", _T, "what is wrong and what to do"),
    ),
}  # fmt: skip
"""Every table by name (``<name>.csv``), in the order in which they are written."""
