from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.articles.decoding import decode, refuse_binary, text_encoding
from pipeline.errors import ArticleError

QUOTED = "“We will not trade,” said Søren Müller – the minister’s aide – in the café of the embassy. " * 3
EURO = "The fund lost €4bn in Zürich and São Tomé, the aide’s note says. " * 3
GREEK = "Η κυβέρνηση ανακοίνωσε νέες κυρώσεις κατά των τραπεζών. " * 5


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (QUOTED, "utf-8", "utf-8"),
        (QUOTED, "utf-8-sig", "utf-8"),
        (QUOTED, "utf-16", "utf-16-le"),
        (QUOTED, "utf-32", "utf-32-le"),
        (QUOTED, "utf-16-le", "utf-16-le"),
        (QUOTED, "utf-16-be", "utf-16-be"),
        ("Plain words only, in two-byte units.", "utf-16-le", "utf-16-le"),
        (QUOTED, "cp1252", "cp1252"),
        (QUOTED, "mac-roman", "mac-roman"),
        (EURO, "cp1252", "cp1252"),
        (EURO.replace("’", "'"), "iso8859-15", "iso8859-15"),
        ("The minister met Müller and Søren in the café in São Tomé. " * 3, "cp850", "cp850"),
        (GREEK, "cp1253", "cp1253"),
        ("Plain ASCII.", "ascii", "utf-8"),
    ],
)
def test_decoding_finds_encoding(text: str, encoding: str, found: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, found)
    assert decoded.remarks == (() if found == "utf-8" else (f"decoded:{found}",))


def test_decoding_reads_utf8_with_stray_windows_bytes_as_both() -> None:
    data = "“Never,” said Søren.".encode() + b" \x93Soon,\x94 said M\xfcller."
    assert decode(data) == ("“Never,” said Søren. “Soon,” said Müller.", "utf-8+cp1252")


@pytest.mark.parametrize(
    ("declared", "found"),
    [("windows-1251", "cp1251"), ("latin1", "cp1252"), ("no-such-thing", "cp1252"), ("idna", "cp1252")],
)
def test_decoding_declared(declared: str, found: str) -> None:
    assert decode("The café in Orléans is closed.".encode("latin-1"), declared=declared).encoding == found


def test_decoding_utf8_beats_what_is_declared() -> None:
    assert decode("café".encode(), declared="latin1").text == "café"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [(b"caf\xe9", "utf-8"), (b"\xef\xbb\xbfcaf\xe9", None), (b"\xff\xfea", None)],
)
def test_decoding_refuses_what_does_not_fit(data: bytes, encoding: str | None) -> None:
    with pytest.raises(ArticleError) as caught:
        decode(data, encoding=encoding)
    assert caught.value.kind == "encoding"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 text", "binary"),
        (b"PK\x03\x04rest", "binary"),
        (b"{\\rtf1 text}", "binary"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (b"\x1f\x8b\x08rest", "archive"),
        (b"one NUL \x00 in a text", "binary"),
        (b"\x01\x02\x03 text", "binary"),
    ],
)
def test_decoding_refuses_binary(data: bytes, kind: str) -> None:
    with pytest.raises(ArticleError) as caught:
        refuse_binary(data)
    assert caught.value.kind == kind


@pytest.mark.parametrize(
    "data",
    [b"", b"Plain text.\r\n\tTabs\f", "Wide".encode("utf-16"), "Wide units".encode("utf-16-le"), b"caf\xe9", b"PKK"],
)
def test_decoding_lets_text_pass(data: bytes) -> None:
    refuse_binary(data)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("latin1", "iso8859-1"),
        ("UTF8", "utf-8"),
        ("rot13", None),
        ("unicode_escape", None),
        ("idna", None),
        ("x\0", None),
    ],
)
def test_decoding_text_encodings_only(name: str, known: str | None) -> None:
    assert text_encoding(name) == known


@given(st.text())
def test_decoding_returns_any_utf8_unchanged(text: str) -> None:
    data = text.encode()
    if not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) and b"\0" not in data:
        assert decode(data) == (text, "utf-8")


@given(st.binary(max_size=300))
def test_decoding_any_bytes_give_text_or_an_article_error(data: bytes) -> None:
    try:
        assert isinstance(decode(data).text, str)
    except ArticleError as error:
        assert error.kind == "encoding"
