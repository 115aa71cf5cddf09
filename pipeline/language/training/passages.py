"""Reads the training sets into passages: a text, and what its set says about it.

Input: the files of ``data_dir`` (formats in its README). Output: ``Passage`` records with character offsets, so that
every set can be put on the run time's own tokens (``align``), whatever tokens it came with.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pipeline.errors import ModelError
from pipeline.language.training.config import SetConfig
from pipeline.language.training.found import read_found
from pipeline.language.training.frames import FrameMark, frame_marks, read_frames
from pipeline.language.training.gzipped import read_lines
from pipeline.language.training.joining import join_words

WRITTEN = Path(__file__).parent / "data"
"""Where the package's own sentences lie."""

_OWN_READERS = ("inline", "frames", "found")
FREE = "free"
OUTSIDE = "O"
_INLINE = re.compile(r"\[([^\]|]+)\|([A-Z]+)\]")


@dataclass(frozen=True)
class Mark:
    """A marked stretch of text.

    Attributes:
        labels: our labels, one of which it has; empty when nothing is known. With ``OUTSIDE`` among them the stretch
            may hold mentions of the others anywhere, or none.
        loose: the stretch lies somewhere around mentions of these labels: its own borders mean nothing.
    """

    start: int
    end: int
    labels: frozenset[str]
    loose: bool = False


@dataclass(frozen=True)
class Node:
    """A word of a treebank: its characters, tags and place in the tree (``head`` is an index, -1 for the root)."""

    start: int
    end: int
    tag: str
    pos: str
    lemma: str
    head: int
    relation: str


@dataclass(frozen=True)
class Passage:
    """A text with the annotation of one set.

    Attributes:
        document: passages of one document that follow each other in the file may be read as running text.
        unknown: labels that the set does not annotate: outside its marks they may stand unmarked.
        marked: False when the set has no entities at all.
        sentence: True when the passage is exactly one sentence.
        frames: its sanction events; None when the set does not tell them.
    """

    text: str
    document: str
    marks: tuple[Mark, ...] = ()
    nodes: tuple[Node, ...] = ()
    unknown: frozenset[str] = frozenset()
    marked: bool = True
    sentence: bool = True
    identity: str = ""
    paragraph: bool = False
    frames: tuple[FrameMark, ...] | None = None


def read_set(data_dir: Path, options: SetConfig) -> list[Passage]:
    """Read every passage of one configured set.

    Raises:
        ModelError: if a file is missing or the reader is unknown.
    """
    readers: dict[str, Callable[[Path, SetConfig], Iterator[Passage]]] = {
        "spans": _read_spans,
        "bio": _read_bio,
        "conllu": _read_conllu,
        "inline": _read_inline,
        "frames": _read_frames,
        "found": partial(_read_found, data_dir=data_dir),
    }
    if options.reader not in readers:
        raise ModelError(f"set {options.name}: no reader {options.reader!r}; use one of {', '.join(sorted(readers))}")
    return [passage for path in _paths(data_dir, options) for passage in readers[options.reader](path, options)]


def _paths(data_dir: Path, options: SetConfig) -> Iterator[Path]:
    folder = WRITTEN if options.reader in _OWN_READERS else data_dir
    for name in options.files:
        path = folder / name
        found = sorted(folder.glob(name)) if "*" in name else [path] if path.is_file() else []
        if not found:
            raise ModelError(f"set {options.name}: {path} is missing; see the data folder's README for where to get it")
        yield from found


def _read_spans(path: Path, options: SetConfig) -> Iterator[Passage]:
    for record in read_lines(path):
        marks = tuple(_mark(options, span["start"], span["end"], span["label"]) for span in record["spans"])
        yield Passage(
            text=record["text"],
            document=record["id"],
            marks=marks,
            unknown=frozenset(options.unknown),
            sentence=False,
            identity=record["id"],
            frames=frame_marks(record["text"], record["events"]) if options.frames else None,
        )


def _read_frames(path: Path, options: SetConfig) -> Iterator[Passage]:
    """Yield the texts of a file of the package's own frames; nothing is said of their entities."""
    for number, (text, frames) in enumerate(read_frames(path)):
        yield Passage(text, f"{path.stem}/{number}", marked=False, sentence=False, frames=frames)


def _read_found(path: Path, options: SetConfig, *, data_dir: Path) -> Iterator[Passage]:
    """Yield the passages of the data that a file of the package marks events in; nothing is said of their entities."""
    for number, (text, frames) in enumerate(read_found(path, data_dir)):
        yield Passage(text, f"{path.stem}/{number}", marked=False, sentence=False, frames=frames)


