from __future__ import annotations

import json
from pathlib import Path

import pytest
from samples import result

from cli.commands import call
from cli.runs import stand_in
from pipeline.records import ArticleResult


@pytest.fixture(autouse=True)
def runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[Path, Path]:
    made = json.loads(result("a").model_dump_json())
    made["events"][0]["law_id"] = "X [y]"
    before, after = tmp_path / "before", tmp_path / "after"
    stand_in(
        monkeypatch,
        {before: [result("a"), result("b")], after: [ArticleResult.model_validate(made), result("c")]},
    )
    return before, after


def test_diff_tells_gained_lost_and_changed(runs: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert call("diff", *runs) == 0
    assert capsys.readouterr().out.splitlines() == [
        "+ c  c-e1  impose; NOR; Ruritania | Sylvania; asset_freeze; 2021-05-03: "
        '"froze assets of Ruritania and Sylvania"',
        "- b  b-e1  impose; NOR; Ruritania | Sylvania; asset_freeze; 2021-05-03: "
        '"froze assets of Ruritania and Sylvania"',
        "~ a  a-e1  impose",
        '    law_id: empty -> "X [y]"',
        "articles only in the later run: c",
        "articles only in the earlier run: b",
        "1 gained, 1 lost, 1 changed, 0 the same",
    ]


def test_diff_json(runs: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert call("diff", *runs, "--json", "--ignore", "law_id") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["changed"], told["same"], told["gained"][0]["event_id"]) == ([], 1, "c-e1")


def test_diff_says_what_it_does_not_know(runs: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert call("diff", *runs, "--ignore", "colour") == 2
    assert "events have no column 'colour'" in " ".join(capsys.readouterr().err.split())
