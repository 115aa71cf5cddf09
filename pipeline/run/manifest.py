"""What a run folder tells of its run: ``run.json`` when it is finished, a note in ``.work`` from its beginning."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline.errors import RunError
from pipeline.export import EXPORTERS
from pipeline.export.base import temporary
from pipeline.run.ledger import LEDGER
from pipeline.run.store import Store
from pipeline.stages import Plan

_REPORT = "run.json"
_BEGUN = "begun.json"


def begin(out: Path, store: Store, plan: Plan) -> tuple[str, ...]:
    """Note what the results depend on, and return what differs from the run that began this folder.

    The report of an earlier run goes away, as tables without ``run.json`` are those of an unfinished run; so does what
    a killed run left half written.

    Raises:
        RunError: if the folder cannot be written.
    """
    now = plan.description
    earlier = _object(store.read_note(_BEGUN))
    changed = [name for name in now if earlier and earlier.get(name) != now[name]]
    try:
        for path in (out / _REPORT, *_half_written(out)):
            path.unlink(missing_ok=True)
        store.note(_BEGUN, json.dumps(now))
    except OSError as error:
        raise RunError(f"{out}: cannot write here ({error.strerror or error}); choose another --out") from error
    if not changed:
        return ()
    verb = "differs" if len(changed) == 1 else "differ"
    return (f"{', '.join(changed)} {verb} from the run that began {out}: all articles are worked on anew",)


def leftovers(out: Path, written: Sequence[str]) -> tuple[str, ...]:
    """Say which tables of other formats an earlier run has left in the folder."""
    known = (name for exporter in EXPORTERS.values() for name in exporter.FILES.values())
    left = [name for name in known if name not in written and (out / name).exists()]
    return (f"of an earlier run, not of this one: {', '.join(left)}",) if left else ()


def write_report(
    out: Path,
    plan: Plan,
    *,
    counts: Mapping[str, int],
    files: Sequence[str],
    seconds: Mapping[str, float],
    stages: Mapping[str, float],
) -> None:
    """Write ``run.json``: everything but ``timings`` and ``machine`` is the same for the same input.

    Timings are seconds: of the run's three phases by the clock, of the stages by all workers together; what an earlier
    run had done is not in them.

    Raises:
        RunError: if it cannot be written.
    """
    report: dict[str, Any] = {
        **plan.description,
        "fingerprint": plan.fingerprint,
        "watchlist": plan.watchlist,
        "files": list(files),
        **({"raw_csv": True} if plan.settings.raw_csv else {}),
        **({"storage": plan.settings.storage} if plan.settings.storage else {}),
        "counts": dict(sorted(counts.items())),
        "timings": {**_rounded(seconds), "stages": _rounded(stages)},
        "machine": {
            "python": platform.python_version(),
            "system": platform.system(),
            "spacy": version("spacy"),
            "onnxruntime": version("onnxruntime"),
        },
    }
    part = temporary(out / _REPORT)
    try:
        part.write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        part.replace(out / _REPORT)
    except OSError as error:
        raise RunError(f"{out}: cannot write {_REPORT} ({error.strerror or error}); choose another --out") from error


def read_report(out: Path) -> dict[str, Any]:
    """Return the report of a finished run.

    Raises:
        RunError: if the folder holds none.
    """
    report = _read(out / _REPORT)
    if not report:
        raise RunError(f"{out}: no finished run here ({_REPORT} is missing); give the folder that `run --out` filled")
    return report


def _half_written(out: Path) -> list[Path]:
    """Return the names under which a killed run may have left its tables."""
    names = [name for exporter in EXPORTERS.values() for name in exporter.FILES.values()]
    return [temporary(out / name) for name in (*names, LEDGER, _REPORT)]


def _rounded(seconds: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 3) for name, value in seconds.items()}


def _read(path: Path) -> dict[str, Any]:
    """Return the JSON object in a file, empty where there is none."""
    try:
        return _object(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return {}


def _object(text: str) -> dict[str, Any]:
    """Return the JSON object of a text, empty where it is none."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
