from __future__ import annotations

import json
from typing import Any

import pytest
from samples import CODES, TEXT, bare, result

from pipeline.records import ArticleResult
from pipeline.report import run_changes
from pipeline.tables import Frames, build


def changed(**values: Any) -> ArticleResult:
    """Return the sample article with its event changed."""
    made = json.loads(result().model_dump_json())
    made["events"][0] |= values
    return ArticleResult.model_validate(made)


def frames(*results: ArticleResult) -> Frames:
    return build(results, [], codes=CODES)


def place(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def test_changes_of_a_run_and_itself_are_none() -> None:
    changes = run_changes(frames(result(), bare()), frames(result(), bare()))
    assert (changes.gained, changes.lost, changes.changed, changes.same) == ((), (), (), 1)


def test_changes_name_every_cell() -> None:
    (change,) = run_changes(frames(result()), frames(changed(law_id="X", confidence=0.5))).changed
    assert [(cell.column, cell.before, cell.after) for cell in change.cells] == [
        ("law_id", "", "X"), ("confidence", "0.875", "0.5"),
    ]  # fmt: skip


def test_changes_leave_out_what_is_ignored() -> None:
    changes = run_changes(frames(result()), frames(changed(confidence=0.5)), ignore=["confidence"])
    assert (changes.changed, changes.same) == ((), 1)


@pytest.mark.parametrize("action", ["impose", "lift"])
def test_changes_pair_events_of_other_triggers_by_their_evidence(action: str) -> None:
    after = changed(event_id="other", action=action, evidence=place("froze assets"))
    changes = run_changes(frames(result()), frames(after))
    assert (changes.gained, changes.lost) == ((), ())
    assert [cell.column for cell in changes.changed[0].cells][-1] == ("evidence" if action == "impose" else "cameo")


def test_changes_pair_events_of_one_action_first() -> None:
    made = json.loads(result().model_dump_json())
    made["events"] += [made["events"][0] | {"event_id": "second", "action": "lift", "evidence": place("froze")}]
    after = changed(event_id="other", action="lift", evidence=place("froze assets of"))
    changes = run_changes(frames(ArticleResult.model_validate(made)), frames(after))
    assert [row.event_id for row in changes.lost] == ["norway-e1"]
    assert changes.changed[0].event_id == "other"


def test_changes_tell_events_gained_and_lost() -> None:
    apart = changed(event_id="other", evidence=place("On Monday"))
    changes = run_changes(frames(result()), frames(apart))
    assert [row.event_id for row in changes.gained] == ["other"]
    assert [row.event_id for row in changes.lost] == ["norway-e1"]
    assert changes.lost[0].cells["targets"] == "Ruritania | Sylvania"


def test_changes_tell_of_articles() -> None:
    other = json.loads(bare().model_dump_json())
    other["article"]["sha256"] = "0"
    changes = run_changes(frames(result("one"), bare()), frames(ArticleResult.model_validate(other), result("two")))
    assert (changes.articles_gained, changes.articles_lost, changes.articles_changed) == (("two",), ("one",), ("bare",))
    assert [row.article_id for row in changes.lost] == ["one"]
