"""Judges a language model: entities, trees, sentences, events, speed: ``sanction-events model evaluate``."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.language.loading import load
from pipeline.language.training.config import CheckConfig, TrainingConfig, read_config
from pipeline.language.training.data import hold_out
from pipeline.language.training.event_figures import event_figures
from pipeline.language.training.passages import Passage, read_set
from pipeline.language.training.scores import Figure, entity_figures, sentence_figure, tree_figures
from pipeline.language.training.speed import cnn_pipeline, network_words_per_second, words_per_second

_LOG = logging.getLogger(__name__)
_SPEED_TEXTS = 150
_SPEED_JOIN = 12
_CNN_EXAMPLES = 20


@dataclass(frozen=True)
class ModelReport:
    """Figures of a model.

    Attributes:
        figures: by test set, in percent with intervals.
        speed: words per second on one thread, by what was timed.
    """

    figures: Mapping[str, Sequence[Figure]]
    speed: Mapping[str, float]

    def lines(self) -> list[str]:
        """Return the report as lines of text."""
        lines = []
        for name, figures in self.figures.items():
            lines.append(f"{name} (95 % interval, support)")
            lines += [
                f"  {item.name:<10} {item.value:6.2f}  [{item.low:6.2f}, {item.high:6.2f}]  {item.support}"
                for item in figures
            ]
        lines.append("words per second, one thread")
        lines += [f"  {name:<46} {value:8.0f}" for name, value in self.speed.items()]
        return lines


def evaluate(
    data_dir: Path,
    *,
    model: str | Path | None = None,
    config_path: Path | None = None,
    speed: bool = True,
    say: Callable[[str], None] = _LOG.info,
) -> ModelReport:
    """Judge a model on the configured test sets through spaCy, on one thread.

    Args:
        data_dir: folder of the data sets.
        model: as for ``load``: None for the shipped one.
        config_path: configuration that names the test sets; the shipped model's when not given.
        speed: also time the pipeline, its network and spaCy's CNN.
        say: told of the progress.

    Raises:
        ModelError: if the model or a data file is missing.
    """
    config = read_config(config_path)
    nlp = load(model, threads=1)
    figures: dict[str, list[Figure]] = {}
    texts: list[str] = []
    for check in config.tests:
        say(f"reading {check.name}")
        passages = _passages(check, config, data_dir)
        if check.frames:
            figures[check.name] = event_figures(nlp, passages)
        elif check.merge:
            figures[check.name] = entity_figures(nlp, passages, check.merge)
            if not texts:
                texts = [passage.text for passage in passages]
                for style, copies in _disguised(passages).items():
                    figures[f"{check.name}, {style}"] = entity_figures(nlp, copies, check.merge)
        else:
            figures[check.name] = [*tree_figures(nlp, passages), sentence_figure(nlp, passages)]
    return ModelReport(figures, _speeds(nlp, texts[:_SPEED_TEXTS]) if speed else {})


def _passages(check: CheckConfig, config: TrainingConfig, data_dir: Path) -> list[Passage]:
    options = next(item for item in config.sets if item.name == check.set)
    if check.files:
        return read_set(data_dir, options.model_copy(update={"files": check.files, "entities": check.entities}))
    return hold_out(read_set(data_dir, options), options.hold_out)[1]


def _disguised(passages: Sequence[Passage]) -> dict[str, list[Passage]]:
    """Return the passages in other clothes, characters in the same places."""
    styles: dict[str, Callable[[str], str]] = {
        "ALL CAPITALS": str.upper,
        "lower case": str.lower,
        "curly quotes": _curly,
    }
    copies: dict[str, list[Passage]] = {}
    for style, change in styles.items():
        changed = [replace(passage, text=change(passage.text)) for passage in passages]
        copies[style] = [new for new, old in zip(changed, passages, strict=True) if len(new.text) == len(old.text)]
    return copies


def _curly(text: str) -> str:
    quotes = iter(range(text.count('"')))
    return "".join("“”"[next(quotes) % 2] if char == '"' else "’" if char == "'" else char for char in text)


def _speeds(nlp: object, texts: Sequence[str]) -> dict[str, float]:
    """Time the pipelines on articles made of the texts, one after another on the same thread."""
    from spacy.language import Language

    if not isinstance(nlp, Language) or not texts:
        return {}
    articles = ["\n\n".join(texts[i : i + _SPEED_JOIN]) for i in range(0, len(texts), _SPEED_JOIN)]
    speeds = {"this pipeline, all heads through spaCy": words_per_second(nlp, articles)}
    alone = network_words_per_second(nlp, articles)
    if alone is not None:
        speeds["its network alone"] = alone
    cnn = cnn_pipeline([nlp(text) for text in texts[:_CNN_EXAMPLES]])
    speeds["spaCy CNN tagger, parser, ner, blank weights"] = words_per_second(cnn, articles)
    return speeds
