from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.errors import WatchlistError
from pipeline.watchlist import Listed, read_watchlist

HEADER = "id,schema,name,birth_date,countries,aliases,dataset\n"
ENTITY = {
    "id": "x-1",
    "caption": "Bo Tran",
    "schema": "Person",
    "target": True,
    "properties": {"name": ["Bo Tran", "Tran Bo"], "alias": ["Bo the Elder"], "nationality": ["vn"]},
}


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "list.any"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_listed_are_read_from_a_csv_table(tmp_path: Path) -> None:
    rows = 'x-1,Person,Bo Tran,1950,vn;la,"Tran Bo;Bo ""B"" Tran",own\nx-2,Address,Main Street 1,,,,own\n'
    assert read_watchlist(write(tmp_path, "\ufeff" + HEADER + rows)) == (
        Listed(
            entity_id="x-1", schema_name="Person", names=("Bo Tran", "Tran Bo", 'Bo "B" Tran'), countries=("vn", "la")
        ),
    )


def test_listed_are_read_from_json_lines(tmp_path: Path) -> None:
    lines = [ENTITY, ENTITY | {"id": "x-2", "target": False}, ENTITY | {"id": "x-3", "schema": "Sanction"}]
    text = "\n".join(json.dumps(line) for line in lines) + "\n\n"
    assert read_watchlist(write(tmp_path, text)) == (
        Listed(entity_id="x-1", schema_name="Person", names=("Bo Tran", "Tran Bo", "Bo the Elder"), countries=("vn",)),
    )


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("name;country\nBo Tran;vn\n", "names no column id, schema, name, aliases, countries"),
        ("", "names no column"),
        (HEADER, "holds no person or body"),
        ('{"id": "x", "name": "Bo Tran"}\n', "line 1 is no FollowTheMoney entity"),
        (json.dumps(ENTITY) + "\n{broken\n", "line 2 is no FollowTheMoney entity"),
        (b"id,schema,name\n\xff\xfe\x00", "not UTF-8"),
    ],
)
def test_listed_say_what_is_wrong_with_a_file(tmp_path: Path, content: str | bytes, fault: str) -> None:
    path = write(tmp_path, content)
    with pytest.raises(WatchlistError, match=fault) as told:
        read_watchlist(path)
    assert str(path) in str(told.value)
    assert "targets.simple.csv" in str(told.value)


def test_listed_say_that_a_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(WatchlistError, match=r"nowhere\.csv: cannot be read"):
        read_watchlist(tmp_path / "nowhere.csv")
