"""Reads gold files into annotations.

Two forms, which may be mixed: the quoted one of the annotation guidelines (dates with ``text`` and ``occurrence``,
verbatim ``evidence``), and the standoff one, where dates, evidence and any text fill are ``{"start", "end"}`` into the
article's text and ``sha256`` is the digest of that text in UTF-8. ``spans`` (``{"start", "end", "label"}``) is
optional in both. ``annotated`` lists the parts that the file says something about where these are not people, dates and
events; of the others nothing is scored.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.errors import GoldError
from pipeline.evaluate.annotation import PARTS, Annotation, Individual, LabelledSpan, Template, Tie, Timex
from pipeline.evaluate.gold_reader import GoldReader
from pipeline.evaluate.wording import name_tokens
from pipeline.records import Record
from pipeline.vocabularies import Action, Label, Measure, Reason, Status, TimexMod, TimexType

_ARTICLE = ("article_id", "published", "sha256", "annotated", *PARTS, "spans", "notes")
_PERSON = ("name", "affiliations")
_TIE = ("role", "role_text", "organization", "party", "country", "status")
_PLACE = ("start", "end", "text", "occurrence")
_DATE = (*_PLACE, "type", "value", "mod")
_SPAN = (*_PLACE, "label")
_LISTS_OF_TEXT = ("actors", "targets", "addressees")
_LISTS_OF_CODES = ("senders", "target_countries")
_EVENT = ("action", "evidence", *_LISTS_OF_TEXT, *_LISTS_OF_CODES, "target_count", "measures", "law", "reasons", "date")
_EVENT_DATE = re.compile(r"[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?|-Q[1-4]|-W[\dX]{2})?")
_SHOWN_PROBLEMS = 20


class GoldCheck(Record):
    """What a check of one gold file found; it is usable when there are no problems."""

    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


class GoldSet(Record):
    """The gold of a folder.

    Attributes:
        annotations: by article id.
        without_article: ids of gold files whose article was not given, so that nothing of them is scored.
    """

    annotations: dict[str, Annotation]
    without_article: tuple[str, ...] = ()


def text_sha256(text: str) -> str:
    """Return the hex SHA-256 of a text in UTF-8, as gold files and ``articles.csv`` hold it."""
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()


def read_gold(path: Path, text: str) -> Annotation:
    """Read one gold file against its article's text.

    Raises:
        GoldError: the file is no JSON, a place is not found in the text, an offset is out of range, a value is not of
            its vocabulary, or the text is not the one that the file was made for. The message lists every fault.
    """
    annotation, check = parse_gold(_load(path), text)
    if check.problems:
        shown = list(check.problems[:_SHOWN_PROBLEMS])
        if len(check.problems) > len(shown):
            shown.append(f"and {len(check.problems) - len(shown)} more")
        raise GoldError("\n".join(f"{path}: {problem}" for problem in shown))
    return annotation


def check_gold(path: Path, text: str) -> GoldCheck:
    """Check one gold file against its article; also tells what is unusual but usable.

    Raises:
        GoldError: the file cannot be read or is no JSON object.
    """
    raw = _load(path)
    _, check = parse_gold(raw, text)
    if raw.get("article_id") == path.stem:
        return check
    note = f"article_id: is not the file's name '{path.stem}'"
    return check.model_copy(update={"remarks": (note, *check.remarks)})


def read_gold_folder(path: Path, texts: Mapping[str, str]) -> GoldSet:
    """Read every ``*.json`` of a folder (or one file) that has its article among ``texts`` (id to text).

    Raises:
        GoldError: a file is faulty, two files are of the same article, or there is no gold file.
    """
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not files:
        raise GoldError(f"{path}: no gold file (*.json) here; give the folder that holds them")
    annotations: dict[str, Annotation] = {}
    alone: list[str] = []
    origin: dict[str, Path] = {}
    for file in files:
        article_id = str(_load(file).get("article_id") or file.stem)
        if article_id in origin:
            raise GoldError(f"{file}: article_id '{article_id}' is also that of {origin[article_id]}; keep one of them")
        origin[article_id] = file
        if article_id in texts:
            annotations[article_id] = read_gold(file, texts[article_id])
        else:
            alone.append(article_id)
    return GoldSet(annotations=dict(sorted(annotations.items())), without_article=tuple(sorted(alone)))


def parse_gold(raw: Mapping[str, Any], text: str) -> tuple[Annotation, GoldCheck]:
    """Resolve a gold object against the article's text; faulty items are left out and named in the check."""
    reader = GoldReader(text)
    reader.record("file", raw, _ARTICLE)
    digest = raw.get("sha256")
    article_id = reader.string("article_id", raw.get("article_id"))
    if not article_id:
        reader.problem("article_id", "is missing; give the stem of the article's file name")
    if digest is not None and digest != text_sha256(text):
        message = "the text differs from the one the gold was made for; take the original text, or annotate this one"
        return Annotation(article_id=article_id), GoldCheck(problems=(f"sha256: {message}",))
    annotation = Annotation(
        article_id=article_id,
        published=reader.string("published", raw.get("published")),
        people=tuple(
            _person(reader, item, value) for item, value in reader.records("people", raw.get("people"), _PERSON)
        ),
        dates=_dates(reader, raw.get("dates")),
        events=tuple(
            _event(reader, item, value) for item, value in reader.records("events", raw.get("events"), _EVENT)
        ),
        spans=_spans(reader, raw.get("spans")),
        annotated=_annotated(reader, raw),
        notes=reader.string("notes", raw.get("notes")),
    )
    if reader.counted and digest is None:
        reader.problem("sha256", "is missing, but offsets are used; add the digest of the article's text in UTF-8")
    return annotation, GoldCheck(problems=tuple(reader.problems), remarks=tuple(reader.remarks))


