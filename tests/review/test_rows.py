from __future__ import annotations

import json

import pytest

from pipeline.records import ArticleResult
from pipeline.review import Verdict, open_rows
from pipeline.review.rows import rows_of
from review.reviewing import SENTENCES, TEXTS, doubtful, rows, tables


def test_rows_are_all_events_of_articles_with_a_doubtful_one() -> None:
    found = open_rows(tables(), TEXTS, below=0.5, sentences=SENTENCES)
    assert [(row.article_id, row.doubtful, row.confidence) for row in found] == [
        ("doubtful", False, "0.875"), ("doubtful", True, "0.25"),
    ]  # fmt: skip
    assert found[0].cells["targets"] == "Ruritania | Sylvania"
    assert found[0].context.startswith('Norway, "quoted", acts On Monday Minister')


@pytest.mark.parametrize(("below", "count"), [(0.0, 0), (0.25, 0), (0.26, 2), (0.9, 3)])
def test_rows_depend_on_the_confidence_asked_for(below: float, count: int) -> None:
    assert len(open_rows(tables(), TEXTS, below=below)) == count


def test_rows_that_are_decided_are_not_asked_again() -> None:
    first, second = rows(Verdict.WRONG)
    assert open_rows(tables(), TEXTS, below=0.5, decided={second.key: second}) == []
    (again, open_one) = open_rows(tables(), TEXTS, below=0.5, decided={first.key: first})
    assert (again.verdict, open_one.verdict) == (Verdict.WRONG, Verdict.OPEN)


def test_rows_have_keys_by_content() -> None:
    """Another run, another name of the article, other cells: the key stays; another text or place: it does not."""
    keys = [row.key for row in rows()]
    made = json.loads(doubtful("renamed").model_dump_json())
    made["events"][0] |= {"action": "lift", "confidence": 0.1, "fills": []}
    changed = ArticleResult.model_validate(made)
    assert [row.key for row in rows_of(tables(changed), {"renamed": ""})] == keys
    made["article"]["sha256"] = "0"
    made["events"][1]["evidence"]["start"] += 1
    other = ArticleResult.model_validate(made)
    assert not {row.key for row in rows_of(tables(other), {"renamed": ""})} & set(keys)
    assert len(set(keys)) == 2
