"""Lists the files of the input, in a stable order and without opening them."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pipeline.articles.faults import Fault
from pipeline.articles.formats import FORMATS
from pipeline.articles.ids import Named, distinct_ids, printable
from pipeline.articles.options import ReadOptions
from pipeline.articles.source import STAGE, Source
from pipeline.errors import ArticleError
from pipeline.records import Failure

_ARCHIVES = frozenset({".zip", ".tar", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".zst"})
_GZIP = ".gz"
# A "suffix" of other shapes is part of a name: "AFP_19970414.0066", "Statement by J. Smith".
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,5}")


class _Found(NamedTuple):
    path: str
    fault: Fault | None = None
    message: str = ""


class _Kind(NamedTuple):
    suffix: str
    format: str
    compressed: bool
    fault: Fault | None = None
    message: str = ""


def discover(root: Path, *, options: ReadOptions, leave_out: Path | None = None) -> Iterator[Source]:
    """Yield every file of a folder, or the one file given, with its article id.

    Files come in the bytewise order of their paths. Links to files are followed, links to folders are not; every file
    is yielded, also one that cannot be read, with its failure. Hidden files and folders (a leading dot) and the folder
    left out are yielded first, as skipped; what is below them is not looked at. Nothing is opened.

    Args:
        root: folder or file.
        options: those that the files will be read with.
        leave_out: a folder that is no part of the input, as a run's own when it lies below ``root``.

    Raises:
        ArticleError: ``unreadable`` if there is no such file or folder.
    """
    if root.is_dir():
        skipped, found = _listed(os.fspath(root), _identity(leave_out))
        for file in skipped:
            yield Source(
                article_id="", path=printable(file.path), root=os.fspath(root), name=file.path, skipped=file.message
            )
    elif root.is_file():
        found = [_Found(root.name)]
        root = root.parent
    else:
        raise ArticleError(f"{printable(os.fspath(root))}: there is no such file or folder", kind=Fault.UNREADABLE)
    known = {suffix: name for name, form in FORMATS.items() for suffix in form.suffixes} | dict(options.formats)
    kinds = [_kind(file.path, known, archives=options.archives) for file in found]
    named = [
        Named(file.path, kind.suffix, kind.format in FORMATS and FORMATS[kind.format].dump)
        for file, kind in zip(found, kinds, strict=True)
    ]
    folder = os.fspath(root)
    for file, kind, article_id in zip(found, kinds, distinct_ids(named), strict=True):
        yield _source(folder, file, kind, article_id, alone=len(found) == 1)


def _source(root: str, file: _Found, kind: _Kind, article_id: str, *, alone: bool) -> Source:
    path = printable(file.path)
    fault = file.fault or kind.fault
    message = f"{path}: {file.message or kind.message}"
    return Source(
        article_id=article_id,
        path=path,
        root=root,
        name=file.path,
        format=kind.format,
        compressed=kind.compressed,
        alone=alone,
        failure=None
        if fault is None
        else Failure(path=path, article_id=article_id, stage=STAGE, error=str(fault), message=message),
    )


def _identity(folder: Path | None) -> tuple[int, int] | None:
    if folder is None or not folder.exists():
        return None
    found = folder.stat()
    return found.st_dev, found.st_ino


def _listed(root: str, left_out: tuple[int, int] | None) -> tuple[list[_Found], list[_Found]]:
    """Return what is skipped, and the files."""
    skipped: list[_Found] = []
    found = list(_walk(root, left_out, skipped))
    return sorted(skipped), found


def _walk(root: str, left_out: tuple[int, int] | None, skipped: list[_Found]) -> Iterator[_Found]:
    # A stack of its own, as folders may lie deeper than Python calls may.
    pending: list[tuple[str, os.DirEntry[str] | None]] = [("", None)]
    while pending:
        path, entry = pending.pop()
        if entry is not None and not entry.is_dir(follow_symlinks=False):
            yield _found(entry, path)
            continue
        folder = root if entry is None else entry.path
        try:
            if left_out is not None and left_out == _identity(Path(folder)):
                skipped.append(_Found(f"{path}/", message="it is the run's own folder"))
                continue
            with os.scandir(folder) as listing:
                below = sorted(listing, key=_order, reverse=True)
        except OSError as error:
            yield _Found(path, Fault.UNREADABLE, f"the folder cannot be listed: {error.strerror}")
            continue
        for other in below:
            place = f"{path}/{other.name}" if path else other.name
            if not other.name.startswith("."):
                pending.append((place, other))
                continue
            mark = "/" if other.is_dir(follow_symlinks=False) else ""
            skipped.append(_Found(place + mark, message="it is hidden: its name begins with a dot"))


def _found(entry: os.DirEntry[str], path: str) -> _Found:
    try:
        mode = entry.stat().st_mode
    except OSError as error:
        return _Found(path, Fault.UNREADABLE, f"it cannot be reached: {error.strerror}")
    if stat.S_ISDIR(mode):
        return _Found(path, Fault.LINK, "it is a link to a folder, which is not followed; give that folder itself")
    if not stat.S_ISREG(mode):
        return _Found(path, Fault.UNREADABLE, "it is a device, pipe or socket, no file")
    return _Found(path)


def _order(entry: os.DirEntry[str]) -> bytes:
    """Order a folder as the paths below it are ordered: "a-b" and "a.txt" before "a/x" before "a0"."""
    return os.fsencode(entry.name) + (b"/" if entry.is_dir(follow_symlinks=False) else b"")


def _kind(path: str, known: Mapping[str, str], *, archives: bool) -> _Kind:
    stem, suffix = _split(path.rpartition("/")[2])
    compressed = suffix.lower() == _GZIP
    inner = _split(stem)[1] if compressed else suffix
    form = known.get(inner.lower(), "")
    kind = _Kind(inner + suffix if compressed else suffix, form, compressed)
    if compressed and not archives:
        remedy = "ask for compressed files with the option 'archives', or unpack it"
        return kind._replace(fault=Fault.ARCHIVE, message=f"it is a compressed file, which is not read; {remedy}")
    if inner.lower() in _ARCHIVES:
        return kind._replace(fault=Fault.ARCHIVE, message="it is an archive, which is not read; unpack it")
    if form not in FORMATS:
        suffixes = ", ".join(sorted(filter(None, known)))
        message = f"files {inner or form!r} are not read, only {suffixes}; convert it, or name its format in 'formats'"
        return kind._replace(fault=Fault.UNSUPPORTED, message=message)
    return kind


def _split(name: str) -> tuple[str, str]:
    stem, dot, last = name.rpartition(".")
    suffix = dot + last
    return (stem, suffix) if stem and _SUFFIX.fullmatch(suffix) else (name, "")
