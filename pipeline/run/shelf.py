"""Where the results of units lie: a folder, or storage that other machines reach too.

Both give a file its name only when it is whole, as far as the storage allows: what stands under a name that the index
of a unit does not tell of is never read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, Protocol

from pipeline.errors import RunError

PART = ".part"


class Shelf(Protocol):
    """Files by name, in one folder. Every method may raise ``OSError``."""

    @property
    def place(self) -> str:
        """How a message names it."""

    def prepare(self) -> None:
        """Make the folder."""

    def writing(self, name: str) -> Any:
        """Return a context manager of a binary file that has its name when the context ends without error."""

    def note(self, name: str, data: bytes) -> None:
        """Write a small file whole or not at all."""

    def read(self, name: str, start: int = 0, length: int | None = None) -> bytes:
        """Return the bytes of a file, or some of them."""

    def sizes(self) -> dict[str, int]:
        """Return the size of every file by name, names in order."""

    def remove(self, name: str) -> None:
        """Remove a file if it is there."""


def shelf_at(place: str) -> Shelf:
    """Return the shelf of a folder or of a URL that fsspec knows (``s3://bucket/run``).

    Raises:
        RunError: if the storage cannot be used from here.
    """
    protocol, mark, rest = place.partition("://")
    if not mark or protocol in {"file", "local"}:
        return FolderShelf(Path(rest if mark else place))
    return SharedShelf(place)


class FolderShelf:
    """A folder of this machine, or of a file system that all machines see."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def place(self) -> str:
        """How a message names it."""
        return str(self.folder)

    def prepare(self) -> None:
        """Make the folder and clear away what was left half written."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for path in self.folder.glob(f"*{PART}"):
            path.unlink(missing_ok=True)

    @contextmanager
    def writing(self, name: str) -> Iterator[IO[bytes]]:
        """Open a file for writing under another name, and rename it."""
        part = self.folder / f"{name}{PART}"
        try:
            with part.open("wb") as file:
                yield file
            part.replace(self.folder / name)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise

    def note(self, name: str, data: bytes) -> None:
        """Write a small file whole or not at all."""
        with self.writing(name) as file:
            file.write(data)

    def read(self, name: str, start: int = 0, length: int | None = None) -> bytes:
        """Return the bytes of a file, or some of them."""
        with (self.folder / name).open("rb") as file:
            file.seek(start)
            return file.read(-1 if length is None else length)

    def sizes(self) -> dict[str, int]:
        """Return the size of every file by name."""
        if not self.folder.is_dir():
            return {}
        return {path.name: path.stat().st_size for path in sorted(self.folder.iterdir()) if path.suffix != PART}

    def remove(self, name: str) -> None:
        """Remove a file if it is there."""
        (self.folder / name).unlink(missing_ok=True)


class SharedShelf:
    """A place behind a URL, by fsspec."""

    def __init__(self, url: str) -> None:
        try:
            from fsspec.core import url_to_fs

            self._system, path = url_to_fs(url)
        except (ImportError, ValueError) as error:
            raise RunError(f"{url}: this storage cannot be used: {error}; install what it needs") from error
        self._url = url
        self._path = path.rstrip("/")

    @property
    def place(self) -> str:
        """How a message names it."""
        return self._url

    def prepare(self) -> None:
        """Make the folder where the storage has folders."""
        self._system.makedirs(self._path, exist_ok=True)

    @contextmanager
    def writing(self, name: str) -> Iterator[IO[bytes]]:
        """Open a file for writing; a broken-off one may stand there, without index."""
        with self._system.open(f"{self._path}/{name}", "wb") as file:
            yield file

    def note(self, name: str, data: bytes) -> None:
        """Write a small file in one request."""
        self._system.pipe_file(f"{self._path}/{name}", data)

    def read(self, name: str, start: int = 0, length: int | None = None) -> bytes:
        """Return the bytes of a file, or some of them."""
        end = None if length is None else start + length
        return bytes(self._system.cat_file(f"{self._path}/{name}", start=start, end=end))

    def sizes(self) -> dict[str, int]:
        """Return the size of every file by name."""
        # What other machines wrote must not be hidden by a listing from before.
        self._system.invalidate_cache()
        if not self._system.exists(self._path):
            return {}
        found = self._system.ls(self._path, detail=True)
        return {entry["name"].rpartition("/")[2]: int(entry["size"] or 0) for entry in sorted(found, key=_name)}

    def remove(self, name: str) -> None:
        """Remove a file if it is there."""
        with suppress(FileNotFoundError):
            self._system.rm_file(f"{self._path}/{name}")


def _name(entry: dict[str, Any]) -> str:
    return str(entry["name"])
