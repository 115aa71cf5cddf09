from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.articles.ids import Named, distinct_ids, printable


def ids(*paths: str) -> list[str]:
    named = []
    for path in paths:
        dot = path.rfind(".")
        suffix = path[dot:] if dot > path.rfind("/") + 1 else ""
        named.append(Named(path, suffix, suffix == ".jsonl"))
    return distinct_ids(named)


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["letter.txt"], ["letter"]),
        (["2020/letter.txt", "note.txt"], ["letter", "note"]),
        (["2020/letter.txt", "2021/letter.txt", "note.txt"], ["2020__letter", "2021__letter", "note"]),
        (["letter.txt", "2020/july/letter.txt"], ["letter", "2020__july__letter"]),
        (["letter.txt", "letter.html"], ["letter.txt", "letter.html"]),
        (["a/x.txt", "a/x.html", "b/x.txt"], ["a__x.txt", "a__x.html", "b__x"]),
        # Records of a dump are called "wire-1": no other file may be called so.
        (["wire.jsonl", "wire-1.txt"], ["wire.jsonl", "wire-1"]),
        (["wire.jsonl", "wired.txt"], ["wire", "wired"]),
        (["wire.txt", "wire-1.txt"], ["wire", "wire-1"]),
        (["two\nlines.txt", "-rf"], ["two\\x0alines", "-rf"]),
    ],
)
def test_ids_stem_then_folder_then_suffix(paths: list[str], expected: list[str]) -> None:
    assert ids(*paths) == expected


def test_ids_last_resort_is_a_digest_of_the_path() -> None:
    found = ids("a/b.txt", "c/b.txt", "a__b.txt")
    assert len(set(found)) == 3
    assert found == ids("a/b.txt", "c/b.txt", "a__b.txt")


def test_ids_do_not_depend_on_files_that_do_not_clash() -> None:
    assert ids("2020/letter.txt", "2021/letter.txt", "a.txt", "b/c.jsonl")[:2] == ids(
        "2020/letter.txt", "2021/letter.txt"
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sanctions – Übersicht.txt", "Sanctions – Übersicht.txt"),
        ("two\nlines", "two\\x0alines"),
        ("\udcff.txt", "\\xff.txt"),
        ("\u2028", "\\u2028"),
    ],
)
def test_ids_printable(name: str, expected: str) -> None:
    assert printable(name) == expected


PART = st.text(st.sampled_from("ab-_.1\n"), min_size=1, max_size=4).filter(lambda part: part.strip("."))


@given(st.sets(st.lists(PART, min_size=1, max_size=3).map("/".join), max_size=12))
def test_ids_are_distinct(paths: set[str]) -> None:
    found = ids(*sorted(paths))
    assert len(set(found)) == len(paths)
