"""Finds an article's fields in a record of a dump, by the configured names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pipeline.articles.options import FieldNames
from pipeline.articles.source import Draft

_NOISE = re.compile(r"[\W_]+")
_DEPTH = 5

Record = Mapping[str, object]


class Held(NamedTuple):
    """A record that holds an article, and the key it stood under where a mapping held the articles."""

    record: Record
    key: str = ""


def draft(held: Held, names: FieldNames, *, number: int | None, remarks: tuple[str, ...] = ()) -> Draft | None:
    """Return the article of a record, or None if no field of it could be the text."""
    record = _article_part(held.record, names)
    if record is None:
        return None
    titles, texts = _values(record, names.title), _values(record, names.text)
    return Draft(
        number=number,
        own_id=next(_values(record, names.id), held.key),
        title=next(titles, ""),
        body=next(texts, ""),
        published=tuple(dict.fromkeys(_values(record, names.published))),
        remarks=remarks,
        source=next(_values(record, names.source), ""),
    )


def find_articles(document: object, names: FieldNames) -> Held | list[object] | None:
    """Find the articles of a JSON document.

    Returns:
        The one article that the document is; or the list of its articles, which may hold other
        things too; or None. Articles lie in a list or mapping at most five levels deep.
    """
    level = [document]
    for _ in range(_DEPTH):
        below: list[object] = []
        for value in level:
            found = _articles_at(value, names)
            if found is not None:
                return found
            if isinstance(value, dict):
                below += value.values()
        level = below
    return None


def _articles_at(value: object, names: FieldNames) -> Held | list[object] | None:
    if isinstance(value, list):
        has_one = any(isinstance(item, dict) and _article_part(item, names) is not None for item in value)
        return value if has_one else None
    if not isinstance(value, dict):
        return None
    if _has_text(value, names):
        return Held(value)
    if len(value) > 1 and all(isinstance(item, dict) and _has_text(item, names) for item in value.values()):
        return [Held(item, key) for key, item in value.items()]
    return None


def _article_part(record: Record, names: FieldNames) -> Record | None:
    """Return the record, or with the part of it laid over it that holds the text (``{"_id": …, "_source": {…}}``)."""
    if _has_text(record, names):
        return record
    for part in record.values():
        if isinstance(part, dict) and _has_text(part, names):
            return {**record, **part}
    return None


def _has_text(record: Record, names: FieldNames) -> bool:
    return any(text.strip() for text in _values(record, names.text))


def _values(record: Record, names: Iterable[str]) -> Iterator[str]:
    """Yield the values of the named fields that are text or numbers and not blank, best name first."""
    plain = {_NOISE.sub("", key).casefold(): value for key, value in reversed(list(record.items()))}
    for name in names:
        value: object = plain.get(_NOISE.sub("", name).casefold())
        if value is None and "." in name:
            value = _nested(record, name)
        text = _text(value)
        if text.strip():
            yield text


def _nested(record: Record, name: str) -> object:
    value: object = record
    for part in name.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _text(value: object) -> str:
    """Return a field's value as text: a list of paragraphs joined, the one text of an object, else nothing."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list):
        return "\n\n".join(part for part in value if isinstance(part, str))
    if isinstance(value, dict):
        texts = [part for part in value.values() if isinstance(part, str)]
        return texts[0] if len(texts) == 1 else ""
    return ""
