"""Runs the pipeline over a folder: units of work, workers, resume, merged tables."""

from __future__ import annotations

from pipeline.run.benchmark import Speed, measure_speed
from pipeline.run.folder import Progress, RunSummary, run_folder
from pipeline.run.reading import FinishedRun, read_run, results

__all__ = [
    "FinishedRun", "Progress", "RunSummary", "Speed", "measure_speed", "read_run", "results", "run_folder",
]  # fmt: skip
