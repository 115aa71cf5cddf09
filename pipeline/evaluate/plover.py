"""Recall and false alarms on the gold standard records of PLOVER: sentences, each with one coded event.

Input: records as JSON Lines (``id``, ``event``, ``mode``, ``eventText``, ``text``) and what finds the events of a
sentence. A record is

* **sanction** if its code is SANCTION. PLOVER's is wider than ours: it holds every reduction of relations, such as a
  visit called off or an end of mediation, so all of them can hardly be found;
* **like** if it has another code (a threat, a demand, a rejection ...) and the words marked as its event name a
  sanction: only the list of words decides;
* **beside** if its sentence names a sanction outside the marked words: an event there is no false alarm, and none is
  due either;
* **other** else: whatever is found there is a false alarm.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from pipeline.errors import GoldError
from pipeline.evaluate.archives import files
from pipeline.evaluate.intervals import wilson
from pipeline.evaluate.printing import table
from pipeline.records import Record

Finder = Callable[[str], Sequence[str]]
"""Sentence to the PLOVER code of every event found in it ("SANCTION-discontinue"), empty for an action without one."""


class Kind(StrEnum):
    """What a record has to do with sanctions."""

    SANCTION = "sanction"
    LIKE = "like"
    BESIDE = "beside"
    OTHER = "other"


class PloverRecord(Record):
    """One coded sentence.

    Attributes:
        event, mode: its PLOVER code.
        marked: the words that carry it.
    """

    record_id: str
    event: str
    mode: str
    marked: str
    text: str


@dataclass(slots=True)
class PloverShare:
    """What was found in the records of one kind and code.

    Attributes:
        any: records in which an event is found; coded: those in which one has the record's code.
        ids: in input order those that went wrong: nothing found, or something in a record of the other kind.
    """

    kind: Kind
    event: str
    records: int = 0
    any: int = 0
    coded: int = 0
    ids: list[str] = field(default_factory=list)


def read_plover(path: Path) -> list[PloverRecord]:
    """Return the records of JSON Lines files, packed or not; what has no text (the file's own header) is left out.

    Raises:
        GoldError: if there is nothing, or a line is no record.
    """
    found: list[PloverRecord] = []
    for name, content in files(path, suffixes={".jsonl"}):
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), start=1):
            try:
                row = json.loads(line)
                if row.get("text"):
                    found.append(_record(row))
            except (ValueError, AttributeError, KeyError) as error:
                raise GoldError(f"{name}:{number}: this is no record of PLOVER ({error!r})") from error
    if not found:
        raise GoldError(
            f"{path}: no record of PLOVER is here; give a *.jsonl or *.jsonl.gz file of them, or its folder"
        )
    return found


def _record(row: dict[str, object]) -> PloverRecord:
    return PloverRecord(
        record_id=str(row["id"]),
        event=str(row["event"]),
        mode=str(row.get("mode") or ""),
        marked=str(row.get("eventText") or ""),
        text=str(row["text"]),
    )


def kind_of(record: PloverRecord, words: Collection[str]) -> Kind:
    """Return what a record has to do with sanctions.

    Args:
        record: the record.
        words: words and phrases that name a sanction, in lower case.
    """
    if record.event == "SANCTION":
        return Kind.SANCTION
    if _names(record.marked, words):
        return Kind.LIKE
    return Kind.BESIDE if _names(record.text, words) else Kind.OTHER


def _names(text: str, words: Collection[str]) -> bool:
    spaced = f" {' '.join(re.findall(r'[a-z]+', text.lower()))} "
    return any(f" {word} " in spaced for word in words)


def plover_shares(records: Iterable[PloverRecord], find: Finder, *, words: Collection[str]) -> list[PloverShare]:
    """Return what is found by kind and code: kinds in their order, codes in order of the alphabet."""
    shares: dict[tuple[Kind, str], PloverShare] = {}
    for record in records:
        kind = kind_of(record, words)
        share = shares.setdefault((kind, record.event), PloverShare(kind, record.event))
        codes = find(record.text)
        share.records += 1
        share.any += bool(codes)
        share.coded += any(code.partition("-")[0] == record.event for code in codes)
        if (not codes and kind in _DUE) or (codes and kind is Kind.OTHER):
            share.ids.append(record.record_id)
    return [shares[key] for key in sorted(shares, key=_order)]


_DUE = (Kind.SANCTION, Kind.LIKE)


def _order(key: tuple[Kind, str]) -> tuple[int, str]:
    return list(Kind).index(key[0]), key[1]


def plover_text(shares: Sequence[PloverShare]) -> str:
    """Return recall by code, then false alarms by code, as tables with 95 % Wilson intervals."""
    parts = [
        _table("recall", [share for share in shares if share.kind in _DUE], coded=True),
        _table("sanctions told beside", [share for share in shares if share.kind is Kind.BESIDE], coded=False),
        _table("false alarms", [share for share in shares if share.kind is Kind.OTHER], coded=False),
    ]
    return "\n\n".join(filter(None, parts))


def _table(title: str, shares: Sequence[PloverShare], *, coded: bool) -> str:
    if not shares:
        return ""
    total = PloverShare(
        shares[0].kind,
        "all",
        records=sum(share.records for share in shares),
        any=sum(share.any for share in shares),
        coded=sum(share.coded for share in shares),
    )
    names = [f"{share.event} ({share.kind.value})" if coded else share.event for share in shares]
    rows = [_row(name, share, coded=coded) for name, share in zip([*names, "all"], [*shares, total], strict=True)]
    return table((title, "records", "any event", "share", *(("with its code", "share") if coded else ())), rows)


def _row(name: str, share: PloverShare, *, coded: bool) -> tuple[str, ...]:
    found = (str(share.any), _share(share.any, share.records))
    return (
        name,
        str(share.records),
        *found,
        *((str(share.coded), _share(share.coded, share.records)) if coded else ()),
    )


def _share(hits: int, trials: int) -> str:
    low, high = wilson(hits, trials)
    return f"{hits / trials:.3f} [{low:.3f}, {high:.3f}]"
