"""Makes article ids from paths: the stem, with its folder where two files share one."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.articles.source import Source

_SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class Named(NamedTuple):
    """A file to be given an id.

    Attributes:
        path: path below the input folder, as the file system has it.
        suffix: the part of its name that names the format, to be left out of the id.
        dump: whether ids of its records will begin with its own.
    """

    path: str
    suffix: str
    dump: bool


def printable(name: str) -> str:
    """Return a file name with its control characters and undecodable bytes written as escapes."""
    return _UNPRINTABLE.sub(_escape, name)


def own_name(source: Source, own_id: str) -> str:
    """Return the article id that a record's own id makes, empty where it makes none.

    It must be safe as a file name and no id that a record gets by its number. Where the dump is not the whole input it
    comes after the dump's id, as the records of another file may have the same.
    """
    own = own_id.strip()
    number = own.removeprefix(f"{source.article_id}-")
    if not _SAFE_ID.fullmatch(own) or (number != own and number.isdigit()):
        return ""
    return own if source.alone else f"{source.article_id}--{own}"


def distinct_ids(files: Sequence[Named]) -> list[str]:
    """Return one id per file, all different, in order.

    The id is the stem; files that share it (and a dump whose record ids could be taken for another
    file's id) take the folder before it (``2020__july__letter``), then the suffix, then a digest of
    the path. A file's id depends on the others only where they clash.
    """
    levels = [0] * len(files)
    while True:
        ids = [_candidate(file, level) for file, level in zip(files, levels, strict=True)]
        clashing = [n for n in _clashes(files, ids) if levels[n] < 3]
        if not clashing:
            return ids
        for n in clashing:
            levels[n] += 1


def _clashes(files: Sequence[Named], ids: Sequence[str]) -> list[int]:
    counts = Counter(ids)
    ordered = sorted(ids)
    return [
        n
        for n, (file, article_id) in enumerate(zip(files, ids, strict=True))
        if counts[article_id] > 1 or (file.dump and _opens_another(article_id, ordered))
    ]


def _opens_another(article_id: str, ordered: Sequence[str]) -> bool:
    opening = f"{article_id}-"
    after = bisect_left(ordered, opening)
    return after < len(ordered) and ordered[after].startswith(opening)


def _candidate(file: Named, level: int) -> str:
    *folders, name = file.path.split("/")
    stem = name.removesuffix(file.suffix) or name
    parts = [stem] if level == 0 else [*folders, stem if level == 1 else name]
    article_id = printable("__".join(parts))
    if level == 3:
        article_id += "-" + hashlib.sha256(file.path.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return article_id


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    # Python keeps byte 0xNN of a name that is not UTF-8 as the lone surrogate U+DCNN.
    return f"\\x{code & 0xFF:02x}" if code < 0x100 or 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"
