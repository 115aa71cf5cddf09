"""Entry types of the lexicon, and the table of a TOML file that each one is read from."""

from __future__ import annotations

from pipeline.lexicon.schema.base import Entry, Form, NamedEntry
from pipeline.lexicon.schema.dates import Holiday, TimeGuard, TimeRule, TimeWords
from pipeline.lexicon.schema.geography import Bloc, Body, GenericBody, People, Place
from pipeline.lexicon.schema.people import NameWords, Party, Portfolio, Role, RoleRule, RoleTemplate
from pipeline.lexicon.schema.sanctions import (
    ActionCodes,
    Composition,
    Cue,
    Description,
    Law,
    MeasureWords,
    Operation,
    ReasonWords,
    Stance,
)

TABLES: dict[str, type[Entry]] = {
    "place": Place,
    "people": People,
    "body": Body,
    "generic_body": GenericBody,
    "bloc": Bloc,
    "role": Role,
    "portfolio": Portfolio,
    "role_template": RoleTemplate,
    "role_rule": RoleRule,
    "party": Party,
    "name_words": NameWords,
    "law": Law,
    "measure": MeasureWords,
    "description": Description,
    "reason": ReasonWords,
    "operation": Operation,
    "stance": Stance,
    "composition": Composition,
    "codes": ActionCodes,
    "cue": Cue,
    "time_words": TimeWords,
    "time_rule": TimeRule,
    "time_guard": TimeGuard,
    "holiday": Holiday,
}

__all__ = [
    "TABLES", "ActionCodes", "Bloc", "Body", "Composition", "Cue", "Description", "Entry", "Form",
    "GenericBody", "Holiday", "Law", "MeasureWords", "NameWords", "NamedEntry", "Operation", "Party", "People",
    "Place", "Portfolio", "ReasonWords", "Role", "RoleRule", "RoleTemplate", "Stance", "TimeGuard", "TimeRule",
    "TimeWords",
]  # fmt: skip
