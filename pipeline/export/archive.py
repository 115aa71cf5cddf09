"""Zip files whose bytes depend on their content alone, and names of articles as file names."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_UNSAFE = re.compile(r"[^\w.-]|^\.")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


class Archive:
    """A zip file that is being written."""

    def __init__(self, path: Path) -> None:
        self._zip = ZipFile(path, "w", compression=ZIP_DEFLATED)
        self._names: set[str] = set()

    def add(self, name: str, content: str | bytes) -> None:
        """Append a file."""
        entry = ZipInfo(name, _EPOCH)
        entry.compress_type = ZIP_DEFLATED
        entry.external_attr = _READABLE
        self._zip.writestr(entry, content)

    def stem(self, article_id: str) -> str:
        """Return a file name for an article that no other one has had."""
        plain = stem = _UNSAFE.sub("_", article_id) or "_"
        number = 1
        while stem.casefold() in self._names:
            number += 1
            stem = f"{plain}-{number}"
        self._names.add(stem.casefold())
        return stem

    def close(self) -> None:
        """Write the directory and close the file."""
        self._zip.close()
