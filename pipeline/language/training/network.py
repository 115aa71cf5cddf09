"""The network in torch: a MiniLM encoder, word features, one head per question about a word.

Word-pieces go in, one row per word comes out: the last layer computes only the first piece of every word, since
nothing else is read. Every head is linear or bilinear over that row joined with the word's features.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from pipeline.language.training.event_head import EventHead
from pipeline.language.words import N_BREAKS, N_SHAPES


@dataclass(frozen=True)
class NetworkShape:
    """Sizes of the network.

    Attributes:
        outputs: number of classes of every linear head by name.
        slots: of sanction events; without any the network does not read events.
    """

    outputs: dict[str, int]
    dependencies: int
    vocabulary: int = 30522
    positions: int = 512
    width: int = 384
    inner: int = 1536
    layers: int = 6
    attention_heads: int = 12
    feature_width: int = 16
    arc_width: int = 256
    relation_width: int = 64
    slots: int = 0
    slot_width: int = 64
    dropout: float = 0.1


def attend(query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None) -> Tensor:
    """Return softmax attention in the inputs' own precision.

    Autocast would compute the softmax in fp32, and the fused CPU kernel has a slow backward pass for heads this narrow:
    written out in bfloat16 it trains the whole network about 1.5 times faster.
    """
    with torch.autocast(query.device.type, enabled=False):
        scores = (query * query.shape[-1] ** -0.5) @ key.transpose(-1, -2)
        if mask is not None:
            scores += mask.to(scores.dtype)
        return torch.softmax(scores, dim=-1) @ value


def drop(states: Tensor, rate: float, *, training: bool) -> Tensor:
    """Return dropout of the states; a random byte decides per cell, far cheaper on CPU than Bernoulli draws."""
    if not training or rate == 0.0:
        return states
    words = -(-states.numel() // 8)
    low, high = torch.iinfo(torch.int64).min, torch.iinfo(torch.int64).max
    noise = torch.randint(low, high, (words,), device=states.device).view(torch.uint8)[: states.numel()]
    threshold = round(rate * 256)
    kept = (noise >= threshold).view(states.shape)
    return states * kept.to(states.dtype) * (256 / (256 - threshold))


class EncoderLayer(nn.Module):
    """One post-norm transformer layer (BERT) that can answer for chosen rows only."""

    def __init__(self, shape: NetworkShape) -> None:
        super().__init__()
        self.heads = shape.attention_heads
        self.dropout = shape.dropout
        self.query, self.key, self.value, self.mix = (nn.Linear(shape.width, shape.width) for _ in range(4))
        self.norm_attention = nn.LayerNorm(shape.width, eps=1e-12)
        self.widen = nn.Linear(shape.width, shape.inner)
        self.narrow = nn.Linear(shape.inner, shape.width)
        self.norm_output = nn.LayerNorm(shape.width, eps=1e-12)

    def forward(self, states: Tensor, mask: Tensor | None, rows: Tensor) -> Tensor:
        """Return the new states of ``rows``, which attend to all ``states``."""
        query, key, value = (self._split(part) for part in (self.query(rows), self.key(states), self.value(states)))
        mixed = self.mix(attend(query, key, value, mask).transpose(1, 2).reshape(rows.shape))
        rows = self.norm_attention(rows + drop(mixed, self.dropout, training=self.training))
        inner = self.narrow(functional.gelu(self.widen(rows)))
        return cast(Tensor, self.norm_output(rows + drop(inner, self.dropout, training=self.training)))

    def _split(self, states: Tensor) -> Tensor:
        batch, length, width = states.shape
        return states.view(batch, length, self.heads, width // self.heads).transpose(1, 2)


class Network(nn.Module):
    """Encoder, word features and heads.

    ``forward`` takes ``pieces``, ``shapes`` and ``breaks`` of shape (batch, pieces), ``first`` (batch, words: where
    every word's first piece is) and an optional ``mask`` (batch, 1, 1, pieces; 0, or very negative for padding). It
    returns by name the linear heads' scores (batch, words, classes) and the parts of the parse: ``arcs`` (batch, words,
    1 + words; column 0 is the root), ``relation_dependent`` (batch, words, relations * width), ``relation_head``
    (batch, 1 + words, width). A network with slots also returns the parts of these (``EventHead``).
    """

    def __init__(self, shape: NetworkShape) -> None:
        super().__init__()
        self.shape = shape
        self.word_pieces = nn.Embedding(shape.vocabulary, shape.width)
        self.position = nn.Embedding(shape.positions, shape.width)
        self.norm_input = nn.LayerNorm(shape.width, eps=1e-12)
        self.shape_input = nn.Embedding(N_SHAPES, shape.width)
        self.break_input = nn.Embedding(N_BREAKS, shape.width)
        nn.init.zeros_(self.shape_input.weight)
        nn.init.zeros_(self.break_input.weight)
        self.layers = nn.ModuleList(EncoderLayer(shape) for _ in range(shape.layers))
        self.features = nn.Embedding(N_SHAPES, shape.feature_width)
        self.break_features = nn.Embedding(N_BREAKS, shape.feature_width)
        joined = shape.width + 2 * shape.feature_width
        self.linear = nn.ModuleDict({name: nn.Linear(joined, size) for name, size in shape.outputs.items()})
        self.root = nn.Parameter(torch.zeros(1, 1, joined))
        self.arc_dependent = nn.Linear(joined, shape.arc_width)
        self.arc_head = nn.Linear(joined, shape.arc_width)
        self.arc_weight = nn.Linear(shape.arc_width, shape.arc_width, bias=False)
        self.arc_prior = nn.Linear(shape.arc_width, 1, bias=False)
        self.dependent = nn.Linear(joined, shape.relation_width)
        self.head = nn.Linear(joined, shape.relation_width)
        self.relation_weight = nn.Linear(shape.relation_width, shape.dependencies * (shape.relation_width + 1))
        self.events = EventHead(joined, shape.slots, shape.slot_width) if shape.slots else None

    def forward(
        self, pieces: Tensor, shapes: Tensor, breaks: Tensor, first: Tensor, mask: Tensor | None = None
    ) -> dict[str, Tensor]:
        """Return every head's scores for every word; see the class."""
        rows = self._rows(self.encode(pieces, shapes, breaks, first, mask), shapes, breaks, first)
        outputs = {name: head(rows) for name, head in self.linear.items()}
        outputs.update(self._parse(rows))
        if self.events is not None:
            outputs.update(self.events(rows))
        return outputs

    def encode(self, pieces: Tensor, shapes: Tensor, breaks: Tensor, first: Tensor, mask: Tensor | None) -> Tensor:
        """Return the last layer's state of every word, shape (batch, words, width)."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.word_pieces(pieces) + self.position(places) + self.shape_input(shapes) + self.break_input(breaks)
        states = self._drop(self.norm_input(states))
        for layer in list(self.layers)[:-1]:
            states = layer(states, mask, states)
        chosen = first.unsqueeze(-1).expand(-1, -1, states.shape[-1])
        return cast(Tensor, self.layers[-1](states, mask, states.gather(1, chosen)))

    def _rows(self, states: Tensor, shapes: Tensor, breaks: Tensor, first: Tensor) -> Tensor:
        own = self.features(shapes.gather(1, first)), self.break_features(breaks.gather(1, first))
        return self._drop(torch.cat((states, *own), dim=-1))

    def _drop(self, states: Tensor) -> Tensor:
        return drop(states, self.shape.dropout, training=self.training)

    def _parse(self, rows: Tensor) -> dict[str, Tensor]:
        heads = torch.cat((self.root.expand(rows.shape[0], -1, -1).to(rows.dtype), rows), dim=1)
        arc_heads = self._drop(functional.gelu(self.arc_head(heads)))
        arc_dependents = self.arc_weight(self._drop(functional.gelu(self.arc_dependent(rows))))
        arcs = arc_dependents @ arc_heads.transpose(1, 2) + self.arc_prior(arc_heads).transpose(1, 2)
        dependents = self.relation_weight(self._drop(functional.gelu(self.dependent(rows))))
        return {
            "arcs": arcs,
            "relation_dependent": dependents,
            "relation_head": self._drop(functional.gelu(self.head(heads))),
        }


def relation_scores(dependents: Tensor, heads: Tensor, relations: int) -> Tensor:
    """Return relation scores (batch, words, relations) of words with their chosen heads' rows.

    Args:
        dependents: the network's ``relation_dependent``.
        heads: ``relation_head`` rows of every word's head, shape (batch, words, width).
        relations: how many there are.
    """
    batch, words, _ = dependents.shape
    table = dependents.view(batch, words, relations, -1)
    with_bias = torch.cat((heads, torch.ones_like(heads[..., :1])), dim=-1)
    return (table @ with_bias.unsqueeze(-1)).squeeze(-1)
