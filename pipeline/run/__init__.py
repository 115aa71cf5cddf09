"""Runs the pipeline over a folder: units of work, workers, resume, merged tables."""

from __future__ import annotations

from pipeline.run.benchmark import Speed, measure_speed
from pipeline.run.folder import RunSummary, run_folder
from pipeline.run.memory import MemoryUse, measure_memory
from pipeline.run.progress import Progress
from pipeline.run.reading import FinishedRun, read_run, results
from pipeline.run.scaling import Scaling, measure_scaling

__all__ = [
    "FinishedRun", "MemoryUse", "Progress", "RunSummary", "Scaling", "Speed", "measure_memory", "measure_scaling",
    "measure_speed", "read_run", "results", "run_folder",
]  # fmt: skip
