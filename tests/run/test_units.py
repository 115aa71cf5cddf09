from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.run.units import Task, make_tasks, make_units
from pipeline.stages import Source
from run.conftest import write


def sources(folder: Path, *names: str) -> list[Source]:
    return [Source(article_id=name, path=name, file=folder / name, format="plain") for name in names]


@pytest.fixture
def tasks(tmp_path: Path) -> list[Task]:
    write(tmp_path, {name: name for name in "abcde"})
    return make_tasks(sources(tmp_path, *"abcde"), fingerprint="f")


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
    again = make_tasks(sources(tmp_path, *"abcde"), fingerprint="f")
    assert make_units(again, done=(), size=2) == make_units(tasks, done=(), size=2)


def test_units_keys_depend_on_place_content_and_fingerprint(tasks: list[Task], tmp_path: Path) -> None:
    write(tmp_path, {"a": "other", "copy": "b"})
    found = make_tasks(sources(tmp_path, "a", "b", "copy"), fingerprint="f")
    keys = {task.key for task in (*tasks, *found, *make_tasks(sources(tmp_path, "b"), fingerprint="g"))}
    assert found[1].key == tasks[1].key
    assert len(keys) == len(tasks) + 3


def test_units_keys_of_files_that_are_gone_are_still_distinct(tmp_path: Path) -> None:
    one, two = make_tasks(sources(tmp_path, "x", "y"), fingerprint="f")
    assert one.key != two.key