def _read_inline(path: Path, options: SetConfig) -> Iterator[Passage]:
    """Yield the lines of a file of the package's own, mentions written ``[words|LABEL]``, comments after ``#``."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if not line.strip() or line.startswith("#"):
            continue
        text, marks, cursor = "", [], 0
        for found in _INLINE.finditer(line):
            text += line[cursor : found.start()]
            marks.append(_mark(options, len(text), len(text) + len(found[1]), found[2]))
            text += found[1]
            cursor = found.end()
        yield Passage(text + line[cursor:], f"{path.stem}/{number}", tuple(marks), sentence=False)


def _mark(options: SetConfig, start: int, end: int, label: str) -> Mark:
    if label in options.loose:
        return Mark(start, end, frozenset(options.loose[label]), loose=True)
    labels = options.labels.get(label, [label] if not options.labels else [FREE])
    return Mark(start, end, frozenset() if FREE in labels else frozenset(labels))


def _read_bio(path: Path, options: SetConfig) -> Iterator[Passage]:
    for record in read_lines(path):
        if options.documents and not record["doc"].startswith(tuple(options.documents)):
            continue
        text, offsets = join_words(record["tokens"])
        marks = tuple(
            _mark(options, offsets[start][0], offsets[end - 1][1], label)
            for start, end, label in bio_spans(record["ner"])
            if options.labels.get(label) != [OUTSIDE]
        )
        yield Passage(
            text=text,
            document=record["doc"],
            marks=marks,
            unknown=frozenset(options.unknown),
            identity=record.get("sent_id", ""),
        )


def bio_spans(tags: Iterable[str]) -> list[tuple[int, int, str]]:
    """Return ``(first, after last, label)`` of every span of a BIO sequence; an I without its B begins one."""
    spans: list[tuple[int, int, str]] = []
    start, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if label and tag != f"I-{label}":
            spans.append((start, i, label))
            label = ""
        if tag != "O" and not label:
            start, label = i, tag[2:]
    return spans


def _read_conllu(path: Path, options: SetConfig) -> Iterator[Passage]:
    document, paragraph = "", True
    entities = dict(_entity_rows(path, options))
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                document = line.partition("=")[2].strip()
            if line.startswith(("# newdoc", "# newpar")):
                paragraph = True
            elif line.startswith("# "):
                key, _, value = line[2:].partition(" = ")
                comments[key] = value
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                passage = _tree_passage(comments, rows, document, paragraph)
                yield _with_entities(passage, entities.get(passage.identity), options)
                comments, rows, paragraph = {}, [], False


def _entity_rows(path: Path, options: SetConfig) -> Iterator[tuple[str, list[str]]]:
    for name in options.entities:
        for record in read_lines(path.parent.parent / name):
            yield record["sent_id"], record["ner"]


def _with_entities(passage: Passage, tags: list[str] | None, options: SetConfig) -> Passage:
    if tags is None or len(tags) != len(passage.nodes):
        return passage
    marks = tuple(
        _mark(options, passage.nodes[start].start, passage.nodes[end - 1].end, label)
        for start, end, label in bio_spans(tags)
    )
    return replace(passage, marks=marks, marked=True, unknown=frozenset(options.unknown))


def _tree_passage(comments: dict[str, str], rows: list[list[str]], document: str, paragraph: bool) -> Passage:
    text = comments["text"]
    offsets: dict[str, tuple[int, int]] = {}
    cursor, ranges_end = 0, 0
    for row in rows:
        if "-" in row[0]:
            cursor = text.index(row[1], cursor)
            first, last = (int(part) for part in row[0].split("-"))
            parts = [other[1] for other in rows if other[0].isdigit() and first <= int(other[0]) <= last]
            offsets.update(_split_offsets(row[1], cursor, parts, first))
            cursor, ranges_end = cursor + len(row[1]), last
        elif row[0].isdigit() and int(row[0]) > ranges_end:
            cursor = text.index(row[1], cursor)
            offsets[row[0]] = (cursor, cursor + len(row[1]))
            cursor += len(row[1])
    nodes = tuple(
        Node(*offsets[row[0]], tag=row[4], pos=row[3], lemma=row[2], head=int(row[6]) - 1, relation=row[7])
        for row in rows
        if row[0].isdigit()
    )
    identity = comments.get("sent_id", "")
    return Passage(text, document, nodes=nodes, marked=False, identity=identity, paragraph=paragraph)


def _split_offsets(surface: str, start: int, parts: list[str], first: int) -> dict[str, tuple[int, int]]:
    """Return where the words of a contraction lie; where they do not spell it, the last takes what is left."""
    offsets = {}
    cursor = start
    for i, part in enumerate(parts):
        end = start + len(surface) if i == len(parts) - 1 else min(cursor + len(part), start + len(surface))
        offsets[str(first + i)] = (cursor, end)
        cursor = end
    return offsets
