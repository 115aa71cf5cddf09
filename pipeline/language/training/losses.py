"""What each head is trained for."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from pipeline.language.training.event_columns import DOUBTFUL
from pipeline.language.training.event_head import slot_scores
from pipeline.language.training.frames import SLOTS
from pipeline.language.training.network import relation_scores

_NEVER = -1e4
_COLUMNS = {"tag": "tags", "pos": "pos", "sentence": "starts"}


def batch_losses(outputs: Mapping[str, Tensor], batch: Mapping[str, Tensor], relations: int) -> dict[str, Tensor]:
    """Return the mean loss of every head over the words of the batch that say something to it."""
    losses = {"entity": entity_loss(outputs["entity"], batch["allowed"], batch["weight"])}
    for head, column in _COLUMNS.items():
        losses[head] = _choice_loss(outputs[head], batch[column], batch["tree_weight"])
    losses["arc"] = arc_loss(outputs["arcs"], batch["heads"], batch["group"], batch["tree_weight"])
    losses["relation"] = _relation_loss(outputs, batch, relations)
    if "action" in outputs:
        losses["action"] = _choice_loss(outputs["action"], batch["actions"], batch["weight"])
        losses["slot"] = slot_loss(outputs, batch)
    return losses


def entity_loss(scores: Tensor, allowed: Tensor, weight: Tensor) -> Tensor:
    """Return the mean of -log(sum of the probabilities of the tags that the annotation allows).

    A set that does not annotate LAW allows every LAW tag where it has O, so it teaches nothing about LAW.

    Args:
        scores: shape (batch, words, tags).
        allowed: boolean, same shape; all False marks padding, all True a word that says nothing.
        weight: shape (batch, words).
    """
    scores = scores.float()
    told = allowed.any(-1) & ~allowed.all(-1)
    inside = torch.logsumexp(scores.masked_fill(~allowed, _NEVER), dim=-1)
    surprise = torch.logsumexp(scores, dim=-1) - inside
    return _mean(surprise, told, weight)


def arc_loss(arcs: Tensor, heads: Tensor, group: Tensor, weight: Tensor) -> Tensor:
    """Return the mean surprise at the right head among the words of the same segment and the root.

    Args:
        arcs: shape (batch, words, 1 + words), column 0 the root.
        heads: index of the head, -1 for the root, -2 unknown.
        group: segment number of every word.
        weight: factor on every word's loss.
    """
    same = group.unsqueeze(2) == group.unsqueeze(1)
    possible = torch.cat((torch.ones_like(same[..., :1]), same), dim=-1)
    scores = arcs.float().masked_fill(~possible, _NEVER)
    told = heads >= -1
    surprise = functional.cross_entropy(scores.transpose(1, 2), (heads + 1).clamp(min=0), reduction="none")
    return _mean(surprise, told, weight)


def _relation_loss(outputs: Mapping[str, Tensor], batch: Mapping[str, Tensor], relations: int) -> Tensor:
    wanted = (batch["relations"] >= 0) & (batch["heads"] >= -1)
    rows, words = wanted.nonzero(as_tuple=True)
    if not len(rows):
        return outputs["relation_dependent"].sum() * 0.0
    dependents = outputs["relation_dependent"][rows, words].unsqueeze(0)
    heads = outputs["relation_head"][rows, batch["heads"][rows, words] + 1].unsqueeze(0)
    scores = relation_scores(dependents, heads, relations).squeeze(0).float()
    surprise = functional.cross_entropy(scores, batch["relations"][rows, words], reduction="none")
    return _mean(surprise, torch.ones_like(surprise, dtype=torch.bool), batch["tree_weight"][rows, words])


def slot_loss(outputs: Mapping[str, Tensor], batch: Mapping[str, Tensor]) -> Tensor:
    """Return the summed surprise at which words fill the slots of the batch's triggers, per word that does.

    Args:
        outputs: of the network, with the parts of ``EventHead``.
        batch: ``event_rows`` (rows, 2: window and word), ``event_roles`` (rows, words), ``group`` (batch, words).
    """
    windows, places = batch["event_rows"].unbind(1)
    if not len(windows):
        return outputs["slot_trigger"].sum() * 0.0
    trigger = outputs["slot_trigger"][windows, places]
    scores = slot_scores(trigger, outputs["slot_word"][windows], outputs["slot_distance"][0], places)
    wanted, told = slot_targets(batch["event_roles"])
    told = told & (batch["group"][windows] >= 0).unsqueeze(-1)
    surprise = functional.binary_cross_entropy_with_logits(scores, wanted.to(scores.dtype), reduction="none")
    return (surprise * told).sum() / wanted.sum().clamp(min=1)


def _choice_loss(scores: Tensor, wanted: Tensor, weight: Tensor) -> Tensor:
    surprise = functional.cross_entropy(scores.float().transpose(1, 2), wanted.clamp(min=0), reduction="none")
    return _mean(surprise, wanted >= 0, weight)


def _mean(surprise: Tensor, told: Tensor, weight: Tensor) -> Tensor:
    weight = weight * told
    return (surprise * weight).sum() / weight.sum().clamp(min=1.0)


def slot_targets(roles: Tensor) -> tuple[Tensor, Tensor]:
    """Return ``wanted`` and ``told``, boolean, shape (..., slots), of roles of shape (...).

    A word that elsewhere in the text stands for the same is told only where it was chosen.
    """
    slots = torch.arange(len(SLOTS), device=roles.device)
    wanted = (roles.unsqueeze(-1) >> slots & 1) == 1
    doubtful = (roles.unsqueeze(-1) >> (DOUBTFUL + slots) & 1) == 1
    return wanted, wanted | ~doubtful
