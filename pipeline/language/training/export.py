"""Turns a trained network into a model folder: ONNX graph, dynamic int8, value lists."""

from __future__ import annotations

import json
import shutil
import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from pipeline.language.model_files import FORMAT, META, NETWORK, TOKENIZER
from pipeline.language.network import EVENT_OUTPUTS, OUTPUTS
from pipeline.language.training.align import Inventory
from pipeline.language.training.network import Network

_INPUTS = ("pieces", "shapes", "breaks", "first")
_QUANTISED = ["MatMul", "Gemm", "Gather"]
_CONSTANT = "slot_distance"
_OPSET = 17


class RunTimeGraph(nn.Module):
    """The network for one window without a batch axis; heads that only choose return their choice."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.outputs = OUTPUTS if network.events is None else OUTPUTS + EVENT_OUTPUTS

    def forward(self, pieces: Tensor, shapes: Tensor, breaks: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Return the ``outputs`` for the window."""
        outputs = self.network(pieces[None], shapes[None], breaks[None], first[None])
        words = first.shape[0]
        relations = self.network.shape.dependencies
        results = {name: value[0] for name, value in outputs.items()}
        for name in ("tag", "pos"):
            results[name] = results[name].argmax(-1)
        results["sentence"] = results["sentence"][:, 1] - results["sentence"][:, 0]
        results["relation_dependent"] = results["relation_dependent"].view(words, relations, -1)
        if self.network.events is not None:
            results["slot_trigger"] = results["slot_trigger"].view(words, self.network.shape.slots, -1)
        return tuple(results[name] for name in self.outputs)


def export_network(network: Network, path: Path, *, quantise: bool = True) -> None:
    """Write the network as an ONNX graph, weights in int8 per channel unless told otherwise."""
    graph = RunTimeGraph(network.float().cpu()).eval()
    window = torch.arange(6)
    example = (window + 1000, window % 3, window % 3, torch.tensor([1, 2, 4]))
    axes = (
        {name: {0: "pieces"} for name in _INPUTS[:3]}
        | {"first": {0: "words"}}
        | {name: {0: "words"} for name in graph.outputs if name != _CONSTANT}
    )
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        # torch announces another exporter at every call, and warns of sizes that are the same in every window.
        warnings.simplefilter("ignore")
        plain = Path(scratch) / "plain.onnx"
        torch.onnx.export(
            graph,
            example,
            str(plain),
            input_names=list(_INPUTS),
            output_names=list(graph.outputs),
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )
        if quantise:
            quantize_dynamic(
                str(plain), str(path), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=_QUANTISED
            )
        else:
            shutil.copyfile(plain, path)
    onnx.checker.check_model(str(path))


def write_model(
    folder: Path,
    network: Network,
    inventory: Inventory,
    tokenizer: Path,
    *,
    window_pieces: int,
    about: Mapping[str, Any],
    quantise: bool = True,
) -> None:
    """Write a model folder that the run time can load."""
    folder.mkdir(parents=True, exist_ok=True)
    export_network(network, folder / NETWORK, quantise=quantise)
    settings = json.loads(tokenizer.read_text(encoding="utf-8"))
    settings["padding"] = settings["truncation"] = None
    (folder / TOKENIZER).write_text(json.dumps(settings, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    meta = {
        "format": FORMAT,
        **about,
        "window_pieces": window_pieces,
        "labels": inventory.labels,
        "tags": inventory.tags,
        "pos": inventory.pos,
        "relations": inventory.relations,
        "actions": inventory.actions,
        "slots": inventory.slots,
        "lemmas": inventory.lemmas,
    }
    (folder / META).write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
