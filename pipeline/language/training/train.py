"""From the data folder to a model folder: every stage in turn, each taken up where it was left."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import torch

from pipeline.language.pieces import PieceTable
from pipeline.language.training.card import write_card
from pipeline.language.training.config import StageConfig, TrainingConfig, read_config
from pipeline.language.training.data import Corpus, load_corpus
from pipeline.language.training.dev import DevSets, look
from pipeline.language.training.devsets import make_dev_sets
from pipeline.language.training.encoder import find_encoder, freeze, load_encoder, new_network
from pipeline.language.training.export import write_model
from pipeline.language.training.loop import Task, optimise
from pipeline.language.training.network import Network
from pipeline.language.training.silver import Filler, silver_sets

FINAL = "final.pt"
_LOG = logging.getLogger(__name__)
_VERSIONED = ("torch", "onnx", "onnxruntime", "spacy", "tokenizers", "numpy")


def train(
    config_path: Path | None,
    data_dir: Path,
    out_dir: Path,
    *,
    encoder: Path | None = None,
    work_dir: Path | None = None,
    say: Callable[[str], None] = _LOG.info,
) -> Path:
    """Train a language model and return its folder, ``out_dir / <name>``.

    A run that was broken off goes on from its last checkpoint when it is given the same ``work_dir``.

    Args:
        config_path: TOML file, or None for the shipped model's.
        data_dir: folder of the sets that the configuration names.
        out_dir: folder for the model folder.
        encoder: folder of the pretrained encoder; the installed package's when not given.
        work_dir: folder for checkpoints, ``out_dir / <name>.training`` when not given.
        say: told of the progress, a line at a time.

    Raises:
        ModelError: if the configuration, a data file or the encoder is missing or wrong.
    """
    config = read_config(config_path)
    work_dir = work_dir or out_dir / f"{config.name}.training"
    source = find_encoder(encoder)
    corpus = load_corpus(config, data_dir, say=say)
    table = PieceTable(source / "tokenizer.json")
    dev = make_dev_sets(config, corpus, data_dir)
    network = new_network(config.network, corpus.inventory)
    load_encoder(network, source / "model.safetensors")
    for stage in config.stages:
        network = _stage(config, stage, corpus, network, table, work_dir, data_dir=data_dir, dev=dev, say=say)
    figures = look(network, corpus.inventory, table, dev)
    about = describe(config, figures)
    folder = out_dir / config.name
    write_model(
        folder, network, corpus.inventory, source / "tokenizer.json", window_pieces=config.text.max_pieces, about=about
    )
    write_card(folder, config, about)
    say(f"written to {folder}")
    return folder


def _stage(
    config: TrainingConfig,
    stage: StageConfig,
    corpus: Corpus,
    network: Network,
    table: PieceTable,
    work_dir: Path,
    *,
    data_dir: Path,
    dev: DevSets,
    say: Callable[[str], None],
) -> Network:
    folder = work_dir / stage.name
    final = folder / FINAL
    if final.is_file():
        network.load_state_dict(torch.load(final, weights_only=True))
        say(f"{stage.name}: done before")
        return network
    sets = corpus.sets
    if stage.silver:
        filler = Filler(network, corpus.inventory, table, config.silver)
        sets = silver_sets(corpus, config, data_dir, filler, say=say)
    sets = [replace(item, weight=stage.weights.get(item.name, item.weight)) for item in sets]
    freeze(network, stage.frozen)
    network = optimise(Task(config, stage, corpus.inventory, sets, table, dev), network, folder, say=say)
    say(json.dumps(look(network, corpus.inventory, table, dev)))
    torch.save(network.state_dict(), final)
    return network


def describe(config: TrainingConfig, figures: dict[str, Any]) -> dict[str, Any]:
    """Return what ``meta.json`` tells of the model beside its value lists."""
    return {
        "name": config.name,
        "version": config.version,
        "licence": "CC BY-SA 4.0",
        "encoder": "all-MiniLM-L6-v2 (Apache-2.0), word vectors unchanged",
        "versions": {name: _version(name) for name in _VERSIONED},
        "sources": [
            {"name": item.name, "source": item.source, "licence": item.licence} for item in [*config.sets, *config.raw]
        ],
        "stages": [stage.model_dump() for stage in config.stages],
        "held_out_figures": figures,
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"
