"""One run: plans units, has them worked on, merges their results in input order into the run folder's files."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.errors import RunError
from pipeline.records import Record
from pipeline.run.engines import in_process, processes
from pipeline.run.manifest import begin, leftovers, write_report
from pipeline.run.merge import ACTION, check_formats, merge
from pipeline.run.store import Outcome, Places, Store
from pipeline.run.units import Task, make_tasks, make_units
from pipeline.settings import Settings
from pipeline.stages import Plan


class Progress(Record):
    """How far a run is.

    Attributes:
        done: input files done, those of earlier runs included.
        total: input files.
    """

    done: int
    total: int


Report = Callable[[Progress], None]


class RunSummary(Record):
    """What a run did.

    Attributes:
        resumed: input files whose results an earlier run had left.
        seconds: wall time of this run, without what an earlier one spent.
        files: names of the tables in ``folder``.
        notes: what the user should know.
    """

    folder: Path
    articles: int
    failures: int
    people: int
    events: int
    actions: dict[str, int]
    words: int
    resumed: int
    seconds: float
    files: tuple[str, ...]
    notes: tuple[str, ...] = ()


def run_folder(
    root: Path, out: Path, *, settings: Settings, fresh: bool = False, progress: Report | None = None
) -> RunSummary:
    """Read a folder of articles and fill a run folder; go on where an earlier run of it stopped.

    Args:
        root: folder of articles, or one file.
        out: run folder, made where it does not exist.
        settings: of the run.
        fresh: work on everything anew.
        progress: called after every unit.

    Raises:
        ArticleError: if there is no such input.
        RunError: if the run folder cannot be written or is the input, or an export format is unknown.
        ModelError, LexiconError, SettingsError: if model, lexicon or a setting cannot be used.
    """
    started = time.perf_counter()
    formats = tuple(dict.fromkeys(settings.formats))
    check_formats(formats)
    if out.resolve() == root.resolve():
        raise RunError(f"{out}: the run folder cannot be the folder of the articles; choose another --out")
    plan = Plan(settings)
    sources = list(plan.discover(root, leave_out=out))
    store = Store(out)
    store.prepare(fresh=fresh)
    notes = begin(out, store, plan)
    tasks = make_tasks(sources, fingerprint=plan.fingerprint)
    resumed = _work(tasks, store, out, settings, progress)
    extracted = time.perf_counter()
    places = store.done()
    counts, files = merge(_outcomes(tasks, places), out, formats=formats, codes=plan.codes)
    _settle(tasks, store, places)
    ended = time.perf_counter()
    seconds = {"extract": extracted - started, "merge": ended - extracted}
    write_report(out, plan, counts=counts, files=files, seconds=seconds)
    return RunSummary(
        folder=out,
        articles=counts["articles"],
        failures=counts["failures"],
        people=counts["people"],
        events=counts["events"],
        actions={name.removeprefix(ACTION): n for name, n in sorted(counts.items()) if name.startswith(ACTION)},
        words=counts["words"],
        resumed=resumed,
        seconds=ended - started,
        files=tuple(files),
        notes=(*notes, *leftovers(out, files)),
    )


def _work(tasks: list[Task], store: Store, out: Path, settings: Settings, progress: Report | None) -> int:
    """Have all files worked on that are not done; return the number of those that are."""
    done = store.done().keys()
    resumed = finished = sum(task.key in done for task in tasks)
    units = make_units(tasks, done=done, size=settings.unit_size)
    workers = min(settings.workers or os.cpu_count() or 1, max(len(units), 1))
    engine = processes if workers > 1 else in_process
    for unit in engine(units, settings, out, workers):
        finished += len(unit.tasks)
        if progress is not None:
            progress(Progress(done=finished, total=len(tasks)))
    return resumed


def _outcomes(tasks: list[Task], places: Places) -> Iterator[Outcome]:
    for task in tasks:
        yield from places.read(task.key)


def _settle(tasks: list[Task], store: Store, places: Places) -> None:
    """Note the order of the results and drop those of earlier runs that are out of use."""
    try:
        store.write_order(task.key for task in tasks)
        store.forget(places, (task.key for task in tasks))
    except OSError as error:
        raise RunError(f"{store.folder}: cannot write here ({error.strerror or error}); free room") from error
