"""Gold told as a run scores 1.0 throughout, for every gold file beside this checkout."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.evaluate.evaluation import evaluate
from pipeline.evaluate.gold import GoldSet, check_gold, parse_gold, read_gold_folder
from pipeline.evaluate.standoff import standoff_json

from .frames import gold_of, tables_of

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"


def gold_and_texts(folder: Path) -> tuple[GoldSet, dict[str, str]]:
    if not folder.is_dir():
        pytest.skip("the reference article and the development articles are not beside this checkout")
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in sorted((folder / "articles").glob("*.txt"))}
    return read_gold_folder(folder / "gold", texts), texts


@pytest.mark.parametrize("folder", [CORPUS, CORPUS / "dev"], ids=["reference", "dev"])
def test_reference_gold_scores_one_article_by_article(folder: Path) -> None:
    gold, texts = gold_and_texts(folder)
    assert gold.without_article == ()
    for annotation in gold.annotations.values():
        result = evaluate(tables_of([annotation]), gold_of(annotation), texts, resamples=5)
        assert {score.f1.value for score in result.metrics.scores.values()} <= {1.0, None}
        assert result.errors.empty


@pytest.mark.parametrize("folder", [CORPUS, CORPUS / "dev"], ids=["reference", "dev"])
def test_reference_gold_becomes_standoff_and_back(folder: Path) -> None:
    gold, texts = gold_and_texts(folder)
    for article_id, annotation in gold.annotations.items():
        assert check_gold(folder / "gold" / f"{article_id}.json", texts[article_id]).problems == ()
        again, check = parse_gold(json.loads(standoff_json(annotation, texts[article_id])), texts[article_id])
        assert check.problems == ()
        assert again == annotation
