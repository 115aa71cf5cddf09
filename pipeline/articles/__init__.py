"""Files to articles: plain text, HTML, JSON, JSON Lines and CSV, in any encoding, in a stable order.

``discover`` lists the files of a folder with their article ids; ``ArticleReader.read`` turns one of them into
articles and failures. Both take ``ReadOptions``; the words of date lines come from the lexicon by ``date_words``.
"""

from __future__ import annotations

from pipeline.articles.date_words import DateWords, date_words
from pipeline.articles.discovery import discover
from pipeline.articles.extractor import Extractor, Page, PageExtractor
from pipeline.articles.faults import Fault
from pipeline.articles.formats import FORMATS, Format
from pipeline.articles.options import FieldNames, ReadOptions
from pipeline.articles.parts import Piece, pieces
from pipeline.articles.reading import ArticleReader
from pipeline.articles.source import Part, Source

__all__ = [
    "FORMATS", "ArticleReader", "DateWords", "Extractor", "Fault", "FieldNames", "Format", "Page", "PageExtractor",
    "Part", "Piece", "ReadOptions", "Source", "date_words", "discover", "pieces",
]  # fmt: skip
