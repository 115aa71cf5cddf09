"""Runs a torch network over windows, for selection and for filling gaps; ``language.network`` is the run time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray

from pipeline.language.training.align import Segment
from pipeline.language.training.batches import stack
from pipeline.language.training.network import Network
from pipeline.language.training.window import Window
from pipeline.language.words import START

Outputs = dict[str, NDArray[np.float32]]

_BATCH = 32


def predict(network: Network, windows: Sequence[Window], n_tags: int) -> list[Outputs]:
    """Return every window's scores by head, one row per word (``relation_head`` has one more, the root first)."""
    network.eval()
    device = next(network.parameters()).device
    order = sorted(range(len(windows)), key=lambda i: len(windows[i].inputs["pieces"]))
    results: list[Outputs] = [{} for _ in windows]
    for begin in range(0, len(order), _BATCH):
        chosen = order[begin : begin + _BATCH]
        batch = stack([windows[i] for i in chosen], n_tags)
        inputs = [torch.from_numpy(batch[name]).to(device) for name in ("pieces", "shapes", "breaks", "first", "mask")]
        with torch.inference_mode(), torch.autocast(device.type, torch.bfloat16):
            outputs = network(*inputs)
        for row, i in enumerate(chosen):
            size = len(windows[i].tags)
            for name, value in outputs.items():
                rows = None if name == "slot_distance" else size + (name == "relation_head")
                results[i][name] = value[row, :rows].detach().float().cpu().numpy()
            results[i]["arcs"] = results[i]["arcs"][:, : size + 1]
    return results


def standing_alone(segment: Segment) -> Segment:
    """Return the segment as the beginning of a text."""
    breaks = segment.breaks.copy()
    breaks[:1] = START
    return replace(segment, breaks=breaks)
