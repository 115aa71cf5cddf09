"""The head that finds what fills the slots of a sanction event, given a word that carries the action."""

from __future__ import annotations

from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from pipeline.language.distances import EDGES, N_DISTANCES

_RARE = -4.0
"""Score of every word before training: few words fill a slot."""


class EventHead(nn.Module):
    """Per slot a bilinear form between the trigger's row and a word's, and what the distance between them says.

    ``forward`` takes rows of shape (batch, words, joined) and returns ``slot_trigger`` (batch, words, slots *
    (width + 1)), ``slot_word`` (batch, words, width) and ``slot_distance`` (batch, distances, slots); ``slot_scores``
    makes scores of them.
    """

    def __init__(self, joined: int, slots: int, width: int) -> None:
        super().__init__()
        self.trigger = nn.Linear(joined, width)
        self.word = nn.Linear(joined, width)
        self.weight = nn.Linear(width, slots * (width + 1))
        self.distance = nn.Parameter(torch.zeros(N_DISTANCES, slots))
        with torch.no_grad():
            self.weight.bias.view(slots, width + 1)[:, -1] = _RARE

    def forward(self, rows: Tensor) -> dict[str, Tensor]:
        """Return the parts of the scores; see the class."""
        return {
            "slot_trigger": cast(Tensor, self.weight(functional.gelu(self.trigger(rows)))),
            "slot_word": functional.gelu(self.word(rows)),
            "slot_distance": self.distance.expand(rows.shape[0], -1, -1),
        }


def slot_scores(trigger: Tensor, words: Tensor, distance: Tensor, places: Tensor) -> Tensor:
    """Return the scores (rows, words, slots) of every word for every slot of the events of trigger words.

    Args:
        trigger: ``slot_trigger`` of the trigger words, shape (rows, slots * (width + 1)).
        words: ``slot_word`` of their windows, shape (rows, words, width).
        distance: ``slot_distance`` of any window, shape (distances, slots).
        places: the trigger words' indices, shape (rows,).
    """
    table = trigger.view(len(trigger), distance.shape[-1], -1)
    far = torch.arange(words.shape[1], device=words.device) - places.unsqueeze(1)
    steps = torch.bucketize(far, torch.tensor(EDGES, device=words.device), right=True)
    fit = words @ table[..., :-1].transpose(1, 2) + table[..., -1].unsqueeze(1)
    return fit.float() + distance[steps]
