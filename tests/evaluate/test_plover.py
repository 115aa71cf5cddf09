"""The reader and the table of PLOVER's records, on invented sentences."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from pipeline.errors import GoldError
from pipeline.evaluate.plover import Kind, PloverRecord, kind_of, plover_shares, plover_text, read_plover

WORDS = {"sanctions", "embargo", "import restrictions"}


def record(event: str, marked: str, text: str = "Ruritania spoke.", *, name: str = "r1") -> PloverRecord:
    return PloverRecord(record_id=name, event=event, mode="", marked=marked, text=text)


def line(**fields: object) -> str:
    return json.dumps({"id": "r1", "event": "AID", "eventText": "gave", "text": "Ruritania gave aid."} | fields)


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (record("SANCTION", "cancelled visit"), Kind.SANCTION),
        (record("THREATEN", "threatened import restrictions"), Kind.LIKE),
        (record("REJECT", "said lifting ... Sanctions no"), Kind.LIKE),
        (record("CONCEDE", "eased restrictions"), Kind.OTHER),
        (record("AGREE", "agreed embargoed"), Kind.OTHER),
        (record("AGREE", "will support", "It will support the embargo."), Kind.BESIDE),
    ],
)
def test_plover_kind_is_by_code_and_marked_words(found: PloverRecord, kind: Kind) -> None:
    assert kind_of(found, WORDS) is kind


def test_plover_reads_records_and_leaves_out_what_has_no_text(tmp_path: Path) -> None:
    lines = [line(), line(id="head", text=""), line(id="r2", event="THREATEN", mode="restrict", target="")]
    (tmp_path / "all.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    assert [(found.record_id, found.event, found.mode) for found in read_plover(tmp_path)] == [
        ("r1", "AID", ""), ("r2", "THREATEN", "restrict"),
    ]  # fmt: skip


@pytest.mark.parametrize("content", ["", "[1]\n", "no JSON\n", '{"text": "Words."}\n'])
def test_plover_names_the_file_that_holds_no_records(tmp_path: Path, content: str) -> None:
    (tmp_path / "all.jsonl").write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match="PLOVER"):
        read_plover(tmp_path)


def test_plover_counts_recall_and_false_alarms() -> None:
    records = [
        record("SANCTION", "imposed", "one", name="s1"),
        record("SANCTION", "imposed", "none", name="s2"),
        record("REJECT", "sanctions", "other", name="l1"),
        record("AID", "gave", "one", name="a1"),
        record("AID", "gave", "none", name="a2"),
        record("AID", "gave", "uncoded", name="a3"),
    ]
    codes = {"one": ["", "SANCTION-discontinue"], "none": [], "other": ["CONCEDE-ease"], "uncoded": [""]}
    shares = plover_shares(records, codes.__getitem__, words=WORDS)
    assert [(share.kind, share.event, share.records, share.any, share.coded, share.ids) for share in shares] == [
        (Kind.SANCTION, "SANCTION", 2, 1, 1, ["s2"]),
        (Kind.LIKE, "REJECT", 1, 1, 0, []),
        (Kind.OTHER, "AID", 3, 2, 0, ["a1", "a3"]),
    ]
    recall, alarms = plover_text(shares).split("\n\n")
    assert recall.splitlines()[-1].split()[:4] == ["all", "3", "2", "0.667"]
    assert "SANCTION (sanction)" in recall
    assert alarms.splitlines()[1].split()[:4] == ["AID", "3", "2", "0.667"]
    assert plover_text([]) == ""
