"""Gathers the configured sets: reads, holds out, leaves out what the test sets hold, aligns."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import ModelError
from pipeline.language.tokens import blank_pipeline
from pipeline.language.training.align import Aligner, Inventory, Segment, take_inventory
from pipeline.language.training.config import RawConfig, SetConfig, TrainingConfig
from pipeline.language.training.frames import ACTIONS, SLOTS
from pipeline.language.training.gzipped import read_lines
from pipeline.language.training.passages import Passage, read_set
from pipeline.language.training.windows import TrainingSet

MENTIONS_TEST = "mentions/test.jsonl.gz"
_IN_DOMAIN = "mentions/"
_KEY, _SHORTEST_KEY = 60, 25
_LONGEST_PARAGRAPH = 180
_PLAIN_WORD = re.compile(r"(?<![-'’\w])[a-z]{2,}(?![-\w])")

Say = Callable[[str], None]


@dataclass(frozen=True)
class Corpus:
    """All that training reads.

    Attributes:
        held_out: the passages kept for selection, by set.
        guard: what must not be read from raw text either.
    """

    inventory: Inventory
    aligner: Aligner
    sets: Sequence[TrainingSet]
    held_out: Mapping[str, Sequence[Passage]]
    guard: Guard


@dataclass(frozen=True)
class Guard:
    """Knows the texts that no other set may bring in: the in-domain test, and with ``known`` all in-domain texts."""

    secret: str
    known: str
    secret_keys: frozenset[str]

    def hides(self, text: str, *, in_domain: bool) -> bool:
        """Return whether the text is (or begins like a part of) a guarded text, or holds one's beginning."""
        letters = _letters(text)
        if len(letters) >= _SHORTEST_KEY and letters[:_KEY] in (self.secret if in_domain else self.known):
            return True
        return any(key in letters for key in self.secret_keys)


def load_corpus(config: TrainingConfig, data_dir: Path, *, say: Say) -> Corpus:
    """Read every set of the configuration.

    Raises:
        ModelError: if a file is missing.
    """
    passages = {options.name: read_set(data_dir, options) for options in config.sets}
    trees = [passage for options in config.sets if options.trees for passage in passages[options.name]]
    inventory = take_inventory(trees, config.labels, count_words(config, passages, data_dir))
    if any(tells_events(options) for options in config.sets):
        inventory = replace(inventory, actions=ACTIONS, slots=SLOTS)
    aligner = make_aligner(inventory)
    split = {options.name: hold_out(passages[options.name], options.hold_out) for options in config.sets}
    guard = _make_guard(config, split, data_dir)
    sets, held_out = [], {}
    for options in config.sets:
        kept, held = split[options.name]
        kept = [passage for passage in kept if not guard.hides(passage.text, in_domain=_in_domain(options))]
        segments = [_segment(aligner, passage, options) for passage in kept]
        sets.append(
            TrainingSet(options.name, [item for item in segments if item.words], options.weight, options.running)
        )
        held_out[options.name] = held
        say(f"{options.name}: {sets[-1].size()}; {len(held)} passages held out")
    return Corpus(inventory, aligner, sets, held_out, guard)


def tells_events(options: SetConfig) -> bool:
    """Return whether the set says of its texts which sanction events they tell."""
    return options.frames or options.reader in {"frames", "found"}


def count_words(config: TrainingConfig, passages: Mapping[str, Sequence[Passage]], data_dir: Path) -> dict[str, int]:
    """Return how often each lower-case word of plain letters occurs in all sets and the raw sets' files.

    Raises:
        ModelError: if a file is missing.
    """
    counts: Counter[str] = Counter()
    for items in passages.values():
        for passage in items:
            counts.update(_PLAIN_WORD.findall(passage.text))
    for options in config.raw:
        for text in _raw_texts(options, data_dir):
            counts.update(_PLAIN_WORD.findall(text))
    return dict(counts)


def make_aligner(inventory: Inventory) -> Aligner:
    """Return an aligner on the run time's tokens."""
    return Aligner(blank_pipeline().tokenizer, inventory)


def _segment(aligner: Aligner, passage: Passage, options: SetConfig) -> Segment:
    return aligner.segment(passage if options.trees else replace(passage, nodes=()), loss=options.loss)


def hold_out(passages: Iterable[Passage], share: float) -> tuple[list[Passage], list[Passage]]:
    """Split by a hash of the text, so that the same passages are held out whatever else changes."""
    kept: list[Passage] = []
    held: list[Passage] = []
    for passage in passages:
        digest = hashlib.sha256(passage.text.encode()).digest()
        (held if int.from_bytes(digest[:4]) < share * 2**32 else kept).append(passage)
    return kept, held


def _in_domain(options: SetConfig) -> bool:
    return all(name.startswith(_IN_DOMAIN) for name in options.files)


def _make_guard(
    config: TrainingConfig, split: Mapping[str, tuple[list[Passage], list[Passage]]], data_dir: Path
) -> Guard:
    test = data_dir / MENTIONS_TEST
    secret = [record["text"] for record in read_lines(test)] if test.is_file() else []
    known = list(secret)
    for options in config.sets:
        kept, held = split[options.name]
        secret.extend(passage.text for passage in held)
        if _in_domain(options):
            known.extend(passage.text for passage in kept)
        known.extend(passage.text for passage in held)
    keys = {_letters(text)[:_KEY] for text in secret}
    return Guard(
        "|".join(_letters(text) for text in secret),
        "|".join(_letters(text) for text in known),
        frozenset(key for key in keys if len(key) >= _SHORTEST_KEY),
    )


def _letters(text: str) -> str:
    """Return what two copies of a sentence share whatever their spacing, case and punctuation."""
    return "".join(char for char in text.lower() if char.isalnum())


def read_raw(corpus: Corpus, options: RawConfig, data_dir: Path, *, loss: float) -> list[Segment]:
    """Return paragraphs of a raw set as segments without annotation, evenly drawn when there are more than wanted.

    Raises:
        ModelError: if a file is missing.
    """
    texts = _raw_texts(options, data_dir)
    paragraphs = [
        (number, " ".join(part.split())) for number, text in enumerate(texts) for part in text.split(options.paragraph)
    ]
    paragraphs = [(number, text) for number, text in paragraphs if 3 <= text.count(" ") <= _LONGEST_PARAGRAPH]
    step = max(sum(text.count(" ") for _, text in paragraphs) / options.words, 1.0)
    drawn, place = [], 0.0
    for i, (number, text) in enumerate(paragraphs):
        if i >= place:
            place += step
            drawn.append(Passage(text, f"{options.name}/{number}", marked=False, sentence=False))
    return [
        corpus.aligner.segment(item, loss=loss) for item in drawn if not corpus.guard.hides(item.text, in_domain=True)
    ]


def _raw_texts(options: RawConfig, data_dir: Path) -> list[str]:
    paths = [data_dir / name for name in options.files]
    for path in paths:
        if not path.is_file():
            raise ModelError(
                f"raw set {options.name}: {path} is missing; see the data folder's README for where to get it"
            )
    return [record["text"] for path in paths for record in read_lines(path)]
