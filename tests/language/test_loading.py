from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from spacy.training import Example

from pipeline.errors import ModelError
from pipeline.language import load
from pipeline.language.loading import shipped_folder
from pipeline.language.model_files import META, NETWORK, TOKENIZER


def copy_model(target: Path, **changes: object) -> Path:
    source = shipped_folder()
    for name in (NETWORK, TOKENIZER):
        (target / name).symlink_to(source / name)
    meta = {**json.loads((source / META).read_text(encoding="utf-8")), **changes}
    (target / META).write_text(json.dumps(meta), encoding="utf-8")
    return target


def test_loading_folder_of_ours(tmp_path: Path) -> None:
    assert load(copy_model(tmp_path)).pipe_names == ["language"]


def test_loading_model_of_another_format(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="format 99"):
        load(copy_model(tmp_path, format=99))


def test_loading_incomplete_folder(tmp_path: Path) -> None:
    copy_model(tmp_path)
    (tmp_path / TOKENIZER).unlink()
    with pytest.raises(ModelError, match=r"tokenizer\.json is missing"):
        load(tmp_path)


def test_loading_broken_network(tmp_path: Path) -> None:
    copy_model(tmp_path)
    (tmp_path / NETWORK).unlink()
    (tmp_path / NETWORK).write_bytes(b"not a network")
    with pytest.raises(ModelError, match="cannot be loaded"):
        load(tmp_path)


def test_loading_unknown_name() -> None:
    with pytest.raises(ModelError, match="spacy download en_no_such_model"):
        load("en_no_such_model")


def test_loading_other_language(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path)
    with pytest.raises(ModelError, match="English is needed"):
        load(tmp_path)


def test_loading_pipeline_that_lacks_a_parse(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(ModelError, match="no tags, no a parse, no entities"):
        load(tmp_path)


def test_loading_foreign_pipeline(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    doc = nlp.make_doc("Canada sanctions judges")
    gold = {
        "tags": ["NNP", "VBZ", "NNS"],
        "heads": [1, 1, 1],
        "deps": ["nsubj", "ROOT", "dobj"],
        "entities": [(0, 6, "GPE")],
    }
    for name in ("tagger", "parser", "ner"):
        nlp.add_pipe(name)
    nlp.initialize(lambda: [Example.from_dict(doc, gold)])
    nlp.to_disk(tmp_path)
    loaded = load(tmp_path)
    assert loaded.pipe_names == ["tagger", "parser", "ner"]
    assert loaded("Canada sanctions judges").has_annotation("DEP")
