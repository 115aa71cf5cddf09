from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from pipeline.language.training.config import StageConfig  # noqa: E402
from pipeline.language.training.encoder import freeze  # noqa: E402
from pipeline.language.training.loop import make_optimizer  # noqa: E402
from pipeline.language.training.network import Network, NetworkShape  # noqa: E402

STAGE = StageConfig(name="events", pieces=1, encoder_rate=1e-4, head_rate=2e-4, event_rate=3e-4, weight_decay=0.1)


@pytest.fixture
def network() -> Network:
    sizes = {"entity": 5, "tag": 3, "action": 4}
    return Network(
        NetworkShape(sizes, dependencies=2, vocabulary=20, width=8, inner=8, layers=2, attention_heads=2, slots=3)
    )


def rates(network: Network) -> dict[str, float]:
    """Return the rate of every weight that learns."""
    names = {id(weight): name for name, weight in network.named_parameters()}
    groups = make_optimizer(network, STAGE).param_groups
    return {names[id(weight)]: group["lr"] for group in groups for weight in group["params"]}


@pytest.mark.parametrize(
    ("name", "rate"),
    [
        ("layers.0.query.weight", 1e-4),
        ("position.weight", 1e-4),
        ("linear.entity.weight", 2e-4),
        ("arc_head.bias", 2e-4),
        ("linear.action.weight", 3e-4),
        ("events.distance", 3e-4),
    ],
)
def test_rates_of_encoder_heads_and_events(network: Network, name: str, rate: float) -> None:
    assert rates(network)[name] == rate


def test_rates_frozen_layers_have_none(network: Network) -> None:
    freeze(network, 1)
    names = rates(network).keys()
    assert not [name for name in names if name.startswith(("layers.0", "position", "norm_input", "shape_input"))]
    assert [name for name in names if name.startswith("layers.1")]
    freeze(network, 0)
    assert "layers.0.query.weight" in rates(network)
