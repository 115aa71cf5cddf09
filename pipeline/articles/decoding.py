"""Bytes to text: byte order mark, strict UTF-8, the declared encoding, then the one that fits best.

Nothing is replaced in silence: text that is not UTF-8 says so in its remark (``decoded:cp1252``), and
bytes that fit nothing are refused. A file that is UTF-8 with stray Windows bytes in it (pages glued
together) is read as both (``decoded:utf-8+cp1252``).
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

from pipeline.articles.faults import Fault
from pipeline.errors import ArticleError

_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Python's codec registry also holds codecs that are none of a text file (``idna``, ``unicode-escape``, ``rot13``).
_TEXT_ENCODING = re.compile(
    r"ascii|utf-(?:8|16|32)(?:-[lb]e)?|iso8859-\d+|cp\d+|koi8-[rtu]|mac-[a-z]+|gb\d+|gbk|hz|big5\w*|cp950"
    r"|euc_\w+|shift_jis\w*|iso2022_\w+|johab|tis-620|kz1048|ptcp154|hp-roman8"
)
# Pages that declare these are written in Windows' superset of them, and browsers read them so (WHATWG Encoding).
_AS_BROWSERS_READ = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874"}
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
# English articles have few characters beyond ASCII: too few for a statistical detector, which then names rare code
# pages, but quotes, dashes and the letters of foreign names stand where they can stand only in the right encoding.
_ENGLISH_ENCODINGS = ("cp1252", "iso8859-15", "mac-roman", "cp850")
_MAX_FOREIGN_SHARE = 0.1
_MAX_ODD_SHARE = 0.2
_ODD = re.compile(
    r"(?<=[a-z])[À-ÖØ-ÞŒŠŸŽı]"  # SanctionsÓ instead of a closing quote
    r"|(?<=\w)[“‘](?=\w)|(?<=\s)”|”(?=[^\W\d_])|(?<=[a-z])[€£¥¢§©®°ºª•„‹›«»¼½¾¹²³±×÷µ†‡¿¡](?=[a-z])"
    r"|(?<![^\W\d_])[ß-ÿ](?![^\W\d_])(?<!à)"
    r"|[^\x00-\x7fÀ-ÖØ-öø-ÿŒœŠšŸŽžƒı\xa0\xad€£¥¢§©®™°ºª·•…–—‘’‚“”„‹›«»¼½¾¹²³±×÷µ†‡¿¡]"
)
_STRAY = "pipeline-stray-cp1252"
_SAMPLE = 200_000
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "an image"),
    (b"GIF87a", "an image"),
    (b"GIF89a", "an image"),
    (b"\xff\xd8\xff", "an image"),
)
_ARCHIVES = (b"\x1f\x8b\x08", b"7z\xbc\xaf'\x1c", b"Rar!\x1a\x07", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd")
_TEXT_BYTES = bytes({*range(0x20, 0x100), *b"\t\n\v\f\r\x1a\x1b"} - {0x7F})
_MAX_CONTROL_SHARE = 0.01


class Decoded(NamedTuple):
    """Text, and the encoding that it was in."""

    text: str
    encoding: str

    @property
    def remarks(self) -> tuple[str, ...]:
        """What ``Article.status`` says of the encoding: nothing for UTF-8."""
        return () if self.encoding == "utf-8" else (f"decoded:{self.encoding}",)


def text_encoding(name: str) -> str | None:
    """Return Python's name for a text encoding, or None if it is unknown or no encoding of text files."""
    try:
        known = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    return known if _TEXT_ENCODING.fullmatch(known) else None


def marked_encoding(data: bytes) -> tuple[str, int] | None:
    """Return the encoding that a byte order mark names and the mark's length, or None."""
    return next(((name, len(mark)) for mark, name in _MARKS if data.startswith(mark)), None)


