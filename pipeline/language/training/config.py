"""The training configuration: one TOML file, checked before anything is read."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.errors import ModelError

DEFAULT = Path(__file__).parent / "default.toml"


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Source(_Table):
    """Where a set comes from, for the model card and NOTICE."""

    name: str
    licence: str = ""
    source: str = ""


class SetConfig(_Source):
    """One training set.

    Attributes:
        files: relative to the data folder; for the package's own readers, to the package's folder of written texts.
            A name with ``*`` stands for all files that fit it.
        reader: ``spans`` (JSON lines with character spans), ``bio`` (tokens and BIO tags), ``conllu``, or of the
            package's own ``inline`` (marked sentences), ``frames`` (texts with their sanction events) and ``found``
            (the same for passages of the data themselves, by reference).
        weight: how often its passages are drawn in a round over the data (0.5: every other round).
        loss: factor on its losses.
        labels: the set's label to ours: one of these; ``free`` says nothing about the stretch, ``O`` unmarks it.
            Without a table, labels are ours already; a label outside the table is ``free``.
        loose: like ``labels``, for labels whose borders do not fit ours (a name with its title).
        unknown: our labels that the set does not annotate; the loss leaves them open outside its marks.
        running: its passages stand in the order of their documents and may be read as running text.
        trees: False takes no trees and tags of a treebank.
        documents: take only documents whose id begins with one of these.
        entities: for ``conllu``, files of BIO tags for the same sentences (``sent_id``).
        hold_out: share of the passages that is never trained on (chosen by a hash of their identity).
        frames: for ``spans``, its records tell all sanction events.
    """

    files: list[str]
    reader: Literal["spans", "bio", "conllu", "inline", "frames", "found"]
    weight: float = Field(default=1.0, ge=0)
    loss: float = Field(default=1.0, gt=0)
    labels: dict[str, list[str]] = {}
    loose: dict[str, list[str]] = {}
    unknown: list[str] = []
    documents: list[str] = []
    running: bool = False
    trees: bool = True
    entities: list[str] = []
    hold_out: float = Field(default=0.0, ge=0, lt=1)
    frames: bool = False


class NetworkConfig(_Table):
    """Sizes of the network beyond the encoder's own."""

    feature_width: int = 16
    arc_width: int = 256
    relation_width: int = 64
    slot_width: int = 64
    dropout: float = 0.1


class StageConfig(_Table):
    """Length and rates of one stage; each begins with the weights of the one before.

    Attributes:
        pieces: word-pieces to train on.
        encoder_rate, head_rate, event_rate: highest learning rates; the last is of the heads of sanction events.
        silver: the stage before fills in what the sets leave open and reads the raw sets.
        average: decay of the moving average of the weights, which is what is kept.
        warm_up: share of the stage over which the rates rise.
        weights: other weights of sets, by name.
        frozen: how many of the encoder's first layers, and with any the layer below, keep their weights.
    """

    name: str
    pieces: int = Field(gt=0)
    silver: bool = False
    batch_pieces: int = 3072
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    event_rate: float = 1e-3
    warm_up: float = 0.05
    weight_decay: float = 0.01
    average: float = 0.998
    looks: int = Field(default=8, ge=1)
    weights: dict[str, float] = {}
    frozen: int = Field(default=0, ge=0)


class SilverConfig(_Table):
    """How far a trained network is believed where a set says nothing.

    Attributes:
        mass: a word may have the likeliest entity tags that together reach this probability.
        sure: tags, heads and relations are taken from this probability on.
        tree_loss: factor on the losses of filled-in trees.
        loss: factor on the losses of raw text.
    """

    mass: float = Field(default=0.95, gt=0, lt=1)
    sure: float = Field(default=0.8, gt=0, lt=1)
    tree_loss: float = 0.25
    loss: float = 0.5


class RawConfig(_Source):
    """Text without annotation, read by the first stage's network for the later ones.

    Attributes:
        words: about how many words are drawn, evenly over the files.
        paragraph: what divides paragraphs.
    """

    files: list[str]
    words: int
    weight: float = 1.0
    paragraph: str = "\n"


class CheckConfig(_Table):
    """Passages to look at a network with.

    Attributes:
        set: the training set whose held-out part it is, or whose reader and label map ``files`` are read with.
        merge: our label to the name under which it is scored; without it the trees are scored.
        frames: the sanction events are scored instead.
    """

    name: str
    set: str
    files: list[str] = []
    entities: list[str] = []
    merge: dict[str, str] = {}
    frames: bool = False


class TextConfig(_Table):
    """How passages are joined and disguised, each a chance per passage or window."""

    max_pieces: int = 160
    upper: float = 0.03
    lower: float = 0.03
    title: float = 0.03
    unpunctuated: float = 0.08
    swap: float = 0.2
    cut: float = 0.2
    wrapped: float = 0.06
    curled: float = 0.4
    dateline: float = 0.02
    bullet: float = 0.02
    speaker: float = 0.01


class TrainingConfig(_Table):
    """All that decides a trained model, but for the data and the library versions.

    Attributes:
        losses: factor on the loss of each head.
    """

    name: str
    version: str
    seed: int
    labels: list[str]
    losses: dict[str, float] = {}
    network: NetworkConfig = NetworkConfig()
    text: TextConfig = TextConfig()
    silver: SilverConfig = SilverConfig()
    stages: list[StageConfig] = Field(min_length=1)
    sets: list[SetConfig]
    raw: list[RawConfig] = []
    checks: list[CheckConfig] = []
    tests: list[CheckConfig] = []


def read_config(path: Path | None = None) -> TrainingConfig:
    """Read and check a training configuration; the package's own without a path.

    Raises:
        ModelError: naming the file and the key at fault.
    """
    path = path or DEFAULT
    try:
        return TrainingConfig.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise ModelError(f"{path}: cannot be read ({error.strerror}); --config takes a TOML file") from error
    except tomllib.TOMLDecodeError as error:
        raise ModelError(f"{path}: not valid TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ModelError(
            f"{path}: {place}: {first['msg']}; the keys are those of pipeline/language/training/config.py"
        ) from error
