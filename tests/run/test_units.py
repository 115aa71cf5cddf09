from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.articles import Part, ReadOptions, Source, pieces
from pipeline.run.units import Task, make_tasks, make_units
from run.conftest import write


def made(folder: Path, *names: str, fingerprint: str = "f") -> list[Task]:
    sources = [Source(name, name, str(folder), name, format="plain") for name in names]
    found = [piece for source in sources for piece in pieces(source, ReadOptions())]
    return list(make_tasks(found, fingerprint=fingerprint))


@pytest.fixture
def tasks(tmp_path: Path) -> list[Task]:
    write(tmp_path, {name: name for name in "abcde"})
    return made(tmp_path, *"abcde")


@pytest.mark.parametrize(
    ("size", "done", "expected"),
    [
        (2, "", ["ab", "cd", "e"]),
        (5, "", ["abcde"]),
        (9, "", ["abcde"]),
        (2, "bd", ["ac", "e"]),
        (2, "abcde", []),
    ],
)
def test_units_are_slices_of_what_is_left(tasks: list[Task], size: int, done: str, expected: list[str]) -> None:
    keys = {task.key for task in tasks if task.source.path in done}
    units = make_units(tasks, done=keys, size=size)
    assert ["".join(task.source.path for task in unit.tasks) for unit in units] == expected
    assert len({unit.name for unit in units}) == len(units)


def test_units_have_the_same_name_for_the_same_content(tasks: list[Task], tmp_path: Path) -> None:
    again = made(tmp_path, *"abcde")
    assert make_units(again, done=(), size=2) == make_units(tasks, done=(), size=2)


def test_units_keys_depend_on_place_content_and_fingerprint(tasks: list[Task], tmp_path: Path) -> None:
    write(tmp_path, {"a": "other", "copy": "b"})
    found = made(tmp_path, "a", "b", "copy")
    keys = {task.key for task in (*tasks, *found, *made(tmp_path, "b", fingerprint="g"))}
    assert found[1].key == tasks[1].key
    assert len(keys) == len(tasks) + 3


def test_units_keys_of_files_that_are_gone_are_still_distinct(tmp_path: Path) -> None:
    one, two = made(tmp_path, "x", "y")
    assert one.key != two.key


def test_units_of_parts_hold_one_each(tasks: list[Task]) -> None:
    part = replace(tasks[1], source=replace(tasks[1].source, part=Part(0, 9, 1)), key="part")
    units = make_units([tasks[0], part, tasks[2], tasks[3]], done=(), size=2)
    assert [[task.source.path for task in unit.tasks] for unit in units] == [["b"], ["a", "c"], ["d"]]