def refuse_binary(data: bytes) -> None:
    """Check that the bytes can be text.

    Raises:
        ArticleError: ``archive`` or ``binary``, by signature, NUL bytes or a share of control characters above 1 %.
    """
    if data.startswith(_ARCHIVES):
        raise ArticleError("it is a compressed file whatever its name says; unpack it first", kind=Fault.ARCHIVE)
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise ArticleError(f"it is {what}, no text; convert it to text or HTML first", kind=Fault.BINARY)
    if marked_encoding(data) is not None or _unmarked_utf16(data) is not None:
        return
    if 0 in data:
        raise ArticleError(f"it holds a NUL byte at position {data.index(0)}: no text file", kind=Fault.BINARY)
    if len(data.translate(None, _TEXT_BYTES)) > _MAX_CONTROL_SHARE * len(data):
        raise ArticleError("more than 1 % of it are control characters: no text file", kind=Fault.BINARY)


def decode(data: bytes, *, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """Decode a file's bytes without loss; a byte order mark is dropped.

    Args:
        data: all bytes of the text.
        encoding: the user's word for it; nothing else is tried.
        declared: what the file says of itself.

    Raises:
        ArticleError: ``encoding`` when nothing fits.
    """
    marked = marked_encoding(data)
    if encoding is not None:
        skip = marked[1] if marked is not None and marked[0] == text_encoding(encoding) else 0
        return _require(data[skip:], encoding, "the encoding that was asked for")
    if marked is not None:
        return _require(data[marked[1] :], marked[0], "the encoding of its byte order mark")
    # ASCII in UTF-16 is valid UTF-8, full of NUL characters.
    for name in (_unmarked_utf16(data), "utf-8"):
        if name is not None and (found := _try(data, name)) is not None:
            return found
    declared_name = _browser_name(declared)
    return _mixed(data) or (declared_name and _try(data, declared_name)) or _best_fit(data)


def _try(data: bytes, name: str) -> Decoded | None:
    try:
        return Decoded(data.decode(name), codecs.lookup(name).name)
    except UnicodeError:
        return None


def _require(data: bytes, name: str, what: str) -> Decoded:
    found = _try(data, name)
    if found is None:
        raise ArticleError(f"its bytes are not valid {name}, {what}", kind=Fault.ENCODING)
    return found


def _browser_name(declared: str | None) -> str | None:
    known = text_encoding(declared) if declared else None
    return _AS_BROWSERS_READ.get(known, known) if known else None


def _unmarked_utf16(data: bytes) -> str | None:
    """Name UTF-16 by its zero bytes: in English text nearly every second byte, always on the same side."""
    sample = data[: _SAMPLE & ~1]
    if len(sample) < 4 or len(data) % 2:
        return None
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd == 0 else None


def _best_fit(data: bytes) -> Decoded:
    sample = data[:_SAMPLE]
    name = _english_encoding(sample)
    if name is None:
        match = from_bytes(sample).best()
        name = match.encoding if match is not None else None
    found = _try(data, name) if name is not None else None
    if found is None:
        raise ArticleError("its bytes fit no known encoding; name it with the option 'encoding'", kind=Fault.ENCODING)
    return found


def _english_encoding(sample: bytes) -> str | None:
    """Name the encoding in which the characters beyond ASCII look most at home in English text, if any does."""
    high = len(_HIGH.findall(sample))
    if high > _MAX_FOREIGN_SHARE * len(sample):
        return None
    best: tuple[int, str] | None = None
    for name in _ENGLISH_ENCODINGS:
        found = _try(sample, name)
        odd = len(_ODD.findall(found.text)) if found is not None else high
        if odd <= _MAX_ODD_SHARE * high and (best is None or odd < best[0]):
            best = odd, name
    return best[1] if best is not None else None


def _mixed(data: bytes) -> Decoded | None:
    """Read UTF-8 with stray Windows bytes as both, if most bytes beyond ASCII are UTF-8."""
    rest = _UTF8_SEQUENCE.sub(b"", data)
    if len(data) - len(rest) <= len(_HIGH.findall(rest)):
        return None
    codecs.register_error(_STRAY, _stray_byte)
    try:
        return Decoded(data.decode("utf-8", _STRAY), "utf-8+cp1252")
    except UnicodeError:
        return None


def _stray_byte(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252"), error.end
