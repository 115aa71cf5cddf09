"""Finished runs of made-up articles, as folders that commands read."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import CODES, FAILURE, bare, result

import pipeline.run
from pipeline.errors import RunError
from pipeline.records import ArticleResult
from pipeline.run import FinishedRun
from pipeline.tables import build

Runs = dict[Path, list[ArticleResult]]


def stand_in(monkeypatch: pytest.MonkeyPatch, runs: Runs) -> None:
    """Let ``read_run`` give the tables of these results for these folders."""

    def read(folder: Path) -> FinishedRun:
        if folder not in runs:
            raise RunError(f"{folder}: no finished run here")
        frames = build(runs[folder], [FAILURE], codes=CODES)
        texts = {found.article.article_id: found.article.text for found in runs[folder]}
        spans = {name: [(0, len(text))] for name, text in texts.items()}
        return FinishedRun(frames, texts, spans)

    monkeypatch.setattr(pipeline.run, "read_run", read)
    monkeypatch.setattr(pipeline.run, "results", lambda folder: iter(runs[folder]))
    for folder in runs:
        folder.mkdir(exist_ok=True)


def usual() -> list[ArticleResult]:
    return [result("norway"), bare(), result("sweden")]
