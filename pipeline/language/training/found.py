"""Passages of the training data themselves with sanction events marked by hand: references to them, not their text.

A file is blocks of lines divided by blank lines. The first line tells where the text stands, the others its events
(``frames``)::

    @text raw_wikinews/docs.jsonl.gz 12 13 0 341 8c41d0aa
    @event impose | trigger=imposed | sender=Canada | target=two judges

That is: file, first record and the one after the last, first character and length in their text, and the first eight
digits of the SHA-256 of the passage. Records of words are joined to sentences, several of them by a space.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.errors import ModelError
from pipeline.language.training.frames import FrameMark, read_blocks, read_event
from pipeline.language.training.gzipped import read_lines
from pipeline.language.training.joining import join_words

_TEXT = "@text"
_DIGITS = 8


def read_found(path: Path, data_dir: Path) -> Iterator[tuple[str, tuple[FrameMark, ...]]]:
    """Yield the passages that a file refers to, with their frames, in the file's order.

    Raises:
        ModelError: naming file, line and remedy; also when the data hold another text than the one that was marked.
    """
    records: dict[str, list[Mapping[str, Any]]] = {}
    for block in read_blocks(path):
        number, line = block[0]
        where = f"{path}, line {number}"
        name, first, last, start, length, digest = _reference(where, line)
        if name not in records:
            records[name] = list(read_lines(data_dir / name))
        text = " ".join(_text(record) for record in records[name][first:last])[start : start + length]
        if passage_digest(text) != digest:
            raise ModelError(f"{where}: {data_dir / name} holds another text there; get the version its README names")
        yield text, tuple(read_event(f"{path}, line {place}", told, text) for place, told in block[1:])


def passage_digest(text: str) -> str:
    """Return the digits by which a passage is known again."""
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def _reference(where: str, line: str) -> tuple[str, int, int, int, int, str]:
    head, *cells = line.split()
    if head != _TEXT or len(cells) != 6 or not all(cell.isdigit() for cell in cells[1:5]):
        raise ModelError(f"{where}: no reference; write `@text FILE FIRST AFTER_LAST START LENGTH DIGEST`")
    name, first, last, start, length, digest = cells
    return name, int(first), int(last), int(start), int(length), digest


def _text(record: Mapping[str, Any]) -> str:
    return str(record["text"]) if "text" in record else join_words(record["tokens"])[0]
