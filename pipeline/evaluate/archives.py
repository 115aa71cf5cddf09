"""Lists the files that a user names: a file, a folder with all its folders, and what gzip and tar archives hold."""

from __future__ import annotations

import gzip
import tarfile
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from pipeline.errors import GoldError

_ARCHIVES = (".tar.gz", ".tgz", ".tar")
_GZIP = ".gz"


def files(path: Path, *, suffixes: Collection[str]) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield name and content of every file with one of the suffixes, in path order; archives are read in place.

    Args:
        path: a file, which may be an archive, or a folder.
        suffixes: of the names that count ("``.tml``"); a compressed file counts by its name without ``.gz``.

    Raises:
        GoldError: when there is nothing at the path, or an archive cannot be read.
    """
    if not path.exists():
        raise GoldError(f"{path}: there is no such file or folder")
    for each in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if each.is_file():
            yield from _open(each, suffixes)


def _open(path: Path, suffixes: Collection[str]) -> Iterator[tuple[PurePosixPath, bytes]]:
    name = PurePosixPath(path.as_posix())
    try:
        if name.name.endswith(_ARCHIVES):
            yield from _members(path, suffixes)
        elif name.suffix == _GZIP and name.with_suffix("").suffix in suffixes:
            yield name.with_suffix(""), gzip.decompress(path.read_bytes())
        elif name.suffix in suffixes:
            yield name, path.read_bytes()
    except (tarfile.TarError, EOFError, gzip.BadGzipFile) as error:
        raise GoldError(f"{path}: the archive cannot be read: {error}; unpack it and name its folder") from error


def _members(path: Path, suffixes: Collection[str]) -> Iterator[tuple[PurePosixPath, bytes]]:
    with tarfile.open(path) as archive:
        for member in sorted(archive.getmembers(), key=_name):
            name = PurePosixPath(member.name)
            content = archive.extractfile(member) if member.isfile() and name.suffix in suffixes else None
            if content is not None:
                yield name, content.read()


def _name(member: tarfile.TarInfo) -> str:
    return member.name
