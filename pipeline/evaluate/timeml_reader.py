"""Reads TimeML corpora that the user has: ``*.tml`` files (TempEval-3), MEANTIME's CAT ``*.xml`` and its ``*.jsonl``.

The corpora stay with the user: nothing of them is in the package.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline.errors import GoldError
from pipeline.evaluate.archives import files

_CAT_SENTENCES = 6
"""MEANTIME annotates title, date line and the first sentences only."""

_NO_BLANK_BEFORE = frozenset(".,;:!?)]%") | {"''", "'s", "n't", "’s"}
_NO_BLANK_AFTER = frozenset("([$#") | {"``"}
_CREATION = "CREATION_TIME"


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A time expression of the gold."""

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str = ""


@dataclass(frozen=True, slots=True)
class TimedText:
    """One document with its gold.

    Attributes:
        has_mods: whether its corpus annotates modifiers.
    """

    doc_id: str
    published: date | None
    text: str
    times: tuple[GoldTime, ...]
    has_mods: bool = True


def read_corpus(*paths: Path) -> list[TimedText]:
    """Return the documents of files and folders, archives among them, in path order; one told twice counts once.

    Raises:
        GoldError: when there is none, or a file is no XML or JSON.
    """
    texts: dict[str, TimedText] = {}
    for path in paths:
        for name, content in files(path, suffixes={".tml", ".xml", ".jsonl"}):
            for text in _read(name, content):
                texts.setdefault(text.doc_id, text)
    if not texts:
        named = ", ".join(map(str, paths))
        raise GoldError(
            f"{named}: no *.tml, CAT *.xml or *.jsonl file here; name the folder or the archive that holds the corpus"
        )
    return list(texts.values())


def _read(name: PurePosixPath, content: bytes) -> Iterator[TimedText]:
    if name.suffix == ".jsonl":
        yield from _read_jsonl(name, content)
        return
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise GoldError(f"{name}: not XML: {error}") from error
    read = {"TimeML": _read_timeml, "Document": _read_cat}.get(root.tag)
    text = read(root, name.stem) if read else None
    if text is not None:
        yield text


def _read_timeml(root: ElementTree.Element, doc_id: str) -> TimedText | None:
    body = root.find("TEXT")
    if body is None:
        return None
    pieces: list[str] = []
    times: list[GoldTime] = []

    def walk(node: ElementTree.Element, place: int) -> int:
        start = place
        for text, child in ((node.text, None), *((child.tail, child) for child in node)):
            if child is not None:
                place = walk(child, place)
            pieces.append(text or "")
            place += len(text or "")
        if node.tag == "TIMEX3":
            words = "".join(node.itertext())
            kind, value, mod = (node.get(name, "") for name in ("type", "value", "mod"))
            times.append(GoldTime(start, place, words, kind, value, mod))
        return place

    walk(body, 0)
    created = root.find("DCT/TIMEX3")
    published = _day(created.get("value", "")) if created is not None else None
    return TimedText(doc_id, published, "".join(pieces), tuple(sorted(times, key=_place)))


def _read_cat(root: ElementTree.Element, doc_id: str) -> TimedText:
    tokens = [
        (token.get("t_id", ""), int(token.get("sentence", "0")), token.text or "")
        for token in root.iter("token")
    ]  # fmt: skip
    times = [
        (timex.attrib, [anchor.get("t_id", "") for anchor in timex.iter("token_anchor")])
        for timex in root.iter("TIMEX3")
    ]
    created = next((timex["value"] for timex, _ in times if timex.get("functionInDocument") == _CREATION), "")
    return _of_tokens(doc_id, created, (token for token in tokens if token[1] < _CAT_SENTENCES), times)


def _read_jsonl(name: PurePosixPath, content: bytes) -> Iterator[TimedText]:
    """Read documents of one line each: sentences as lists of tokens, expressions as numbers of tokens."""
    for number, line in enumerate(content.decode("utf-8-sig").splitlines(), 1):
        try:
            record = json.loads(line)
            sentences, times = record["sents"], [(timex, list(map(str, timex["tokens"]))) for timex in record["timex"]]
            doc_id, created = PurePosixPath(record["doc"]).name, record.get("dct") or ""
            limit = int(record.get("annotated_sents", len(sentences)))
        except (json.JSONDecodeError, KeyError, TypeError, ValueError) as error:
            raise GoldError(f"{name}, line {number}: no document with doc, sents and timex: {error}") from error
        words = [(sentence, word) for sentence, words in enumerate(sentences) for word in words]
        tokens = ((str(index), *word) for index, word in enumerate(words) if word[0] < limit)
        yield _of_tokens(doc_id, created, tokens, times)


def _of_tokens(
    doc_id: str, created: str, tokens: Iterable[tuple[str, int, str]], times: Sequence[tuple[dict[str, Any], list[str]]]
) -> TimedText:
    """Put a text of tokens (id, sentence, word) together, and its expressions where their tokens stand."""
    pieces: list[str] = []
    places: dict[str, tuple[int, int]] = {}
    place, before = 0, None
    for key, sentence, word in tokens:
        blank = _blank(before, (sentence, word))
        pieces += [blank, word]
        start = place + len(blank)
        place = start + len(word)
        places[key] = (start, place)
        before = (sentence, word)
    text = "".join(pieces)
    gold = []
    for timex, keys in times:
        spans = [places[key] for key in keys if key in places]
        if spans:
            start, end = min(spans)[0], max(spans)[1]
            gold.append(GoldTime(start, end, text[start:end], timex.get("type", ""), timex.get("value", "")))
    return TimedText(doc_id, _day(created), text, tuple(sorted(gold, key=_place)), has_mods=False)


def _blank(before: tuple[int, str] | None, after: tuple[int, str]) -> str:
    """Return what stood between two tokens: a blank line round title and date line, else a blank or nothing."""
    if before is None:
        return ""
    if before[0] != after[0]:
        return "\n\n" if before[0] < 2 else " "
    return "" if after[1] in _NO_BLANK_BEFORE or before[1] in _NO_BLANK_AFTER else " "


def _day(value: str) -> date | None:
    """Return the day of a creation time, in either order of figures."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", value)
    if match:
        return date(int(match[1]), int(match[2]), int(match[3]))
    match = re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", value)
    return date(int(match[3]), int(match[2]), int(match[1])) if match else None


def _place(time: GoldTime) -> tuple[int, int]:
    return time.start, time.end
