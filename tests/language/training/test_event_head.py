from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pipeline.language.distances import N_DISTANCES
from pipeline.language.events import slot_fillers
from pipeline.language.network import EVENT_OUTPUTS, OUTPUTS
from pipeline.language.network import Network as RunTimeNetwork
from pipeline.language.training.frames import SLOTS

torch = pytest.importorskip("torch")

from pipeline.language.training.event_head import EventHead, slot_scores  # noqa: E402
from pipeline.language.training.export import export_network  # noqa: E402
from pipeline.language.training.losses import slot_loss  # noqa: E402
from pipeline.language.training.network import Network, NetworkShape  # noqa: E402

WINDOW = {
    "pieces": np.array([1, 7, 8, 9, 2]),
    "shapes": np.array([0, 1, 1, 2, 0]),
    "breaks": np.array([4, 4, 1, 5, 4]),
    "first": np.array([1, 2]),
}


def head_outputs(words: int, slots: int) -> dict[str, torch.Tensor]:
    torch.manual_seed(4)
    head = EventHead(6, slots, 5)
    with torch.no_grad():
        head.distance.normal_()
        outputs = head(torch.randn(2, words, 6) * 4)
    return {name: value.detach() for name, value in outputs.items()}


def test_event_head_scores_are_those_of_the_run_time() -> None:
    outputs = head_outputs(30, 3)
    places = torch.tensor([4, 29])
    trigger = outputs["slot_trigger"][torch.arange(2), places]
    scores = slot_scores(trigger, outputs["slot_word"], outputs["slot_distance"][0], places)
    for row in range(2):
        answer = {name: value[row].numpy() for name, value in outputs.items()}
        answer["slot_trigger"] = answer["slot_trigger"].reshape(30, 3, -1)
        answer["slot_trigger"][..., -1] += 4
        filled = np.zeros((30, 3), dtype=bool)
        for item in slot_fillers(answer, int(places[row])):
            filled[item.first : item.stop, item.slot] = True
        assert filled.any()
        assert not filled.all()
        assert np.array_equal(filled, (torch.sigmoid(scores[row] + 4) >= 0.4).numpy())


def test_event_head_loss_looks_at_told_words_only() -> None:
    outputs = {name: value.requires_grad_() for name, value in head_outputs(9, len(SLOTS)).items()}
    roles = torch.zeros((1, 9), dtype=torch.int64)
    roles[0, 2] = 1
    roles[0, 3] = 1 << len(SLOTS)
    group = torch.tensor([[0] * 9, [0] * 5 + [-1] * 4])
    batch = {"event_rows": torch.tensor([[1, 1]]), "event_roles": roles, "group": group}
    slot_loss(outputs, batch).backward()
    grown = outputs["slot_word"].grad[1].abs().sum(-1) > 0
    assert not outputs["slot_word"].grad[0].any()
    assert grown.tolist() == [True] * 5 + [False] * 4
    empty = batch | {"event_rows": torch.zeros((0, 2), dtype=torch.int64)}
    assert slot_loss(outputs, empty).item() == 0.0


@pytest.mark.parametrize("slots", [0, 3])
def test_event_head_reaches_the_run_time(tmp_path: Path, slots: int) -> None:
    sizes = {"entity": 5, "tag": 3, "pos": 3, "sentence": 2} | ({"action": 4} if slots else {})
    shape = NetworkShape(
        sizes, dependencies=2, vocabulary=1100, positions=16, width=8, inner=8, layers=1, attention_heads=2, slots=slots
    )
    network = Network(shape).eval()
    export_network(network, tmp_path / "n.onnx", quantise=False)
    graph = (tmp_path / "n.onnx").read_bytes()
    answer = RunTimeNetwork(graph, relations=("ROOT", "dep"), window_pieces=16, threads=1).call(WINDOW)
    assert tuple(answer) == (OUTPUTS + EVENT_OUTPUTS if slots else OUTPUTS)
    if slots:
        expected = network(*(torch.from_numpy(WINDOW[name])[None] for name in WINDOW))
        for name in EVENT_OUTPUTS:
            assert np.allclose(answer[name].ravel(), expected[name].detach().numpy().ravel(), atol=1e-5)
        assert answer["slot_distance"].shape == (N_DISTANCES, slots)
