"""One run: plans units, has them worked on, merges their results in input order into the run folder's files."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from pipeline.errors import RunError
from pipeline.records import Record
from pipeline.run.duplicates import find_duplicates
from pipeline.run.engines import Engine, in_process, processes, ray_cluster
from pipeline.run.ledger import Ledger
from pipeline.run.lock import locked
from pipeline.run.manifest import begin, leftovers, write_report
from pipeline.run.merge import ACTION, Gatherer, check_formats, merge
from pipeline.run.progress import Report, Tracker
from pipeline.run.store import Places, Store
from pipeline.run.units import Task, Unit, make_tasks, make_units
from pipeline.settings import Settings
from pipeline.stages import Plan, Source

_UNITS_PER_WORKER = 3
"""Units that make another process worth its start, where the number of processes is ours to choose."""


class RunSummary(Record):
    """What a run did.

    Attributes:
        skipped: files that are no input or of a kind that is not read; ``ledger.csv`` names them.
        duplicates: articles that repeat an earlier one, exactly or nearly; their status says which.
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
    skipped: int = 0
    duplicates: int = 0
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
        RunError: if the run folder cannot be written, is the input or is another run's at this moment, or if an export
            format is unknown.
        ModelError, LexiconError, SettingsError, WatchlistError: if model, lexicon or a setting cannot be used.
    """
    started = time.perf_counter()
    check_formats(settings.formats)
    if out.resolve() == root.resolve():
        raise RunError(f"{out}: the run folder cannot be the folder of the articles; choose another --out")
    plan = Plan(settings)
    gatherer = plan.gatherer()
    sources = list(plan.discover(root, leave_out=out))
    with locked(out):
        store = Store(out, storage=settings.storage)
        store.prepare(fresh=fresh)
        notes = begin(out, store, plan)
        pieces = (piece for source in sources if not source.skipped for piece in plan.pieces(source))
        tasks = list(make_tasks(pieces, fingerprint=plan.fingerprint))
        planned = time.perf_counter()
        resumed, stages = _work(tasks, store, out, settings, progress)
        extracted = time.perf_counter()
        counts, files = _merge(tasks, store, out, sources=sources, plan=plan, gatherer=gatherer)
        ended = time.perf_counter()
        seconds = {"plan": planned - started, "extract": extracted - planned, "merge": ended - extracted}
        write_report(out, plan, counts=counts, files=files, seconds=seconds, stages=stages)
    notes = (*notes, *leftovers(out, files))
    return _summary(out, counts, files=files, notes=notes, resumed=resumed, seconds=ended - started)


def _summary(
    out: Path, counts: Counter[str], *, files: Sequence[str], notes: Sequence[str], resumed: int, seconds: float
) -> RunSummary:
    return RunSummary(
        folder=out,
        articles=counts["articles"],
        failures=counts["failures"],
        people=counts["people"],
        events=counts["events"],
        actions={name.removeprefix(ACTION): n for name, n in sorted(counts.items()) if name.startswith(ACTION)},
        words=counts["words"],
        skipped=counts["skipped"],
        duplicates=counts["duplicates"] + counts["near_duplicates"],
        resumed=resumed,
        seconds=seconds,
        files=tuple(files),
        notes=tuple(notes),
    )


def _work(
    tasks: list[Task], store: Store, out: Path, settings: Settings, progress: Report | None
) -> tuple[int, dict[str, float]]:
    """Have all files worked on that are not done; return the number of those that are, and seconds by stage."""
    done = store.done().finished()
    units = make_units(tasks, done=done, size=settings.unit_size)
    resumed = sum(task.key in done for task in tasks)
    tracker = Tracker(resumed=resumed, total=len(tasks), report=progress)
    engine, workers = _engine(units, settings)
    for finished in engine(units, settings, out, workers):
        tracker.add(finished)
    return resumed, dict(tracker.stages)


def _engine(units: Sequence[Unit], settings: Settings) -> tuple[Engine, int]:
    """Choose who works, and how many at most."""
    count = max(len(units), 1)
    if settings.engine == "ray":
        most = count if settings.address else os.cpu_count() or 1
        return ray_cluster, min(settings.workers or most, count)
    workers = settings.workers or min(os.cpu_count() or 1, -(-count // _UNITS_PER_WORKER))
    # Who asks for several processes gets at least one: this process then outlives an article that kills it.
    return (processes if workers > 1 else in_process), min(workers, count)


def _merge(
    tasks: list[Task], store: Store, out: Path, *, sources: Sequence[Source], plan: Plan, gatherer: Gatherer
) -> tuple[Counter[str], list[str]]:
    """Write the tables and the ledger; return counts and file names."""
    places = store.done()
    ledger = _ledger(out, sources, plan.settings)
    entries = [places.entry(task.key) for task in tasks]
    duplicates = find_duplicates(b"".join(entry.marks for entry in entries))
    stories = plan.stories((entry.told for entry in entries), repeats=duplicates)
    found = merge(
        (found for task in tasks for found in ledger.watch(task.source, places.read(task.key))),
        out,
        formats=plan.settings.formats,
        codes=plan.codes,
        gatherer=lambda result: stories.told(gatherer(result)),
        duplicates=duplicates,
        ledger=ledger,
        raw=plan.settings.raw_csv,
    )
    _settle(tasks, store, places)
    return found


def _ledger(out: Path, sources: Sequence[Source], settings: Settings) -> Ledger:
    """Begin the ledger with what is no input."""
    try:
        ledger = Ledger(out, raw=settings.raw_csv)
        ledger.skip(source for source in sources if source.skipped)
    except OSError as error:
        raise RunError(
            f"{out}: cannot write the tables ({error.strerror or error}); free room or choose another --out"
        ) from error
    return ledger


def _settle(tasks: list[Task], store: Store, places: Places) -> None:
    """Note the order of the results and drop those of earlier runs that are out of use."""
    try:
        store.write_order(task.key for task in tasks)
        store.forget(places, (task.key for task in tasks))
    except OSError as error:
        raise RunError(f"{store.place}: cannot write here ({error.strerror or error}); free room") from error
