from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.commands import call
from pipeline import lexicon
from pipeline.lexicon.schema import TABLES


@pytest.mark.parametrize("as_json", [True, False])
def test_lexicon_check_counts_entries(
    as_json: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = lexicon.shared()
    monkeypatch.setattr(lexicon, "load", lambda overlay: read)
    assert call("lexicon", "check", *(["--json"] if as_json else [])) == 0
    said = capsys.readouterr().out
    counts = {table: len(entries) for table, entries in read.tables.items()}
    if as_json:
        assert json.loads(said) == {"digest": read.digest, "entries": counts}
    else:
        *lines, last = said.splitlines()
        assert {table: int(count) for count, table in map(str.split, lines)} == counts
        assert last == f"all entries are well formed (digest {read.digest[:12]})"


def test_lexicon_check_takes_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.toml").write_text('[[party]]\nid = "x"\n')
    assert call("lexicon", "check", tmp_path) == 1
    said = capsys.readouterr().err
    assert said.startswith("error: mine.toml: party 'x': ")
    assert "party" in TABLES
