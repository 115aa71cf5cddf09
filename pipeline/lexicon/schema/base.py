"""What every lexicon entry has in common: an id, a name, the forms it is written in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints


def _one_spaced(text: str) -> str:
    if text != " ".join(text.split()):
        raise ValueError("has leading, trailing or double blanks")
    return text


Text = Annotated[str, StringConstraints(min_length=1), AfterValidator(_one_spaced)]
"""A non-empty string without stray blanks."""

Iso3 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""ISO 3166-1 alpha-3 code (Kosovo: XKX)."""

Code = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,}$")]
"""A sender's code: ISO alpha-3, or a body's in capitals (``EU``, ``ARAB_LEAGUE``)."""

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$")]


@dataclass(frozen=True, slots=True)
class Form:
    """One way an entry is written.

    Attributes:
        text: the words.
        strong: names the entry on its own; a weak form needs context that agrees.
        cased: matches only as written (or in all capitals); otherwise in any case.
    """

    text: str
    strong: bool = True
    cased: bool = True


class Entry(BaseModel):
    """Base of all entries. ``note`` is for the reader of the file and has no effect."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id
    note: str = ""

    def forms(self) -> Iterator[Form]:
        """Yield every form the entry is written in, none by default."""
        yield from ()

    def refers_to(self) -> Iterator[tuple[str, str]]:
        """Yield (table, id) of the entries this one names; the loader checks that they exist."""
        yield from ()


class NamedEntry(Entry):
    """An entry with a display name and forms.

    Attributes:
        name: canonical value, as the tables print it; a strong form itself.
        aliases: strong forms.
        weak_aliases: forms that name it only where the context agrees (country, neighbour words).
    """

    name: Text
    aliases: tuple[Text, ...] = ()
    weak_aliases: tuple[Text, ...] = ()

    def forms(self) -> Iterator[Form]:
        """Yield name and aliases as strong forms, weak aliases as weak ones."""
        for text in dict.fromkeys((self.name, *self.aliases)):
            yield Form(text)
        for text in self.weak_aliases:
            yield Form(text, strong=False)
