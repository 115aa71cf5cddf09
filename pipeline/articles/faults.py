"""Why an input could not be used: the values of the column ``error`` for this stage."""

from __future__ import annotations

from pipeline.vocabularies import Vocabulary


class Fault(Vocabulary):
    """Kinds of unusable input."""

    EMPTY = "empty", "there is no letter or digit in it"
    BINARY = "binary", "it is no text: an image, a PDF, an office document, or bytes with NUL characters"
    ENCODING = "encoding", "its bytes fit no known or declared encoding"
    UNREADABLE = "unreadable", "the file system does not let us read it, or it is gone, or no regular file"
    TOO_LARGE = "too_large", "it is larger than the caps allow"
    MALFORMED = "malformed", "it is broken JSON or CSV"
    NO_ARTICLE = "no_article", "it is well-formed but holds no field or part that could be an article's text"
    UNSUPPORTED = "unsupported", "its suffix names a format that is not read"
    ARCHIVE = "archive", "it is an archive or compressed file, and reading those was not asked for"
    LINK = "link", "it is a link to a folder, which is not followed"
    CHANGED = "changed", "it was changed while it was read"
    TIMEOUT = "timeout", "taking the article out of the page took longer than the limit"
    EXTRACTOR = "extractor", "the process that takes the article out of a page died or failed"


NOT_TRIED = frozenset({Fault.UNSUPPORTED.value, Fault.ARCHIVE.value, Fault.LINK.value})
"""Kinds of input that is passed over by its name or kind alone."""
