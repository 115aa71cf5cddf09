"""A model folder: what lies in it, and the record that describes it.

``network.onnx`` (the network), ``tokenizer.json`` (its word-pieces), ``meta.json`` (labels and other value lists,
lemmas, limits, sources, figures). The folder also has a model card and NOTICE for people.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import ModelError
from pipeline.language.lemmas import LemmaTable

NETWORK = "network.onnx"
TOKENIZER = "tokenizer.json"
META = "meta.json"
FORMAT = 1

_LISTS = ("labels", "tags", "pos", "relations")
_EVENT_LISTS = ("actions", "slots")


@dataclass(frozen=True)
class ModelMeta:
    """What the run time must know of a model.

    Attributes:
        labels: entity labels, ``tags`` Penn tags, ``pos`` universal parts of speech, ``relations`` of the
            parse, each in the order of the network's scores.
        actions, slots: of sanction events, likewise; empty for a model that does not read these.
        lemmas: what word endings become, by tag (``language.lemmas``).
        window_pieces: the most word-pieces of one call of the network.
    """

    name: str
    version: str
    labels: tuple[str, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    relations: tuple[str, ...]
    lemmas: LemmaTable
    window_pieces: int
    actions: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()


def is_model_folder(folder: Path) -> bool:
    """Return whether the folder holds a model of ours."""
    return (folder / META).is_file() and (folder / NETWORK).is_file()


def read_meta(folder: Path) -> ModelMeta:
    """Read ``meta.json``.

    Raises:
        ModelError: if it is missing, broken or written for another version of the package.
    """
    path = folder / META
    try:
        raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelError(
            f"{path} cannot be read ({error.strerror}); give a folder made by `sanction-events train`"
        ) from error
    except json.JSONDecodeError as error:
        raise ModelError(f"{path} is not valid JSON ({error}); copy the model folder again") from error
    if raw.get("format") != FORMAT:
        raise ModelError(
            f"{path}: format {raw.get('format')!r}, this version reads {FORMAT}; "
            "train the model again or install the version it came with"
        )
    missing = [key for key in ("name", "version", "window_pieces", "lemmas", *_LISTS) if key not in raw]
    if missing:
        raise ModelError(f"{path}: {', '.join(missing)} missing; copy the model folder again")
    lists = {key: tuple(raw[key]) for key in _LISTS}
    events = {key: tuple(raw.get(key, ())) for key in _EVENT_LISTS}
    return ModelMeta(
        raw["name"], raw["version"], window_pieces=int(raw["window_pieces"]), lemmas=raw["lemmas"], **lists, **events
    )
