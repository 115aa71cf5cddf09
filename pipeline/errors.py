"""The few exceptions of the package. Every message names the file or entry at fault and the remedy."""

from __future__ import annotations


class PipelineError(Exception):
    """Base of every error that the package raises on purpose."""


class LexiconError(PipelineError):
    """A lexicon file or entry is wrong: unknown key, duplicate form, dangling id, empty text."""


class ArticleError(PipelineError):
    """An input file holds no usable article; the run notes it in ``errors.csv`` and goes on.

    Attributes:
        kind: short stable code of the fault (``empty``, ``binary``, ``encoding``, ``unreadable`` ...).
    """

    def __init__(self, message: str, *, kind: str) -> None:
        super().__init__(message)
        self.kind = kind


class ModelError(PipelineError):
    """A language model is missing, incomplete, or does not fit this version of the package."""


class GoldError(PipelineError):
    """A gold file does not follow the format, or does not belong to the article beside it."""


class SettingsError(PipelineError):
    """A setting is unknown or out of range."""


class RunError(PipelineError):
    """A run folder cannot be written, or belongs to another run."""


class WatchlistError(PipelineError):
    """A file given as watchlist is none that can be read."""
