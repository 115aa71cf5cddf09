from __future__ import annotations

import pytest
from marked_text import found

from pipeline.lexicon import shared
from pipeline.links.offices import read_office
from pipeline.links.stream import StreamReader


@pytest.fixture(scope="module")
def reader() -> StreamReader:
    return StreamReader(shared())


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("former [U.S.|GPE] senator [Ann Lowe|PERSON] spoke/VBD.", "FGRPv."),
        ("[Chile|GPE]'s president, [Ann Lowe|PERSON]", "GsR,P"),
        ("Mr. [Lowe|PERSON] and his deputy", "hP&qR"),
        ("“No,” he said/VBD.\n\nShe is in [Chile|GPE]", '"M,"pv./pbiG'),
        ("fellow [Conservative|PARTY] senator [Ann Lowe|PERSON]", "eYRP"),
        ("then-Senator [Ann Lowe|PERSON] (R-Utah)", "F-RP(Y-G)"),
        ("MEDIA RELEASE\nA new start", "MM/dNm"),
        ("one-time senator [Ann Lowe|PERSON] spoke/VBD", "FRPv"),
        ("whistle-blowing/VBG lawyer [Ann Lowe|PERSON]", "m-mRP"),
    ],
)
def test_stream_writes_one_symbol_per_mention_or_word(reader: StreamReader, text: str, symbols: str) -> None:
    doc = found(text)
    assert reader.read(doc).text == symbols


@pytest.mark.parametrize(("text", "symbols"), [("She was re-elected", "pBv"), ("She was well-chosen", "pBm-m")])
def test_stream_takes_a_prefixed_verb_as_one(reader: StreamReader, text: str, symbols: str) -> None:
    doc = found(text)
    doc[-1].tag_, doc[-1].pos_ = "VBN", "VERB"
    assert reader.read(doc).text == symbols


@pytest.mark.parametrize(
    ("text", "organization", "country", "role_text"),
    [
        ("[Lunden Institute|ORG] director [Bo Tran|PERSON]", "Lunden Institute", "", "Lunden Institute director"),
        ("[Chile|GPE]'s [UN|ORG] envoy [Bo Tran|PERSON]", "UN", "Chile", "UN envoy"),
        ("[Lunden Watch|ORG]'s [Africa|LOC] director [Bo Tran|PERSON]", "Lunden Watch", "", "Africa director"),
        ("the director of [Chile|GPE]'s [Lunden Watch|ORG], [Bo Tran|PERSON],", "Lunden Watch", "Chile", "director"),
        ("[Chile|GPE]'s pro-[Russian|NORP] president [Bo Tran|PERSON]", "", "Chile", "president"),
        ("[Kremlin|ORG]-backed president [Bo Tran|PERSON]", "", "", "president"),
        ("[Santiago|GPE]-based lawyer [Bo Tran|PERSON]", "", "Santiago", "lawyer"),
        ("President of [Chile|GPE] [Bo Tran|PERSON]", "", "Chile", "President"),
        ("vice-president of research at [Lunden|ORG], [Bo Tran|PERSON],", "Lunden", "", "vice-president of research"),
    ],
)
def test_offices_take_body_and_state_from_their_phrase(
    reader: StreamReader, text: str, organization: str, country: str, role_text: str
) -> None:
    doc = found(text)
    stream = reader.read(doc)
    office = read_office(stream, stream.text.index("R"), limit=stream.text.index("P"))
    assert (office.organization.text if office.organization is not None else "") == organization
    assert (office.country.text if office.country is not None else "") == country
    assert office.text.text == role_text
