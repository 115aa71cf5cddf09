"""FollowTheMoney: people, organisations, positions and imposed listings as entities, one JSON object per line.

Only what an article reports as imposed, on a named person or organisation, becomes a ``Sanction``: never a call, a
threat, a proposal, a whole state or an unnamed group. Everything rests on an ``Article`` entity (``proof``). Countries
that FollowTheMoney does not know (bodies such as ECOWAS) stand in text properties only. Entities of several articles
are one line, so all are held in memory until the file is written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, ClassVar

from pipeline.export.base import Exporter, Part
from pipeline.export.places import Row, rows
from pipeline.tables import Frames
from pipeline.vocabularies import Action, Label, Status

_PREFIX = "se-"
_STATUS = {Status.CURRENT.value: "current", Status.FORMER.value: "ended"}


class FollowTheMoneyExporter(Exporter):
    """Writes ``entities.ftm.json``."""

    NAME = "followthemoney"
    TITLE = "FollowTheMoney entities"
    FILES: ClassVar[Mapping[str, str]] = {"entities": "entities.ftm.json"}
    NEEDS = "followthemoney"

    _entities: _Entities

    def open(self, table: str, path: Path) -> Part:
        """Open the file."""
        self._entities = _Entities(path)
        return self._entities

    def feed(self, frames: Frames) -> None:
        """Append what some articles say."""
        add = self._entities.add
        people: dict[tuple[str, str], str] = {}
        for row in rows(frames["articles"]):
            key = _id("article", row["article_id"])
            add("Article", key, title=row["title"], fileName=row["path"], publishedAt=row["published"], language="eng")
        for row in rows(frames["people"]):
            person = people[row["article_id"], row["name"]] = _id("person", row["person_id"])
            aliases = [alias for alias in row["aliases"] if alias[:1].isupper()]
            add("Person", person, name=row["name"], alias=aliases, proof=_id("article", row["article_id"]))
        for row in rows(frames["affiliations"]):
            self._affiliation(row)
        self._sanctions(frames, people)

    def _affiliation(self, row: Row) -> None:
        add = self._entities.add
        person, proof = _id("person", row["person_id"]), _id("article", row["article_id"])
        country, status = row["country"], _STATUS[row["status"]]
        add("Person", person, name=row["person"], country=country, political=row["party"])
        organization = ""
        if row["organization"]:
            organization = _id("organization", row["organization"], country)
            add("Organization", organization, name=row["organization"], country=country, proof=proof)
        if row["role"]:
            post = _id("position", row["role"], row["organization"], country)
            name = ", ".join(filter(None, (row["role"], row["organization"] or country)))
            add("Position", post, name=name, country=country, organization=organization, proof=proof)
            held = {"holder": person, "post": post, "status": status, "politicalGroup": row["party"]}
            add("Occupancy", _id("occupancy", person, post, status), **held, summary=row["evidence"], proof=proof)
        elif organization:
            tie = {"member": person, "organization": organization, "status": status}
            add(
                "Membership",
                _id("membership", person, organization, status),
                **tie,
                summary=row["evidence"],
                proof=proof,
            )

    def _sanctions(self, frames: Frames, people: Mapping[tuple[str, str], str]) -> None:
        add = self._entities.add
        organizations = {
            (row["article_id"], name)
            for row in rows(frames["entities"])
            if row["label"] == Label.ORG.value
            for name in (row["text"], row["canonical"])
            if name
        }
        for row in rows(frames["events"]):
            if row["action"] != Action.IMPOSE.value:
                continue
            for target in row["targets"]:
                listed = people.get((row["article_id"], target), "")
                if not listed and (row["article_id"], target) in organizations:
                    listed = _id("organization", target, "".join(row["target_countries"][:1]))
                    proof = _id("article", row["article_id"])
                    add("Organization", listed, name=target, country=row["target_countries"][:1], proof=proof)
                if listed:
                    self._sanction(row, listed)

    def _sanction(self, row: Row, listed: str) -> None:
        self._entities.add(
            "Sanction", _id("sanction", row["event_id"], listed), entity=listed, recordId=row["event_id"],
            country=row["senders"], authority=[*row["senders"], *row["actors"]], program=row["law"],
            programId=row["law_id"], provisions=row["measures"], reason=row["reasons"], startDate=row["date"],
            summary=row["evidence"], description=f"confidence {row['confidence']:.3f}",
            proof=_id("article", row["article_id"]),
        )  # fmt: skip


class _Entities:
    """Entities by id, written when the file is closed, in the order in which they were first named."""

    def __init__(self, path: Path) -> None:
        from followthemoney import model

        self._model = model
        self._path = path
        self._found: dict[str, Any] = {}
        self._open = True
        path.touch()

    def add(self, schema: str, key: str, **properties: str | Iterable[str]) -> None:
        """Add properties to an entity; values that FollowTheMoney cannot clean are left out."""
        entity = self._found.get(key)
        if entity is None:
            entity = self._found[key] = self._model.make_entity(schema)
            entity.id = key
        for name, values in properties.items():
            if values:
                entity.add(name, [values] if isinstance(values, str) else list(values), quiet=name == "political")

    def close(self) -> None:
        """Write the file."""
        if not self._open:
            return
        self._open = False
        with self._path.open("w", encoding="utf-8", newline="\n") as file:
            for entity in self._found.values():
                data = entity.to_dict()
                data["properties"] = {name: sorted(values) for name, values in sorted(data["properties"].items())}
                kept = {name: data[name] for name in ("id", "schema", "properties")}
                file.write(json.dumps(kept, ensure_ascii=False) + "\n")


def _id(kind: str, *parts: str) -> str:
    """Return an id that depends on what an entity is, so that articles and runs agree on it."""
    return _PREFIX + hashlib.sha1("\0".join((kind, *parts)).encode(), usedforsecurity=False).hexdigest()[:24]
