"""What the readers of this stage hand to each other: a file found, and what it holds before it is an ``Article``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pipeline.records import Failure, Record

STAGE = "articles"


class Part(NamedTuple):
    """A stretch of a dump that is worked on by itself.

    Attributes:
        start, end: its bytes, after unpacking.
        first: number of its first record.
        taken: numbers of its records whose own id another record of the file has before them.
    """

    start: int
    end: int
    first: int
    taken: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the input, or a part of one. There may be millions: no pydantic model, and its texts are shared.

    Attributes:
        article_id: id of its article, or the first part of the ids of a dump's articles.
        path: path below the input folder with ``/``, control characters written as escapes.
        root: the input folder.
        name: path below it as the file system has it.
        format: name in ``FORMATS``.
        compressed: whether it is to be read through gzip.
        alone: whether it is the whole input, so that a dump's records may keep their own ids.
        failure: why it cannot be read, as far as its name and kind tell.
        skipped: why it is no input, as a hidden file.
        part: the part of the file that is meant; None for all of it.
        stamp: size and time of change when its content was last looked at.
    """

    article_id: str
    path: str
    root: str
    name: str
    format: str = ""
    compressed: bool = False
    alone: bool = False
    failure: Failure | None = None
    skipped: str = ""
    part: Part | None = None
    stamp: tuple[int, int] | None = None

    @property
    def file(self) -> Path:
        """Where it lies."""
        return Path(self.root, self.name)


class Draft(Record):
    """An article as its format gives it.

    Attributes:
        number: number of the record in a dump from 1 (JSON Lines: of the line), None if the file is the article.
        own_id: the id that the record gives itself.
        title: the title where the format keeps it apart from the body.
        body: the text; with a title apart, what comes after it.
        markup: whether the body is a page in HTML; else that is seen from the body.
        published: values of its date fields and tags, best first, as written.
        remarks: parts of ``Article.status``.
        source: who published it, or its address, as the record has it.
    """

    number: int | None = None
    own_id: str = ""
    title: str = ""
    body: str
    markup: bool = False
    published: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    source: str = ""


class Row(NamedTuple):
    """A record of a dump as it stands in the file; one that is too long to be read comes in several pieces.

    Attributes:
        number: number of the record.
        own_id: the id that it gives itself.
    """

    data: bytes
    number: int
    own_id: str


class Refused(Record):
    """A record of a dump that is no article; the records after it may be."""

    number: int
    kind: str
    message: str


def failure(source: Source, kind: str, message: str, *, number: int | None = None) -> Failure:
    """Return the row of ``errors.csv`` for a file or one of its records."""
    mark = "" if number is None else f"#{number}"
    article_id = source.article_id if number is None else f"{source.article_id}-{number}"
    return Failure(
        path=source.path + mark,
        article_id=article_id,
        stage=STAGE,
        error=str(kind),
        message=f"{source.path}: {message}",
    )
