"""A chain without a model, so that runs take milliseconds: the real reader, an extractor of a few lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import ClassVar

import pytest

import pipeline.run.work
import pipeline.stages
from pipeline import lexicon
from pipeline.articles import ArticleReader, Source, date_words
from pipeline.lexicon import Lexicon
from pipeline.records import Article, ArticleResult, Failure, Fill, Mention, Person, SanctionEvent, Sentence, Span
from pipeline.run import RunSummary, run_folder
from pipeline.settings import Settings
from pipeline.stages import read_options
from pipeline.vocabularies import Action, Label, Slot

Files = Mapping[str, str | bytes]


class Killed(BaseException):
    """Stands for a process that ends in the middle of its work."""


class FakeStages:
    """Finds one person, one event and the article's length; does what the article's first word says.

    Attributes:
        worked: ids of the articles worked on, by all instances.
        seconds: a quarter of a second per article, as if it had taken that.
        kill_after: number of articles after which the process ends.
        made: number of instances.
        tidied: how often what words leave behind was given back.
        vocabulary: as that of the chain.
    """

    worked: ClassVar[list[str]] = []
    kill_after: ClassVar[int | None] = None
    made: ClassVar[int] = 0
    tidied: ClassVar[int] = 0
    vocabulary: int = 0

    def __init__(self, settings: Settings) -> None:
        type(self).made += 1
        self.seconds: dict[str, float] = {}
        self._reader = ArticleReader(date_words(lexicon.shared()), options=read_options(settings))

    def close(self) -> None:
        self._reader.close()

    def tidy(self) -> None:
        type(self).tidied += 1

    def read(self, source: Source) -> Iterator[Article | Failure]:
        if source.path.endswith("unforeseen.txt"):
            raise RecursionError("too deep \udc80\nfor us")
        return self._reader.read(source)

    def extract(self, article: Article) -> ArticleResult:
        if len(self.worked) == self.kill_after:
            raise Killed
        self.worked.append(article.article_id)
        self.seconds["language"] = self.seconds.get("language", 0.0) + 0.25
        if article.text.startswith("RAISE"):
            raise ValueError(f"cannot\nread {article.text}")
        return found(article)


def found(article: Article) -> ArticleResult:
    """Return what the fake finds in an article."""
    text = article.text
    whole = Span(start=0, end=len(text), text=text)
    first = text.split(maxsplit=1)[0]
    start = text.index(first)
    mention = Mention(start=start, end=start + len(first), text=first, label=Label.PERSON, rule="fake")
    event = SanctionEvent(
        event_id=f"{article.article_id}-e",
        action=Action.LIFT if "lift" in text else Action.IMPOSE,
        trigger=mention,
        evidence=whole,
        fills=(Fill(slot=Slot.ACTORS, value=first, rule="fake", start=start, end=start + len(first), text=first),),
    )
    return ArticleResult(
        article=article,
        sentences=(Sentence(**whole.model_dump(), index=0, paragraph=0, tokens=len(text.split())),),
        mentions=(mention,),
        people=(Person(person_id=f"{article.article_id}-p", name=first, mentions=(mention,)),),
        events=(event,) if "sanction" in text else (),
    )


@pytest.fixture(scope="session")
def read_lexicon() -> Lexicon:
    return lexicon.shared()


@pytest.fixture(autouse=True)
def fake(monkeypatch: pytest.MonkeyPatch, read_lexicon: Lexicon) -> type[FakeStages]:
    """Put the fake in the place of the chain; what takes long to read is read once (lexicon) or not at all (model)."""
    monkeypatch.setattr(pipeline.run.work, "Stages", FakeStages)
    monkeypatch.setattr(pipeline.stages, "model_identity", lambda model: f"{model or 'shipped'}-0")
    monkeypatch.setattr(pipeline.stages, "code_identity", lambda: "source-0")
    monkeypatch.setattr(FakeStages, "worked", [])
    monkeypatch.setattr(FakeStages, "kill_after", None)
    monkeypatch.setattr(FakeStages, "made", 0)
    monkeypatch.setattr(FakeStages, "tidied", 0)
    return FakeStages


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a folder of five small articles."""
    folder = tmp_path / "articles"
    write(
        folder,
        {
            "a.txt": "Norway imposed sanctions.",
            "b.txt": "Chile will lift sanctions, it said.",
            "deep/c.txt": "Peru held elections.",
            "deep/d.txt": 'Kenya imposed sanctions on "X", and\non Y.',
            "e.txt": "Malta sanctioned three banks.",
        },
    )
    return folder


def write(folder: Path, files: Files) -> None:
    """Write files, given as text or bytes, into a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


Run = Callable[..., RunSummary]


@pytest.fixture
def run(articles: Path, tmp_path: Path) -> Run:
    """Return a function that runs over the articles, one file per unit, and empties the list of what was worked on."""

    def running(
        out: Path = tmp_path / "out", *, root: Path = articles, fresh: bool = False, **options: object
    ) -> RunSummary:
        FakeStages.worked.clear()
        settings = Settings(**({"unit_size": 1, "workers": 1} | options))  # type: ignore[arg-type]
        return run_folder(root, out, settings=settings, fresh=fresh)

    return running


def tables(out: Path) -> dict[str, bytes]:
    """Return the bytes of every table of a run folder."""
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file() and path.name != "run.json"}
