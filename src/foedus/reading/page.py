"""A page: its text, unchanged, the days it bears, and its blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from foedus.errors import BadDate, BadPage
from foedus.values import Value

MAX_BYTES = 20 * 1024 * 1024
"""A page is prose that people read; what is larger is an archive or a mistake."""

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*\n", re.S)
_NOT_PROSE = re.compile(r"```.*?```|~~~.*?~~~|<!--.*?-->|<(script|style)\b.*?</\1>", re.S | re.I)
_BOX = re.compile(
    r"\W*(the latest|latest|updates?|updated|breaking|live updates?|what's new|what’s new|correction|editor's note|editor’s note)\s*[:—–*-]",
    re.I,
)
_STARTS_ALONE = re.compile(r"\s*(#{1,6}\s|[-*+]\s|\d+[.)]\s|>|\||---)")
_DATE_LINE = re.compile(r"^\W*(published|updated|last updated|posted|date|modified)(?:\s+on)?\s*[:—–-]?\s*(.{6,40}?)\s*\W*$", re.I | re.M)
_CHARSET = re.compile(rb"""charset=["']?([A-Za-z0-9_-]{2,20})""")
_STAMP = re.compile(r"\s*([12]\d{3})[-/]?(\d{2})[-/]?(\d{2})(?!\d)")
_KEYS = {
    "published": "published",
    "date": "published",
    "posted": "published",
    "updated": "updated",
    "modified": "updated",
    "last updated": "updated",
}


class Block(NamedTuple):
    """A paragraph, heading, list item or box: where it stands, whether it is a box of later news, and its line in the file, where that is not its line in the text."""

    start: int
    end: int
    is_update: bool
    line: int = 0


class Passed(NamedTuple):
    """Part of a source that could not be read, and why: the rest of the source is read all the same."""

    name: str
    reason: str


class Page(Value):
    """What was read: *name* as the user gave it, *text* as people read it, and the days written in it (``None`` if none).

    *parts* are its blocks where its format marks them; those of plain text and Markdown are told by their lines.
    """

    name: str
    text: str
    published: date | None = None
    updated: date | None = None
    parts: tuple[Block, ...] = ()

    def blocks(self) -> Iterator[Block]:
        """The parts of the page that are prose, in order."""
        if self.parts:
            yield from self.parts
            return
        text = self.text
        front = _FRONT_MATTER.match(text)
        hidden = (
            [(match.start(), match.end()) for match in _NOT_PROSE.finditer(text)] if "`" in text or "<" in text or "~~~" in text else []
        )
        position = front.end() if front else 0
        start = previous_end = -1
        for line in text[position:].splitlines(keepends=True):
            begin, end = position, position + len(line.rstrip())
            position += len(line)
            if end == begin or any(low <= begin < high for low, high in hidden):
                if start >= 0:
                    yield self._block(start, previous_end)
                start = -1
                continue
            if start >= 0 and not _continues(text[start:previous_end], line):
                yield self._block(start, previous_end)
                start = begin
            elif start < 0:
                start = begin
            previous_end = end
        if start >= 0:
            yield self._block(start, previous_end)

    def _block(self, start: int, end: int) -> Block:
        return Block(start, end, is_update(self.text, start, end))


def is_update(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether a block begins as boxes of later news do: "The latest:", "Update —"."""
    return bool(_BOX.match(text, start, len(text) if end is None else end))


def _continues(block: str, line: str) -> bool:
    """Whether a line goes on with the paragraph before it: wrapped prose does, headings, lists and short lines do not."""
    last = block.rpartition("\n")[2]
    return len(last) >= 40 and not block.startswith("#") and last.rstrip()[-1:] not in '.!?:”"' and not _STARTS_ALONE.match(line)


NOT_ONE_PAGE = f"more than {MAX_BYTES // 1024 // 1024} MB are not read as one page"
"""What messages say of a part of a file that is larger than a page may be."""


def too_large(name: str, size: int) -> str:
    """The message about a page that is too large to be one."""
    return f"{name} is too large: {size / 1024 / 1024:,.0f} MB, at most {MAX_BYTES // 1024 // 1024} MB is read as one page; split it, or check the part that matters"


def from_bytes(name: str, content: bytes) -> Page:
    """A page from its bytes; see :func:`read` for the errors."""
    if len(content) > MAX_BYTES:
        raise BadPage(too_large(name, len(content)))
    if not content.strip():
        raise BadPage(f"{name} is empty: expected a page of text")
    if b"\0" in content[:65536] or content.startswith((b"%PDF", b"PK\x03\x04", b"\x1f\x8b")):
        raise BadPage(f"{name} is binary, not text: save the page as text, Markdown or HTML first")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadPage(
            f"{name} is not UTF-8: byte {error.start} is 0x{content[error.start]:02x}; convert it first, for example with: iconv -f windows-1252 -t utf-8"
        ) from None
    return from_text(name, text)


def decoded(content: bytes, charset: str | None = None) -> str:
    """The text of bytes from the web, by the *charset* that they are declared in, by what they declare themselves, or as UTF-8; what fits none is replaced.

    Bytes that are no text at all are told from text by :func:`from_bytes`.
    """
    found = _CHARSET.search(content[:2048])
    for name in (charset, found[1].decode("ascii", "replace") if found else None, "utf-8-sig", "cp1252"):
        try:
            if name:
                return content.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("utf-8", "replace")


def from_text(name: str, text: str) -> Page:
    """A page from its text, with the dates that its front matter or its first lines bear."""
    front = _FRONT_MATTER.match(text)
    head = front[1] if front else "\n".join(text[:8192].splitlines()[:12])
    found = dict(reversed(list(dates_in_lines(head))))
    return Page(name, text, found.get("published"), found.get("updated"))


def dates_in_lines(text: str) -> Iterator[tuple[str, date]]:
    """The days of publication and of update that lines of a text give: "Updated January 13, 2023"."""
    for match in _DATE_LINE.finditer(text):
        day = _date_in(match[2])
        if day:
            yield _KEYS[match[1].lower()], day


def iso_day(stamp: object) -> date | None:
    """The day of a time stamp as metadata writes it ("2023-01-13T10:00:00Z", "20230113"), or ``None`` if it is none."""
    found = _STAMP.match(stamp) if isinstance(stamp, str) else None
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _date_in(words: str) -> date | None:
    from foedus.language import calendar

    try:
        dates = [dated.moment for dated in calendar.find(words.strip("\"' "), date.max.replace(year=2100)) if dated.moment.exact]
    except BadDate:
        return None
    return dates[0].earliest if dates else None
