"""The chain, written once: settings to a ready pipeline, an article to its result.

``Plan`` answers what can be known without the model (files, fingerprint); ``Stages`` holds the model and does the work.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pipeline import lexicon as lexicon_module
from pipeline.articles import ArticleReader, FieldNames, Piece, ReadOptions, Source, date_words, discover, pieces
from pipeline.articles.faults import NOT_TRIED
from pipeline.errors import SettingsError
from pipeline.events import Stories, assemble
from pipeline.events import marks_of as story_marks
from pipeline.language import load as load_language
from pipeline.language.loading import shipped_folder
from pipeline.lexicon.schema import ActionCodes
from pipeline.links import Linker
from pipeline.mentions import FINDERS
from pipeline.normalise import Identities, Normaliser, Resolver
from pipeline.records import Article, ArticleResult, Failure, Span
from pipeline.settings import Settings
from pipeline.vocabularies import Action, PublishedBasis
from pipeline.watchlist import Watchlist, read_watchlist

__all__ = ["NOT_TRIED", "LexiconResolver", "Piece", "Plan", "Source", "Stages", "Stories", "story_marks"]

_WORDS_KEPT = 25_000
"""Words in the vocabulary, the lexicon's own included, up to which those of articles are kept: common ones, which would
otherwise be made anew for every article."""

LexiconResolver = Resolver
"""Canonical names of parties, countries and laws, for the evaluation."""


class Plan:
    """What a run can know before it loads the model."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._lexicon = lexicon_module.shared(_overlay(settings))
        self._options = read_options(settings)

    @property
    def codes(self) -> dict[Action, tuple[str, str]]:
        """(PLOVER, CAMEO) codes per action."""
        return {codes.action: (codes.plover, codes.cameo) for codes in self._lexicon.entries(ActionCodes).values()}

    @cached_property
    def description(self) -> dict[str, Any]:
        """What the results depend on: package version and source, model, lexicon, settings that matter."""
        kept = {"published", "date_order", "max_bytes", "fields", "archives"}
        return {
            "version": package_version(),
            "code": code_identity(),
            "model": model_identity(self.settings.model),
            "lexicon": self._lexicon.digest,
            "settings": self.settings.model_dump(mode="json", include=kept),
        }

    @property
    def fingerprint(self) -> str:
        """Digest of ``description``: results with another fingerprint are not taken over."""
        return hashlib.sha256(repr(sorted(self.description.items())).encode()).hexdigest()

    @property
    def watchlist(self) -> str:
        """Name of the watchlist with the digest of its bytes, or empty; no result of an article depends on it."""
        path = self.settings.watchlist
        if path is None or not path.is_file():
            return ""
        with path.open("rb") as file:
            return f"{path.name}-{hashlib.file_digest(file, 'sha256').hexdigest()[:16]}"

    def gatherer(self) -> Callable[[ArticleResult], ArticleResult]:
        """Return what completes the results of a run, given in input order: persons that are one, and the watchlist.

        Raises:
            WatchlistError: if the watchlist of the settings cannot be used.
        """
        identities = Identities(self._lexicon)
        path = self.settings.watchlist
        if path is None:
            return identities.named
        watchlist = Watchlist(self._lexicon, read_watchlist(path))
        return lambda result: watchlist.looked_up(identities.named(result))

    def stories(self, marks: Iterable[bytes], *, repeats: Collection[int]) -> Stories:
        """Return what tells the stories of a run, by the marks of its articles and the numbers of repeated ones."""
        return Stories(marks, self._lexicon, repeats=repeats)

    def discover(self, root: Path, *, leave_out: Path | None = None) -> Iterator[Source]:
        """Yield the input files in stable order.

        Raises:
            ArticleError: if there is no such file or folder.
        """
        return discover(root, options=self._options, leave_out=leave_out)

    def pieces(self, source: Source) -> Iterator[Piece]:
        """Yield the pieces of an input file that are worked on by themselves; reads it once."""
        return pieces(source, self._options)

    def articles(self, root: Path) -> list[Article]:
        """Return every usable article below a folder, in stable order."""
        with ArticleReader(date_words(self._lexicon), options=self._options) as reader:
            found = [item for source in self.discover(root) for item in reader.read(source)]
        return [item for item in found if isinstance(item, Article)]

    def texts(self, root: Path) -> dict[str, str]:
        """Return the text of every usable article by id."""
        return {article.article_id: article.text for article in self.articles(root)}


