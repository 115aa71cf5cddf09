from __future__ import annotations

import gzip
import io
import tarfile
from pathlib import Path

import pytest

from pipeline.errors import GoldError
from pipeline.evaluate.archives import files


def pack(path: Path, members: dict[str, bytes]) -> None:
    with tarfile.open(path, "w:gz") as archive:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))


def read(path: Path) -> list[tuple[str, bytes]]:
    return [(name.name, content) for name, content in files(path, suffixes={".tml"})]


def test_archives_are_read_in_place(tmp_path: Path) -> None:
    pack(tmp_path / "b.tar.gz", {"in/2.tml": b"two", "in/1.tml": b"one", "README": b"no"})
    (tmp_path / "a.tml").write_bytes(b"zero")
    (tmp_path / "c.tml.gz").write_bytes(gzip.compress(b"three"))
    (tmp_path / "d.txt").write_bytes(b"no")
    assert read(tmp_path) == [("a.tml", b"zero"), ("1.tml", b"one"), ("2.tml", b"two"), ("c.tml", b"three")]
    assert read(tmp_path / "b.tar.gz") == [("1.tml", b"one"), ("2.tml", b"two")]


def test_archives_name_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no such file"):
        read(tmp_path / "none")
    for name in ("bad.tar.gz", "bad.tml.gz"):
        (tmp_path / name).write_bytes(b"not packed at all")
        with pytest.raises(GoldError, match=r"bad.*cannot be read"):
            read(tmp_path / name)
