"""Places, peoples and bodies: who a name of a country, city, nationality or organisation stands for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from pipeline.lexicon.schema.base import Code, Form, Iso3, NamedEntry, Text


class CommonNamed(NamedEntry):
    """An entry whose very name may be a common word or the name of something else.

    Attributes:
        weak_name: the name is a weak form ("Georgia", "Jordan", "The Independent").
    """

    weak_name: bool = False

    def forms(self) -> Iterator[Form]:
        """Yield the name, weak where it is marked so, then aliases and weak aliases."""
        yield Form(self.name, strong=not self.weak_name)
        for text in dict.fromkeys(self.aliases):
            yield Form(text)
        for text in dict.fromkeys(self.weak_aliases):
            yield Form(text, strong=False)


class Place(CommonNamed):
    """A place (``places/*.toml``, table ``place``).

    Attributes:
        kind: ``country`` also covers territories with an ISO code of their own (Hong Kong).
        country: ISO alpha-3 it belongs to; empty for what spans several ("Middle East").
        demonyms: adjectives and nouns of its people in singular and plural ("Iraqi", "Iraqis", "Chinese").
        weak_demonyms: demonyms that are often something else ("Georgian", "Dominican").
        capitals: cities that stand for the government ("Beijing says"); countries only.
        weak_capitals: capitals whose name is often something else ("Victoria", "Kingston").
    """

    kind: Literal["country", "region", "city", "area"]
    country: Iso3 | Literal[""] = ""
    demonyms: tuple[Text, ...] = ()
    weak_demonyms: tuple[Text, ...] = ()
    capitals: tuple[Text, ...] = ()
    weak_capitals: tuple[Text, ...] = ()

    def forms(self) -> Iterator[Form]:
        """Yield names, then capitals; demonyms are forms of another label and come from ``peoples``."""
        yield from super().forms()
        for text in self.capitals:
            yield Form(text)
        for text in self.weak_capitals:
            yield Form(text, strong=False)

    def peoples(self) -> Iterator[Form]:
        """Yield the demonyms, weak ones marked."""
        for text in self.demonyms:
            yield Form(text)
        for text in self.weak_demonyms:
            yield Form(text, strong=False)


class People(NamedEntry):
    """An ethnic or religious group that is no country's demonym (table ``people``).

    Attributes:
        country: ISO alpha-3 when members of the group in the news are of one state ("Uighur": CHN).
    """

    country: Iso3 | Literal[""] = ""


class Body(CommonNamed):
    """A named organisation that acts in politics (``bodies/*.toml``, table ``body``).

    Attributes:
        kind: what sort of body.
        code: whose sanctions it imposes or whom it acts for: ISO alpha-3 or a body's own code; empty for
            bodies that act for nobody (an NGO, a newspaper).
        sender: whether it decides sanctions or speaks for one that does.
        country: ISO alpha-3 of its seat for bodies that act for nobody ("Amnesty International": GBR);
            otherwise left empty, ``code`` says it.
        chamber: one of the two houses of a legislature, whose vote alone makes no law.
    """

    kind: Literal[
        "government", "legislature", "ministry", "agency", "court", "military", "central_bank",
        "international", "armed_group", "company", "ngo", "media", "seat", "other",
    ]  # fmt: skip
    code: Code | Literal[""] = ""
    sender: bool = False
    country: Iso3 | Literal[""] = ""
    chamber: bool = False


class GenericBody(NamedEntry):
    """A body whose country the context tells: "parliament", "the foreign ministry" (table ``generic_body``).

    Attributes:
        kind: as for ``Body``.
        sender: whether it decides sanctions or speaks for one that does.
        countries: states that use the word for a body of theirs, when only some do ("Bundestag" is a Body;
            "House of Commons": CAN, GBR), the one that news means most first; empty for all.
        chamber: as for ``Body``.
    """

    kind: Literal["government", "legislature", "ministry", "agency", "court", "military", "central_bank"]
    sender: bool = False
    countries: tuple[Iso3, ...] = ()
    chamber: bool = False

    def forms(self) -> Iterator[Form]:
        """Yield all forms in any case and weak: the context gives the country."""
        for text in dict.fromkeys((self.name, *self.aliases, *self.weak_aliases)):
            yield Form(text, strong=False, cased=False)


class Bloc(NamedEntry):
    """States named by one word that is no sender of its own (table ``bloc``; "G7", "Nordic countries")."""

    members: tuple[Iso3, ...] = Field(min_length=2)
