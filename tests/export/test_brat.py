from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples import CODES, bare, result

from export.test_export import exported, opened
from pipeline.export.brat import WORDS
from pipeline.records import ArticleResult
from pipeline.tables import build
from pipeline.vocabularies import Action, Label, Slot


class Standoff(NamedTuple):
    """An .ann file as brat's format documentation describes it."""

    entities: dict[str, tuple[str, list[tuple[int, int]], str]]
    events: dict[str, list[tuple[str, str]]]
    notes: dict[str, str]


def parsed(annotation: str) -> Standoff:
    """Parse standoff strictly; a line that is of no known kind fails."""
    found = Standoff({}, {}, {})
    for line in annotation.splitlines():
        if match := re.fullmatch(r"(T\d+)\t([\w-]+) (\d+ \d+(?:;\d+ \d+)*)\t(.+)", line):
            places = [(int(start), int(end)) for start, end in (piece.split() for piece in match[3].split(";"))]
            assert match[1] not in found.entities
            found.entities[match[1]] = match[2], places, match[4]
        elif match := re.fullmatch(r"(E\d+)\t([\w-]+:T\d+(?: [\w-]+:T\d+)*)", line):
            found.events[match[1]] = [tuple(part.split(":")) for part in match[2].split()]  # type: ignore[misc]
        elif match := re.fullmatch(r"#\d+\tAnnotatorNotes (T\d+)\t(.+)", line):
            found.notes[match[1]] = match[2]
        else:
            pytest.fail(f"no brat standoff: {line!r}")
    return found


@pytest.fixture
def archive(tmp_path: Path) -> ZipFile:
    (path,) = exported("brat", tmp_path)
    return ZipFile(path)


def check(annotation: Standoff, text: str) -> None:
    for _, places, words in annotation.entities.values():
        assert " ".join(text[start:end] for start, end in places) == words
        assert not re.search(r"[\r\n]", words)
    for arguments in annotation.events.values():
        assert all(number in annotation.entities for _, number in arguments)
        roles = [role for role, _ in arguments]
        assert len(roles) == len(set(roles))


def test_brat_holds_text_and_annotation_of_every_article(archive: ZipFile) -> None:
    assert archive.testzip() is None
    assert archive.namelist() == [
        "annotation.conf", "one.txt", "one.ann", "bare.txt", "bare.ann", "two.txt", "two.ann",
    ]  # fmt: skip
    assert archive.read("bare.ann") == b""


def test_brat_annotation_is_what_was_found(archive: ZipFile) -> None:
    text = archive.read("one.txt").decode()
    annotation = parsed(archive.read("one.ann").decode())
    check(annotation, text)
    ((_, trigger), *arguments) = annotation.events["E1"]
    assert annotation.entities[trigger][0::2] == ("impose", "froze")
    assert [(role, annotation.entities[number][2]) for role, number in arguments] == [
        ("actors", "Ida Berg"), ("targets", "Ruritania"), ("targets2", "Sylvania"), ("measures", "froze assets"),
        ("date", "Monday"),
    ]  # fmt: skip
    assert {kind for kind, *_ in annotation.entities.values()} == {"ROLE", "PERSON", WORDS, "impose"}
    assert set(annotation.notes.values()) == {"Minister", "Ida Berg"}


def test_brat_splits_words_at_line_ends(tmp_path: Path) -> None:
    made = json.loads(result("lines").model_dump_json())
    text = made["article"]["text"]
    start = text.index("leads,\nfroze")
    made["mentions"][0] |= {"start": start, "end": start + 12, "text": "leads,\nfroze"}
    exporter = opened("brat", tmp_path)
    exporter.texts = {"lines": text}
    exporter.feed(build([ArticleResult.model_validate(made)], [], codes=CODES))
    (path,) = exporter.close()
    annotation = parsed(ZipFile(path).read("lines.ann").decode())
    check(annotation, text)
    assert annotation.entities["T1"] == ("ROLE", [(start, start + 6), (start + 7, start + 12)], "leads, froze")


def test_brat_configuration_names_all_that_annotations_use(archive: ZipFile) -> None:
    sections = re.split(r"^\[(\w+)\]$", archive.read("annotation.conf").decode(), flags=re.M)
    found = {name: body.split("\n") for name, body in zip(sections[1::2], sections[2::2], strict=True)}
    assert set(found) == {"entities", "relations", "events", "attributes"}
    assert set(found["entities"]) - {""} == {*Label, WORDS}
    events = dict(line.split("\t") for line in found["events"] if line)
    assert set(events) == set(Action)
    assert all(f"{slot}*:<ENTITY>" in of.split(", ") for of in events.values() for slot in Slot)


def test_brat_file_names_are_safe_and_distinct(tmp_path: Path) -> None:
    names = ["../a", "..//a", "A b", "a_b", ".hidden"]
    exporter = opened("brat", tmp_path)
    exporter.texts = dict.fromkeys(names, "Nothing.")
    exporter.feed(build([bare(name) for name in names], [], codes=CODES))
    (path,) = exporter.close()
    files = [name.removesuffix(".txt") for name in ZipFile(path).namelist() if name.endswith(".txt")]
    assert files == ["_._a", "_.__a", "A_b", "a_b-2", "_hidden"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_brat_annotation_of_any_text_is_parsed(tmp_path: Path, data: st.DataObject) -> None:
    made = json.loads(result("any").model_dump_json())
    text = data.draw(st.text(st.sampled_from("ab \t\r\n\x0b\x85\u2028\U0001f600"), min_size=1, max_size=12))
    for mention in made["mentions"]:
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        mention |= {"start": start, "end": end, "text": text[start:end], "canonical": text}
    made["article"]["text"] = text
    made["events"] = []
    exporter = opened("brat", tmp_path)
    exporter.texts = {"any": text}
    exporter.feed(build([ArticleResult.model_validate(made)], [], codes=CODES))
    (path,) = exporter.close()
    archive = ZipFile(path)
    assert archive.read("any.txt").decode() == text
    check(parsed(archive.read("any.ann").decode()), text)