def _annotated(reader: GoldReader, raw: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the parts that the gold annotates: those that ``annotated`` lists, without it all."""
    if raw.get("annotated") is None:
        return PARTS
    listed = reader.listing("annotated", raw["annotated"])
    for part in listed:
        if part not in PARTS:
            reader.problem("annotated", f"'{part}' is not one of {', '.join(PARTS)}")
    for part in PARTS:
        if raw.get(part) and part not in listed:
            reader.problem("annotated", f"does not list {part}, but the file has some")
    return tuple(part for part in PARTS if part in listed)


def _person(reader: GoldReader, item: str, raw: Mapping[str, Any]) -> Individual:
    name = reader.string(f"{item}.name", raw.get("name"))
    tokens = name_tokens(name)
    if not tokens:
        reader.problem(f"{item}.name", "is empty; give the fullest name that the article has")
    elif tokens[-1] not in name_tokens(reader.text):
        reader.remark(f"{item}.name", f"the article does not hold the last token of '{name}'")
    ties = reader.records(f"{item}.affiliations", raw.get("affiliations"), _TIE)
    return Individual(name=name, ties=tuple(_tie(reader, place, tie) for place, tie in ties))


def _tie(reader: GoldReader, item: str, raw: Mapping[str, Any]) -> Tie:
    words = {key: reader.string(f"{item}.{key}", raw.get(key)) for key in _TIE if key != "status"}
    status = reader.member(f"{item}.status", raw.get("status", Status.CURRENT.value), Status)
    return Tie(**words, status=status)


def _dates(reader: GoldReader, raw: object) -> tuple[Timex, ...]:
    dates = []
    for item, value in reader.records("dates", raw, _DATE):
        span = reader.place(item, value)
        kind = reader.member(f"{item}.type", value.get("type"), TimexType)
        mod = reader.member(f"{item}.mod", value.get("mod"), TimexMod, needed=False)
        timex = reader.string(f"{item}.value", value.get("value"))
        if not timex:
            reader.problem(f"{item}.value", "is empty; give the TIMEX3 value")
        if span:
            dates.append(Timex(**span.model_dump(), type=kind, value=timex, mod=mod))
    return tuple(dates)


def _event(reader: GoldReader, item: str, raw: Mapping[str, Any]) -> Template:
    evidence = reader.quote(f"{item}.evidence", raw.get("evidence"))
    date = reader.string(f"{item}.date", raw.get("date"))
    if date and not _EVENT_DATE.fullmatch(date):
        reader.remark(f"{item}.date", f"'{date}' is not YYYY, YYYY-MM, YYYY-MM-DD, YYYY-Qn or YYYY-Www")
    return Template(
        action=reader.member(f"{item}.action", raw.get("action"), Action),
        start=evidence.start if evidence else None,
        end=evidence.end if evidence else None,
        evidence=evidence.text if evidence else "",
        **{slot: reader.fills(f"{item}.{slot}", raw.get(slot)) for slot in _LISTS_OF_TEXT},
        **{slot: reader.codes(f"{item}.{slot}", raw.get(slot)) for slot in _LISTS_OF_CODES},
        target_count=reader.number(f"{item}.target_count", raw.get("target_count")),
        measures=reader.members(f"{item}.measures", raw.get("measures"), Measure),
        law=reader.fill(f"{item}.law", raw.get("law")),
        reasons=reader.members(f"{item}.reasons", raw.get("reasons"), Reason),
        date=date,
    )


def _spans(reader: GoldReader, raw: object) -> tuple[LabelledSpan, ...] | None:
    if raw is None:
        return None
    spans = []
    for item, value in reader.records("spans", raw, _SPAN):
        span = reader.place(item, value)
        label = reader.member(f"{item}.label", value.get("label"), Label)
        if span and label:
            spans.append(LabelledSpan(**span.model_dump(), label=label))
    return tuple(spans)


def _load(path: Path) -> dict[str, Any]:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise GoldError(f"{path}: cannot be read ({error.strerror})") from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise GoldError(f"{path}: is no JSON in UTF-8 ({error}); correct the file there") from error
    if not isinstance(raw, dict):
        raise GoldError(f"{path}: must hold one JSON object, the gold of one article")
    return raw
