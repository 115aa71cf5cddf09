from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from pipeline.errors import ModelError
from pipeline.language.training.found import passage_digest, read_found
from pipeline.language.training.frames import ACTIONS

SPEECH = "The hall was full. Norway froze the accounts of two judges on Monday."
SENTENCES = [["Norway", "froze", "the", "accounts", "."], ["Two", "judges", "own", "them", "."]]
JOINED = "Norway froze the accounts. Two judges own them."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name, records in {
        "speech.jsonl.gz": [{"text": "Nothing here."}, {"text": SPEECH}],
        "words.jsonl.gz": [{"tokens": words} for words in SENTENCES],
    }.items():
        with gzip.open(tmp_path / name, "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(record) + "\n" for record in records)
    return tmp_path


def marked(data: Path, *lines: str) -> Path:
    path = data / "found_test.txt"
    path.write_text("# a comment\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def reference(name: str, first: int, last: int, start: int, text: str) -> str:
    return f"@text {name} {first} {last} {start} {len(text)} {passage_digest(text)}"


@pytest.mark.parametrize(
    ("name", "first", "last", "start", "text"),
    [
        ("speech.jsonl.gz", 1, 2, 19, SPEECH[19:]),  # a stretch of a document
        ("words.jsonl.gz", 0, 2, 0, JOINED),  # two sentences of words
    ],
)
def test_found_gives_text_and_frames(data: Path, name: str, first: int, last: int, start: int, text: str) -> None:
    path = marked(data, reference(name, first, last, start, text), "@event impose | trigger=froze | actor=Norway")
    ((found, (frame,)),) = read_found(path, data)
    assert found == text
    assert ACTIONS[frame.action] == "impose"
    assert [found[slice(*place)] for place in frame.trigger] == ["froze"]


def test_found_passage_without_event(data: Path) -> None:
    path = marked(data, reference("words.jsonl.gz", 1, 2, 0, "Two judges own them."))
    assert list(read_found(path, data)) == [("Two judges own them.", ())]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("@text words.jsonl.gz 0 1 0 26 00000000",), "holds another text"),
        (("@text words.jsonl.gz 0 1",), "no reference"),
        (("@event impose | trigger=froze",), "no reference"),
        (
            (reference("words.jsonl.gz", 0, 1, 0, "Norway froze the accounts."), "@event impose | trigger=melted"),
            "melted",
        ),
    ],
)
def test_found_says_what_is_wrong(data: Path, lines: tuple[str, ...], message: str) -> None:
    with pytest.raises(ModelError, match=message):
        list(read_found(marked(data, *lines), data))
