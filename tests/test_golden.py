"""Whole tables of two articles, kept as files: any change of any cell shows in the difference of a review.

``pytest tests/test_golden.py --force-regen`` writes them anew after a change that was meant.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from pipeline.records import Article
from pipeline.settings import Settings
from pipeline.stages import Plan, Stages
from pipeline.tables import build

ARTICLES = Path(__file__).parent.parent / "corpus" / "articles"
DRAWN = ("2016-02-16-eu-zimbabwe-list", "2020-07-14-mps-senators-magnitsky-appeal")
TABLES = ("events", "people", "affiliations", "dates")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("name", DRAWN)
def test_tables_of_an_article_stay(
    stages: Stages, file_regression: FileRegressionFixture, name: str, table: str
) -> None:
    plan = Plan(Settings())
    (source,) = plan.discover(ARTICLES / f"{name}.txt")
    results = [stages.extract(article) for article in stages.read(source) if isinstance(article, Article)]
    frame = build(results, (), codes=plan.codes)[table]
    rows = [f"[{number}]\n" + "\n".join(f"{key}: {_shown(value)}" for key, value in row.items() if _shown(value))
            for number, row in enumerate(frame.to_dict("records"), start=1)]  # fmt: skip
    file_regression.check("\n\n".join(rows) + "\n", extension=".txt", encoding="utf-8")


def _shown(value: object) -> str:
    if isinstance(value, tuple | list):
        return " | ".join(map(str, value))
    return "" if value is None or value != value else str(value)