class Stages:
    """The whole chain, ready to work on articles. Not safe for use from several threads.

    Attributes:
        seconds: time spent by stage since the start.
    """

    def __init__(self, settings: Settings) -> None:
        overlay = _overlay(settings)
        lexicon = lexicon_module.shared(overlay)
        self.nlp = load_language(settings.model or None)
        self.nlp.max_length = max(self.nlp.max_length, settings.max_bytes)
        self._names = tuple(self.nlp.pipe_names)
        for finder in FINDERS:
            config = {"overlay": overlay} if self.nlp.get_factory_meta(finder).default_config else {}
            self.nlp.add_pipe(finder, config=config)
        self._reader = ArticleReader(date_words(lexicon), options=read_options(settings))
        self._linker = Linker(lexicon)
        self._normaliser = Normaliser(lexicon, overlay=overlay, date_order=settings.date_order)
        self._lexicon = lexicon
        self.seconds: dict[str, float] = {}

    @property
    def vocabulary(self) -> int:
        """Number of words that the language model's vocabulary has ever met; it keeps some bytes for each of them."""
        return len(self.nlp.vocab)

    def _zone(self) -> AbstractContextManager[object]:
        """Return what a text is read in: the words of the first ones are kept, those of later ones forgotten."""
        return nullcontext() if self.vocabulary < _WORDS_KEPT else self.nlp.memory_zone()

    def tidy(self) -> None:
        """Give back what the store of strings still takes for words that are forgotten.

        spaCy clears their places there, but uses few of them again. Not while a text is read.
        """
        self.nlp.vocab.strings.from_bytes(b"[]")

    def close(self) -> None:
        """End the process that reads HTML."""
        self._reader.close()

    def read(self, source: Source) -> Iterator[Article | Failure]:
        """Yield the articles of one input file, and a failure for what in it is none; never raises for bad input."""
        return self._reader.read(source)

    def extract(self, article: Article) -> ArticleResult:
        """Return everything the pipeline finds in one article."""
        clock = _Clock(self.seconds)
        with self._zone():
            doc = self.nlp.make_doc(article.text)
            for name in self._names:
                doc = self.nlp.get_pipe(name)(doc)
            clock.stop("language")
            for name in FINDERS:
                doc = self.nlp.get_pipe(name)(doc)
            clock.stop("mentions")
            linked = self._linker.link(doc)
            clock.stop("links")
            del doc
        normal = self._normaliser.normalise(article, linked)
        clock.stop("normalise")
        events = assemble(article, linked, normal.facts, lexicon=self._lexicon)
        clock.stop("events")
        return ArticleResult(
            article=article,
            sentences=linked.sentences,
            mentions=normal.mentions,
            people=normal.people,
            affiliations=normal.affiliations,
            times=normal.times,
            events=events,
            issues=(*linked.issues, *normal.issues),
        )

    def extract_text(self, text: str, *, published: date | None = None, title: str = "") -> ArticleResult:
        """Return everything the pipeline finds in a text that is no file.

        Offsets count in ``result.article.text``: the title, an empty line and the text; without a title the text.
        """
        title = " ".join(title.split())
        # Halves of characters, which no file holds, become question marks.
        body = (f"{title}\n\n{text}" if title else text).encode("utf-8", "replace").decode()
        return self.extract(
            Article(
                article_id="text",
                path="",
                text=body,
                title=Span(start=0, end=len(title), text=body[: len(title)]) if title else None,
                published=published,
                published_basis=PublishedBasis.OPTION if published else PublishedBasis.NONE,
                sha256=hashlib.sha256(body.encode()).hexdigest(),
            )
        )


class _Clock:
    def __init__(self, seconds: dict[str, float]) -> None:
        self._seconds = seconds
        self._last = time.perf_counter()

    def stop(self, stage: str) -> None:
        now = time.perf_counter()
        self._seconds[stage] = self._seconds.get(stage, 0.0) + now - self._last
        self._last = now


def _overlay(settings: Settings) -> str:
    """Return the folder of a user's lexicon, or empty."""
    return str(settings.lexicon) if settings.lexicon is not None else ""


def read_options(settings: Settings) -> ReadOptions:
    """Return the settings that concern reading.

    Raises:
        SettingsError: if ``fields`` names a field that articles do not have.
    """
    try:
        fields = FieldNames.model_validate(settings.fields)
    except ValidationError as error:
        name = error.errors()[0]["loc"][0]
        known = ", ".join(FieldNames.model_fields)
        raise SettingsError(f"setting 'fields': articles have no {name!r}; their fields are {known}") from error
    return ReadOptions(
        fields=fields,
        max_bytes=settings.max_bytes,
        date_order=settings.date_order,
        published=settings.published,
        archives=settings.archives,
    )


def model_identity(model: str) -> str:
    """Return the name of a model with the digest of its files; an installed pipeline's name with its version."""
    folder = Path(model) if model else shipped_folder()
    if folder.is_dir():
        digest = hashlib.sha256()
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
        return f"{folder.name}-{digest.hexdigest()[:16]}"
    try:
        return f"{model}-{version(model.replace('_', '-'))}"
    except PackageNotFoundError:
        return model


def code_identity() -> str:
    """Return the digest of the package's source, so that a run does not take over what other code found."""
    folder = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def package_version() -> str:
    """Return the version of this package; ``0`` where it runs from a folder that was never installed."""
    try:
        return version("sanction-events")
    except PackageNotFoundError:
        return "0"
