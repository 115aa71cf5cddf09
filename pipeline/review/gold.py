"""Gold of decided articles: only those of which every event of the run is decided, as gold must be whole.

Such gold says ``"annotated": ["events"]``; nothing is scored of what nobody looked at.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import Field

from pipeline.errors import GoldError
from pipeline.evaluate import standoff_json
from pipeline.evaluate.gold import parse_gold, text_sha256
from pipeline.records import Record
from pipeline.review.decisions import Decisions
from pipeline.review.rows import ReviewRow, Verdict, rows_of
from pipeline.tables import JOINER, Frames
from pipeline.vocabularies import Slot

_PARTS = ("events",)
_SINGLE = (Slot.LAW.value, Slot.DATE.value)


class Written(Record):
    """What ``write_gold`` did.

    Attributes:
        articles: those of which gold was written.
        waiting: articles with some decisions, and how many of their events still wait for one.
    """

    articles: tuple[str, ...] = ()
    waiting: dict[str, int] = Field(default_factory=dict)


def write_gold(tables: Frames, texts: Mapping[str, str], decisions: Decisions, folder: Path) -> Written:
    """Write the gold of every article of a run of which all events are decided.

    Args:
        tables: of the run.
        texts: article id to text.
        decisions: of reviewers.
        folder: for the gold files, one per article.

    Raises:
        GoldError: a decision does not fit its article, or gold of another origin is in the way; nothing is written.
        OSError: if a file cannot be written.
    """
    found: dict[str, list[ReviewRow]] = {}
    for row in rows_of(tables, texts):
        found.setdefault(row.article_id, []).append(row)
    waiting: dict[str, int] = {}
    gold: dict[str, str] = {}
    published = dict(zip(tables["articles"]["article_id"], tables["articles"]["published"], strict=True))
    for article, rows in found.items():
        decided = [decisions.by_key[row.key] for row in rows if row.key in decisions.by_key]
        if decided and len(decided) < len(rows):
            waiting[article] = len(rows) - len(decided)
        elif decided:
            _check_free(folder / f"{article}.json")
            kept = [row for row in (*decided, *decisions.added.get(article, ())) if row.verdict is Verdict.RIGHT]
            gold[article] = _gold(article, texts[article], published[article], kept)
    folder.mkdir(parents=True, exist_ok=True)
    for article, content in gold.items():
        (folder / f"{article}.json").write_text(content, encoding="utf-8")
    return Written(articles=tuple(gold), waiting=waiting)


def _check_free(path: Path) -> None:
    """Raise where there is gold that no review wrote."""
    if not path.is_file():
        return
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        raw = {}
    if not isinstance(raw, dict) or raw.get("annotated") != list(_PARTS):
        raise GoldError(f"{path}: there is gold of another origin; give another --gold folder, or correct it by hand")


def _gold(article: str, text: str, published: str, rows: list[ReviewRow]) -> str:
    raw = {
        "article_id": article,
        "published": published or None,
        "sha256": text_sha256(text),
        "annotated": list(_PARTS),
        "events": [_event(row, text) for row in rows],
    }
    annotation, check = parse_gold(raw, text)
    if check.problems:
        told = "; ".join(_named(problem, rows) for problem in check.problems)
        raise GoldError(f"{article}: {told}")
    return standoff_json(annotation, text)


def _named(problem: str, rows: list[ReviewRow]) -> str:
    """Say which row a problem is of: ``events[2].action: ...`` names its evidence."""
    number = problem.partition("[")[2].partition("]")[0]
    return f'"{rows[int(number)].evidence}": {problem}' if number.isdecimal() else problem


def _event(row: ReviewRow, text: str) -> dict[str, Any]:
    count = row.cells[Slot.TARGET_COUNT.value]
    return {
        "action": row.cells["action"],
        "evidence": _evidence(row, text),
        Slot.TARGET_COUNT.value: int(count) if count.isdecimal() else count or None,
        **{name: row.cells[name] or None for name in _SINGLE},
        **{
            slot.value: [value.strip() for value in row.cells[slot.value].split(JOINER.strip()) if value.strip()]
            for slot in Slot
            if slot is not Slot.TARGET_COUNT and slot.value not in _SINGLE
        },
    }


def _evidence(row: ReviewRow, text: str) -> Any:
    """Return the evidence as offsets: where the run had it, else the one place in the article; else as its words.

    Spreadsheets change line ends, so blanks of one kind are as good as those of another.
    """
    words = re.compile(r"\s+".join(map(re.escape, row.evidence.split())))
    here = words.match(text, row.start) if row.start is not None else None
    places = [here] if here else list(words.finditer(text))
    if not row.evidence or len(places) != 1:
        return row.evidence
    return {"start": places[0].start(), "end": places[0].end()}
