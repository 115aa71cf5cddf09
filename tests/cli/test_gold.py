from __future__ import annotations

import json
from pathlib import Path

import pytest
from samples import TEXT

from cli.commands import call
from cli.test_evaluate import GOLD


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with an article and its gold; the lexicon, which takes time to read, is read once."""
    from pipeline import lexicon, stages

    read = lexicon.shared()
    monkeypatch.setattr(stages.lexicon_module, "load", lambda overlay: read)
    monkeypatch.chdir(tmp_path)
    for name, content in {"articles/norway.txt": TEXT, "gold/norway.json": json.dumps(GOLD)}.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(content)
    return tmp_path


def test_gold_check_passes_what_is_well_formed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "gold" / "absent.json").write_text(json.dumps(GOLD))
    assert call("gold", "check", "--gold", "gold", "--articles", "articles") == 0
    assert capsys.readouterr().out.splitlines() == [
        "absent.json: no article 'absent' in articles; not checked",
        "all gold that has its article is well formed",
    ]


def test_gold_check_tells_every_fault(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = GOLD | {"dates": [{"text": "Tuesday", "occurrence": 1, "type": "DAY", "value": "2021-05-03", "mod": None}]}
    (folder / "gold" / "norway.json").write_text(json.dumps(wrong))
    assert call("gold", "check", "--gold", "gold", "--articles", "articles") == 1
    said = capsys.readouterr().out
    assert "Tuesday" in said
    assert "DAY" in said
    assert "well formed" not in said


def test_gold_check_of_a_folder_without_gold_is_an_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("gold", "check", "--gold", "articles", "--articles", "articles") == 1
    assert capsys.readouterr().err.startswith("error: articles: there is no gold file")


def test_gold_standoff_quotes_nothing_and_is_still_well_formed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("gold", "standoff", "gold/norway.json", "--articles", "articles", "--out", "made/gold") == 0
    assert capsys.readouterr().out == "written: made/gold/norway.json\n"
    assert "froze assets" not in (folder / "made" / "gold" / "norway.json").read_text()
    assert call("gold", "check", "--gold", "made/gold", "--articles", "articles") == 0


def test_gold_standoff_needs_the_article(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "articles" / "norway.txt").rename(folder / "articles" / "other.txt")
    assert call("gold", "standoff", "gold/norway.json", "--articles", "articles", "--out", "made") == 1
    assert capsys.readouterr().err.startswith("error: gold/norway.json: no article 'norway' in articles; give")
    assert not (folder / "made").exists()
