from __future__ import annotations

import re

import pytest

from pipeline.language.training.config import SetConfig, read_config
from pipeline.language.training.passages import WRITTEN, read_set

FILES = sorted(path.name for path in WRITTEN.glob("written*.txt"))


@pytest.mark.parametrize("name", FILES)
def test_written_sentences_hold_only_marks_of_the_model(name: str) -> None:
    options = SetConfig(name="written", files=[name], reader="inline")
    passages = read_set(WRITTEN, options)
    labels = {label for passage in passages for mark in passage.marks for label in mark.labels}
    assert labels <= set(read_config().labels)
    for passage in passages:
        assert not re.search(r"\[|\||\]", passage.text), passage.text
        assert all(
            passage.text[mark.start : mark.end].strip() == passage.text[mark.start : mark.end] for mark in passage.marks
        ), passage.text


def test_written_sentences_are_all_trained_on() -> None:
    configured = [name for item in read_config().sets if item.reader == "inline" for name in item.files]
    assert sorted(configured) == FILES


def test_written_sentences_stand_once() -> None:
    options = SetConfig(name="written", files=FILES, reader="inline")
    texts = [passage.text for passage in read_set(WRITTEN, options)]
    assert len(texts) == len(set(texts))
