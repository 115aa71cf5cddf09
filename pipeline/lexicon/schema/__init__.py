"""Entry types of the lexicon, and the table of a TOML file that each one is read from."""

from __future__ import annotations

from pipeline.lexicon.schema.base import Entry, Form, NamedEntry
from pipeline.lexicon.schema.geography import Bloc, Body, GenericBody, People, Place
from pipeline.lexicon.schema.people import NameWords, Party, Portfolio, Role, RoleTemplate
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
}

__all__ = [
    "TABLES", "ActionCodes", "Bloc", "Body", "Composition", "Cue", "Description", "Entry", "Form",
    "GenericBody", "Law", "MeasureWords", "NameWords", "NamedEntry", "Operation", "Party", "People",
    "Place", "Portfolio", "ReasonWords", "Role", "RoleTemplate", "Stance",
]  # fmt: skip
