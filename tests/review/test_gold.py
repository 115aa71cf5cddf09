from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.errors import GoldError
from pipeline.evaluate import check_gold, evaluate, read_gold_folder
from pipeline.review import Decisions, ReviewRow, Verdict, write_gold
from review.reviewing import TEXTS, rows, tables


def decided(folder: Path, *found: ReviewRow) -> Decisions:
    decisions = Decisions(folder)
    decisions.take(found)
    return decisions


def gold_of(folder: Path, *found: ReviewRow) -> list[dict[str, object]]:
    write_gold(tables(), TEXTS, decided(folder, *found), folder)
    path = folder / "doubtful.json"
    assert check_gold(path, TEXTS["doubtful"]).problems == ()
    raw = json.loads(path.read_text(encoding="utf-8"))
    assert raw["annotated"] == ["events"]
    assert "people" not in raw and "dates" not in raw
    events: list[dict[str, object]] = raw["events"]
    return events


def test_gold_holds_what_is_right(tmp_path: Path) -> None:
    first, _ = rows(Verdict.RIGHT, law="Some Act", target_count="3")
    _, second = rows(Verdict.WRONG)
    (event,) = gold_of(tmp_path, first, second)
    assert (event["action"], event["law"], event["target_count"]) == ("impose", "Some Act", 3)
    assert event["targets"] == ["Ruritania", "Sylvania"]
    assert isinstance(event["evidence"], dict)


def test_gold_of_an_article_without_any_event_says_so(tmp_path: Path) -> None:
    assert gold_of(tmp_path, *rows(Verdict.WRONG)) == []


def test_gold_is_written_of_whole_articles_alone(tmp_path: Path) -> None:
    written = write_gold(tables(), TEXTS, decided(tmp_path, rows(Verdict.RIGHT)[0]), tmp_path)
    assert (written.articles, written.waiting) == ((), {"doubtful": 1})
    assert not list(tmp_path.glob("*.json"))


def test_gold_holds_events_that_were_missed(tmp_path: Path) -> None:
    added = rows(Verdict.RIGHT, action="lift")[0].model_copy(
        update={"key": "", "start": None, "evidence": "On Monday Minister"}
    )
    events = gold_of(tmp_path, *rows(Verdict.WRONG), added)
    assert [(event["action"], event["evidence"]) for event in events] == [("lift", {"start": 24, "end": 42})]


def test_gold_bears_other_line_ends(tmp_path: Path) -> None:
    first, second = rows(Verdict.RIGHT)
    words = "who leads,\r\nfroze assets"
    kept = [first.model_copy(update={"evidence": words, "start": TEXTS["doubtful"].index("who leads")}), second]
    start = TEXTS["doubtful"].index("who leads")
    assert gold_of(tmp_path, *kept)[0]["evidence"] == {"start": start, "end": start + len(words) - 1}


@pytest.mark.parametrize(
    ("cells", "evidence", "message"),
    [
        ({"action": "ban"}, None, 'of Ruritania and Sylvania": events.0..action: "ban" is not one of call_for'),
        ({"measures": "visa"}, None, "measures"),
        ({"target_count": "two"}, None, "target_count"),
        ({}, "words that it has not", "is not in the article"),
        ({}, "i", "occurs .* times"),
        ({}, "", "is empty"),
    ],
)
def test_gold_says_which_decision_does_not_fit(
    tmp_path: Path, cells: dict[str, str], evidence: str | None, message: str
) -> None:
    found = rows(Verdict.RIGHT, **cells)
    if evidence is not None:
        found = [row.model_copy(update={"evidence": evidence, "start": None}) for row in found]
    with pytest.raises(GoldError, match=message):
        write_gold(tables(), TEXTS, decided(tmp_path, *found), tmp_path)
    assert not list(tmp_path.glob("*.json"))


def test_gold_of_another_origin_is_not_overwritten(tmp_path: Path) -> None:
    gold_of(tmp_path, *rows(Verdict.RIGHT))
    gold_of(tmp_path, *rows(Verdict.WRONG))
    (tmp_path / "doubtful.json").write_text('{"article_id": "doubtful", "people": []}')
    with pytest.raises(GoldError, match="gold of another origin"):
        write_gold(tables(), TEXTS, decided(tmp_path, *rows(Verdict.RIGHT)), tmp_path)


def test_gold_is_counted_by_the_evaluation_and_nothing_beside_it(tmp_path: Path) -> None:
    first, _ = rows(Verdict.RIGHT)
    _, second = rows(Verdict.WRONG)
    gold_of(tmp_path, first, second)
    result = evaluate(tables(), read_gold_folder(tmp_path, TEXTS), TEXTS, resamples=10)
    told = {name: (score.gold, score.predicted, score.matched) for name, score in result.metrics.scores.items()}
    assert told["events"] == (1, 2, 1)
    assert told["people"] == told["dates_relaxed"] == (0, 0, 0)


def test_decisions_hold_for_a_later_run(tmp_path: Path) -> None:
    first = decided(tmp_path, *rows(Verdict.WRONG))
    first.write()
    again = Decisions(tmp_path)
    assert again.rows() == first.rows()
    assert again.take(rows(Verdict.RIGHT, law="X")) == 2
    assert {row.cells["law"] for row in again.by_key.values()} == {"X"}
    assert again.take(rows()) == 0


def test_decisions_keep_an_added_event_once(tmp_path: Path) -> None:
    added = rows(Verdict.RIGHT)[0].model_copy(update={"key": ""})
    assert len(decided(tmp_path, added, added).rows()) == 1
