"""What every export format does: open, feed frames as they come, close or abandon."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar, Protocol

from pipeline.tables import Frames


class Part(Protocol):
    """A file that is being written."""

    def close(self) -> None:
        """Write out what is held back, and close the file; a second time it does nothing."""


class Exporter(ABC):
    """Writes frames as they come, so that a run of any size never stands in memory.

    Files are written under a temporary name and renamed by ``close``: a table is there whole or not at all.

    Attributes:
        NAME: what ``--format`` calls it.
        TITLE: what it writes, in a few words.
        FILES: name of its file for each table that it writes.
        NEEDS: package that it works with beyond those of the pipeline, or empty.
        raw: whether cells are written as they are, also those that a spreadsheet would run as a formula.
        texts: text by id of the articles whose rows are fed next.
    """

    NAME: ClassVar[str]
    TITLE: ClassVar[str]
    FILES: ClassVar[Mapping[str, str]]

    NEEDS: ClassVar[str] = ""

    raw: bool = False
    texts: Mapping[str, str] = MappingProxyType({})

    def __init__(self, folder: Path) -> None:
        """Open the files under their temporary names in an existing folder.

        Raises:
            OSError: if one cannot be opened; none is left behind.
        """
        self._paths = {table: folder / name for table, name in self.FILES.items()}
        self._parts: dict[str, Part] = {}
        try:
            for table, path in self._paths.items():
                self._parts[table] = self.open(table, temporary(path))
        except OSError:
            self.abandon()
            raise

    @abstractmethod
    def open(self, table: str, path: Path) -> Part:
        """Open the file of one table, with what stands above its rows."""

    @abstractmethod
    def feed(self, frames: Frames) -> None:
        """Append the rows of some articles."""

    def close(self) -> list[Path]:
        """Finish all files, then move them to their names and return them."""
        for part in self._parts.values():
            part.close()
        return [temporary(path).replace(path) for path in self._paths.values()]

    def abandon(self) -> None:
        """Remove what was written and not closed; after ``close`` that is nothing."""
        for part in self._parts.values():
            # A full disk refuses the last rows of a file that goes away anyway.
            with suppress(OSError):
                part.close()
        for path in self._paths.values():
            temporary(path).unlink(missing_ok=True)


def temporary(path: Path) -> Path:
    """Return the name a file has while it is written."""
    return path.with_name(f".{path.name}.part")
