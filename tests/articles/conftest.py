"""Words of date lines, a stand-in for the page extractor, and readers made of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.articles import ArticleReader, DateWords, Page, ReadOptions, discover
from pipeline.articles.date_lines import DateReader
from pipeline.records import Article, Failure

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class EchoExtractor:
    """Gives a page's markup back as its text, so that no process is needed."""

    def extract(self, markup: str, *, fragment: bool = False) -> Page:
        return Page(title="" if fragment else "Page title", text=markup, published=("2001-02-03",))


@pytest.fixture(scope="session")
def words() -> DateWords:
    months = {month[:size]: number for number, month in enumerate(MONTHS, start=1) for size in (3, 9)}
    return DateWords(
        months=months | {"sept": 9},
        weekdays=(*DAYS, *(day[:3] for day in DAYS)),
        published=("date", "published", "published on", "posted", "posted on", "for immediate release", "issued on"),
        updated=("updated", "last updated", "modified"),
        bylines=("by", "posted by", "written by"),
        fillers=("at", "on", "the", "of", "and", "min read", "GMT", "EDT"),
    )


@pytest.fixture(scope="session")
def dates(words: DateWords) -> DateReader:
    return DateReader(words)


Reading = Callable[..., list[Article | Failure]]


@pytest.fixture
def read_all(words: DateWords) -> Reading:
    """Return a function that reads all files below a folder, or one file."""

    def reading(root: Path, **options: object) -> list[Article | Failure]:
        chosen = ReadOptions.model_validate(options)
        with ArticleReader(words, options=chosen, extractor=EchoExtractor()) as reader:
            return [found for source in discover(root, options=chosen) for found in reader.read(source)]

    return reading


@pytest.fixture
def read_one(tmp_path: Path, read_all: Reading) -> Reading:
    """Return a function that writes bytes or text to a file and reads it."""

    def reading(content: bytes | str, name: str = "story.txt", **options: object) -> list[Article | Failure]:
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_all(file, **options)

    return reading
