"""The optimisation of one stage: rates, moving average, checkpoints, looks at held-out passages."""

from __future__ import annotations

import copy
import json
import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from pipeline import lexicon
from pipeline.language.pieces import PieceTable
from pipeline.language.training.align import Inventory
from pipeline.language.training.batches import stack
from pipeline.language.training.config import StageConfig, TrainingConfig
from pipeline.language.training.dev import DevSets, look
from pipeline.language.training.losses import batch_losses
from pipeline.language.training.network import Network
from pipeline.language.training.pools import joined_pools, lexicon_pools
from pipeline.language.training.segments import name_pools
from pipeline.language.training.windows import Rounds, TrainingSet

CHECKPOINT = "checkpoint.pt"
_REPORT_STEPS = 50
_SMOOTH = 0.98
_LAST_RATE = 0.02
_POOLS_FROM = "mentions"
_ENCODER = ("layers", "position", "norm_input")
_EVENTS = ("events", "linear.action")
Say = Callable[[str], None]


@dataclass
class State:
    """Where the optimisation stands."""

    network: Network
    average: Network
    optimizer: torch.optim.Optimizer
    pieces: int = 0
    steps: int = 0
    round: int = 0
    means: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Task:
    """What one stage trains on and is looked at with."""

    config: TrainingConfig
    stage: StageConfig
    inventory: Inventory
    sets: Sequence[TrainingSet]
    table: PieceTable
    dev: DevSets


def optimise(task: Task, network: Network, folder: Path, *, say: Say) -> Network:
    """Train the network on, or take up the checkpoint in ``folder``; return the averaged network."""
    stage = task.stage
    torch.manual_seed(task.config.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network.to(device)
    state = State(network, copy.deepcopy(network).eval(), make_optimizer(network, stage))
    resume(state, folder / CHECKPOINT, say=say)
    next_look = state.pieces + stage.pieces // stage.looks
    began, begin_pieces = time.monotonic(), state.pieces
    for number, windows in _rounds(task).batches(stage.batch_pieces, first_round=state.round):
        if state.pieces >= stage.pieces:
            break
        state.round = number
        step(state, task, stack(windows, _n_tags(task.inventory)), device)
        if state.steps % _REPORT_STEPS == 0:
            rate = (state.pieces - begin_pieces) / (time.monotonic() - began)
            say(_progress(state, stage, rate))
        if state.pieces >= next_look:
            next_look += stage.pieces // stage.looks
            save(state, folder / CHECKPOINT)
            say(json.dumps(look(state.average, task.inventory, task.table, task.dev)))
    save(state, folder / CHECKPOINT)
    return state.average


def _n_tags(inventory: Inventory) -> int:
    return 1 + 4 * len(inventory.labels)


def _rounds(task: Task) -> Rounds:
    in_domain = [segment for item in task.sets if item.name.startswith(_POOLS_FROM) for segment in item.segments]
    labels = task.inventory.labels
    return Rounds(
        task.sets,
        task.table,
        task.config.text,
        pools=joined_pools(name_pools(in_domain, labels), lexicon_pools(lexicon.shared(), labels)),
        labels=labels,
        seed=f"{task.config.seed}/{task.stage.name}",
    )


def _progress(state: State, stage: StageConfig, rate: float) -> str:
    means = " ".join(f"{name} {value:.3f}" for name, value in state.means.items())
    place = f"{state.pieces / 1e6:.2f} of {stage.pieces / 1e6:.1f} M pieces, round {state.round}, {rate:.0f}/s"
    return f"{stage.name}: {place}: {means}"


def make_optimizer(network: Network, stage: StageConfig) -> torch.optim.Optimizer:
    """Return AdamW with the stage's rates for the encoder, the heads and those of events, no decay on vectors."""
    rates = ((_ENCODER, stage.encoder_rate), (_EVENTS, stage.event_rate))
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, weight in network.named_parameters():
        if weight.requires_grad:
            rate = next((rate for names, rate in rates if name.startswith(names)), stage.head_rate)
            decay = stage.weight_decay if weight.ndim > 1 else 0.0
            groups.setdefault((rate, decay), []).append(weight)
    tables = [
        {"params": weights, "lr": rate, "peak": rate, "weight_decay": decay}
        for (rate, decay), weights in groups.items()
    ]
    return torch.optim.AdamW(tables, betas=(0.9, 0.98), eps=1e-6, fused=True)


def set_rates(optimizer: torch.optim.Optimizer, done: float, warm_up: float) -> None:
    """Set the rates for a share ``done`` of the stage: a linear rise, then a cosine fall to a fiftieth."""
    if done < warm_up:
        factor = done / warm_up
    else:
        fall = min((done - warm_up) / (1 - warm_up), 1.0)
        factor = _LAST_RATE + (1 - _LAST_RATE) * (1 + math.cos(math.pi * fall)) / 2
    for group in optimizer.param_groups:
        group["lr"] = group["peak"] * factor


def step(state: State, task: Task, batch: Mapping[str, Any], device: torch.device) -> None:
    """Take one optimisation step."""
    tensors = {key: torch.from_numpy(value).to(device) for key, value in batch.items()}
    set_rates(state.optimizer, state.pieces / task.stage.pieces, task.stage.warm_up)
    state.network.train()
    with torch.autocast(device.type, torch.bfloat16):
        outputs = state.network(*(tensors[name] for name in ("pieces", "shapes", "breaks", "first", "mask")))
    losses = batch_losses(outputs, tensors, len(task.inventory.relations))
    total = sum(
        (task.config.losses.get(name, 1.0) * value for name, value in losses.items()), torch.zeros((), device=device)
    )
    total.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(state.network.parameters(), 1.0)
    state.optimizer.step()
    state.optimizer.zero_grad(set_to_none=True)
    state.steps += 1
    state.pieces += int((tensors["mask"] == 0).sum())
    _average(state, task.stage.average)
    for name, loss in losses.items():
        state.means[name] = _SMOOTH * state.means.get(name, loss.item()) + (1 - _SMOOTH) * loss.item()


def _average(state: State, decay: float) -> None:
    decay = min(decay, (1 + state.steps) / (10 + state.steps))
    pairs = [
        (old, new)
        for old, new in zip(state.average.parameters(), state.network.parameters(), strict=True)
        if new.requires_grad
    ]
    with torch.no_grad():
        torch._foreach_lerp_([old for old, _ in pairs], [new for _, new in pairs], 1 - decay)


def save(state: State, path: Path) -> None:
    """Write the checkpoint; the old one stays until the new one is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    parts = {name: getattr(state, name).state_dict() for name in ("network", "average", "optimizer")}
    torch.save({**parts, "place": (state.pieces, state.steps, state.round)}, part)
    part.replace(path)


def resume(state: State, path: Path, *, say: Say) -> None:
    """Take up a checkpoint if there is one; the round over the data that was begun is begun again."""
    if not path.is_file():
        return
    saved = torch.load(path, weights_only=True)
    for name in ("network", "average", "optimizer"):
        getattr(state, name).load_state_dict(saved[name])
    state.pieces, state.steps, state.round = saved["place"]
    say(f"resumed at {state.pieces / 1e6:.2f} M pieces")
