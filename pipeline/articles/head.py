"""The head of a text: its first lines, among them the headline and the date line.

Only the first few thousand characters are looked at, so a text may be of any size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pipeline.articles.date_lines import DateReader, LineDate, Rank
from pipeline.records import Span

_HEAD = 4_000
_MAX_LINES = 15
_MAX_TITLE = 250
_MAX_DATED_TITLE = 500
_MAX_TITLE_WORDS = 40
_MAX_TITLE_LINES = 3
_PROSE_WORDS = 12
_LONG = 120
_SENTENCE_END = re.compile(r"(?<!\.)(?<!\b[A-Z])\.[\"'”’)\]]*$")
_FENCE = re.compile(r"-{3,}|\+{3,}")
_FENCED_TITLE = re.compile(r"title\s*[:=]\s*[\"']?(?P<title>.*?)[\"']?\s*$", re.I)
_MARKDOWN = re.compile(r"#{1,6}\s+|\*{2}(?=\S)")


class HeadLine(NamedTuple):
    """A line that is not blank.

    Attributes:
        start: offset of its first character that is no blank.
        text: the line without blanks round it.
        after_blank: whether a blank line or nothing stands before it.
        dates: what it says as a date line.
        whole: False where the head was cut off within the line.
    """

    start: int
    text: str
    after_blank: bool
    dates: tuple[LineDate, ...]
    whole: bool

    @property
    def prose(self) -> bool:
        """Whether it reads as a sentence or paragraph rather than as a heading."""
        words = len(self.text.split())
        ends = _SENTENCE_END.search(self.text) is not None
        return not self.whole or words > _MAX_TITLE_WORDS or (ends and words > _PROSE_WORDS)

    @property
    def heading(self) -> bool:
        """Whether it can be a headline or a line of one."""
        short = self.whole and len(self.text) <= _MAX_TITLE and len(self.text.split()) <= _MAX_TITLE_WORDS
        return short and any(map(str.isalpha, self.text))


def head_lines(text: str, *, dates: DateReader) -> tuple[HeadLine, ...]:
    """Return the first lines of a text that are not blank, up to 15 within its first 4,000 characters."""
    return tuple(_lines(text, dates))


def _lines(text: str, dates: DateReader) -> Iterator[HeadLine]:
    head = text[:_HEAD]
    offset = count = 0
    after_blank = True
    for line in head.split("\n"):
        end = offset + len(line)
        words = line.strip()
        if words:
            start = offset + len(line) - len(line.lstrip())
            whole = end < len(head) or len(head) == len(text)
            yield HeadLine(start, words, after_blank, dates.line(words), whole)
            count += 1
        after_blank = not words
        offset = end + 1
        if count == _MAX_LINES:
            return


def date_line(lines: tuple[HeadLine, ...]) -> date | None:
    """Return the publication date that a date line of the head states, the day of issue before that of an update.

    A plain date after the second paragraph is a heading of the story. So are plain dates that take turns with
    paragraphs, as in a chronology: then none of them is taken.
    """
    found: list[LineDate] = []
    later: set[date] = set()
    paragraphs = 0
    for line in lines:
        if paragraphs < 2:
            found += line.dates
        elif line.dates:
            later |= {day for rank, day in line.dates if rank is Rank.PLAIN}
        paragraphs += line.prose
    days = {day for rank, day in found if rank is Rank.PLAIN}
    if len(days | later) > 2:
        found = [dated for dated in found if dated.rank is not Rank.PLAIN]
    return min(found, key=lambda dated: dated.rank).day if found else None


def headline(text: str, lines: tuple[HeadLine, ...], *, dates: DateReader) -> Span | None:
    """Return the headline, which may run over up to three lines, or None where the text opens with its story."""
    fenced = _fenced_title(lines)
    if fenced is not None:
        return fenced
    first = next((n for n, line in enumerate(lines) if not line.dates), None)
    # A headline has a story after it, and stands first or directly after date lines.
    if first is None or first + 1 == len(lines):
        return None
    last = _last_line(lines, first, dates)
    if last is None:
        return None
    marks = _MARKDOWN.match(lines[first].text)
    start = lines[first].start + (marks.end() if marks else 0)
    end = lines[last].start + len(lines[last].text)
    if marks and text.startswith("**", end - 2):
        end -= 2
    return Span(start=start, end=end, text=text[start:end]) if start < end else None


def _last_line(lines: tuple[HeadLine, ...], first: int, dates: DateReader) -> int | None:
    """Return the index of the headline's last line; None if the first line opens no headline."""
    block = [first]
    for n in range(first + 1, len(lines)):
        if lines[n].after_blank or lines[n].dates or dates.is_byline(lines[n].text):
            break
        block.append(n)
    after = block[-1] + 1
    dated = after < len(lines) and bool(lines[after].dates)
    if len(block) == 1 and dated:
        return first if len(lines[first].text) <= _MAX_DATED_TITLE else None
    if not lines[first].heading:
        return None
    if len(block) == 1:
        return None if _SENTENCE_END.search(lines[first].text) else first
    wrapped = all(lines[n].heading and not _SENTENCE_END.search(lines[n].text) for n in block)
    if wrapped and len(block) <= _MAX_TITLE_LINES and after < len(lines):
        return block[-1]
    # The story follows without a blank line: its first line is a paragraph, not the rest of a wrapped line.
    story = lines[first + 1]
    opens = not story.text[0].islower() and (len(story.text) > _LONG or bool(_SENTENCE_END.search(story.text)))
    return first if opens and not _SENTENCE_END.search(lines[first].text) else None


def _fenced_title(lines: tuple[HeadLine, ...]) -> Span | None:
    """Find the ``title:`` field of the block that opens a Markdown file."""
    if not lines or not _FENCE.fullmatch(lines[0].text):
        return None
    for line in lines[1:]:
        field = _FENCED_TITLE.match(line.text)
        if field is not None and field["title"]:
            start = line.start + field.start("title")
            return Span(start=start, end=start + len(field["title"]), text=field["title"])
        if _FENCE.fullmatch(line.text):
            return None
    return None
