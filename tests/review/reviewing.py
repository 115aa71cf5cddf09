"""A run of three articles, one of them with a doubtful event."""

from __future__ import annotations

import hashlib
import json

from samples import CODES, bare, result

from pipeline.records import ArticleResult
from pipeline.review import ReviewRow, Verdict
from pipeline.review.rows import rows_of
from pipeline.tables import Frames, build


def doubtful(article_id: str = "doubtful") -> ArticleResult:
    """Return the sample article with a second, doubtful event."""
    made = json.loads(result(article_id).model_dump_json())
    second = json.loads(json.dumps(made["events"][0])) | {"event_id": f"{article_id}-e2", "confidence": 0.25}
    second["trigger"] = {name: made["mentions"][0][name] for name in ("start", "end", "text")}
    made["events"].append(second)
    return ArticleResult.model_validate(made)


def sure() -> ArticleResult:
    """Return the sample article with another end."""
    made = json.loads(result("sure").model_dump_json())
    made["article"]["text"] += " It said so."
    made["article"]["sha256"] = hashlib.sha256(made["article"]["text"].encode()).hexdigest()
    return ArticleResult.model_validate(made)


RESULTS = [sure(), doubtful(), bare()]
TEXTS = {found.article.article_id: found.article.text for found in RESULTS}
SENTENCES = {"doubtful": [(0, 22), (24, len(TEXTS["doubtful"]))]}


def tables(*results: ArticleResult) -> Frames:
    return build(results or RESULTS, [], codes=CODES)


def rows(verdict: Verdict = Verdict.OPEN, *, article: str = "doubtful", **cells: str) -> list[ReviewRow]:
    """Return the rows of an article, decided and with some cells changed."""
    return [
        row.model_copy(update={"verdict": verdict, "cells": row.cells | cells})
        for row in rows_of(tables(), TEXTS)
        if row.article_id == article
    ]
