"""The page that people look at: a finished run as one file that any browser opens, without a network.

``write_report`` takes frames and records and writes the page. Everything from articles stands in it as JSON that is
shown as text; the page's own style and script are the only ones that its content security policy lets run.
``run_changes`` compares the events of two runs, ``result_html`` shows one article in a notebook.
"""

from __future__ import annotations

from pipeline.report.changes import CellChange, EventChange, EventRow, RunChanges, run_changes
from pipeline.report.notebook import result_html
from pipeline.report.writing import write_report

__all__ = ["CellChange", "EventChange", "EventRow", "RunChanges", "result_html", "run_changes", "write_report"]
