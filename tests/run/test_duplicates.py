from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest

from pipeline.records import Article
from pipeline.run.duplicates import MARKS, Duplicate, find_duplicates, marks_of
from run.conftest import Run, write
from run.test_folder import column, rows

WORDS = [f"word{number}" for number in range(2000)]


def article(text: str) -> Article:
    return Article(article_id="a", path="a.txt", text=text, sha256=hashlib.sha256(text.encode()).hexdigest())


def found(*texts: str) -> dict[int, Duplicate]:
    return find_duplicates(b"".join(marks_of(article(text)) for text in texts))


def story(seed: int, *, words: int = 300, changed: float = 0.0) -> str:
    """Return made-up words; of the same seed the same, but for a share of changed ones."""
    chosen = random.Random(seed).choices(WORDS, k=words)
    other = random.Random(seed + 1000)
    return " ".join("other" if other.random() < changed else word for word in chosen)


def test_duplicates_take_the_same_bytes_whatever_the_text() -> None:
    assert {len(marks_of(article(text))) for text in ("", "a", story(1), story(1) * 50)} == {8 * MARKS}
    assert find_duplicates(b"") == {}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([story(1), story(2), story(3)], {}),
        ([story(1), story(2), story(1)], {2: Duplicate(0, True)}),
        (["Short.", "Short.", "Short!"], {1: Duplicate(0, True)}),
        ([story(1), story(1).upper()], {1: Duplicate(0, False)}),
        ([story(1), story(1, changed=0.01)], {1: Duplicate(0, False)}),
        ([story(1), "By our staff. " + story(1)], {1: Duplicate(0, False)}),
        ([story(1), story(1, changed=0.3)], {}),
        ([story(1), story(1)[:900]], {}),
        ([story(1), story(2), story(2), story(1)], {2: Duplicate(1, True), 3: Duplicate(0, True)}),
        ([story(1), story(1).upper(), story(1).title()], {1: Duplicate(0, False), 2: Duplicate(0, False)}),
    ],
)  # fmt: skip
def test_duplicates_are_found_and_others_are_not(texts: list[str], expected: dict[int, Duplicate]) -> None:
    assert found(*texts) == expected


def test_duplicates_of_nine_tenths_are_nearly_all_found_and_of_half_none() -> None:
    near = [story(seed, words=600) for seed in range(40)] + [
        story(seed, words=600, changed=0.008) for seed in range(40)
    ]
    assert len(found(*near)) >= 38
    far = [story(seed, words=600) for seed in range(40)] + [story(seed, words=600, changed=0.15) for seed in range(40)]
    assert found(*far) == {}


def test_duplicates_are_marked_and_kept(run: Run, articles: Path, tmp_path: Path) -> None:
    write(
        articles,
        {
            "a2.txt": "Norway imposed sanctions.",
            "x.txt": story(5),
            "y.txt": story(5) + " More.",
            "z.txt": b"\xff\xfeo\0k\0",
        },
    )
    summary = run()
    assert (summary.articles, summary.duplicates) == (9, 2)
    status = {row["article_id"]: row["status"] for row in rows(tmp_path / "out", "articles")}
    assert status["a2"] == "duplicate:a"
    assert status["y"] == "near_duplicate:x"
    assert status["z"] == "decoded:utf-16-le"
    assert {status[name] for name in "abcdex"} == {"ok"}
    assert len(column(tmp_path / "out", "events", "article_id")) == 5
