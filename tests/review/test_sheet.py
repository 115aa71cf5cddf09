from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import GoldError
from pipeline.review import Verdict, read_sheet, write_sheet
from pipeline.review.sheet import COLUMNS
from review.reviewing import rows

Edit = Callable[[dict[str, str]], object]


def edited(path: Path, edit: Edit) -> Path:
    """Let an edit change the first row of a sheet."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    edit(lines[0])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(lines)
    return path


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    write_sheet(tmp_path / "review.csv", rows())
    return tmp_path / "review.csv"


@pytest.mark.parametrize("verdict", Verdict)
def test_sheet_gives_rows_back(tmp_path: Path, verdict: Verdict) -> None:
    made = rows(verdict, law='=Act "A", B', actors="@x | -y")
    write_sheet(tmp_path / "s.csv", made)
    assert read_sheet(tmp_path / "s.csv") == made
    assert "'=Act" in (tmp_path / "s.csv").read_text()


def test_sheet_takes_what_a_spreadsheet_makes_of_it(sheet: Path) -> None:
    edited(sheet, lambda row: row.update(verdict=" Right ", law="Act "))
    sheet.write_bytes(b"\xef\xbb\xbf" + sheet.read_bytes() + b"," * (len(COLUMNS) - 1) + b"\r\n")
    first, second = read_sheet(sheet)
    assert (first.verdict, first.cells["law"], second.verdict) == (Verdict.RIGHT, "Act", Verdict.OPEN)


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda row: row.update(verdict="maybe"), "row 2: verdict 'maybe' is not right, wrong or empty"),
        (lambda row: row.update(key="", verdict="wrong"), "row 2: a row without key adds an event"),
    ],
)
def test_sheet_says_which_row_is_faulty(sheet: Path, edit: Edit, message: str) -> None:
    with pytest.raises(GoldError, match=message):
        read_sheet(edited(sheet, edit))


def test_sheet_says_when_it_is_none(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a,b\n1,2\n")
    with pytest.raises(GoldError, match="column 'key' is missing"):
        read_sheet(tmp_path / "x.csv")
    (tmp_path / "x.csv").write_bytes(b"\xff\xfe")
    with pytest.raises(GoldError, match="is no CSV in UTF-8"):
        read_sheet(tmp_path / "x.csv")
