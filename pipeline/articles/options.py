"""How article files are read: field names, encodings, caps, dates. Frozen, with defaults that fit most folders."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from pipeline.articles.decoding import text_encoding
from pipeline.records import Record


def _known_encoding(name: str | None) -> str | None:
    if name is not None and text_encoding(name) is None:
        raise ValueError(f"{name!r} is no text encoding that Python knows; write for example 'cp1252'")
    return name


def _several(names: object) -> object:
    return (names,) if isinstance(names, str) else names


Names = Annotated[tuple[str, ...], Field(min_length=1), BeforeValidator(_several)]


class FieldNames(Record):
    """Names of the fields of a dump, best first.

    A name given replaces the guesses for that field; case, blanks, hyphens and underscores do not count. A
    dotted name (``content.rendered``) goes into nested objects. The defaults are the names that common
    crawlers, feeds and news interfaces use; ``timestamp`` and ``created`` are none, as crawlers mean the day of
    their visit by them.
    """

    title: Names = ("title", "headline", "heading", "webTitle", "article_title", "news_title", "name")
    text: Names = (
        "text", "body", "article_body", "article_text", "full_text", "main_text", "body_text",
        "content", "article_content", "article", "raw_text", "plain_text", "story", "document", "html", "content_html",
    )  # fmt: skip
    published: Names = (
        "published", "date_published", "date_publish", "published_at", "published_date", "publication_date",
        "publish_date", "published_on", "pub_date", "first_publication_date",
        "webPublicationDate", "issued", "date", "article_date", "datetime",
    )  # fmt: skip
    source: Names = (
        "source_domain", "domain", "publisher", "outlet", "publication", "newspaper", "site", "site_name",
        "source.name", "source.title", "source", "source_url", "url", "link",
    )  # fmt: skip
    id: Names = ("article_id", "id", "_id", "doc_id", "document_id", "uuid", "guid", "docno")


class ReadOptions(Record):
    """Options of the stage.

    Attributes:
        fields: names of the fields of JSON, JSON Lines and CSV dumps.
        encoding: the encoding of every file, instead of finding it out for each.
        max_bytes: largest article, as UTF-8; also the largest plain text file.
        max_html_bytes: largest HTML file, most of which is no article.
        max_json_bytes: largest JSON document; JSON Lines and CSV are streamed and have no such cap.
        date_order: how to read 03/07/2020: ``dmy``, ``mdy``, or ``auto``, which leaves it unread as it may be either.
        published: publication date of articles that do not state one.
        override_published: take ``published`` even where the article states another.
        archives: read ``.gz`` files (up to 100 times their size), which are refused otherwise.
        formats: further suffixes, as ``{".story": "plain"}``.
        html_seconds: longest time for taking the article out of one HTML page.
    """

    fields: FieldNames = FieldNames()
    encoding: Annotated[str | None, AfterValidator(_known_encoding)] = None
    max_bytes: int = Field(default=1_000_000, gt=0)
    max_html_bytes: int = Field(default=20_000_000, gt=0)
    max_json_bytes: int = Field(default=200_000_000, gt=0)
    date_order: Literal["auto", "dmy", "mdy"] = "auto"
    published: date | None = None
    override_published: bool = False
    archives: bool = False
    formats: Mapping[str, str] = {}
    html_seconds: float = Field(default=20.0, gt=0)
