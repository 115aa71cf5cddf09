from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.errors import PipelineError
from pipeline.evaluate.annotation import Annotation
from pipeline.evaluate.evaluation import evaluate
from pipeline.evaluate.metrics import metrics_json, read_metrics, rounded
from pipeline.evaluate.printing import score_text

from .frames import event, gold_of, person, tables_of

GOLD = Annotation(
    article_id="a", people=(person("Orsolya Brandt"),), events=(event("impose", start=0, end=4, senders=("NOR",)),)
)
RUN = Annotation(article_id="a", events=(event("lift", start=0, end=4, senders=("NOR",), confidence=0.25),))


def test_metrics_json_is_json_of_a_fixed_form() -> None:
    metrics = evaluate(tables_of([RUN]), gold_of(GOLD), {"a": "Oslo acted."}, resamples=50).metrics
    text = metrics_json(metrics)
    data = json.loads(text)
    assert list(data)[:4] == ["format", "resamples", "seed", "level"]
    assert list(data["scores"])[:3] == ["people", "roles", "parties"]
    assert data["counts"]["a"]["people"] == [0.0, 1, 0]
    assert text == metrics_json(metrics)
    assert '\n  {"article_id": "a", "score": "people"' in text


def test_metrics_json_of_nothing_is_json() -> None:
    metrics = evaluate(tables_of([]), gold_of(), {}, resamples=50).metrics
    assert json.loads(metrics_json(metrics))["items"] == []


@pytest.mark.parametrize("content", [None, "{", '{"format": 1}', "[]"])
def test_metrics_read_refuses_what_is_none(content: str | None, tmp_path: Path) -> None:
    path = tmp_path / "metrics.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(PipelineError, match=r"metrics\.json"):
        read_metrics(path)


def test_metrics_rounded() -> None:
    assert rounded(2 / 3) == 0.6667
    assert rounded(float("nan")) is None


def test_metrics_text_shows_every_part() -> None:
    gold = gold_of(GOLD).model_copy(update={"without_article": ("b",)})
    text = score_text(evaluate(tables_of([RUN]), gold, {"a": "Oslo acted.", "c": ""}, resamples=50).metrics)
    lines = text.splitlines()
    assert lines[0] == "1 articles scored; 95% intervals from 50 bootstrap draws of articles"
    assert "not scored, gold without its article: b" in text
    assert "not scored, articles without gold: c" in text
    assert any(line.split()[:4] == ["people", "1", "0", "0"] for line in lines)
    assert any(line.split()[:4] == ["parties", "0", "0", "0"] and line.split()[4:] == ["-"] * 3 for line in lines)
    assert any(line.split() == ["impose", "lift", "1"] for line in lines)
    assert any(line.split() == ["0.2-0.3", "1", "0.250", "0.000"] for line in lines)
    assert all(line == line.rstrip() for line in lines)
