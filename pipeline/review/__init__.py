"""The review loop: doubtful events to a sheet that people decide on, their decisions to gold that ``evaluate`` counts.

``open_rows`` picks the events; ``write_sheet`` and ``write_tasks`` lay them out for a spreadsheet or Label Studio,
``read_sheet`` and ``read_tasks`` take the decisions back; ``Decisions`` keeps them by content, so that they hold for
every later run over the same texts; ``write_gold`` makes gold files of the articles that are decided whole.
"""

from __future__ import annotations

from pipeline.review.decisions import Decisions
from pipeline.review.gold import Written, write_gold
from pipeline.review.rows import ReviewRow, Verdict, open_rows
from pipeline.review.sheet import read_sheet, write_sheet
from pipeline.review.tasks import read_tasks, write_tasks

__all__ = [
    "Decisions", "ReviewRow", "Verdict", "Written", "open_rows", "read_sheet", "read_tasks", "write_gold",
    "write_sheet", "write_tasks",
]  # fmt: skip
